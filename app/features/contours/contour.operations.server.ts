import { assertCan } from '#app/access/can.server.ts';
import type { Context } from '#app/core/context.server.ts';
import { RuleBroken } from '#app/core/errors.ts';
import { transact } from '#app/core/transact.server.ts';
import { journal } from '#app/features/journal/journal.operations.server.ts';
import type { Day, Id } from '#db/schema.ts';
import { type GROUND_KINDS, type OutsideProvider, ruleAgainstEnding, ruleAgainstProvider } from './contour.ts';
import {
  type HeldComponent,
  heldComponent,
  type NewLocation,
  refuseStale,
  writeLocation,
} from './locked-location.server.ts';

/** Placing a component inside. */
export interface PlaceInside {
  groundKind: (typeof GROUND_KINDS)[number];
  ground: string;
  from: Day;
  version: number;
}

/**
 * Places a component inside the organisation from a day; what stood before keeps its period. Throws NotFound, Forbidden,
 * StaleWrite, RuleBroken with the codes of `ContourRule`. Source: REQUIREMENTS 002-2.
 */
export async function placeInside(ctx: Context, unitId: Id, code: string, input: PlaceInside): Promise<void> {
  await transact(ctx, async (tx) => {
    const held = await heldForPlacing(tx, unitId, code, input.version);
    const { groundKind, ground, from } = input;
    const provider = { providerUnitId: unitId, providerName: null, agreementId: null, offerId: null };
    await place(tx, held, { place: 'inside', ...provider, groundKind, ground, startedOn: from, endedOn: null });
  });
}

/** Placing a component outside. */
export type PlaceOutside = OutsideProvider & { from: Day; version: number };

/**
 * Places a component outside from a day: by an agreement of the organisation, whose other party provides it, or with a
 * unit of the region or a federal one on another ground. Throws NotFound, Forbidden, StaleWrite, RuleBroken.
 */
export async function placeOutside(ctx: Context, unitId: Id, code: string, input: PlaceOutside): Promise<void> {
  await transact(ctx, async (tx) => {
    const held = await heldForPlacing(tx, unitId, code, input.version);
    const refusal = ruleAgainstProvider(input, unitId);
    if (refusal) throw new RuleBroken(...refusal);
    const provider = input.agreementId
      ? await providerByAgreement(tx, held, input.agreementId, input.from)
      : await providerByGround(tx, held, input);
    const { ground, from } = input;
    await place(tx, held, { place: 'outside', ...provider, ground, offerId: null, startedOn: from, endedOn: null });
  });
}

async function heldForPlacing(tx: Context, unitId: Id, code: string, version: number): Promise<HeldComponent> {
  const held = await heldComponent(tx, unitId, code);
  await assertCan(tx, 'contour.place', unitId);
  refuseStale(held, version);
  return held;
}

type Provider = Pick<NewLocation, 'providerUnitId' | 'providerName' | 'groundKind' | 'agreementId'>;

async function providerByAgreement(tx: Context, held: HeldComponent, agreementId: Id, from: Day): Promise<Provider> {
  const agreement = await tx.db
    .selectFrom('cooperationAgreement')
    .select(['partnerUnitId', 'partnerName', 'startedOn', 'endedOn'])
    .where('id', '=', agreementId)
    .where('unitId', '=', held.unit.id)
    .forShare()
    .executeTakeFirst();
  const isInForce =
    agreement && agreement.startedOn <= from && (agreement.endedOn === null || agreement.endedOn >= from);
  if (!isInForce) throw new RuleBroken('component-agreement-not-in-force', 'agreementId');
  const { partnerUnitId, partnerName } = agreement;
  if (partnerUnitId) await holdProvider(tx, held, partnerUnitId, from);
  return { providerUnitId: partnerUnitId, providerName: partnerName, groundKind: 'agreement', agreementId };
}

async function providerByGround(tx: Context, held: HeldComponent, input: PlaceOutside): Promise<Provider> {
  const { providerUnitId, groundKind, from } = input;
  if (providerUnitId === null) throw new RuleBroken('component-needs-one-provider', 'providerUnitId');
  await holdProvider(tx, held, providerUnitId, from);
  return { providerUnitId, providerName: null, groundKind, agreementId: null };
}

/** Holds the provider open. Throws RuleBroken when it is closed, unknown or of another region. */
async function holdProvider(tx: Context, { unit }: HeldComponent, providerId: Id, from: Day): Promise<void> {
  const provider = await tx.db
    .selectFrom('orgUnit')
    .select(['regionId', 'endedOn'])
    .where('id', '=', providerId)
    .forKeyShare()
    .executeTakeFirst();
  const isNear = provider && (provider.regionId === null || provider.regionId === unit.regionId);
  if (!isNear) throw new RuleBroken('component-needs-one-provider', 'providerUnitId');
  if (provider.endedOn !== null && (provider.endedOn < from || provider.endedOn < tx.today)) {
    throw new RuleBroken('component-provider-closed', 'providerUnitId');
  }
}

async function place(tx: Context, held: HeldComponent, location: NewLocation): Promise<void> {
  const { unit, component, latest } = held;
  const id = await writeLocation(tx, held, location);
  await journal(tx, {
    act: location.place === 'inside' ? 'placeInside' : 'placeOutside',
    objectKind: 'component_location',
    objectId: id,
    unitId: unit.id,
    regionId: unit.regionId,
    before: latest ? { place: latest.place, startedOn: latest.startedOn, endedOn: latest.endedOn } : {},
    after: { component: component.name, place: location.place, startedOn: location.startedOn },
  });
}

/**
 * Ends what a component has, with nothing after it: from the next day on it is a gap. Throws NotFound, Forbidden,
 * StaleWrite, RuleBroken `component-not-placed`, `component-ends-before-start`, `component-ends-later`,
 * `component-too-far-ahead`.
 */
export async function endComponent(
  ctx: Context,
  unitId: Id,
  code: string,
  input: { endedOn: Day; endReason: string; version: number },
): Promise<void> {
  await transact(ctx, async (tx) => {
    const held = await heldForPlacing(tx, unitId, code, input.version);
    const { unit, component, latest } = held;
    const refusal = ruleAgainstEnding(latest, input.endedOn, tx.today);
    if (refusal || !latest) throw new RuleBroken(refusal ?? 'component-not-placed', 'endedOn');
    const { endedOn, endReason } = input;
    await tx.db
      .updateTable('componentLocation')
      .set((eb) => ({ endedOn, endReason, version: eb('version', '+', 1) }))
      .where('id', '=', latest.id)
      .execute();
    await journal(tx, {
      act: 'endComponent',
      objectKind: 'component_location',
      objectId: latest.id,
      unitId,
      regionId: unit.regionId,
      before: { endedOn: latest.endedOn },
      after: { component: component.name, endedOn },
    });
  });
}
