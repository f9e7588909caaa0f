import { calendarOf, type MarkedDay, type WorkingCalendar } from '#app/features/working-days/working-days.ts';

/** Days off and moved days of 2026, written down by hand from the Labour Code and decree 1466 of 24.09.2025. */
const marked2026: readonly [string, MarkedDay['kind'], string][] = [
  ...['01', '02', '03', '04', '05', '06', '07', '08'].map((day): [string, 'holiday', string] => [
    `2026-01-${day}`,
    'holiday',
    'Новогодние каникулы',
  ]),
  ['2026-01-09', 'day_off', 'выходной перенесён с субботы 3 января'],
  ['2026-02-23', 'holiday', 'День защитника Отечества'],
  ['2026-03-08', 'holiday', 'Международный женский день'],
  ['2026-03-09', 'day_off', 'выходной перенесён с воскресенья 8 марта'],
  ['2026-05-01', 'holiday', 'Праздник Весны и Труда'],
  ['2026-05-09', 'holiday', 'День Победы'],
  ['2026-05-11', 'day_off', 'выходной перенесён с субботы 9 мая'],
  ['2026-06-12', 'holiday', 'День России'],
  ['2026-11-04', 'holiday', 'День народного единства'],
  ['2026-12-31', 'day_off', 'выходной перенесён с воскресенья 4 января'],
];

/** The calendar of 2026, optionally with days off of a region. */
export function calendar2026(regional: readonly string[] = []): WorkingCalendar {
  const days = marked2026.map(([day, kind, name]) => ({ day, kind, name }));
  const own = regional.map((day) => ({ day, kind: 'regional' as const, name: 'День республики' }));
  return calendarOf([2026], [...own, ...days]);
}
