import { assertCan } from '#app/access/can.server.ts';
import type { Context } from '#app/core/context.server.ts';
import { RuleBroken } from '#app/core/errors.ts';
import { transact } from '#app/core/transact.server.ts';
import { paths } from '#app/paths.ts';
import type { Day, Id } from '#db/schema.ts';
import { journal } from '../journal/journal.operations.server.ts';
import type { Answer } from '../mentorships/mentorship.ts';
import { journalPlace } from '../mentorships/mentorship-line.ts';
import { ruleAgainstPaperDate } from '../mentorships/mentorship-rules.ts';
import { notify } from '../notifications/notice.operations.server.ts';
import { type LockedChange, lockedChange } from './locked-change.server.ts';
import { writeChange } from './membership.operations.server.ts';
import { refuseUntoldTerms } from './newcomer-papers.server.ts';

/**
 * The invited person's own answer, today. A refusal is told to the proposer only and leaves no other trace (BR-04). Throws
 * NotFound; RuleBroken `change-not-open`, `terms-not-ready`.
 */
export async function answerChange(ctx: Context, id: Id, input: { answer: Answer }): Promise<void> {
  await transact(ctx, async (tx) => {
    const change = await lockedChange(tx, id);
    await assertCan(tx, 'membershipChange.answer', id);
    await record(tx, change, { answer: input.answer, manner: 'electronic', answeredOn: tx.today });
    await journalAnswer(tx, 'answerMember', change);
  });
}

/**
 * The answer the curator has on paper. Throws NotFound, Forbidden; RuleBroken `answered-in-future`,
 * `answered-too-early`, `change-not-open`, `terms-not-ready`.
 */
export async function recordChangePaper(
  ctx: Context,
  id: Id,
  input: { answer: Answer; answeredOn: Day },
): Promise<void> {
  await transact(ctx, async (tx) => {
    const change = await lockedChange(tx, id);
    await assertCan(tx, 'membershipChange.manage', id);
    const refusal = ruleAgainstPaperDate(input.answeredOn, change.proposedOn, tx.today);
    if (refusal) throw new RuleBroken(refusal, 'answeredOn');
    await record(tx, change, { ...input, manner: 'paper' });
    await journalAnswer(tx, 'recordMemberPaper', change);
  });
}

async function record(
  tx: Context,
  change: LockedChange,
  { answer, manner, answeredOn }: { answer: Answer; manner: 'electronic' | 'paper'; answeredOn: Day },
): Promise<void> {
  if (change.state !== 'proposed') throw new RuleBroken('change-not-open');
  if (answer === 'given' && change.kind !== 'mentee_added')
    await refuseUntoldTerms(tx, change.mentorship.id, change.personId);
  const state = answer === 'given' ? 'consented' : 'declined';
  await writeChange(tx, change, { state, manner, answeredOn });
  const kind = answer === 'given' ? 'member-agreed' : 'member-declined';
  const path = paths.mentorshipMembers(change.mentorship.id);
  await notify(tx, { personId: change.proposedBy, kind, path, details: { person: change.mentorship.mentee.name } });
}

async function journalAnswer(tx: Context, act: string, { mentorship, personId }: LockedChange): Promise<void> {
  await journal(tx, { act, ...journalPlace(mentorship), personId, after: { isAnswered: true } });
}
