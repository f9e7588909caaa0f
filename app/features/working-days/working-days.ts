import { addDays, isWeekend } from '#app/core/dates.ts';
import { RuleBroken } from '#app/core/errors.ts';
import type { Day } from '#db/schema.ts';

/**
 * The production calendar: which days are worked in a region. A plain week has Saturday and Sunday off; the directory
 * holds what differs from it. A year without a directory is never guessed: whoever counts over it is refused.
 * Sources: Labour Code 111, 112 and 14; yearly decrees on moving days off; BR-03.
 */
export const DAY_KINDS = ['holiday', 'day_off', 'working', 'regional'] as const;

/** Holiday of the Labour Code, day off moved here, working Saturday, day off of the region. */
export type DayKind = (typeof DAY_KINDS)[number];

/** Narrows a stored word to a kind; an unknown one is a fault of the data. */
export function dayKind(word: string): DayKind {
  const known = DAY_KINDS.find((kind) => kind === word);
  if (!known) throw new Error(`unknown kind of a calendar day: ${word}`);
  return known;
}

/** A day that differs from the plain week. */
export interface MarkedDay {
  day: Day;
  kind: DayKind;
  /** What is celebrated, or from where the day off was moved. */
  name: string;
}

/** Working days of one region: filled years, and the days that differ from the plain week. */
export interface WorkingCalendar {
  readonly years: ReadonlySet<number>;
  readonly marked: ReadonlyMap<Day, MarkedDay>;
}

/** A day on which nobody works: why, unless it is just the weekend. */
export interface DayOff {
  day: Day;
  /** Null for a plain Saturday or Sunday. */
  name: string | null;
}

/** Why a count of working days or a change of the calendar is refused. */
export type CalendarRule = 'calendar-year-missing' | 'day-not-worked' | 'day-is-past';

/** What stands against a day off of a region, or against taking one away: it has passed, or nobody works then anyway. */
export function ruleAgainstDayOff(day: Day, calendar: WorkingCalendar, today: Day): CalendarRule | null {
  if (!calendar.years.has(yearOf(day))) return 'calendar-year-missing';
  if (day <= today) return 'day-is-past';
  return isWorkingDay(day, calendar) ? null : 'day-not-worked';
}

/** A month of a calendar as it is read. */
export interface CalendarMonth {
  /** 1 to 12. */
  month: number;
  /** Days on which nobody works; `isFeast` when the day is not just a weekend. */
  daysOff: { day: Day; isFeast: boolean }[];
  workingDays: number;
}

/** The twelve months of a filled year. Throws RuleBroken `calendar-year-missing`. */
export function monthsOf(year: number, calendar: WorkingCalendar): CalendarMonth[] {
  const days = daysAfter(`${year - 1}-12-31`, `${year}-12-31`);
  return Array.from({ length: 12 }, (_, index) => {
    const own = days.filter((day) => Number(day.slice(5, 7)) === index + 1);
    const off = own.filter((day) => !isWorkingDay(day, calendar));
    return {
      month: index + 1,
      daysOff: off.map((day) => ({ day, isFeast: calendar.marked.has(day) })),
      workingDays: own.length - off.length,
    };
  });
}

/** A calendar out of its filled years and marked days; a day of the region wins over the federal one. */
export function calendarOf(years: readonly number[], marked: readonly MarkedDay[]): WorkingCalendar {
  const federalFirst = [...marked].sort(
    (one, two) => Number(one.kind === 'regional') - Number(two.kind === 'regional'),
  );
  return { years: new Set(years), marked: new Map(federalFirst.map((mark) => [mark.day, mark])) };
}

/** Whether the day is worked. Throws RuleBroken `calendar-year-missing` for a year without a directory. */
export function isWorkingDay(day: Day, calendar: WorkingCalendar): boolean {
  if (!calendar.years.has(yearOf(day))) throw new RuleBroken('calendar-year-missing');
  const mark = calendar.marked.get(day);
  return mark ? mark.kind === 'working' : !isWeekend(day);
}

/**
 * The day that is `count` working days after the given one. Counting starts the next day (Labour Code 14), so the answer
 * is a working day unless `count` is zero. Throws RuleBroken `calendar-year-missing`.
 */
export function addWorkingDays(day: Day, count: number, calendar: WorkingCalendar): Day {
  let reached = day;
  for (let left = count; left > 0; ) {
    reached = addDays(reached, 1);
    if (isWorkingDay(reached, calendar)) left -= 1;
  }
  return reached;
}

/** How many working days lie after the first day up to the second, inclusive; zero when there are none. Throws as above. */
export function workingDaysBetween(from: Day, to: Day, calendar: WorkingCalendar): number {
  return daysAfter(from, to).filter((day) => isWorkingDay(day, calendar)).length;
}

/** The days after the first up to the second, inclusive, on which nobody works, in order. Throws as above. */
export function daysOffBetween(from: Day, to: Day, calendar: WorkingCalendar): DayOff[] {
  return daysAfter(from, to)
    .filter((day) => !isWorkingDay(day, calendar))
    .map((day) => ({ day, name: calendar.marked.get(day)?.name ?? null }));
}

function daysAfter(from: Day, to: Day): Day[] {
  const days: Day[] = [];
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) days.push(day);
  return days;
}

function yearOf(day: Day): number {
  return Number(day.slice(0, 4));
}
