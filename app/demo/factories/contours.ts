import type { Context } from '#app/core/context.server.ts';
import { formatDay } from '#app/core/dates.ts';
import { placeInside, placeOutside } from '#app/features/contours/contour.operations.server.ts';
import { formVersion } from '#app/features/contours/contour.ts';
import { offerComponent } from '#app/features/contours/contour-offer.operations.server.ts';
import type { NewOffer } from '#app/features/contours/contour-offer.ts';
import type { Day, Id } from '#db/schema.ts';

/** A component of an organisation. */
interface Place {
  unitId: Id;
  code: string;
}

/** Version of a component's forms as its pages would show it. */
async function versionOf(ctx: Context, { unitId, code }: Place): Promise<number> {
  const rows = ctx.db.selectFrom('componentLocation').select('version').where('unitId', '=', unitId);
  return formVersion(await rows.where('componentCode', '=', code).execute());
}

/** Places a component inside, on an order, from today unless said otherwise. */
export async function makeInside(head: Context, place: Place, from: Day = head.today): Promise<void> {
  const ground = { groundKind: 'order', ground: `№ 12 от ${formatDay(from)}` } as const;
  await placeInside(head, place.unitId, place.code, { ...ground, from, version: await versionOf(head, place) });
}

/** Places a component outside with a unit, on a decision, from today unless said otherwise. */
export async function makeOutside(
  head: Context,
  place: Place,
  providerUnitId: Id,
  from: Day = head.today,
): Promise<void> {
  const ground = { groundKind: 'decision', ground: 'управления образования № 40', agreementId: null } as const;
  const version = await versionOf(head, place);
  await placeOutside(head, place.unitId, place.code, { ...ground, providerUnitId, from, version });
}

/** Places a component outside by an agreement of the organisation. */
export async function makeAgreed(head: Context, place: Place, agreementId: Id, from: Day = head.today): Promise<void> {
  const terms = { groundKind: 'order', ground: null, providerUnitId: null, agreementId } as const;
  await placeOutside(head, place.unitId, place.code, { ...terms, from, version: await versionOf(head, place) });
}

/** Offers to take a component over, from today and without a term unless said otherwise. */
export function makeOffer(
  ctx: Context,
  offer: Pick<NewOffer, 'componentCode' | 'targetUnitId' | 'providerUnitId'> & Partial<NewOffer>,
): Promise<{ id: Id }> {
  const usual = { startedOn: ctx.today, endedOn: null, ground: 'Приказ управления образования № 40' };
  return offerComponent(ctx, { ...usual, ...offer });
}
