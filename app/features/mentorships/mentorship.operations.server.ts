import { assertCan } from '#app/access/can.server.ts';
import { type Context, personOf } from '#app/core/context.server.ts';
import { formatDay } from '#app/core/dates.ts';
import { RuleBroken, StaleWrite } from '#app/core/errors.ts';
import { once } from '#app/core/once.server.ts';
import { transact } from '#app/core/transact.server.ts';
import { paths } from '#app/paths.ts';
import type { Day, Id } from '#db/schema.ts';
import { journal } from '../journal/journal.operations.server.ts';
import { markMonitoringDirtyAll } from '../journal/monitoring-mark.server.ts';
import { requestMatched } from '../mentoring-requests/request-match.server.ts';
import { notifyAll } from '../notifications/notice.operations.server.ts';
import { shortName } from '../people/person-name.ts';
import { recordConsent } from './consent-record.server.ts';
import { standingOfPair } from './held-standing.server.ts';
import { askHomeOrganisations } from './home-asks.server.ts';
import { type LockedMentorship, lockedMentorship } from './locked-mentorship.server.ts';
import type { Answer, NewMentorship } from './mentorship.ts';
import { changeMentorship, endMembersOf, markMembersDirty, withdrawOpenChanges } from './mentorship-change.server.ts';
import { refuseWithoutResults } from './mentorship-lacks.server.ts';
import { journalPlace, noticesToSides } from './mentorship-line.ts';
import { endRolesOf } from './mentorship-roles.server.ts';
import { ruleAgainstClosing, ruleAgainstPaperDate, ruleAgainstWithdrawing } from './mentorship-rules.ts';
import { heldPair, refusePair, writeMentorship } from './new-mentorship.server.ts';
import { refuseBeforeNoticeRunsOut } from './running-notice.server.ts';

/**
 * Proposes a mentorship to both people at the mentee's organisation; a place of the mentor is taken at once. Throws
 * NotFound when either is out of reach; RuleBroken with a code of `PairRule` or `TermsRule`, or `once-different`.
 * Source: BR-06 to BR-08, BR-12, BR-13.
 */
export async function proposeMentorship(
  ctx: Context,
  input: NewMentorship,
  onceKey: string | null,
): Promise<{ id: Id }> {
  return transact(ctx, (tx) => once(tx, onceKey, input, () => propose(tx, input)));
}

async function propose(tx: Context, input: NewMentorship): Promise<{ id: Id }> {
  const pair = await heldPair(tx, input);
  await refusePair(tx, input, pair);
  const id = await writeMentorship(tx, input, pair, await standingOfPair(tx, input));
  await askHomeOrganisations(tx, id);
  await requestMatched(tx, { menteeId: input.menteeId, mentorshipId: id });
  const { mentor, mentee } = pair;
  const { formCode, kindCode, legalBasis, startedOn, endedOn } = input;
  const line = { objectKind: 'mentorship', objectId: id, unitId: mentee.unitId, regionId: mentee.regionId };
  const after = { mentorId: mentor.id, formCode, kindCode, legalBasis, startedOn, endedOn };
  await journal(tx, { act: 'proposeMentorship', ...line, personId: mentee.id, after });
  const path = paths.mentorshipConsent(id);
  await notifyAll(tx, [
    { personId: mentor.id, kind: 'mentorship-proposed', path, details: { person: shortName(mentee) } },
    { personId: mentee.id, kind: 'mentorship-proposed', path, details: { person: shortName(mentor) } },
  ]);
  await markMonitoringDirtyAll(tx, [mentee.unitId, mentor.unitId]);
  return { id };
}

// The journal never says what the answer was: auditors and the other side read it, and a refusal is told only on the
// mentorship's own page to head and curator (BR-04). The answer, its day, manner and author stand in `consent`.

/**
 * The actor's own answer to a proposal, given electronically today. Throws NotFound when the proposal does not name the
 * actor; RuleBroken `not-awaiting-consent`, `consent-already-answered`, `terms-not-ready`, `terms-changed` (the page
 * showed another version). Source: BR-01, BR-04, BR-06.
 */
export async function answerConsent(
  ctx: Context,
  mentorshipId: Id,
  input: { answer: Answer; termsVersion?: number | undefined },
): Promise<void> {
  await transact(ctx, async (tx) => {
    const mentorship = await lockedMentorship(tx, mentorshipId);
    await assertCan(tx, 'mentorship.consent', mentorshipId);
    const personId = personOf(tx);
    const { answer, termsVersion } = input;
    const given = { personId, answer, manner: 'electronic', answeredOn: tx.today, termsVersion } as const;
    await recordConsent(tx, mentorship, given);
    await journal(tx, { act: 'answerConsent', ...journalPlace(mentorship), personId, after: { isAnswered: true } });
    await markMembersDirty(tx, mentorship);
  });
}

/**
 * A member's answer that the curator has on paper, with the paper's date. Throws NotFound, Forbidden; RuleBroken
 * `answered-in-future`, `answered-too-early`, `not-awaiting-consent`, `consent-already-answered`.
 */
export async function recordPaperConsent(
  ctx: Context,
  mentorshipId: Id,
  input: { personId: Id; answer: Answer; answeredOn: Day },
): Promise<void> {
  await transact(ctx, async (tx) => {
    const mentorship = await lockedMentorship(tx, mentorshipId);
    await assertCan(tx, 'mentorship.recordConsent', mentorshipId);
    const { personId, answer, answeredOn } = input;
    const refusal = ruleAgainstPaperDate(answeredOn, mentorship.proposedOn, tx.today);
    if (refusal) throw new RuleBroken(refusal, 'answeredOn');
    await recordConsent(tx, mentorship, { personId, answer, manner: 'paper', answeredOn });
    const after = { isAnswered: true, answeredOn };
    await journal(tx, { act: 'recordPaperConsent', ...journalPlace(mentorship), personId, after });
    await markMembersDirty(tx, mentorship);
  });
}

/**
 * Takes a proposal back before any order names it; the place is free again. Throws NotFound, Forbidden, StaleWrite;
 * RuleBroken `not-withdrawable`, `named-in-order`.
 */
export async function withdrawMentorship(ctx: Context, id: Id, input: { version: number }): Promise<void> {
  await transact(ctx, async (tx) => {
    const mentorship = await lockedMentorship(tx, id);
    await assertCan(tx, 'mentorship.propose', id);
    refuseStale(mentorship, input.version);
    const refusal = ruleAgainstWithdrawing(mentorship.state, await isInLivingOrder(tx, id));
    if (refusal) throw new RuleBroken(refusal);
    await changeMentorship(tx, mentorship, { state: 'withdrawn' });
    await journal(tx, { act: 'withdrawMentorship', ...journalPlace(mentorship), after: { isWithdrawn: true } });
    await notifyAll(tx, noticesToSides(mentorship, 'mentorship-withdrawn'));
    await markMembersDirty(tx, mentorship);
  });
}

/** Whether an order that is drawn up, under review or returned names the mentorship. */
async function isInLivingOrder(ctx: Context, id: Id): Promise<boolean> {
  const row = await ctx.db
    .selectFrom('localActMentorship')
    .innerJoin('localAct', 'localAct.id', 'localActMentorship.actId')
    .select('localAct.id')
    .where('localActMentorship.mentorshipId', '=', id)
    .where('localAct.state', 'in', ['draft', 'review', 'returned'])
    .executeTakeFirst();
  return row !== undefined;
}

/**
 * Ends an active mentorship on its actual last day (inclusive); roles its order opened end with it unless another
 * mentorship needs them (BR-88). Throws NotFound, Forbidden, StaleWrite; RuleBroken `not-active`,
 * `finish-before-start`, `finish-in-future`, `finish-after-term`, `notice-still-runs`, `topic-results-missing`.
 */
export async function closeMentorship(
  ctx: Context,
  id: Id,
  input: { finishedOn: Day; version: number; outcome?: string },
): Promise<void> {
  await transact(ctx, async (tx) => {
    const mentorship = await lockedMentorship(tx, id);
    await assertCan(tx, 'mentorship.close', id);
    refuseStale(mentorship, input.version);
    const { finishedOn } = input;
    const refusal = ruleAgainstClosing(mentorship, finishedOn, tx.today);
    if (refusal) throw new RuleBroken(refusal, refusal === 'not-active' ? undefined : 'finishedOn');
    await refuseBeforeNoticeRunsOut(tx, id, finishedOn);
    await refuseWithoutResults(tx, mentorship);
    await changeMentorship(tx, mentorship, { state: 'closed', finishedOn, outcome: input.outcome ?? '' });
    await endRolesOf(tx, mentorship, finishedOn);
    await endMembersOf(tx, mentorship, finishedOn);
    await withdrawOpenChanges(tx, mentorship);
    const before = { endedOn: mentorship.endedOn };
    await journal(tx, { act: 'closeMentorship', ...journalPlace(mentorship), before, after: { finishedOn } });
    await notifyAll(tx, noticesToSides(mentorship, 'mentorship-closed'));
    await markMembersDirty(tx, mentorship);
  });
}

function refuseStale(mentorship: LockedMentorship, version: number): void {
  if (mentorship.version === version) return;
  throw new StaleWrite({ finishedOn: formatDay(mentorship.endedOn), version: String(mentorship.version) });
}
