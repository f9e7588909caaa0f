import { dateWords } from './dates.text.ts';

const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;
const MS_PER_DAY = 86_400_000;

/** The zone where no unit says another: of jobs, of people without a role, of lines that belong to no unit. */
export const HOME_ZONE = 'Europe/Moscow';

// Making a format costs more than all else a request asks of time; there are as many as time zones of units.
const dayFormats = new Map<string, Intl.DateTimeFormat>();
const momentFormats = new Map<string, Intl.DateTimeFormat>();

/** Whether the text is an existing calendar day 'YYYY-MM-DD' between 1900 and 2199. */
export function isDay(text: string): boolean {
  const match = DAY.exec(text);
  if (!match) return false;
  const year = Number(match[1]);
  return year >= 1900 && year < 2200 && new Date(`${text}T00:00:00Z`).toISOString().startsWith(text.slice(0, 10));
}

/** Reads 'дд.мм.гггг' (also one-digit day or month, or ISO) into 'YYYY-MM-DD'; null when it is not an existing day. */
export function parseDay(text: string): string | null {
  const trimmed = text.trim();
  const match = /^(\d{1,2})[.\-/](\d{1,2})[.\-/](\d{4})$/.exec(trimmed);
  const [, day = '', month = '', year = ''] = match ?? [];
  const iso = match ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : trimmed;
  return DAY.test(iso) && isExisting(iso) ? iso : null;
}

function isExisting(iso: string): boolean {
  const time = Date.parse(`${iso}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().slice(0, 10) === iso && isDay(iso);
}

/** The day `days` after (or before) the given one. */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * MS_PER_DAY).toISOString().slice(0, 10);
}

/** The same day `years` later; 29 February becomes 28 February in common years. */
export function addYears(day: string, years: number): string {
  const moved = `${Number(day.slice(0, 4)) + years}${day.slice(4)}`;
  return isExisting(moved) ? moved : `${moved.slice(0, 8)}28`;
}

/** Whole days from the first day to the second; negative when the second is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / MS_PER_DAY);
}

/** Whether the day is a Saturday or a Sunday. */
export function isWeekend(day: string): boolean {
  return weekdayOf(day) > 5;
}

/** Day of the week: 1 is Monday, 7 is Sunday. */
export function weekdayOf(day: string): number {
  // 1 January 1900, the first day the product knows, was a Monday.
  return (daysBetween('1900-01-01', day) % 7) + 1;
}

/** Whole years passed on `today` since `from`. */
export function fullYears(from: string, today: string): number {
  const years = Number(today.slice(0, 4)) - Number(from.slice(0, 4));
  return today.slice(5) < from.slice(5) ? years - 1 : years;
}

/** First calendar year of the school year (1 September to 31 August) the day belongs to. */
export function schoolYearStart(day: string): number {
  return Number(day.slice(0, 4)) - (day.slice(5, 7) < '09' ? 1 : 0);
}

/** '2026/27': the school year of the day. */
export function schoolYearOf(day: string): string {
  const start = schoolYearStart(day);
  return `${start}/${String((start + 1) % 100).padStart(2, '0')}`;
}

/** '22.11.2026'. */
export function formatDay(day: string): string {
  return `${day.slice(8, 10)}.${day.slice(5, 7)}.${day.slice(0, 4)}`;
}

/** '22 ноября 2026 г.' with no-break spaces. */
export function formatDayLong(day: string): string {
  return `${formatDayAndMonth(day)}\u00A0${day.slice(0, 4)}\u00A0${dateWords.yearAbbreviation}`;
}

/** '22 ноября' with a no-break space. */
export function formatDayAndMonth(day: string): string {
  return `${Number(day.slice(8, 10))}\u00A0${dateWords.monthsGenitive[Number(day.slice(5, 7)) - 1] ?? ''}`;
}

/** '22.11.2026, 09:40' in the given IANA zone. */
export function formatMoment(moment: string, timeZone: string): string {
  const format = momentFormats.get(timeZone) ?? momentFormat(timeZone);
  momentFormats.set(timeZone, format);
  return format.format(new Date(moment));
}

function momentFormat(timeZone: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat('ru-RU', {
    timeZone,
    day: '2-digit',
    month: '2-digit',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  });
}

/** The calendar day of a moment in a zone. */
export function dayOf(moment: string, timeZone: string): string {
  const format = dayFormats.get(timeZone) ?? new Intl.DateTimeFormat('en-CA', { timeZone });
  dayFormats.set(timeZone, format);
  return format.format(new Date(moment));
}
