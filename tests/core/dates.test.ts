import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addDays,
  addYears,
  dayOf,
  daysBetween,
  formatDay,
  formatDayLong,
  fullYears,
  isDay,
  parseDay,
  schoolYearOf,
  schoolYearStart,
} from '#app/core/dates.ts';

const anyDay = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2199-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe('reading a typed day', () => {
  test.each([
    ['22.11.2026', '2026-11-22'],
    ['1.9.2026', '2026-09-01'],
    ['2026-11-22', '2026-11-22'],
    [' 29.02.2024 ', '2024-02-29'],
    ['29.02.2026', null],
    ['31.04.2026', null],
    ['00.01.2026', null],
    ['22.13.2026', null],
    ['22.11.26', null],
    ['22.11.0026', null],
    ['завтра', null],
    ['', null],
  ])('%j is %j', (typed, expected) => {
    expect(parseDay(typed)).toBe(expected);
  });

  test('what is shown can be typed back', () => {
    fc.assert(fc.property(anyDay, (day) => parseDay(formatDay(day)) === day && isDay(day)));
  });
});

test('days add up and subtract', () => {
  fc.assert(
    fc.property(
      anyDay,
      fc.integer({ min: -5000, max: 5000 }),
      (day, days) => daysBetween(day, addDays(day, days)) === days,
    ),
  );
});

test.each([
  ['2024-02-29', 1, '2025-02-28'],
  ['2024-02-29', 4, '2028-02-29'],
  ['2026-09-01', -3, '2023-09-01'],
])('%s and %i years are %s', (day, years, expected) => {
  expect(addYears(day, years)).toBe(expected);
});

test.each([
  ['2003-11-22', '2026-11-22', 23],
  ['2003-11-23', '2026-11-22', 22],
])('from %s to %s pass %i whole years', (from, today, years) => {
  expect(fullYears(from, today)).toBe(years);
});

test.each([
  ['2026-08-31', 2025, '2025/26'],
  ['2026-09-01', 2026, '2026/27'],
  ['1999-12-31', 1999, '1999/00'],
])('%s belongs to the school year %i', (day, start, words) => {
  expect(schoolYearStart(day)).toBe(start);
  expect(schoolYearOf(day)).toBe(words);
});

test('a moment is another day in Kamchatka than in Kaliningrad', () => {
  const moment = '2026-11-22T13:00:00.000Z';
  expect(dayOf(moment, 'Asia/Kamchatka')).toBe('2026-11-23');
  expect(dayOf(moment, 'Europe/Kaliningrad')).toBe('2026-11-22');
});

test('the long form keeps its parts on one line', () => {
  expect(formatDayLong('2026-11-02')).toBe('2\u00A0ноября\u00A02026\u00A0г.');
});
