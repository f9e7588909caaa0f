import { assertCanAt } from '#app/access/can.server.ts';
import { NotFound } from '#app/access/refusals.ts';
import type { Context } from '#app/core/context.server.ts';
import { RuleBroken, StaleWrite } from '#app/core/errors.ts';
import { newId } from '#app/core/ids.ts';
import { once } from '#app/core/once.server.ts';
import { transact } from '#app/core/transact.server.ts';
import { journal } from '#app/features/journal/journal.operations.server.ts';
import { notifyAll } from '#app/features/notifications/notice.operations.server.ts';
import { isOrganisation } from '#app/features/org-units/unit.ts';
import { paths } from '#app/paths.ts';
import type { Id } from '#db/schema.ts';
import { type NewOffer, ruleAgainstOffering, ruleAgainstWithdrawing } from './contour-offer.ts';
import { headsBelow } from './offer-notice.server.ts';
import { findOfferer, isFitProvider } from './offer-place.server.ts';

/**
 * Offers to take a component over, to one organisation or to all of an area, in the name of the topmost unit above it that
 * the actor offers for; the heads are told. Throws NotFound outside `contour.offer`, RuleBroken with the codes of
 * `OfferRule`. Source: REQUIREMENTS 002-2, ACCESS `contour.place`.
 */
export async function offerComponent(
  ctx: Context,
  input: NewOffer,
  onceKey: string | null = null,
): Promise<{ id: Id }> {
  return transact(ctx, async (tx) => {
    await assertCanAt(tx, 'contour.offer', input.targetUnitId);
    const offerer = await findOfferer(tx, input.targetUnitId);
    return once(tx, onceKey, input, () => insertOffer(tx, input, offerer));
  });
}

async function insertOffer(
  tx: Context,
  input: NewOffer,
  offerer: { id: Id; regionId: Id | null },
): Promise<{ id: Id }> {
  const components = tx.db.selectFrom('structuralComponent').select(['name', 'mayBeOutside']);
  const component = await components.where('code', '=', input.componentCode).executeTakeFirst();
  if (!component) throw new NotFound('component');
  const targets = tx.db.selectFrom('orgUnit').select('kind').where('id', '=', input.targetUnitId);
  const isToOne = isOrganisation((await targets.executeTakeFirstOrThrow()).kind);
  const refusal = ruleAgainstOffering(input, { component, isToOne, today: tx.today });
  if (refusal) throw new RuleBroken(...refusal);
  if (!(await isFitProvider(tx, offerer.id, input.providerUnitId))) {
    throw new RuleBroken('offer-provider-unfit', 'providerUnitId');
  }
  const id = newId();
  const { id: unitId, regionId } = offerer;
  const offeredBy = tx.actor.kind === 'person' ? tx.actor.personId : null;
  await tx.db
    .insertInto('componentOffer')
    .values({ id, unitId, regionId, offeredBy, createdAt: tx.now, ...input })
    .execute();
  const after = { component: component.name, startedOn: input.startedOn, endedOn: input.endedOn };
  await journal(tx, { act: 'offerComponent', objectKind: 'component_offer', objectId: id, unitId, regionId, after });
  const heads = await headsBelow(tx, input.targetUnitId);
  const details = { component: component.name };
  await notifyAll(
    tx,
    heads.map((head) => ({
      personId: head.personId,
      kind: 'component-offered',
      path: paths.contour(head.unitId),
      details,
    })),
  );
  return { id };
}

/**
 * Takes an offer back: no new answers. Only for the unit that made it. Throws NotFound, StaleWrite, RuleBroken
 * `offer-withdrawn`, `offer-accepted`.
 */
export async function withdrawOffer(ctx: Context, id: Id, input: { version: number }): Promise<void> {
  await transact(ctx, async (tx) => {
    const offer = await tx.db
      .selectFrom('componentOffer')
      .innerJoin('structuralComponent', 'structuralComponent.code', 'componentOffer.componentCode')
      .select(['componentOffer.unitId', 'componentOffer.regionId', 'componentOffer.targetUnitId'])
      .select(['componentOffer.withdrawnAt', 'componentOffer.version', 'structuralComponent.name'])
      .where('componentOffer.id', '=', id)
      .forUpdate('componentOffer')
      .executeTakeFirst();
    if (!offer) throw new NotFound('offer');
    await assertCanAt(tx, 'contour.offer', offer.unitId);
    await assertMayWithdraw(tx, offer.unitId);
    const accepted = await tx.db
      .selectFrom('componentOfferAnswer')
      .select('unitId')
      .where('offerId', '=', id)
      .where('unitId', '=', offer.targetUnitId)
      .where('answer', '=', 'accepted')
      .executeTakeFirst();
    const standing = { isWithdrawn: offer.withdrawnAt !== null, isAcceptedByItsOnlyTarget: accepted !== undefined };
    const refusal = ruleAgainstWithdrawing(standing);
    if (refusal) throw new RuleBroken(refusal);
    if (offer.version !== input.version) throw new StaleWrite({ version: String(offer.version) });
    await tx.db
      .updateTable('componentOffer')
      .set((eb) => ({ withdrawnAt: tx.now, version: eb('version', '+', 1) }))
      .where('id', '=', id)
      .execute();
    const { unitId, regionId } = offer;
    const after = { component: offer.name, isWithdrawn: true };
    await journal(tx, { act: 'withdrawOffer', objectKind: 'component_offer', objectId: id, unitId, regionId, after });
  });
}

/** A region does not take back what a municipality has offered. Throws NotFound. */
async function assertMayWithdraw(tx: Context, offererId: Id): Promise<void> {
  if (tx.actor.kind === 'system') return;
  const topmost = await findOfferer(tx, offererId);
  if (topmost.id !== offererId) throw new NotFound('offer');
}
