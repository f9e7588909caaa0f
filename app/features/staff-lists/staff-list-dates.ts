import { daysBetween } from '#app/core/dates.ts';
import {
  MONTH_STEMS,
  NO_SERVICE,
  SERVICE_DAYS,
  SERVICE_MONTHS,
  SERVICE_YEARS,
  WORDED_DAY,
  YEAR_SIGN,
} from './staff-list-dates.text.ts';
import { cleanText, plainWords, type SourceCell } from './staff-list-source.ts';

/** A day read from a cell, or why none could be read: it does not exist, or the text is no date. */
export type ReadDay = { on: string } | { problem: 'impossible' | 'unreadable' };

/** Length of service; `months` in all, `precision` says whether the list counts months or whole years only. */
export interface Service {
  months: number;
  precision: 'months' | 'years';
}

const LONGEST_SERVICE_YEARS = 75;

/**
 * Reads a day from an Excel date, day.month.year, ISO, a day with the month's name, or an Excel day number.
 * Two-digit years lie in the hundred years that end with `latestYear`.
 */
export function readDay(cell: SourceCell, latestYear: number): ReadDay {
  const text = cleanText(cell.text)
    .replace(YEAR_SIGN, '')
    .replace(/[.,;]+$/, '');
  if (cell.kind === 'number' && /^\d{4,5}(\.\d+)?$/.test(text) && Number(text) > 2_300) return fromSerial(Number(text));
  const iso = /^(\d{4})[-./](\d{1,2})[-./](\d{1,2})(?:[T ][\d:.Z+]*)?$/.exec(text);
  if (iso) return existing(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const russian = /^(\d{1,2})\s*[-./,]\s*(\d{1,2})\s*[-./,]\s*(\d{4}|\d{2})(?:\s+\d{1,2}:\d{2}(?::\d{2})?)?$/.exec(
    text,
  );
  if (russian) return existing(fullYear(russian[3] ?? '', latestYear), Number(russian[2]), Number(russian[1]));
  const worded = WORDED_DAY.exec(text);
  if (worded) {
    const name = (worded[2] ?? '').toLowerCase();
    const month = MONTH_STEMS.findIndex((stem) => name.startsWith(stem)) + 1;
    if (month > 0) return existing(Number(worded[3]), month, Number(worded[1]));
  }
  return { problem: 'unreadable' };
}

/** The first of September of a year, or the first of a month, when a cell names no day; null otherwise. */
export function readYearOrMonth(cell: SourceCell): string | null {
  const text = cleanText(cell.text).replace(YEAR_SIGN, '');
  if (/^(19|20)\d{2}$/.test(text)) return `${text}-09-01`;
  const month = /^(0?[1-9]|1[0-2])[./](\d{4})$/.exec(text);
  return month ? `${month[2]}-${(month[1] ?? '').padStart(2, '0')}-01` : null;
}

/** Reads a length of service: worded years and months, «12», «5/3»; a number with a fraction counts as whole years. */
export function readService(cell: SourceCell): Service | null {
  const text = cleanText(cell.text);
  if (NO_SERVICE.test(plainWords(text))) return { months: 0, precision: 'years' };
  const years = SERVICE_YEARS.exec(text);
  const months = SERVICE_MONTHS.exec(text);
  const isWorded = years !== null || months !== null || SERVICE_DAYS.test(text);
  const plain = /^(\d{1,2})(?:[.,]\d+|\s*\/\s*(\d{1,2}))?$/.exec(text);
  if (!isWorded && plain === null) return null;
  const wholeYears = Number((isWorded ? years?.[1] : plain?.[1]) ?? 0);
  const restMonths = isWorded ? months?.[1] : plain?.[2];
  if (wholeYears > LONGEST_SERVICE_YEARS) return null;
  const countsMonths = restMonths !== undefined || (isWorded && years === null);
  return { months: wholeYears * 12 + Number(restMonths ?? 0), precision: countsMonths ? 'months' : 'years' };
}

/**
 * The day a service counted up to `asOf` began: the first of a month or, of whole years, the first of September
 * among the days that give this length. So the same list read on another day gives the same or the next such day.
 */
export function serviceBegan(service: Service, asOf: string): string {
  const month = Number(asOf.slice(0, 4)) * 12 + Number(asOf.slice(5, 7)) - 1 - service.months;
  if (service.precision === 'months') return monthStart(month);
  const september = Math.floor(month / 12) * 12 + 8;
  return monthStart(september <= month ? september : september - 12);
}

/**
 * Whether a beginning read from a list agrees with the one already known. One that was counted back from a length of
 * service moves with the day the list is read, so within a year it is no news.
 */
export function beginningAgrees(
  known: string | null,
  read: string | null,
  by: 'day' | Service['precision'] | null,
): boolean {
  if (read === null || known === read) return true;
  return known !== null && by !== 'day' && Math.abs(daysBetween(known, read)) <= DAYS_OF_YEAR;
}

const DAYS_OF_YEAR = 366;

function monthStart(month: number): string {
  return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-01`;
}

function fullYear(digits: string, latestYear: number): number {
  if (digits.length === 4) return Number(digits);
  const century = latestYear - (latestYear % 100);
  const year = century + Number(digits);
  return year > latestYear ? year - 100 : year;
}

function existing(year: number, month: number, day: number): ReadDay {
  const days = month === 2 ? (isLeap(year) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
  if (year < 1000 || month < 1 || month > 12 || day < 1 || day > days) return { problem: 'impossible' };
  return { on: `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}` };
}

function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/** Excel counts days from 30 December 1899. */
function fromSerial(serial: number): ReadDay {
  return { on: new Date(Date.UTC(1899, 11, 30) + Math.floor(serial) * 86_400_000).toISOString().slice(0, 10) };
}
