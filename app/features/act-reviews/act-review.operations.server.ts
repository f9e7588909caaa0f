import { assertCan } from '#app/access/can.server.ts';
import { NotFound } from '#app/access/refusals.ts';
import { type Context, personOf } from '#app/core/context.server.ts';
import { RuleBroken } from '#app/core/errors.ts';
import { newId } from '#app/core/ids.ts';
import { transact } from '#app/core/transact.server.ts';
import { paths } from '#app/paths.ts';
import type { Day, Id } from '#db/schema.ts';
import { actTypeOf } from '../local-acts/act-type.ts';
import { journalAct } from '../local-acts/local-act.operations.server.ts';
import { lockedAct } from '../local-acts/locked-act.server.ts';
import { notify } from '../notifications/notice.operations.server.ts';
import { type Answer, type Body, ruleAgainstAnswering, ruleAgainstOpinion } from './act-review.ts';

/**
 * The answer of somebody asked about a text, once and about exactly the text shown. Tells the author. Throws NotFound to
 * whoever was not asked; RuleBroken with a code of `ReviewRule`.
 */
export async function answerReview(
  ctx: Context,
  actId: Id,
  input: { hash: string; answer: Answer; comment: string },
): Promise<void> {
  await transact(ctx, async (tx) => {
    // The act first, as everybody does who decides about it.
    const act = await lockedAct(tx, actId);
    const asked = await tx.db
      .selectFrom('actReview')
      .select(['id', 'answer'])
      .where('actId', '=', actId)
      .where('personId', '=', personOf(tx))
      .orderBy('createdAt', 'desc')
      .orderBy('id', 'desc')
      .forUpdate()
      .executeTakeFirst();
    if (!asked) throw new NotFound('review');
    await assertCan(tx, 'review.answer', asked.id);
    const { hash: shownHash, answer, comment } = input;
    const refusal = ruleAgainstAnswering(act, { shownHash, answer, comment, isAnswered: asked.answer !== null });
    if (refusal) throw new RuleBroken(refusal, refusal === 'comment-missing' ? 'comment' : undefined);
    await tx.db
      .updateTable('actReview')
      .set({ answer, comment, answeredAt: tx.now })
      .where('id', '=', asked.id)
      .execute();
    await journalAct(tx, 'answerReview', act, { answer, documentHash: act.documentHash });
    const details = { heading: act.heading };
    await notify(tx, { personId: act.authorId, kind: 'act-reviewed', path: paths.act(actId), details });
  });
}

/** The author takes the text back before it is decided. Throws RuleBroken `not-under-review`, `not-author`. */
export async function withdrawAct(ctx: Context, actId: Id): Promise<void> {
  await transact(ctx, async (tx) => {
    const act = await lockedAct(tx, actId);
    await assertCan(tx, 'act.edit', actId);
    if (act.state !== 'review') throw new RuleBroken('not-under-review');
    if (act.authorId !== personOf(tx)) throw new RuleBroken('not-author');
    const changed = { state: 'draft', submittedAt: null, reviewDueOn: null, version: act.version + 1 };
    await tx.db.updateTable('localAct').set(changed).where('id', '=', actId).execute();
    await journalAct(tx, 'withdrawAct', act, { state: 'draft' }, { state: act.state });
  });
}

/** What a body said of a text. */
export interface Opinion {
  /** Hash of the text on the page it was recorded from. */
  hash: string;
  outcome: string;
  number: string | null;
  heldOn: Day | null;
  note: string;
}

/**
 * Records the council's minutes or the union's opinion about the text as it stands, before the head decides. Throws
 * RuleBroken with a code of `ReviewRule`, `act-opinion-recorded-already`.
 */
export async function recordOpinion(ctx: Context, actId: Id, body: Body, input: Opinion): Promise<void> {
  await transact(ctx, async (tx) => {
    const act = await lockedAct(tx, actId);
    await assertCan(tx, 'act.edit', actId);
    const { needsCouncil, needsUnion } = actTypeOf(act.kind);
    if (!(body === 'council' ? needsCouncil : needsUnion)) throw new RuleBroken('opinion-not-needed');
    if (act.state === 'approved' || act.state === 'cancelled') throw new RuleBroken('review-over');
    if (input.hash !== act.documentHash) throw new RuleBroken('review-text-changed');
    const broken = ruleAgainstOpinion(input, tx.today);
    if (broken) throw new RuleBroken(broken.rule, broken.field);
    const { hash: documentHash, outcome, note } = input;
    const isAbsent = outcome === 'absent';
    const minutes = isAbsent ? { number: null, heldOn: null } : { number: input.number, heldOn: input.heldOn };
    const row = { actId, unitId: act.unitId, regionId: act.regionId, body, documentHash, outcome, note, ...minutes };
    await tx.db
      .insertInto('actOpinion')
      .values({ id: newId(), ...row, recordedBy: personOf(tx), createdAt: tx.now })
      .execute();
    await journalAct(tx, 'recordOpinion', act, { body, outcome, ...minutes, documentHash });
  });
}
