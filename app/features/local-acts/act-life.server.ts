import { type Context, personOf } from '#app/core/context.server.ts';
import type { Document } from '#reports/document.ts';
import { forceOn, ruleAgainstEnding } from './act-force.ts';
import {
  countAcquainted,
  findOptionalSignature,
  findPublishedOn,
  isToRead,
  isToReview,
  listOpinions,
  listReviews,
  listVersions,
} from './act-life.queries.server.ts';
import { says, saysMinutes } from './act-review-facts.server.ts';
import { actTypeOf } from './act-type.ts';
import type { findAct } from './local-act.queries.server.ts';
import { isEditable } from './local-act.ts';

type Act = Omit<Awaited<ReturnType<typeof findAct>>, 'document'> & { document: Document };

/** Everything that has happened to an act beside its text, and what the actor may do next. */
export async function findActLife(ctx: Context, act: Act) {
  const isStaff = Boolean(act.canEdit) || Boolean(act.canApprove);
  const asked: ReturnType<typeof listReviews> = isStaff ? listReviews(ctx, act) : Promise.resolve([]);
  const said: ReturnType<typeof listOpinions> = isStaff ? listOpinions(ctx, act) : Promise.resolve([]);
  const [reviews, opinions, acquainted, versions, signature, publishedOn, mayConfirm, mayAnswer] = await Promise.all([
    asked,
    said,
    countAcquainted(ctx, act.id),
    listVersions(ctx, act),
    act.state === 'approved' ? findOptionalSignature(ctx, act.id) : null,
    findPublishedOn(ctx, act.id),
    isToRead(ctx, act.id),
    act.state === 'review' ? isToReview(ctx, act) : false,
  ]);
  const type = actTypeOf(act.kind);
  const isOpen = isEditable(act.state) || act.state === 'review';
  const mayEnd = isStaff && ruleAgainstEnding(act, ctx.today) === null;
  const { inForceOn, endedOn, endReason, origin, signatureKind, reviewDueOn } = act;
  return {
    id: act.id,
    state: act.state,
    approval: type.approval,
    force: forceOn(act, ctx.today),
    ...{ inForceOn, endedOn, endReason, origin, signatureKind },
    reviewDueOn: act.state === 'review' ? reviewDueOn : null,
    ...{ reviews, acquainted, versions, signature, publishedOn, mayConfirm, mayAnswer, isStaff },
    bodies: isStaff && isOpen ? bodies(type, act, opinions) : [],
    mayRecord: Boolean(act.canEdit) && isOpen,
    mayWithdraw: Boolean(act.canEdit) && act.state === 'review' && act.authorId === personOf(ctx),
    mayBegin: Boolean(act.canEdit) && mayEnd && origin === 'program',
    mayRepeal: Boolean(act.canApprove) && mayEnd,
    mayAttach: Boolean(act.canEdit) && act.state === 'approved' && signature === null && origin === 'program',
    mayPublish: Boolean(act.canPublish) && act.state === 'approved' && type.isPublic,
    needsAcquaintance: act.state === 'approved' && (type.needsAcquaintance || acquainted.all > 0),
  };
}

/** What the page of an act shows beside the text. */
export type ActLife = Awaited<ReturnType<typeof findActLife>>;

type Opinions = Awaited<ReturnType<typeof listOpinions>>;

function bodies(type: ReturnType<typeof actTypeOf>, act: Act, opinions: Opinions) {
  const isSaid = { council: saysMinutes(act.values), union: says(act.values, 'unionOpinion') };
  return (['council', 'union'] as const)
    .filter((body) => (body === 'council' ? type.needsCouncil : type.needsUnion))
    .map((body) => ({
      body,
      isSaidInText: isSaid[body],
      opinion: opinions.find((one) => one.body === body) ?? null,
    }));
}
