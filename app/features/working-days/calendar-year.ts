import { addDays, isDay, isWeekend } from '#app/core/dates.ts';
import type { Day } from '#db/schema.ts';
import type { DayKind } from './working-days.ts';

/**
 * A year of the production calendar as it is entered: three lists of lines «дд.мм what it is» — holidays, days off
 * moved to working days, and weekend days that are worked. Sources: Labour Code 112; the yearly decree on moved days.
 */
export interface CalendarYearLists {
  holidays: string;
  daysOff: string;
  workingDays: string;
}

/** Which list of the form holds days of which kind. */
export const LIST_KINDS = { holidays: 'holiday', daysOff: 'day_off', workingDays: 'working' } as const satisfies Record<
  keyof CalendarYearLists,
  DayKind
>;

/** A day of a year as entered. */
export interface EnteredDay {
  day: Day;
  kind: Exclude<DayKind, 'regional'>;
  name: string;
}

/** Why a year cannot be entered; each but the last is about one of the lists. */
export type CalendarYearRule =
  | 'calendar-line-unreadable'
  | 'calendar-day-twice'
  | 'calendar-off-already'
  | 'calendar-worked-already'
  | 'calendar-past-changed';

/** Days of a year, or the first thing that stands against its lists. */
export function readYear(
  year: number,
  lists: CalendarYearLists,
): { days: EnteredDay[] } | { rule: CalendarYearRule; field: keyof CalendarYearLists } {
  const days: EnteredDay[] = [];
  for (const field of ['holidays', 'daysOff', 'workingDays'] as const) {
    for (const line of lists[field].split('\n').filter((one) => one.trim() !== '')) {
      const read = readLine(year, line);
      if (!read) return { rule: 'calendar-line-unreadable', field };
      if (days.some(({ day }) => day === read.day)) return { rule: 'calendar-day-twice', field };
      if (field === 'daysOff' && isWeekend(read.day)) return { rule: 'calendar-off-already', field };
      if (field === 'workingDays' && !isWeekend(read.day)) return { rule: 'calendar-worked-already', field };
      days.push({ ...read, kind: LIST_KINDS[field] });
    }
  }
  return { days };
}

function readLine(year: number, line: string): { day: Day; name: string } | null {
  const found = /^\s*(\d{1,2})\.(\d{1,2})(?:\.(\d{4}))?[\s:—–-]+(\S.*?)\s*$/u.exec(line);
  if (!found) return null;
  const [, date = '', month = '', ofYear, name = ''] = found;
  const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  return isDay(day) && (!ofYear || Number(ofYear) === year) && name.length <= 200 ? { day, name } : null;
}

/** The lists in which a year would be entered as it stands. */
export function listsOf(days: readonly { day: Day; kind: DayKind; name: string }[]): CalendarYearLists {
  const linesOf = (kind: DayKind) =>
    days
      .flatMap((one) => (one.kind === kind ? [`${one.day.slice(8)}.${one.day.slice(5, 7)} ${one.name}`] : []))
      .join('\n');
  return { holidays: linesOf('holiday'), daysOff: linesOf('day_off'), workingDays: linesOf('working') };
}

/**
 * A year to begin with: the holidays of a year already entered, and the days off that the Code itself moves: a holiday
 * on a weekend outside the first eight days of January gives the next working day. `nameOf` says from where.
 */
export function draftYear(
  year: number,
  known: readonly { day: Day; kind: DayKind; name: string }[],
  nameOf: (holiday: Day) => string,
): EnteredDay[] {
  const holidays = known
    .filter(({ kind }) => kind === 'holiday')
    .map(({ day, name }) => ({ day: `${year}${day.slice(4)}`, kind: 'holiday' as const, name }));
  const isOff = (day: Day, moved: readonly EnteredDay[]) =>
    isWeekend(day) || [...holidays, ...moved].some((one) => one.day === day);
  const moved: EnteredDay[] = [];
  for (const { day } of holidays) {
    if (!isWeekend(day) || day <= `${year}-01-08`) continue;
    let next = addDays(day, 1);
    while (isOff(next, moved)) next = addDays(next, 1);
    moved.push({ day: next, kind: 'day_off', name: nameOf(day) });
  }
  return [...holidays, ...moved];
}

/** Whether a change touches a day that has come: terms counted over it are not counted anew. */
export function changesPast(
  before: readonly { day: Day; kind: DayKind }[],
  after: readonly { day: Day; kind: DayKind }[],
  today: Day,
): boolean {
  const key = ({ day, kind }: { day: Day; kind: DayKind }) => `${day} ${kind}`;
  const [was, is] = [new Set(before.map(key)), new Set(after.map(key))];
  return [...before, ...after].some((one) => one.day <= today && was.has(key(one)) !== is.has(key(one)));
}
