import { NotFound } from '#app/access/refusals.ts';
import { within } from '#app/access/within.server.ts';
import type { Context } from '#app/core/context.server.ts';
import type { Id } from '#db/schema.ts';
import type { Document } from '#reports/document.ts';
import { listOpinions } from '../local-acts/act-life.queries.server.ts';
import { actTypeOf } from '../local-acts/act-type.ts';
import { type ActState, actState } from '../local-acts/local-act.ts';
import { type Body, type ReviewRule, ruleAgainstAnswering } from './act-review.ts';

/** The text the actor is asked about, while it is under review. Throws NotFound to whoever was not asked. */
export async function findAsked(ctx: Context, actId: Id) {
  const row = await ctx.db
    .selectFrom('localAct')
    .innerJoin('actReview', 'actReview.actId', 'localAct.id')
    .select([
      'localAct.heading',
      'localAct.state',
      'localAct.document',
      'localAct.documentHash',
      'localAct.reviewDueOn',
    ])
    .select(['actReview.answer', 'actReview.documentHash as askedHash'])
    .where('localAct.id', '=', actId)
    .where(within(ctx, 'review.answer'))
    .where(within(ctx, 'act.read'))
    .orderBy('actReview.createdAt', 'desc')
    .orderBy('actReview.id', 'desc')
    .executeTakeFirst();
  if (!row) throw new NotFound('review');
  const { state, answer, askedHash, document, ...act } = row;
  const given = { shownHash: askedHash, answer: 'agreed', comment: '', isAnswered: answer !== null } as const;
  const refusal: ReviewRule | null = ruleAgainstAnswering({ ...act, state: actState(state) }, given);
  // Written only by the operations of local acts, from this type.
  return { ...act, document: document as Document, refusal };
}

/** Why a body's word about the text as it stands cannot be recorded now; null when it can. */
export async function findOpinionRefusal(
  ctx: Context,
  act: { id: Id; kind: string; state: ActState; documentHash: string },
  body: Body,
): Promise<ReviewRule | 'act-opinion-recorded-already' | null> {
  const { needsCouncil, needsUnion } = actTypeOf(act.kind);
  if (!(body === 'council' ? needsCouncil : needsUnion)) return 'opinion-not-needed';
  if (act.state === 'approved' || act.state === 'cancelled') return 'review-over';
  const known = await listOpinions(ctx, act);
  return known.some((one) => one.body === body) ? 'act-opinion-recorded-already' : null;
}
