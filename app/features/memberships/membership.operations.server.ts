import { assertCan } from '#app/access/can.server.ts';
import { type Context, personOf } from '#app/core/context.server.ts';
import { formatDay } from '#app/core/dates.ts';
import { RuleBroken, StaleWrite } from '#app/core/errors.ts';
import { newId } from '#app/core/ids.ts';
import { transact } from '#app/core/transact.server.ts';
import { paths } from '#app/paths.ts';
import type { Day, Id } from '#db/schema.ts';
import { journal } from '../journal/journal.operations.server.ts';
import { askHomeOrganisations } from '../mentorships/home-asks.server.ts';
import { type LockedMentorship, lockedMentorship } from '../mentorships/locked-mentorship.server.ts';
import type { Side } from '../mentorships/mentorship.ts';
import { markMembersDirty } from '../mentorships/mentorship-change.server.ts';
import { journalPlace } from '../mentorships/mentorship-line.ts';
import { notify } from '../notifications/notice.operations.server.ts';
import { heldNewcomer, type Newcomer, refuseNewcomer, writeMember } from './joining.server.ts';
import { type LockedChange, lockedChange } from './locked-change.server.ts';
import { type ChangeKind, ruleAgainstReplacing, ruleAgainstTakingIn } from './membership.ts';

/**
 * Takes a mentee into a group or a co-mentor in. While nobody has answered the proposal, the person simply becomes one of
 * its members; in a mentorship in force the person is invited from a day on and comes in by `carryOutChange`. Throws
 * NotFound, Forbidden; RuleBroken with a code of `MembershipRule` or `PairRule`.
 */
export async function takeIn(
  ctx: Context,
  mentorshipId: Id,
  input: { personId: Id; side: Side; startedOn: Day | null },
): Promise<void> {
  await transact(ctx, async (tx) => {
    const mentorship = await lockedMentorship(tx, mentorshipId);
    await assertCan(tx, 'mentorship.changeMembers', mentorshipId);
    await assertCan(tx, 'matching.run', input.personId);
    const refusal = ruleAgainstTakingIn(mentorship, input, await answersTo(tx, mentorshipId));
    if (refusal) throw new RuleBroken(refusal, dayRules.includes(refusal) ? 'startedOn' : undefined);
    const startedOn = mentorship.state === 'active' && input.startedOn ? input.startedOn : mentorship.startedOn;
    const newcomer = await heldNewcomer(tx, mentorship, input.personId, input.side);
    await refuseNewcomer(tx, mentorship, newcomer, startedOn);
    if (mentorship.state === 'active') {
      const kind = input.side === 'mentee' ? 'mentee_added' : 'mentor_added';
      await invite(tx, mentorship, newcomer, { kind, startedOn, replacedMemberId: null, reason: '' });
    } else await addToProposal(tx, mentorship, newcomer);
    await markMembersDirty(tx, mentorship);
  });
}

const dayRules: readonly string[] = ['start-missing', 'joins-outside-term', 'replaced-too-early'];

async function answersTo(tx: Context, mentorshipId: Id): Promise<number> {
  const { answers } = await tx.db
    .selectFrom('consent')
    .select(({ fn }) => fn.countAll<number>().as('answers'))
    .where('mentorshipId', '=', mentorshipId)
    .executeTakeFirstOrThrow();
  return answers;
}

async function addToProposal(tx: Context, mentorship: LockedMentorship, newcomer: Newcomer): Promise<void> {
  const { side } = newcomer;
  await writeMember(tx, mentorship, newcomer, mentorship.startedOn);
  await askHomeOrganisations(tx, mentorship.id);
  await raiseVersion(tx, mentorship);
  const after = { personId: newcomer.id, side };
  await journal(tx, { act: 'addMember', ...journalPlace(mentorship), personId: newcomer.id, after });
  const person = side === 'mentor' ? mentorship.mentee.name : mentorship.mentor.name;
  const path = paths.mentorshipConsent(mentorship.id);
  await notify(tx, { personId: newcomer.id, kind: 'mentorship-proposed', path, details: { person } });
}

/**
 * Invites another mentor in the place of one who is there, from a day on (BR-11). Throws NotFound, Forbidden; RuleBroken
 * with a code of `MembershipRule` or `PairRule`, or `replacement-already-open`.
 */
export async function proposeReplacement(
  ctx: Context,
  mentorshipId: Id,
  input: { memberId: Id; personId: Id; startedOn: Day; reason: string },
): Promise<void> {
  await transact(ctx, async (tx) => {
    const mentorship = await lockedMentorship(tx, mentorshipId);
    await assertCan(tx, 'mentorship.changeMembers', mentorshipId);
    await assertCan(tx, 'matching.run', input.personId);
    const replaced = mentorship.members.find(({ id, side }) => id === input.memberId && side === 'mentor');
    if (!replaced) throw new RuleBroken('already-left', 'memberId');
    const refusal = ruleAgainstReplacing(mentorship, replaced, input.startedOn);
    if (refusal) throw new RuleBroken(refusal, dayRules.includes(refusal) ? 'startedOn' : undefined);
    const newcomer = await heldNewcomer(tx, mentorship, input.personId, 'mentor');
    await refuseNewcomer(tx, mentorship, newcomer, input.startedOn);
    const { startedOn, reason } = input;
    await invite(tx, mentorship, newcomer, {
      kind: 'mentor_replaced',
      startedOn,
      replacedMemberId: replaced.id,
      reason,
    });
  });
}

interface Invitation {
  kind: ChangeKind;
  startedOn: Day;
  replacedMemberId: Id | null;
  reason: string;
}

async function invite(
  tx: Context,
  mentorship: LockedMentorship,
  newcomer: Newcomer,
  invitation: Invitation,
): Promise<void> {
  const { id: mentorshipId, unitId, regionId } = mentorship;
  const id = newId();
  const origin = { state: 'proposed', proposedBy: personOf(tx), createdAt: tx.now };
  await tx.db
    .insertInto('membershipChange')
    .values({ id, mentorshipId, unitId, regionId, personId: newcomer.id, ...invitation, ...origin })
    .execute();
  const { kind, startedOn } = invitation;
  const after = { kind, startedOn, personId: newcomer.id };
  await journal(tx, { act: 'inviteMember', ...journalPlace(mentorship), personId: newcomer.id, after });
  const person = newcomer.side === 'mentor' ? mentorship.mentee.name : mentorship.mentor.name;
  await notify(tx, {
    personId: newcomer.id,
    kind: 'member-invited',
    path: paths.membershipChange(id),
    details: { person },
  });
}

/** Takes an invitation back. Throws NotFound, Forbidden, StaleWrite; RuleBroken `change-not-open`. */
export async function withdrawChange(ctx: Context, id: Id, input: { version: number }): Promise<void> {
  await transact(ctx, async (tx) => {
    const change = await lockedChange(tx, id);
    await assertCan(tx, 'membershipChange.manage', id);
    refuseStaleChange(change, input.version);
    if (change.state !== 'proposed' && change.state !== 'consented') throw new RuleBroken('change-not-open');
    const { mentorship, personId } = change;
    await writeChange(tx, change, { state: 'withdrawn' });
    const after = { isWithdrawn: true };
    await journal(tx, { act: 'withdrawMember', ...journalPlace(mentorship), personId, after });
    const details = { person: change.kind === 'mentee_added' ? mentorship.mentor.name : mentorship.mentee.name };
    await notify(tx, { personId, kind: 'mentorship-withdrawn', path: paths.membershipChange(id), details });
  });
}

/** Writes what changed in a held change and raises its version. */
export async function writeChange(
  tx: Context,
  { id, version }: LockedChange,
  changed: Partial<{
    state: string;
    manner: string;
    answeredOn: Day;
    startedOn: Day;
    ground: string;
    orderedOn: Day;
  }>,
): Promise<void> {
  await tx.db
    .updateTable('membershipChange')
    .set({ ...changed, version: version + 1 })
    .where('id', '=', id)
    .execute();
}

/** Raises the version of a held mentorship whose members changed. */
export async function raiseVersion(tx: Context, { id, version }: LockedMentorship): Promise<void> {
  await tx.db
    .updateTable('mentorship')
    .set({ version: version + 1 })
    .where('id', '=', id)
    .execute();
}

/** Throws StaleWrite when somebody changed it since the form was opened. */
export function refuseStaleChange(change: LockedChange, version: number): void {
  if (change.version === version) return;
  throw new StaleWrite({ startedOn: formatDay(change.startedOn), version: String(change.version) });
}
