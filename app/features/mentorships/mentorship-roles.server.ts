import { sql } from 'kysely';
import type { Context } from '#app/core/context.server.ts';
import { newId } from '#app/core/ids.ts';
import type { Day, Id } from '#db/schema.ts';
import { journalAll } from '../journal/journal.operations.server.ts';
import type { LockedMentorship, Member } from './locked-mentorship.server.ts';
import { gapsIn } from './mentorship-rules.ts';

/**
 * Opens the role of each member's side at the home organisation for the days of the mentorship on which it is not held
 * yet. The order (or, without one, the consents) is the ground, so the table of who may grant is not asked. Source:
 * ACCESS, roles mentor and mentee.
 */
export async function openRolesOf(
  tx: Context,
  mentorships: readonly LockedMentorship[],
  orderId: Id | null,
): Promise<void> {
  await openRolesOfMembers(
    tx,
    mentorships.flatMap((mentorship) => mentorship.members),
    orderId,
  );
}

/** The same for some members: those who come to a mentorship already in force. */
export async function openRolesOfMembers(tx: Context, members: readonly Member[], orderId: Id | null): Promise<void> {
  if (members.length === 0) return;
  const held = await tx.db
    .selectFrom('roleGrant')
    .select(['personId', 'unitId', 'role', 'startedOn', 'endedOn'])
    .where('personId', 'in', [...new Set(members.map(({ personId }) => personId))])
    .where('role', 'in', ['mentor', 'mentee'])
    .execute();
  const grantedBy = tx.actor.kind === 'person' ? tx.actor.personId : null;
  const opened: (Omit<(typeof held)[number], 'endedOn'> & { id: Id; endedOn: Day; regionId: Id | null })[] = [];
  for (const member of members) {
    const covered = [...held, ...opened].filter((grant) => isSameRole(grant, member));
    const { personId, unitId, regionId, side: role } = member;
    opened.push(...gapsIn(member, covered).map((gap) => ({ id: newId(), personId, unitId, regionId, role, ...gap })));
  }
  if (opened.length === 0) return;
  await tx.db
    .insertInto('roleGrant')
    .values(opened.map((grant) => ({ ...grant, grantedBy })))
    .execute();
  await journalAll(
    tx,
    opened.map(({ id, personId, unitId, regionId, role, startedOn, endedOn }) => ({
      act: 'grantRole',
      objectKind: 'roleGrant',
      objectId: id,
      unitId,
      regionId,
      personId,
      after: { role, startedOn, endedOn, orderId },
    })),
  );
}

function isSameRole(grant: { personId: Id; unitId: Id; role: string }, member: Member): boolean {
  return grant.personId === member.personId && grant.unitId === member.unitId && grant.role === member.side;
}

/**
 * Ends roles whose planned end was that of the members, on their actual last day, unless another live mentorship on the
 * same side still needs them. Grants given by hand for another term stay. Called while the members still stand with
 * their planned end. Source: BR-88.
 */
export async function endRolesOf(
  tx: Context,
  mentorship: LockedMentorship,
  finishedOn: Day,
  members: readonly Member[] = mentorship.members,
): Promise<void> {
  if (members.length === 0) return;
  const { rows } = await sql<{ id: Id; personId: Id; unitId: Id; regionId: Id | null; role: string; plannedOn: Day }>`
    update role_grant set ended_on = ${finishedOn}::date, version = role_grant.version + 1
    from mentorship_member side
    where side.id in (${sql.join(members.map(({ id }) => sql`${id}::uuid`))}) and role_grant.person_id = side.person_id
      and role_grant.unit_id = side.unit_id and role_grant.role = side.side
      and role_grant.ended_on = side.ended_on and role_grant.ended_on > ${finishedOn}::date
      and role_grant.started_on <= ${finishedOn}::date
      and not exists (select 1 from mentorship_member other join mentorship on mentorship.id = other.mentorship_id
        where other.person_id = side.person_id and other.side = side.side and other.unit_id = side.unit_id
          and other.mentorship_id <> side.mentorship_id and mentorship.state in ('proposed', 'consented', 'active')
          and other.ended_on > ${finishedOn}::date)
    returning role_grant.id, role_grant.person_id, role_grant.unit_id, role_grant.region_id, role_grant.role,
      side.ended_on as planned_on
  `.execute(tx.db);
  await journalAll(
    tx,
    rows.map(({ id, personId, unitId, regionId, role, plannedOn }) => ({
      act: 'endGrant',
      objectKind: 'roleGrant',
      objectId: id,
      unitId,
      regionId,
      personId,
      before: { role, endedOn: plannedOn },
      after: { role, endedOn: finishedOn },
    })),
  );
}
