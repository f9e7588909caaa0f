import { expect, test } from 'vitest';
import { systemContext } from '#app/core/context.server.ts';
import { workingCalendar } from '#app/features/working-days/working-days.queries.server.ts';
import { addWorkingDays, isWorkingDay, workingDaysBetween } from '#app/features/working-days/working-days.ts';
import { testDatabase } from '#tests/support/database.ts';
import { NOW } from '#tests/support/world.ts';

const db = testDatabase();
const ctx = systemContext('tests', { db, clock: { now: () => NOW, offsetDays: 0 } });

test.each([
  [2024, 248],
  [2025, 247],
  [2026, 247],
  // The two January days that fall on a weekend are moved by a decree that is not in yet.
  [2027, 249],
])('the shipped directory of %i has %i working days', async (year, count) => {
  const calendar = await workingCalendar(ctx, null);
  const before = year === 2024 ? '2024-01-01' : `${year - 1}-12-31`;
  expect(workingDaysBetween(before, `${year}-12-31`, calendar)).toBe(count);
});

test.each([
  ['2024-04-27', true],
  ['2024-04-29', false],
  ['2024-11-02', true],
  ['2024-12-28', true],
  ['2025-05-02', false],
  ['2025-05-08', false],
  ['2025-06-13', false],
  ['2025-11-01', true],
  ['2025-11-03', false],
  ['2025-12-31', false],
  ['2026-01-09', false],
  ['2026-01-12', true],
  ['2026-03-09', false],
  ['2026-05-11', false],
  ['2026-06-12', false],
  ['2026-11-04', false],
  ['2026-12-31', false],
  ['2027-05-03', false],
])('%s is worked: %s', async (day, isWorked) => {
  expect(isWorkingDay(day, await workingCalendar(ctx, null))).toBe(isWorked);
});

test('counting goes over New Year from one filled year into the next', async () => {
  expect(addWorkingDays('2025-12-29', 3, await workingCalendar(ctx, null))).toBe('2026-01-13');
});

test('the next year says that its decree is not in yet', async () => {
  const years = await db.selectFrom('calendarYear').select(['year', 'isDecreed']).orderBy('year').execute();
  expect(years.filter(({ isDecreed }) => !isDecreed).map(({ year }) => year)).toEqual([2027]);
});
