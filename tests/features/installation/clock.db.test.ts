import { beforeAll, expect, test } from 'vitest';
import { paths } from '#app/paths.ts';
import type { Id } from '#db/schema.ts';
import { testDatabase } from '#tests/support/database.ts';
import { openSite } from '#tests/support/site.ts';
import { actorWith, buildWorld, NOW } from '#tests/support/world.ts';

const db = testDatabase();
const clock = {
  offsetDays: 0,
  now: () => new Date(Date.parse(NOW) + clock.offsetDays * 86_400_000).toISOString(),
};
const site = openSite(db, { clock });
let administrator: Id;
let curator: Id;

beforeAll(async () => {
  const world = await buildWorld(db);
  administrator = (await actorWith(world, 'administrator', world.region)).personId;
  curator = (await actorWith(world, 'curator', world.school)).personId;
});

test('the clock exists only in a demonstration region, and only for administrators', async () => {
  expect((await site.get(paths.clock(), { as: administrator })).status).toBe(404);
  expect((await site.post(paths.clock(), { days: '30' }, { as: administrator })).status).toBe(404);
  await db
    .insertInto('setting')
    .values({ key: 'demo', value: JSON.stringify({ offsetDays: 0 }) })
    .execute();
  expect((await site.get(paths.clock(), { as: curator })).status).toBe(404);
  expect((await site.post(paths.clock(), { days: '30' }, { as: curator })).status).toBe(404);

  expect((await site.post(paths.clock(), { days: '30' }, { as: administrator })).status).toBe(303);
  expect(clock.offsetDays).toBe(30);
  expect(await (await site.get(paths.clock(), { as: administrator })).text()).toContain('22.12.2026');
  const setting = await db.selectFrom('setting').select('value').where('key', '=', 'demo').executeTakeFirst();
  expect(setting?.value).toMatchObject({ offsetDays: 30 });
  expect((await site.post(paths.clock(), { days: '-30' }, { as: administrator })).status).toBe(303);
  expect(clock.offsetDays).toBe(0);
});

test.each(['', 'завтра', '1.5', '99999'])('refuses to move by %j', async (days) => {
  expect((await site.post(paths.clock(), { days }, { as: administrator })).status).toBe(422);
});
