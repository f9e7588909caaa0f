import { assertCan } from '#app/access/can.server.ts';
import { NotFound } from '#app/access/refusals.ts';
import type { Context } from '#app/core/context.server.ts';
import { RuleBroken } from '#app/core/errors.ts';
import { transact } from '#app/core/transact.server.ts';
import { journal } from '#app/features/journal/journal.operations.server.ts';
import { notify } from '#app/features/notifications/notice.operations.server.ts';
import { paths } from '#app/paths.ts';
import type { Day, Id } from '#db/schema.ts';
import {
  answerOf,
  ruleAgainstAccepting,
  ruleAgainstAcceptingFrom,
  ruleAgainstDeclining,
  type StandingOffer,
} from './contour-offer.ts';
import { type HeldComponent, heldComponent, refuseStale, writeLocation } from './locked-location.server.ts';
import { isFitProvider } from './offer-place.server.ts';

/**
 * Accepts an offer for the organisation: the component stands outside from the day, on the ground of the offer, until the
 * offer's last day. Throws NotFound, Forbidden, StaleWrite, RuleBroken with the codes of `OfferRule` and `ContourRule`.
 */
export async function acceptOffer(
  ctx: Context,
  unitId: Id,
  offerId: Id,
  input: { from: Day; version: number },
): Promise<void> {
  await transact(ctx, async (tx) => {
    const offer = await heldOffer(tx, unitId, offerId);
    const refusal = ruleAgainstAccepting(offer, tx.today);
    if (refusal) throw new RuleBroken(refusal);
    const outside = ruleAgainstAcceptingFrom(offer, input.from);
    if (outside) throw new RuleBroken(outside, 'from');
    if (!(await isFitProvider(tx, offer.unitId, offer.providerUnitId))) throw new RuleBroken('offer-provider-unfit');
    await answer(tx, offer, unitId, 'accepted', null);
    const held = await heldComponent(tx, unitId, offer.componentCode);
    refuseStale(held, input.version);
    const { providerUnitId, endedOn } = offer;
    const provider = { providerUnitId, providerName: null, groundKind: 'offer', ground: null } as const;
    const period = { agreementId: null, offerId, startedOn: input.from, endedOn };
    await writeLocation(tx, held, { place: 'outside', ...provider, ...period });
    await record(tx, 'acceptOffer', offer, held, { startedOn: input.from });
  });
}

/**
 * Declines an offer for the organisation; it may still be accepted later while it stands. Throws NotFound, Forbidden,
 * RuleBroken `component-offer-answered`, `offer-withdrawn`, `offer-over`.
 */
export async function declineOffer(
  ctx: Context,
  unitId: Id,
  offerId: Id,
  input: { reason: string | null },
): Promise<void> {
  await transact(ctx, async (tx) => {
    const offer = await heldOffer(tx, unitId, offerId);
    const refusal = ruleAgainstDeclining(offer, tx.today);
    if (refusal) throw new RuleBroken(refusal);
    await answer(tx, offer, unitId, 'declined', input.reason);
    await record(tx, 'declineOffer', offer, await heldComponent(tx, unitId, offer.componentCode), {});
  });
}

interface HeldOffer extends StandingOffer {
  id: Id;
  unitId: Id;
  componentCode: string;
  providerUnitId: Id;
  offeredBy: Id | null;
}

/** The offer, kept from being withdrawn until the act is done; other organisations answer meanwhile. Throws NotFound. */
async function heldOffer(tx: Context, unitId: Id, offerId: Id): Promise<HeldOffer> {
  await assertCan(tx, 'contour.place', unitId);
  const offer = await tx.db
    .selectFrom('componentOffer')
    .innerJoin('orgUnitAncestor as up', 'up.ancestorId', 'componentOffer.targetUnitId')
    .select(['componentOffer.id', 'componentOffer.unitId', 'componentOffer.componentCode'])
    .select(['componentOffer.providerUnitId', 'componentOffer.offeredBy', 'componentOffer.withdrawnAt'])
    .select(['componentOffer.startedOn', 'componentOffer.endedOn'])
    .where('componentOffer.id', '=', offerId)
    .where('up.unitId', '=', unitId)
    .forShare('componentOffer')
    .executeTakeFirst();
  // An organisation that would provide the component for all is not asked itself.
  if (!offer || offer.providerUnitId === unitId) throw new NotFound('offer');
  const answers = tx.db.selectFrom('componentOfferAnswer').select('answer').where('offerId', '=', offerId);
  const given = await answers.where('unitId', '=', unitId).executeTakeFirst();
  const { withdrawnAt, ...rest } = offer;
  return { ...rest, isWithdrawn: withdrawnAt !== null, answer: answerOf(given?.answer) };
}

/** Writes the answer; of two given at once the second one finds it written. */
async function answer(
  tx: Context,
  offer: HeldOffer,
  unitId: Id,
  given: 'accepted' | 'declined',
  reason: string | null,
): Promise<void> {
  const unit = await tx.db.selectFrom('orgUnit').select('regionId').where('id', '=', unitId).executeTakeFirstOrThrow();
  const written = await tx.db
    .insertInto('componentOfferAnswer')
    .values({ offerId: offer.id, unitId, regionId: unit.regionId, answer: given, reason, answeredAt: tx.now })
    .onConflict((conflict) =>
      conflict
        .constraint('component_offer_answered')
        .doUpdateSet({ answer: given, reason, answeredAt: tx.now })
        .where('componentOfferAnswer.answer', '=', 'declined')
        .where('componentOfferAnswer.answer', '<>', given),
    )
    .returning('unitId')
    .executeTakeFirst();
  if (!written) throw new RuleBroken('component-offer-answered');
}

async function record(
  tx: Context,
  act: 'acceptOffer' | 'declineOffer',
  offer: HeldOffer,
  { unit, component }: HeldComponent,
  more: { startedOn?: Day },
): Promise<void> {
  const { id: unitId, regionId } = unit;
  const after = { component: component.name, ...more };
  await journal(tx, { act, objectKind: 'component_offer', objectId: offer.id, unitId, regionId, after });
  if (offer.offeredBy === null) return;
  await notify(tx, {
    personId: offer.offeredBy,
    kind: act === 'acceptOffer' ? 'component-offer-accepted' : 'component-offer-declined',
    path: paths.contour(unitId),
    details: { component: component.name, unit: unit.shortName },
  });
}
