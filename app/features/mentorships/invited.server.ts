import { sql } from 'kysely';
import type { Context } from '#app/core/context.server.ts';
import type { Day, Id } from '#db/schema.ts';
import { shortName } from '../people/person-name.ts';
import type { LockedMentorship, Member } from './locked-mentorship.server.ts';
import type { Side } from './mentorship.ts';

/** What is read of a member. */
interface MemberRow {
  mentorshipId: Id;
  personId: Id;
  unitId: Id;
  side: string;
  startedOn: Day;
  endedOn: Day;
}

/** Members of mentorships. */
export const members = sql<MemberRow>`mentorship_member`;

/**
 * Members of mentorships together with whoever is invited and has not come in yet, as rows of `mentorship_member`: a
 * newcomer's terms, supplement and guardian's consent are made before the first day (BR-01, BR-83).
 */
export const membersAndInvited = sql<MemberRow>`(select mentorship_id, person_id, unit_id, side, started_on, ended_on from mentorship_member
  union all
  select invited.mentorship_id, invited.person_id, person.unit_id,
    case invited.kind when 'mentee_added' then 'mentee' else 'mentor' end, invited.started_on, joined.ended_on
  from membership_change invited
  join mentorship joined on joined.id = invited.mentorship_id
  join person on person.id = invited.person_id
  where invited.state in ('proposed', 'consented'))`;

/** Whoever is a member of a held mentorship or invited to it, as a member; undefined for anybody else. */
export async function findMemberOrInvited(
  tx: Context,
  mentorship: LockedMentorship,
  personId: Id,
  side?: Side,
): Promise<Member | undefined> {
  const fits = (member: Pick<Member, 'personId' | 'side'>) =>
    member.personId === personId && (side === undefined || member.side === side);
  const member = mentorship.members.find(fits);
  if (member) return member;
  const row = await tx.db
    .selectFrom('membershipChange')
    .innerJoin('person', 'person.id', 'membershipChange.personId')
    .select(['membershipChange.id', 'membershipChange.kind', 'membershipChange.startedOn'])
    .select(['person.unitId', 'person.regionId', 'person.lastName', 'person.firstName', 'person.middleName'])
    .where('membershipChange.mentorshipId', '=', mentorship.id)
    .where('membershipChange.personId', '=', personId)
    .where('membershipChange.state', 'in', ['proposed', 'consented'])
    .executeTakeFirst();
  if (!row) return undefined;
  const { id, kind, startedOn, unitId, regionId, ...name } = row;
  const invited: Member = {
    ...{ id, personId, unitId, regionId, startedOn, endedOn: mentorship.endedOn, name: shortName(name) },
    side: kind === 'mentee_added' ? 'mentee' : 'mentor',
  };
  return fits(invited) ? invited : undefined;
}
