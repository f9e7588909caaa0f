import { NotFound } from '#app/access/refusals.ts';
import type { Context } from '#app/core/context.server.ts';
import { RuleBroken } from '#app/core/errors.ts';
import { newId } from '#app/core/ids.ts';
import type { Day, Id } from '#db/schema.ts';
import { refusePaidMinor } from '../mentorships/held-standing.server.ts';
import { holdPeople, type LockedMentorship, type Member } from '../mentorships/locked-mentorship.server.ts';
import type { Side } from '../mentorships/mentorship.ts';
import { rulesAgainstPair } from '../mentorships/mentorship-rules.ts';
import { holdPlaces } from '../mentorships/new-mentorship.server.ts';
import { findPoolFacts } from '../mentorships/pair-facts.server.ts';
import { type PersonName, shortName } from '../people/person-name.ts';

/** Somebody who would come to a mentorship. */
export interface Newcomer extends PersonName {
  id: Id;
  unitId: Id;
  regionId: Id | null;
  side: Side;
}

/** The person held with the limits of every mentor concerned. Throws NotFound. */
export async function heldNewcomer(
  tx: Context,
  mentorship: LockedMentorship,
  personId: Id,
  side: Side,
): Promise<Newcomer> {
  await holdPeople(tx, [personId, ...mentorship.members.map((member) => member.personId)]);
  const person = await tx.db
    .selectFrom('person')
    .select(['id', 'unitId', 'regionId', 'lastName', 'firstName', 'middleName'])
    .where('id', '=', personId)
    .executeTakeFirst();
  if (!person) throw new NotFound('person');
  const work = tx.db.selectFrom('employment').select('id').where('personId', '=', personId);
  await work.orderBy('id').forShare().execute();
  const teaching = mentorship.mentors.map(({ personId: id, unitId, regionId }) => ({ id, unitId, regionId }));
  await holdPlaces(tx, side === 'mentor' ? [person] : teaching);
  return { ...person, side };
}

/**
 * Refuses a newcomer against every person of the other side from a day to the end of the mentorship. Throws RuleBroken
 * `already-member`, `minor-needs-unpaid-basis` (BR-83) or with a code of `PairRule`.
 */
export async function refuseNewcomer(
  tx: Context,
  mentorship: LockedMentorship,
  newcomer: Newcomer,
  startedOn: Day,
): Promise<void> {
  const present = mentorship.members.filter(({ endedOn }) => endedOn >= startedOn);
  if (present.some(({ personId }) => personId === newcomer.id)) throw new RuleBroken('already-member', 'personId');
  await refusePaidMinor(tx, mentorship.id, newcomer.id, startedOn);
  const idsOf = (members: readonly Member[]) => members.map(({ personId }) => personId);
  const mentorIds = newcomer.side === 'mentor' ? [newcomer.id] : idsOf(mentorship.mentors);
  const menteeIds = newcomer.side === 'mentee' ? [newcomer.id] : idsOf(mentorship.mentees);
  const pool = await findPoolFacts(tx, menteeIds, mentorIds);
  const period = { startedOn, endedOn: mentorship.endedOn };
  // A mentor who comes to a group takes a place for each of its mentees at once.
  const further = menteeIds.slice(1).map(() => period);
  for (const mentorId of mentorIds) {
    const mentor = pool.mentors.get(mentorId);
    for (const menteeId of menteeIds) {
      const mentee = pool.mentees.get(menteeId);
      if (!mentor || !mentee) throw new NotFound('person');
      const withMentee = pool.shared.get(menteeId)?.get(mentorId) ?? [];
      const facts = { ...mentor, taken: [...mentor.taken, ...further], withMentee };
      const { kindCode } = mentorship;
      // A mentor of the group gives it the same hours with one mentee more.
      const hoursPerWeek = newcomer.side === 'mentor' ? mentorship.hoursPerWeek : 0;
      const [refused] = rulesAgainstPair({ mentor: facts, mentee, period, kindCode, hoursPerWeek }, tx.today);
      if (refused) throw new RuleBroken(refused, refused === 'outside-employment' ? 'startedOn' : 'personId');
    }
  }
}

/** Writes the newcomer among the members from a day to the end of the mentorship. */
export async function writeMember(
  tx: Context,
  mentorship: LockedMentorship,
  { side, ...person }: Newcomer,
  startedOn: Day,
): Promise<Member> {
  const { id: mentorshipId, endedOn } = mentorship;
  const place = { unitId: person.unitId, regionId: person.regionId };
  const member = { id: newId(), personId: person.id, side, startedOn, endedOn, ...place };
  await tx.db
    .insertInto('mentorshipMember')
    .values({ ...member, mentorshipId })
    .execute();
  return { ...member, name: shortName(person) };
}
