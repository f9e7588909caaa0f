import { beforeAll, expect, test } from 'vitest';
import { NotFound } from '#app/access/refusals.ts';
import type { Context } from '#app/core/context.server.ts';
import { addRegionalDayOff, removeRegionalDayOff } from '#app/features/working-days/working-day.operations.server.ts';
import { workingCalendar } from '#app/features/working-days/working-days.queries.server.ts';
import { addWorkingDays } from '#app/features/working-days/working-days.ts';
import { paths } from '#app/paths.ts';
import type { Id } from '#db/schema.ts';
import { testDatabase } from '#tests/support/database.ts';
import { openSite } from '#tests/support/site.ts';
import { actorWith, buildWorld, type World } from '#tests/support/world.ts';

const db = testDatabase();
const site = openSite(db);
let world: World;
let methodologist: Context & { personId: Id };
let curator: Context & { personId: Id };

beforeAll(async () => {
  world = await buildWorld(db);
  methodologist = await actorWith(world, 'methodologist', world.region);
  curator = await actorWith(world, 'curator', world.school);
});

const dayOff = (day: string, unitId = world.region) => ({ unitId, day, name: 'Ураза-байрам', act: 'указ' });
const idOf = async (day: string) =>
  (
    await db
      .selectFrom('calendarDay')
      .select('id')
      .where('day', '=', day)
      .where('kind', '=', 'regional')
      .executeTakeFirstOrThrow()
  ).id;

test('a day off of a region counts there alone and can be taken away before it comes', async () => {
  await addRegionalDayOff(methodologist, dayOff('2027-03-10'));
  const third = async (regionId: Id) => addWorkingDays('2027-03-09', 3, await workingCalendar(world.system, regionId));
  expect([await third(world.region), await third(world.otherRegion)]).toEqual(['2027-03-15', '2027-03-12']);
  await removeRegionalDayOff(methodologist, await idOf('2027-03-10'));
  expect(await third(world.region)).toBe('2027-03-12');
  const acts = await db.selectFrom('journalEntry').select('act').where('objectKind', '=', 'calendarDay').execute();
  expect(acts.map(({ act }) => act)).toEqual(['addRegionalDayOff', 'removeRegionalDayOff']);
});

test('days off are kept by the methodologist of the region', async () => {
  await expect(addRegionalDayOff(curator, dayOff('2027-03-11'))).rejects.toBeInstanceOf(NotFound);
  await expect(addRegionalDayOff(methodologist, dayOff('2027-03-11', world.otherRegion))).rejects.toBeInstanceOf(
    NotFound,
  );
  const foreign = await actorWith(world, 'methodologist', world.otherRegion);
  await addRegionalDayOff(methodologist, dayOff('2027-03-12'));
  await expect(removeRegionalDayOff(foreign, await idOf('2027-03-12'))).rejects.toBeInstanceOf(NotFound);
});

test.each([
  ['2026-11-22', 'day-is-past'],
  ['2026-12-31', 'day-not-worked'],
  ['2026-12-26', 'day-not-worked'],
  ['2031-03-05', 'calendar-year-missing'],
])('a day off on %s is refused: %s', async (day, rule) => {
  await expect(addRegionalDayOff(methodologist, dayOff(day))).rejects.toThrow(rule);
});

test('the same day added twice at once is one day', async () => {
  const made = await Promise.allSettled([1, 2].map(() => addRegionalDayOff(methodologist, dayOff('2027-04-07'))));
  expect(made.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  expect(String(made.find((one) => one.status === 'rejected')?.reason)).toMatch(
    /day-not-worked|calendar-day-already-marked/,
  );
});

test('the page reads the year by months and says when the decree is not in yet', async () => {
  const read = async (path: string, as: Id) => (await site.get(path, { as })).text();
  const year = await read(paths.workingDaysOf(2026), curator.personId);
  expect(year).toMatch(/247\sрабочих дней/);
  expect(year).toContain('выходной перенесён с субботы 9 мая');
  expect(year).not.toContain('Добавить выходной региона');
  expect(await read(paths.workingDaysOf(2027), curator.personId)).toContain('ещё не внесено');
  expect(await read(paths.workingDaysOf(2031), curator.personId)).toContain('Календаря на 2031 год в справочнике нет');
  expect(await read(paths.workingDays(), methodologist.personId)).toContain('Добавить выходной региона');
});
