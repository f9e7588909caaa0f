import { beforeAll, describe, expect, test } from 'vitest';
import { Forbidden, NotFound } from '#app/access/refusals.ts';
import { StaleWrite } from '#app/core/errors.ts';
import { newId } from '#app/core/ids.ts';
import { makeInside, makeOffer } from '#app/demo/factories/contours.ts';
import { listComponentStates, listLocations } from '#app/features/contours/contour.queries.server.ts';
import { offerComponent, withdrawOffer } from '#app/features/contours/contour-offer.operations.server.ts';
import { listOffersOf, listOffersTo, listWaitingOffers } from '#app/features/contours/contour-offer.queries.server.ts';
import { acceptOffer, declineOffer } from '#app/features/contours/offer-answer.operations.server.ts';
import type { Id } from '#db/schema.ts';
import { testDatabase } from '#tests/support/database.ts';
import { actorWith, buildWorld, TODAY, type World } from '#tests/support/world.ts';

const db = testDatabase();
type Actor = Awaited<ReturnType<typeof actorWith>>;
let world: World;
let head: Actor;
let siblingHead: Actor;
let farHead: Actor;
let curator: Actor;
let coordinator: Actor;
let methodologist: Actor;

beforeAll(async () => {
  world = await buildWorld(db);
  head = await actorWith(world, 'head', world.school);
  siblingHead = await actorWith(world, 'head', world.sibling);
  farHead = await actorWith(world, 'head', world.farSchool);
  curator = await actorWith(world, 'curator', world.school);
  coordinator = await actorWith(world, 'municipalCoordinator', world.municipality);
  methodologist = await actorWith(world, 'methodologist', world.region);
});

const toSchool = (componentCode: string, change = {}) =>
  makeOffer(coordinator, { componentCode, targetUnitId: world.school, providerUnitId: world.municipality, ...change });
const placeOf = async (code: string, unitId: Id, day = TODAY) =>
  (await listComponentStates(world.system, unitId, day)).find((state) => state.code === code);
const idsTo = async (reader: Actor, unitId: Id) => (await listOffersTo(reader, unitId)).map(({ id }) => id);
const newsTo = async (personId: Id) =>
  (await db.selectFrom('notice').select('kind').where('personId', '=', personId).execute()).map(({ kind }) => kind);
const actsUpon = async (id: Id) =>
  (await db.selectFrom('journalEntry').select('act').where('objectId', '=', id).orderBy('id').execute()).map(
    ({ act }) => act,
  );

describe('an offer to one organisation', () => {
  test('is accepted by its head: the component stands outside on that ground, until the last day on offer', async () => {
    await makeInside(head, { unitId: world.school, code: 'curator' }, '2026-09-01');
    const { id } = await toSchool('curator', { endedOn: '2027-05-31' });
    expect(await newsTo(head.personId)).toContain('component-offered');
    expect(await idsTo(head, world.school)).toEqual([id]);
    await acceptOffer(head, world.school, id, { from: '2026-12-01', version: 2 });
    expect(await placeOf('curator', world.school, '2026-11-30')).toMatchObject({ place: 'inside' });
    expect(await placeOf('curator', world.school, '2026-12-01')).toMatchObject({
      ...{ place: 'outside', provider: 'Заречный округ', groundKind: 'offer', endedOn: '2027-05-31' },
      ground: 'Приказ управления образования № 40',
    });
    expect(await placeOf('curator', world.school, '2027-06-01')).toMatchObject({ gap: 'ended' });
    expect(await newsTo(coordinator.personId)).toContain('component-offer-accepted');
    expect(await actsUpon(id)).toEqual(['offerComponent', 'acceptOffer']);
    expect(await idsTo(head, world.school)).toEqual([]);
    const again = acceptOffer(head, world.school, id, { from: TODAY, version: 4 });
    await expect(again).rejects.toMatchObject({ code: 'component-offer-answered' });
    await expect(withdrawOffer(coordinator, id, { version: 1 })).rejects.toMatchObject({ code: 'offer-accepted' });
  });

  test('declined stays on offer, waits no more, and may be accepted later', async () => {
    const { id } = await toSchool('psychologist');
    await declineOffer(head, world.school, id, { reason: 'Есть свой' });
    expect(await newsTo(coordinator.personId)).toContain('component-offer-declined');
    const again = declineOffer(head, world.school, id, { reason: null });
    await expect(again).rejects.toMatchObject({ code: 'component-offer-answered' });
    expect(await listOffersTo(head, world.school)).toMatchObject([{ id, isDeclined: true }]);
    expect((await listWaitingOffers(head, 10)).map((offer) => offer.id)).not.toContain(id);
    await acceptOffer(head, world.school, id, { from: TODAY, version: 1 });
    expect(await placeOf('psychologist', world.school)).toMatchObject({ place: 'outside' });
    expect(await actsUpon(id)).toEqual(['offerComponent', 'declineOffer', 'acceptOffer']);
  });

  test('is not accepted outside its days, from an old page, nor once withdrawn', async () => {
    const { id } = await toSchool('mentor_training', { startedOn: '2026-12-01', endedOn: '2026-12-31' });
    const early = acceptOffer(head, world.school, id, { from: TODAY, version: 1 });
    await expect(early).rejects.toMatchObject({ code: 'offer-outside-its-period', field: 'from' });
    const stale = acceptOffer(head, world.school, id, { from: '2026-12-01', version: 5 });
    await expect(stale).rejects.toThrow(StaleWrite);
    await expect(withdrawOffer(coordinator, id, { version: 7 })).rejects.toThrow(StaleWrite);
    await withdrawOffer(coordinator, id, { version: 1 });
    const late = acceptOffer(head, world.school, id, { from: '2026-12-01', version: 1 });
    await expect(late).rejects.toMatchObject({ code: 'offer-withdrawn' });
    await expect(withdrawOffer(coordinator, id, { version: 2 })).rejects.toMatchObject({ code: 'offer-withdrawn' });
    expect((await listLocations(head, world.school, 'mentor_training')).periods).toEqual([]);
  });

  test('is answered by its head alone', async () => {
    const { id } = await toSchool('monitoring');
    const input = { from: TODAY, version: 1, reason: null };
    for (const act of [acceptOffer, declineOffer]) {
      await expect(act(curator, world.school, id, input)).rejects.toThrow(Forbidden);
      await expect(act(coordinator, world.school, id, input)).rejects.toThrow(Forbidden);
      await expect(act(siblingHead, world.school, id, input)).rejects.toThrow(NotFound);
      await expect(act(siblingHead, world.sibling, id, input)).rejects.toThrow(NotFound);
      await expect(act(head, world.school, newId(), input)).rejects.toThrow(NotFound);
    }
    expect(await actsUpon(id)).toEqual(['offerComponent']);
  });
});

describe('an offer to all below', () => {
  test('is answered by each for itself; withdrawn, it leaves what was accepted', async () => {
    const all = { componentCode: 'route_support', targetUnitId: world.municipality, providerUnitId: world.sibling };
    const { id } = await makeOffer(coordinator, all);
    expect(await idsTo(head, world.school)).toContain(id);
    expect(await idsTo(siblingHead, world.sibling), 'who would provide it is not asked').not.toContain(id);
    await expect(declineOffer(siblingHead, world.sibling, id, { reason: null })).rejects.toThrow(NotFound);
    await expect(acceptOffer(farHead, world.farSchool, id, { from: TODAY, version: 1 })).rejects.toThrow(NotFound);
    await acceptOffer(head, world.school, id, { from: TODAY, version: 1 });
    await withdrawOffer(coordinator, id, { version: 1 });
    expect(await placeOf('route_support', world.school)).toMatchObject({ place: 'outside', provider: 'Школа № 5' });
    const shown = await listOffersOf(methodologist, world.municipality, { open: undefined, page: 1 });
    const counts = { isToAll: true, accepted: 1, declined: 0, isWithdrawn: true, isOwn: false };
    expect(shown.find((offer) => offer.id === id)).toMatchObject(counts);
  });

  test('of the region reaches every municipality of it', async () => {
    const all = { componentCode: 'information', targetUnitId: world.region, providerUnitId: world.centre };
    const { id } = await makeOffer(methodologist, all);
    await acceptOffer(farHead, world.farSchool, id, { from: TODAY, version: 1 });
    expect(await placeOf('information', world.farSchool)).toMatchObject({ provider: 'ЦНППМ Верхневолжской области' });
    expect(await idsTo(head, world.school)).toContain(id);
  });
});

describe('who offers', () => {
  test('offers below himself in the name of his unit, and takes back only its own', async () => {
    const mine = { componentCode: 'stimulation', targetUnitId: world.school, providerUnitId: world.municipality };
    for (const stranger of [head, curator]) await expect(makeOffer(stranger, mine)).rejects.toThrow(NotFound);
    await expect(makeOffer(coordinator, { ...mine, targetUnitId: world.farSchool })).rejects.toThrow(NotFound);
    await expect(makeOffer(coordinator, { ...mine, targetUnitId: world.foreignSchool })).rejects.toThrow(NotFound);
    const { id } = await makeOffer(coordinator, mine);
    const offer = db.selectFrom('componentOffer').select('unitId').where('id', '=', id);
    expect(await offer.executeTakeFirstOrThrow()).toEqual({ unitId: world.municipality });
    for (const stranger of [head, methodologist]) {
      await expect(withdrawOffer(stranger, id, { version: 1 })).rejects.toThrow(NotFound);
    }
  });

  test('is refused with a sentence: a provider elsewhere, the school itself, what stays inside, the same again', async () => {
    const offer = {
      componentCode: 'external_contacts',
      targetUnitId: world.school,
      providerUnitId: world.municipality,
    };
    await makeOffer(coordinator, offer);
    const refused: [Partial<typeof offer>, string][] = [
      [{ providerUnitId: world.centre }, 'offer-provider-unfit'],
      [{ providerUnitId: newId() }, 'offer-provider-unfit'],
      [{ providerUnitId: world.school }, 'offer-to-the-provider'],
      [{ componentCode: 'leadership' }, 'component-stays-inside'],
      [{}, 'component-offer-repeated'],
    ];
    for (const [change, code] of refused) {
      await expect(makeOffer(coordinator, { ...offer, ...change })).rejects.toMatchObject({ code });
    }
    await expect(makeOffer(coordinator, { ...offer, componentCode: 'nonsense' })).rejects.toThrow(NotFound);
  });

  test('sends a form three times and makes one offer', async () => {
    const key = newId();
    const offer = {
      ...{ componentCode: 'methodical_support', targetUnitId: world.sibling, providerUnitId: world.municipality },
      ...{ startedOn: TODAY, endedOn: null, ground: 'Приказ № 1' },
    };
    const made = await Promise.all([1, 2, 3].map(() => offerComponent(coordinator, offer, key)));
    expect(new Set(made.map(({ id }) => id)).size).toBe(1);
  });
});
