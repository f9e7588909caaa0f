import { type RawBuilder, sql } from 'kysely';
import type { Day } from '#db/schema.ts';
import { type AccessObject, below, institutional, worksAt } from './access-object.server.ts';

/** Who has left an organisation has nothing open there for others to read; closed requests are its history. */
const isStillHere = (today: Day) => sql<boolean>`(mentoring_request.state <> 'open'
  or exists (select 1 from person author where author.id = mentoring_request.person_id
      and author.unit_id = mentoring_request.unit_id)
    and ${worksAt(sql.ref('mentoring_request.person_id'), sql.ref('mentoring_request.unit_id'), today)})`;

/** A mentee's request: the author's own; what went outside is told by the word `outward`. */
export const request: AccessObject = {
  ...institutional('mentoring_request'),
  inUnits: (units, today) => sql<boolean>`(mentoring_request.unit_id in (${units}) and ${isStillHere(today)})`,
  inSubtrees: (units, today) =>
    sql<boolean>`(${below(sql.ref('mentoring_request.unit_id'), units)} and ${isStillHere(today)})`,
  own: { everyone: (me) => sql<boolean>`mentoring_request.person_id = ${me}` },
  only: {
    outward: sql<boolean>`(mentoring_request.state = 'open' and mentoring_request.outward_on is not null)`,
  },
};

/** An ask to a colleague: it is his own, while he works where it was made. */
export const ask: AccessObject = {
  ...institutional('request_offer'),
  own: {
    everyone: (me, today) =>
      sql<boolean>`(request_offer.mentor_id = ${me} and ${worksAt(sql`${me}`, sql.ref('request_offer.unit_id'), today)})`,
  },
};

/** A mentor of another organisation offered upon a request: to himself, while he works at the one that lends him. */
export const outwardOffer: AccessObject = {
  ...institutional('outward_offer'),
  own: {
    everyone: (me, today) => sql<boolean>`(outward_offer.mentor_id = ${me}
      and ${worksAt(sql`${me}`, sql.ref('outward_offer.mentor_unit_id'), today)})`,
  },
};

/** The same offer as the mentor's home organisation sees it. */
export const lentMentor: AccessObject = {
  table: 'outward_offer',
  inUnits: (units) => sql<boolean>`outward_offer.mentor_unit_id in (${units})`,
  inSubtrees: (units) => below(sql.ref('outward_offer.mentor_unit_id'), units),
  inRegions: (regions) => sql<boolean>`outward_offer.region_id in (${regions})`,
  own: {},
};

const agreedFor = (place: RawBuilder<unknown>) => sql<boolean>`exists (select 1 from outward_offer agreed
  where agreed.mentor_id = person.id and agreed.state = 'agreed' and ${place})`;

/** A person of another organisation who, with his home organisation, agreed to be mentor here. */
export const candidate: AccessObject = {
  table: 'person',
  inUnits: (units) => agreedFor(sql`agreed.unit_id in (${units})`),
  inSubtrees: (units) => agreedFor(below(sql.ref('agreed.unit_id'), units)),
  inRegions: (regions) => agreedFor(sql`agreed.region_id in (${regions})`),
  own: {},
};

/** A survey of needs: it asks everybody who works at the organisation while it runs. */
export const needsSurvey: AccessObject = {
  ...institutional('needs_survey'),
  own: {
    everyone: (
      me,
      today,
    ) => sql<boolean>`(needs_survey.started_on <= ${today}::date and needs_survey.ended_on >= ${today}::date
      and exists (select 1 from employment work join post on post.code = work.post_code
        where work.person_id = ${me} and work.unit_id = needs_survey.unit_id and post.is_teaching
          and work.started_on <= ${today}::date and (work.ended_on is null or work.ended_on >= ${today}::date)))`,
  },
};

/** An open request as those see it who could answer it: mentors of the same organisation whom the author does not avoid. */
export const openRequest: AccessObject = {
  ...institutional('mentoring_request'),
  own: {
    everyone: (me) => sql<boolean>`(mentoring_request.state = 'open' and mentoring_request.person_id <> ${me}
      and exists (select 1 from mentor_profile offering join person here on here.id = offering.person_id
        where offering.person_id = ${me} and offering.unit_id = mentoring_request.unit_id
          and here.unit_id = mentoring_request.unit_id)
      and not exists (select 1 from request_wish wish where wish.request_id = mentoring_request.id
        and wish.mentor_id = ${me} and wish.wish = 'avoid'))`,
  },
};
