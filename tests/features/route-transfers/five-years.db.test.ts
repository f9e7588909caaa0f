import { expect, test } from 'vitest';
import { testDatabase } from '#tests/support/database.ts';
import { liveFiveYears } from '#tests/support/five-years.ts';

const db = testDatabase();

test('M-45: five years of a small region pass without a stuck route, and totals reconcile each year', async () => {
  const size = { teachers: 20, schools: 3, tutors: 2, oneInHasRoute: 1, atOnce: 4 };
  const totals = await liveFiveYears(db, size);
  expect(totals.map(({ year }) => year)).toEqual([1, 2, 3, 4, 5]);
  const [last] = totals.slice(-1);
  expect(last).toMatchObject({ active: 0 });
  expect((last?.completed ?? 0) + (last?.stopped ?? 0)).toBe(20);
  for (const part of ['moved', 'handed', 'paused', 'corrected', 'stopped'] as const) {
    expect([part, (last?.[part] ?? 0) > 0]).toEqual([part, true]);
  }
}, 300_000);
