import { beforeAll, expect, test } from 'vitest';
import type { Context } from '#app/core/context.server.ts';
import { makeInside, makeOffer } from '#app/demo/factories/contours.ts';
import { makeUnit } from '#app/demo/factories/org-units.ts';
import { placeInside, placeOutside } from '#app/features/contours/contour.operations.server.ts';
import { listLocations } from '#app/features/contours/contour.queries.server.ts';
import { withdrawOffer } from '#app/features/contours/contour-offer.operations.server.ts';
import { acceptOffer } from '#app/features/contours/offer-answer.operations.server.ts';
import type { Id } from '#db/schema.ts';
import { testDatabase } from '#tests/support/database.ts';
import { as, buildWorld, grant, hire, TODAY, type World } from '#tests/support/world.ts';
import { broken, together, unlessOneWon } from './rounds.ts';

const ROUNDS = 60;
const STALE = 'StaleWrite: stale';
const OVERLAPS = 'component-location-overlaps';
const db = testDatabase();
let world: World;
let coordinator: Context;

beforeAll(async () => {
  world = await buildWorld(db);
  const personId = await hire(world, world.municipality, { employment: null, category: 'none', teachingSince: null });
  await grant(world, personId, 'municipalCoordinator', world.municipality);
  coordinator = await as(world, personId);
});

/** A school of its own for a round, with its two heads. */
async function schoolOf(number: number): Promise<{ unitId: Id; heads: [Context, Context] }> {
  const { id } = await makeUnit(world.system, {
    kind: 'school',
    parentId: world.municipality,
    name: `Школа ${number}`,
  });
  const head = async () => {
    const personId = await hire(world, id);
    await grant(world, personId, 'head', id);
    return as(world, personId);
  };
  return { unitId: id, heads: [await head(), await head()] };
}

const periods = async (head: Context, unitId: Id) => (await listLocations(head, unitId, 'curator')).periods;
const ground = { groundKind: 'order', ground: '№ 1' } as const;

test(`two heads who place the same component at once: one does, ${ROUNDS} rounds`, { timeout: 120_000 }, async () => {
  const wrong = await broken(ROUNDS, async (number) => {
    const { unitId, heads } = await schoolOf(number);
    const hasHistory = number % 2 === 0;
    if (hasHistory) await makeInside(heads[0], { unitId, code: 'curator' }, '2026-09-01');
    const form = { ...ground, from: TODAY, version: hasHistory ? 2 : 1 };
    const outside = { ...form, agreementId: null, providerUnitId: world.municipality };
    const endings = await together([
      () => placeInside(heads[0], unitId, 'curator', form),
      () => placeOutside(heads[1], unitId, 'curator', outside),
      () => placeInside(heads[0], unitId, 'curator', { ...form, from: '2026-10-01' }),
    ]);
    const complaints = unlessOneWon(endings, [STALE, OVERLAPS]);
    const kept = (await periods(heads[0], unitId)).length;
    return kept === (hasHistory ? 2 : 1) ? complaints : [...complaints, `${kept} periods`];
  });
  console.log(`${ROUNDS} rounds of placing, ${wrong.length} broken`);
  expect(wrong).toEqual([]);
});

test(`an offer accepted in two tabs and by two heads at once places one component, ${ROUNDS} rounds`, {
  timeout: 120_000,
}, async () => {
  const wrong = await broken(ROUNDS, async (number) => {
    const { unitId, heads } = await schoolOf(1_000 + number);
    const { id } = await makeOffer(coordinator, {
      ...{ componentCode: 'curator', targetUnitId: unitId, providerUnitId: world.municipality },
    });
    const accept = (head: Context) => () => acceptOffer(head, unitId, id, { from: TODAY, version: 1 });
    const endings = await together([accept(heads[0]), accept(heads[0]), accept(heads[1])]);
    const complaints = unlessOneWon(endings, ['component-offer-answered']);
    const kept = (await periods(heads[0], unitId)).length;
    return kept === 1 ? complaints : [...complaints, `${kept} periods`];
  });
  console.log(`${ROUNDS} rounds of accepting, ${wrong.length} broken`);
  expect(wrong).toEqual([]);
});

test(`an offer withdrawn while it is accepted: one of the two, ${ROUNDS} rounds`, { timeout: 120_000 }, async () => {
  const won = { accepted: 0, withdrawn: 0 };
  const wrong = await broken(ROUNDS, async (number) => {
    const { unitId, heads } = await schoolOf(2_000 + number);
    const { id } = await makeOffer(coordinator, {
      ...{ componentCode: 'curator', targetUnitId: unitId, providerUnitId: world.municipality },
    });
    const accept = () => acceptOffer(heads[0], unitId, id, { from: TODAY, version: 1 });
    const withdraw = () => withdrawOffer(coordinator, id, { version: 1 });
    const acts = number % 2 === 0 ? [accept, withdraw] : [withdraw, accept];
    const complaints = unlessOneWon(await together(acts), ['offer-withdrawn', 'offer-accepted']);
    const kept = (await periods(heads[0], unitId)).length;
    const { withdrawnAt } = await db
      .selectFrom('componentOffer')
      .select('withdrawnAt')
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    won[kept === 1 ? 'accepted' : 'withdrawn'] += 1;
    return (kept === 1) === (withdrawnAt === null) ? complaints : [...complaints, 'both or neither'];
  });
  console.log(`${ROUNDS} rounds of withdrawing, ${wrong.length} broken; ${JSON.stringify(won)}`);
  expect(wrong).toEqual([]);
});
