import { sql } from 'kysely';
import { within } from '#app/access/within.server.ts';
import type { Context } from '#app/core/context.server.ts';
import type { Id } from '#db/schema.ts';
import { shortName } from '../people/person-name.ts';
import { membersAndInvited } from './invited.server.ts';
import { isFromElsewhere, isMinorThere } from './mentorship-lacks.server.ts';

/** A permission of somebody who is no side of the mentorship, and how it stands. */
export interface Permit {
  kind: 'home' | 'guardian';
  personId: Id;
  /** The mentor from elsewhere, or the minor. */
  name: string;
  state: 'asked' | 'given' | 'refused' | 'withdrawn';
  /** The guardian's consent that stands. */
  consentId: Id | null;
  /** Whether the viewer records the guardian's papers. */
  canRecord: boolean;
}

interface Row {
  kind: Permit['kind'];
  personId: Id;
  lastName: string;
  firstName: string;
  middleName: string | null;
  state: Permit['state'];
  consentId: Id | null;
  canRecord: boolean;
}

/** Who else must agree to a mentorship or to somebody's coming to it, for those who keep its papers; empty when nobody. */
export async function listPermits(ctx: Context, mentorshipId: Id): Promise<Permit[]> {
  const { rows } = await sql<Row>`
    select 'home' as kind, side.person_id, person.last_name, person.first_name, person.middle_name,
      case home.state when 'agreed' then 'given' when 'refused' then 'refused' else 'asked' end as state,
      null::uuid as consent_id, false as can_record
    from mentorship join mentorship_member side on side.mentorship_id = mentorship.id
    join person on person.id = side.person_id
    left join home_agreement home on home.mentorship_id = mentorship.id and home.person_id = side.person_id
    where mentorship.id = ${mentorshipId} and ${isFromElsewhere} and ${within(ctx, 'mentorship.papers')}
    union all
    select 'guardian', side.person_id, person.last_name, person.first_name, person.middle_name,
      case when given.id is null then 'asked' when given.withdrawn_on is null then 'given' else 'withdrawn' end,
      case when given.withdrawn_on is null then given.id end, ${within(ctx, 'mentorship.recordConsent')}
    from mentorship join ${membersAndInvited} side on side.mentorship_id = mentorship.id
    join person on person.id = side.person_id
    left join lateral (select id, withdrawn_on from guardian_consent one
      where one.mentorship_id = mentorship.id and one.person_id = side.person_id
      order by one.withdrawn_on desc nulls first, one.id desc limit 1) given on true
    where mentorship.id = ${mentorshipId} and ${isMinorThere(ctx.today)} and ${within(ctx, 'mentorship.papers')}
    order by kind, person_id
  `.execute(ctx.db);
  return rows.map(({ lastName, firstName, middleName, ...row }) => ({
    ...row,
    canRecord: Boolean(row.canRecord),
    name: shortName({ lastName, firstName, middleName }),
  }));
}
