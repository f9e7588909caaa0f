import { assertCan } from '#app/access/can.server.ts';
import { NotFound } from '#app/access/refusals.ts';
import type { Context } from '#app/core/context.server.ts';
import { RuleBroken, StaleWrite } from '#app/core/errors.ts';
import { transact } from '#app/core/transact.server.ts';
import { paths } from '#app/paths.ts';
import type { Id } from '#db/schema.ts';
import { assertActive, journalRoute, lockedRoute } from '../educational-routes/locked-route.server.ts';
import { addStep } from '../educational-routes/route-step.operations.server.ts';
import { notify } from '../notifications/notice.operations.server.ts';
import { offerKind, stepKindOf } from '../offers/offer.ts';
import { findProposal } from './group.queries.server.ts';
import { groupText } from './group.text.ts';

/** Notes that the owner has seen a proposal: from then on the tutor cannot take it back. */
export async function seeProposal(ctx: Context, id: Id): Promise<void> {
  await ctx.db
    .insertInto('proposalLook')
    .values({ proposalId: id, firstAt: ctx.now })
    .onConflict((conflict) => conflict.column('proposalId').doNothing())
    .execute();
}

/**
 * The owner takes a proposal into the roadmap as a step, or declines it. Throws NotFound, StaleWrite, RuleBroken
 * `proposal-answered`, `route-not-active` and those of `addStep`.
 */
export async function answerProposal(
  ctx: Context,
  id: Id,
  input: { answer: 'accepted' | 'declined'; version: number },
): Promise<{ routeId: Id }> {
  return transact(ctx, async (tx) => {
    const found = await tx.db.selectFrom('routeProposal').select('routeId').where('id', '=', id).executeTakeFirst();
    if (!found) throw new NotFound('proposal');
    const route = await lockedRoute(tx, found.routeId);
    await assertCan(tx, 'proposal.answer', id);
    assertActive(route);
    const proposal = await findProposal(tx, id);
    if (proposal.state !== 'proposed') throw new RuleBroken('proposal-answered');
    if (proposal.version !== input.version) throw new StaleWrite({ version: String(proposal.version) });
    const stepId = input.answer === 'accepted' ? await stepFrom(tx, route.id, proposal) : null;
    const answered = { state: input.answer, decidedOn: tx.today, stepId, version: proposal.version + 1 };
    await seeProposal(tx, id);
    await tx.db.updateTable('routeProposal').set(answered).where('id', '=', id).execute();
    await journalRoute(tx, 'answerProposal', route, { after: { answer: input.answer, offerId: proposal.offerId } });
    const plan = await tx.db
      .selectFrom('routeProposal')
      .innerJoin('groupPlan', 'groupPlan.id', 'routeProposal.planId')
      .select(['groupPlan.id', 'groupPlan.madeBy'])
      .where('routeProposal.id', '=', id)
      .executeTakeFirstOrThrow();
    const news = { kind: 'route-offer-answered', path: paths.groupPlanMade(plan.id) } as const;
    await notify(tx, { personId: plan.madeBy, ...news, details: { title: proposal.title } });
    return { routeId: route.id };
  });
}

async function stepFrom(tx: Context, routeId: Id, proposal: Awaited<ReturnType<typeof findProposal>>): Promise<Id> {
  const { offerId, title, startsOn, dueOn, expectedProduct, area } = proposal;
  if (area === null) throw new Error('a proposal without an area');
  const offer = await tx.db
    .selectFrom('learningOffer')
    .select(['kind', 'number', 'providerName', 'hours'])
    .where('id', '=', offerId)
    .executeTakeFirstOrThrow();
  const step = await addStep(tx, routeId, {
    ...{ kind: stepKindOf(offerKind(offer.kind)), area, title, expectedProduct, startedOn: startsOn, dueOn },
    ...{ organisation: offer.providerName, registerNumber: offer.number ?? '', hours: offer.hours },
    offerId,
    // An agreed roadmap takes it as a correction by the owner's own wish (BR-24).
    ...{ cause: 'requests', reason: groupText.correctionReason(title) },
  });
  return step.id;
}
