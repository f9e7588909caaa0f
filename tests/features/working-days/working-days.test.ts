import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '#app/core/dates.ts';
import {
  addWorkingDays,
  calendarOf,
  daysOffBetween,
  isWorkingDay,
  workingDaysBetween,
} from '#app/features/working-days/working-days.ts';
import { calendar2026 } from './russian-years.ts';

const calendar = calendar2026();

describe('three working days after a day of 2026', () => {
  test.each([
    ['over the May holidays: Thursday, Monday, Tuesday', '2026-04-29', '2026-05-05'],
    ['over Victory Day and the Monday it moved to', '2026-05-07', '2026-05-13'],
    ['over New Year at the start', '2026-01-01', '2026-01-14'],
    ['over 23 February, a Monday', '2026-02-20', '2026-02-26'],
    ['over 8 March and the Monday it moved to', '2026-03-06', '2026-03-12'],
    ['over 12 June, a Friday', '2026-06-11', '2026-06-17'],
    ['over 4 November, a Wednesday', '2026-11-03', '2026-11-09'],
    ['from a Saturday the week starts on Monday', '2026-09-05', '2026-09-09'],
    ['inside a plain week', '2026-09-07', '2026-09-10'],
  ])('%s', (_what, given, reached) => {
    expect(addWorkingDays(given, 3, calendar)).toBe(reached);
  });

  test('a day off of the region moves the end by a day', () => {
    expect(addWorkingDays('2026-09-07', 3, calendar2026(['2026-09-09']))).toBe('2026-09-11');
  });
});

test('a working Saturday is worked, the day off it moved to is not', () => {
  const year = calendarOf(
    [2025],
    [
      { day: '2025-11-01', kind: 'working', name: 'рабочая суббота' },
      { day: '2025-11-03', kind: 'day_off', name: 'выходной' },
      { day: '2025-11-04', kind: 'holiday', name: 'праздник' },
    ],
  );
  expect(['2025-11-01', '2025-11-02', '2025-11-03'].map((day) => isWorkingDay(day, year))).toEqual([
    true,
    false,
    false,
  ]);
  expect(addWorkingDays('2025-10-31', 3, year)).toBe('2025-11-06');
});

test('a year without a directory is refused, not guessed', () => {
  expect(() => isWorkingDay('2031-05-05', calendar)).toThrow('calendar-year-missing');
  expect(() => addWorkingDays('2026-12-29', 3, calendar)).toThrow('calendar-year-missing');
  expect(addWorkingDays('2026-12-29', 1, calendar)).toBe('2026-12-30');
});

test('the skipped days are named in order, the plain weekend without a name', () => {
  expect(daysOffBetween('2026-05-07', '2026-05-13', calendar)).toEqual([
    { day: '2026-05-09', name: 'День Победы' },
    { day: '2026-05-10', name: null },
    { day: '2026-05-11', name: 'выходной перенесён с субботы 9 мая' },
  ]);
});

test('whatever the start and the count, so many working days lie between and the last one is worked', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 200 }), fc.integer({ min: 1, max: 60 }), (shift, count) => {
      const from = addDays('2026-01-01', shift);
      const reached = addWorkingDays(from, count, calendar);
      expect(workingDaysBetween(from, reached, calendar)).toBe(count);
      expect(isWorkingDay(reached, calendar)).toBe(true);
    }),
  );
});
