import { NotFound } from '#app/access/refusals.ts';
import type { Context } from '#app/core/context.server.ts';
import { dayOf } from '#app/core/dates.ts';
import type { Day, Id } from '#db/schema.ts';
import { shortName } from '../people/person-name.ts';
import { type MentorshipState, mentorshipState, type Period, type Side } from './mentorship.ts';

/** A member of a mentorship held still. */
export interface Member extends Period {
  id: Id;
  personId: Id;
  unitId: Id;
  regionId: Id | null;
  side: Side;
  /** 'Ершова Т. В.' as notices name the person. */
  name: string;
}

/** A mentorship held for the length of the transaction. */
export interface LockedMentorship extends Period {
  id: Id;
  unitId: Id;
  regionId: Id | null;
  state: MentorshipState;
  kindCode: string;
  /** Hours a week it takes of each mentor; null when unsaid. */
  hoursPerWeek: number | null;
  proposedBy: Id;
  /** Day it was recorded. */
  proposedOn: Day;
  version: number;
  /** Who leads: the first mentor of those who stay to the end. */
  mentor: Member;
  /** The first mentee of those who stay to the end. */
  mentee: Member;
  /** Mentors who stay to the end of the planned period; one unless there are co-mentors. */
  mentors: Member[];
  /** Mentees who stay to the end of the planned period; several in a group. */
  mentees: Member[];
  /** Everyone who was ever a member, those who left included. */
  members: Member[];
}

/** The mentorship, locked: answers, withdrawals, orders and ends wait for each other. Throws NotFound. */
export async function lockedMentorship(tx: Context, id: Id): Promise<LockedMentorship> {
  const [locked] = await lockedMentorships(tx, [id]);
  if (!locked) throw new NotFound('mentorship');
  return locked;
}

/** Several mentorships locked in the order of their ids; missing ones are left out. */
export async function lockedMentorships(tx: Context, ids: readonly Id[]): Promise<LockedMentorship[]> {
  if (ids.length === 0) return [];
  const rows = await tx.db
    .selectFrom('mentorship')
    .select([
      'id',
      'unitId',
      'regionId',
      'state',
      'kindCode',
      'startedOn',
      'endedOn',
      'proposedBy',
      'version',
      'createdAt',
    ])
    .select('hoursPerWeek')
    .where('id', 'in', [...ids])
    .orderBy('id')
    .forUpdate()
    .execute();
  const members = await membersOf(tx, ids);
  return rows.flatMap(({ createdAt, ...row }) => {
    const own = members.filter(({ mentorshipId }) => mentorshipId === row.id).map(({ mentorshipId, ...one }) => one);
    const last = own.reduce((day, { endedOn }) => (endedOn > day ? endedOn : day), '');
    const on = (side: Side) => own.filter((member) => member.side === side && member.endedOn === last);
    const sides = { mentors: on('mentor'), mentees: on('mentee') };
    const [[mentor], [mentee]] = [sides.mentors, sides.mentees];
    if (!mentor || !mentee) return [];
    const proposedOn = dayOf(createdAt, tx.timeZone);
    return [{ ...row, state: mentorshipState(row.state), proposedOn, mentor, mentee, ...sides, members: own }];
  });
}

async function membersOf(tx: Context, ids: readonly Id[]): Promise<(Member & { mentorshipId: Id })[]> {
  const rows = await tx.db
    .selectFrom('mentorshipMember')
    .innerJoin('person', 'person.id', 'mentorshipMember.personId')
    .select(['mentorshipMember.id', 'mentorshipMember.mentorshipId'])
    .select(['mentorshipMember.personId', 'mentorshipMember.unitId'])
    .select(['mentorshipMember.regionId', 'mentorshipMember.side'])
    .select(['mentorshipMember.startedOn', 'mentorshipMember.endedOn'])
    .select(['person.lastName', 'person.firstName', 'person.middleName'])
    .where('mentorshipMember.mentorshipId', 'in', [...ids])
    .orderBy('mentorshipMember.startedOn')
    .orderBy('mentorshipMember.id')
    .execute();
  return rows.map(({ lastName, firstName, middleName, side, ...row }) => ({
    ...row,
    side: side === 'mentor' ? 'mentor' : 'mentee',
    name: shortName({ lastName, firstName, middleName }),
  }));
}

/** Holds people still in the order of their ids, so that two acts about the same people wait for each other. */
export async function holdPeople(tx: Context, ids: readonly Id[]): Promise<void> {
  // Not `for update`: rows elsewhere that merely refer to a person must not wait.
  await tx.db
    .selectFrom('person')
    .select('id')
    .where('id', 'in', [...ids])
    .orderBy('id')
    .forNoKeyUpdate()
    .execute();
}
