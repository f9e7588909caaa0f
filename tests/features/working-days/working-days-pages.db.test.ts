import { beforeAll, describe, expect, test } from 'vitest';
import { NotFound } from '#app/access/refusals.ts';
import type { Context } from '#app/core/context.server.ts';
import { listTasks } from '#app/features/home/home.queries.server.ts';
import { saveCalendarYear } from '#app/features/working-days/calendar-year.operations.server.ts';
import { listsOf } from '#app/features/working-days/calendar-year.ts';
import { addRegionalDayOff, removeRegionalDayOff } from '#app/features/working-days/working-day.operations.server.ts';
import {
  findKeptCalendar,
  listMarkedDays,
  workingCalendar,
} from '#app/features/working-days/working-days.queries.server.ts';
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

describe('the calendar of a year', () => {
  const lists = { holidays: '01.01 Новый год\n9.5 День Победы', daysOff: '11.05.2028 перенесён', workingDays: '' };
  const year = (change: object = {}) => ({ year: 2028, version: 0, act: 'указ', isDecreed: true, ...lists, ...change });
  const save = async (ctx: Context, change: object = {}) =>
    saveCalendarYear(ctx, await findKeptCalendar(ctx), year(change));
  let administrator: Context & { personId: Id };
  beforeAll(async () => {
    administrator = await actorWith(world, 'administrator', world.region);
  });

  test('is asked for on the page of the day of who keeps it, once the year draws near', async () => {
    const inAutumn = { ...administrator, today: '2027-10-01' };
    const tasks = (await listTasks(inAutumn)).filter(({ kind }) => kind === 'calendar-year');
    expect(tasks.map(({ href }) => href)).toEqual([paths.workingYear(2028)]);
    const early = await listTasks({ ...administrator, today: '2027-09-30' });
    expect(early.filter(({ kind }) => kind === 'calendar-year')).toEqual([]);
  });

  test('is begun as a draft by the Code, entered by an administrator of the region and counted by', async () => {
    const draft = await (await site.get(paths.workingYear(2028), { as: administrator.personId })).text();
    expect(draft).toContain('04.11 День народного единства');
    expect(draft).toContain('06.11 выходной перенесён с 4 ноября');
    const form = { year: '2028', version: '0', act: 'указ', isDecreed: 'yes', ...lists };
    const saved = await site.post(paths.workingYear(2028), form, { as: administrator.personId });
    expect(saved.headers.get('Location')).toBe(paths.workingDaysOf(2028));
    const calendar = await workingCalendar(world.system, world.region);
    expect(addWorkingDays('2028-05-08', 2, calendar)).toBe('2028-05-12');
    const acts = await db.selectFrom('journalEntry').select('after').where('act', '=', 'saveCalendarYear').execute();
    expect(acts).toEqual([{ after: { year: 2028, isDecreed: true, daysCount: 3 } }]);
  });

  test('is not for an administrator of a school, a methodologist or a curator', async () => {
    const ofSchool = await actorWith(world, 'administrator', world.school);
    for (const actor of [ofSchool, methodologist, curator]) {
      await expect(save(actor)).rejects.toBeInstanceOf(NotFound);
      expect((await site.get(paths.workingYear(2028), { as: actor.personId })).status).toBe(404);
    }
  });

  test.each([
    ['calendar-line-unreadable', { holidays: 'Новый год' }],
    ['calendar-line-unreadable', { holidays: '31.02 Нет такого' }],
    ['calendar-line-unreadable', { holidays: '01.01.2027 Новый год' }],
    ['calendar-day-twice', { daysOff: '01.01 перенесён' }],
    ['calendar-off-already', { daysOff: '13.05 перенесён' }],
    ['calendar-worked-already', { workingDays: '12.05 рабочий' }],
  ])('is refused: %s', async (rule, change) => {
    await expect(save(administrator, change)).rejects.toThrow(rule);
  });

  test('is corrected where it is still to come, never over another correction', async () => {
    const kept = db.selectFrom('calendarYear').select('version').where('year', '=', 2026);
    const { version } = await kept.executeTakeFirstOrThrow();
    const days = await listMarkedDays(world.system, 2026, null);
    const now = listsOf(days.filter(({ kind }) => kind !== 'regional'));
    const change = { ...now, year: 2026, version };
    const without = now.holidays.replace(/^01\.05.*\n/m, '');
    await expect(save(administrator, { ...change, holidays: without })).rejects.toThrow('calendar-past-changed');
    const more = { ...change, daysOff: `${now.daysOff}\n30.12 перенесён` };
    const both = await Promise.allSettled([save(administrator, more), save(administrator, more)]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(addWorkingDays('2026-12-29', 1, await workingCalendar(world.system, null))).not.toBe('2026-12-30');
  });
});
