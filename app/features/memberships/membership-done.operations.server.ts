import { assertCan } from '#app/access/can.server.ts';
import { NotFound } from '#app/access/refusals.ts';
import { type Context, personOf } from '#app/core/context.server.ts';
import { addDays } from '#app/core/dates.ts';
import { RuleBroken } from '#app/core/errors.ts';
import { newId } from '#app/core/ids.ts';
import { transact } from '#app/core/transact.server.ts';
import { paths } from '#app/paths.ts';
import type { Day, Id } from '#db/schema.ts';
import { journal } from '../journal/journal.operations.server.ts';
import { type LockedMentorship, lockedMentorship, type Member } from '../mentorships/locked-mentorship.server.ts';
import { markMembersDirty } from '../mentorships/mentorship-change.server.ts';
import { journalPlace } from '../mentorships/mentorship-line.ts';
import { endRolesOf, openRolesOfMembers } from '../mentorships/mentorship-roles.server.ts';
import { notifyAll } from '../notifications/notice.operations.server.ts';
import { heldNewcomer, type Newcomer, refuseNewcomer, writeMember } from './joining.server.ts';
import { type LockedChange, lockedChange } from './locked-change.server.ts';
import { raiseVersion, refuseStaleChange, writeChange } from './membership.operations.server.ts';
import { ruleAgainstCarryingOut, ruleAgainstLeaving, ruleAgainstReplacing, ruleAgainstTakingIn } from './membership.ts';
import { refuseWithoutPapers } from './newcomer-papers.server.ts';

/**
 * Carries an agreed change out on its order or other ground, in one act: the newcomer comes in with the role, the
 * replaced mentor's period ends the day before, the rest of the mentorship stays as it is (BR-11). Throws NotFound,
 * Forbidden, StaleWrite; RuleBroken with a code of `MembershipRule`, `PairRule`, `PaperRule` or `LackRule`: whoever comes
 * later brings the same papers as whoever was there at the order (BR-01, BR-83).
 */
export async function carryOutChange(
  ctx: Context,
  id: Id,
  input: { startedOn: Day; ground: string; orderedOn: Day; version: number },
): Promise<void> {
  await transact(ctx, async (tx) => {
    const change = await lockedChange(tx, id);
    await assertCan(tx, 'membershipChange.manage', id);
    refuseStaleChange(change, input.version);
    const { mentorship } = change;
    const { startedOn, ground, orderedOn } = input;
    refuseGround(change, input, tx.today);
    const replaced = mentorship.members.find((member) => member.id === change.replacedMemberId) ?? null;
    const side = change.kind === 'mentee_added' ? 'mentee' : 'mentor';
    const refusal = replaced
      ? ruleAgainstReplacing(mentorship, replaced, startedOn)
      : ruleAgainstTakingIn(mentorship, { side, startedOn }, 0);
    if (refusal) throw new RuleBroken(refusal, 'startedOn');
    const newcomer = await heldNewcomer(tx, mentorship, change.personId, side);
    // No longer a promise: the place it held is the one now taken.
    await writeChange(tx, change, { state: 'done', startedOn, ground, orderedOn });
    await refuseNewcomer(tx, mentorship, newcomer, startedOn);
    if (replaced) await endMember(tx, mentorship, replaced, addDays(startedOn, -1));
    const member = await writeMember(tx, mentorship, newcomer, startedOn);
    await keepConsent(tx, change);
    await refuseWithoutPapers(tx, mentorship.id, newcomer.id);
    await openRolesOfMembers(tx, [member], null);
    await raiseVersion(tx, mentorship);
    await journalDone(tx, change, { startedOn, orderedOn });
    await tellOfNewcomer(tx, mentorship, newcomer, replaced);
    await markMembersDirty(tx, { ...mentorship, members: [...mentorship.members, member] });
  });
}

function refuseGround(change: LockedChange, input: { startedOn: Day; orderedOn: Day }, today: Day): void {
  const refusal = ruleAgainstCarryingOut(change, input, today);
  if (!refusal) return;
  if (refusal === 'change-not-consented') throw new RuleBroken(refusal);
  throw new RuleBroken(refusal, refusal === 'starts-before-ground' ? 'startedOn' : 'orderedOn');
}

async function endMember(tx: Context, mentorship: LockedMentorship, member: Member, lastOn: Day): Promise<void> {
  await endRolesOf(tx, mentorship, lastOn, [member]);
  await tx.db.updateTable('mentorshipMember').set({ endedOn: lastOn }).where('id', '=', member.id).execute();
}

/** The consent to the invitation is from now on one of the mentorship's consents. */
async function keepConsent(tx: Context, { mentorship, personId, manner, answeredOn }: LockedChange): Promise<void> {
  if (answeredOn === null) return;
  const { id: mentorshipId, unitId, regionId } = mentorship;
  const answer = { answer: 'given', manner, answeredOn, recordedBy: personOf(tx), createdAt: tx.now };
  await tx.db
    .insertInto('consent')
    .values({ id: newId(), mentorshipId, personId, unitId, regionId, ...answer })
    .onConflict((conflict) => conflict.columns(['mentorshipId', 'personId']).doUpdateSet(answer))
    .execute();
}

async function journalDone(tx: Context, change: LockedChange, dates: { startedOn: Day; orderedOn: Day }) {
  const act = change.kind === 'mentor_replaced' ? 'replaceMentor' : 'addMember';
  const after = { kind: change.kind, ...dates };
  await journal(tx, { act, ...journalPlace(change.mentorship), personId: change.personId, after });
}

async function tellOfNewcomer(
  tx: Context,
  mentorship: LockedMentorship,
  newcomer: Newcomer,
  replaced: Member | null,
): Promise<void> {
  const path = paths.mentorship(mentorship.id);
  const others = mentorship.members.filter(
    ({ id, endedOn }) => id !== replaced?.id && endedOn >= tx.today && endedOn >= mentorship.endedOn,
  );
  const facing = newcomer.side === 'mentor' ? mentorship.mentees : mentorship.mentors;
  const person = facing.map(({ name }) => name).join(', ');
  const details = { person: `${newcomer.lastName} ${newcomer.firstName}` };
  await notifyAll(tx, [
    { personId: newcomer.id, kind: 'mentorship-begun', path, details: { person } },
    ...others.map(({ personId }) => ({ personId, kind: 'members-changed' as const, path, details })),
    ...(replaced
      ? [
          {
            personId: replaced.personId,
            kind: 'mentor-replaced' as const,
            path: paths.mentorshipConsent(mentorship.id),
            details: { person },
          },
        ]
      : []),
  ]);
}

/**
 * A mentee leaves the group, or one of several mentors leaves, on a last day; the role ends with it. Throws NotFound,
 * Forbidden; RuleBroken `members-not-changeable`, `already-left`, `last-on-side`, `leaves-outside-term`.
 */
export async function endMembership(ctx: Context, memberId: Id, input: { lastOn: Day }): Promise<{ mentorshipId: Id }> {
  return transact(ctx, async (tx) => {
    const known = await tx.db
      .selectFrom('mentorshipMember')
      .select('mentorshipId')
      .where('id', '=', memberId)
      .executeTakeFirst();
    if (!known) throw new NotFound('member');
    const mentorship = await lockedMentorship(tx, known.mentorshipId);
    await assertCan(tx, 'mentorship.changeMembers', mentorship.id);
    const member = mentorship.members.find(({ id }) => id === memberId);
    if (!member) throw new NotFound('member');
    const onSide = member.side === 'mentor' ? mentorship.mentors : mentorship.mentees;
    const refusal = ruleAgainstLeaving(mentorship, member, input.lastOn, onSide.length);
    if (refusal) throw new RuleBroken(refusal, refusal === 'leaves-outside-term' ? 'lastOn' : undefined);
    await endMember(tx, mentorship, member, input.lastOn);
    await raiseVersion(tx, mentorship);
    const before = { endedOn: member.endedOn };
    const { personId } = member;
    const after = { endedOn: input.lastOn };
    await journal(tx, { act: 'endMembership', ...journalPlace(mentorship), personId, before, after });
    const staying = [...mentorship.mentors, ...mentorship.mentees].filter(({ id }) => id !== memberId);
    const path = paths.mentorship(mentorship.id);
    const details = { person: member.name };
    await notifyAll(tx, [
      { personId, kind: 'membership-ended', path: paths.mentorshipConsent(mentorship.id), details },
      ...staying.map((one) => ({ personId: one.personId, kind: 'members-changed' as const, path, details })),
    ]);
    await markMembersDirty(tx, mentorship);
    return { mentorshipId: mentorship.id };
  });
}
