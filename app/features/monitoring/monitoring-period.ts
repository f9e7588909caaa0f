import { schoolYearStart } from '#app/core/dates.ts';
import type { Day } from '#db/schema.ts';

/**
 * A period of monitoring: the school year 1 September to 31 August or one of its halves, which end and begin with the
 * calendar year, so that the second half of one year and the first of the next make the calendar cut that state tables
 * ask for (BR-47). Named by the first calendar year: `2026-h1` is September to December 2026.
 */
export const PARTS = ['year', 'h1', 'h2'] as const;

/** The whole school year, its first or its second half. */
export type Part = (typeof PARTS)[number];

/** Name of a period as stored and as it stands in addresses. */
export type Period = `${number}-${Part}`;

/** Days a period is counted over. */
export interface Span {
  /** First day. */
  from: Day;
  /** Last day of the period as the calendar has it. */
  to: Day;
  /** The cut: last day counted, today while the period goes on. */
  cut: Day;
  /** The day of counting. */
  today: Day;
}

/** Narrows a word to a period; null when it is none. */
export function parsePeriod(word: string): Period | null {
  const match = /^(20\d\d)-(year|h1|h2)$/.exec(word);
  const [, year, part] = match ?? [];
  const known = PARTS.find((each) => each === part);
  return year && known ? periodOf(Number(year), known) : null;
}

/** The period of a school year. */
function periodOf(firstYear: number, part: Part): Period {
  return `${firstYear}-${part}`;
}

/** First calendar year and part of a period. */
export function partsOf(period: Period): { firstYear: number; part: Part } {
  const [year = '', part = ''] = period.split('-');
  return { firstYear: Number(year), part: PARTS.find((each) => each === part) ?? 'year' };
}

/** The days of a period as of a day; null when it has not begun. */
export function spanOf(period: Period, today: Day): Span | null {
  const { firstYear, part } = partsOf(period);
  const from = part === 'h2' ? `${firstYear + 1}-01-01` : `${firstYear}-09-01`;
  const to = part === 'h1' ? `${firstYear}-12-31` : `${firstYear + 1}-08-31`;
  return from > today ? null : { from, to, cut: to < today ? to : today, today };
}

/** The year and both halves of the school year a period belongs to. */
export function periodsOfSameYear(period: Period): Period[] {
  const { firstYear } = partsOf(period);
  return PARTS.map((part) => periodOf(firstYear, part));
}

/** Periods that have begun between the two school years, inclusive. */
export function periodsBetween(firstYear: number, lastYear: number, today: Day): Period[] {
  const years = Array.from({ length: Math.max(0, lastYear - firstYear + 1) }, (_, index) => firstYear + index);
  return years.flatMap((year) => PARTS.map((part) => periodOf(year, part))).filter((each) => spanOf(each, today));
}

/** The half year that goes on today. */
export function halfOf(today: Day): Period {
  return periodOf(schoolYearStart(today), today.slice(5) >= '09-01' ? 'h1' : 'h2');
}

/** Whether the days are those of a whole school year. */
export function isWholeYear({ from, to }: Span): boolean {
  return from.endsWith('-09-01') && to.endsWith('-08-31');
}
