import { sql } from 'kysely';
import { type AccessObject, belongsTo, institutional, worksAt } from './access-object.server.ts';

/**
 * Documents. They name a person as a side of a mentorship they assign, as somebody who is to read them, or as somebody asked
 * about the text while it is under review; what binds everybody in force is open to all who work in the organisation.
 */
export const act: AccessObject = {
  ...institutional('local_act'),
  own: {
    everyone: (me, today) =>
      sql<boolean>`(local_act.state = 'approved' and (
          exists (select 1 from local_act_mentorship named
            join mentorship_member side on side.mentorship_id = named.mentorship_id
            where named.act_id = local_act.id and side.person_id = ${me})
          or exists (select 1 from act_acquaintance reader where reader.act_id = local_act.id and reader.person_id = ${me})
          or (local_act.kind in ('introduction_order', 'regulation', 'road_map') and local_act.in_force_on <= ${today}::date
            and (local_act.ended_on is null or local_act.ended_on >= ${today}::date)
            and ${worksAt(sql`${me}`, sql.ref('local_act.unit_id'), today)}))
        or local_act.state = 'review' and exists (select 1 from act_review asked where asked.act_id = local_act.id
          and asked.document_hash = local_act.document_hash and asked.person_id = ${me})
          and ${belongsTo(sql`${me}`, sql.ref('local_act.unit_id'), today)})`,
  },
};

/** A question about a text under review; it names who is asked, as long as he belongs to the organisation. */
export const review: AccessObject = {
  ...institutional('act_review'),
  own: {
    everyone: (me, today) =>
      sql<boolean>`(act_review.person_id = ${me} and ${belongsTo(sql`${me}`, sql.ref('act_review.unit_id'), today)})`,
  },
};

/** A line of an acquaintance list; it names who is to read the act. */
export const acquaintance: AccessObject = {
  ...institutional('act_acquaintance'),
  own: { everyone: (me) => sql<boolean>`act_acquaintance.person_id = ${me}` },
};
