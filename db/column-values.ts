/**
 * How the database's text becomes values of the program, by PostgreSQL type number. Everything not listed stays as the
 * driver reads it. A day is never made a moment: it would move with the machine's time zone.
 */
export const columnValues: ReadonlyMap<number, (text: string) => unknown> = new Map<number, (text: string) => unknown>([
  [20, readInt8],
  [1082, readAsIs],
  [1114, readAsIs],
  [1184, readMoment],
  [1186, readAsIs],
  [1700, readAsIs],
]);

/** The array types whose members are read by `columnValues`: array type number to member type number. */
export const arrayMembers: ReadonlyMap<number, number> = new Map([
  [1016, 20],
  [1182, 1082],
  [1115, 1114],
  [1185, 1184],
  [1187, 1186],
  [1231, 1700],
]);

/** Reads `int8`. Throws RangeError when the number cannot be held exactly. */
function readInt8(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`int8 ${text} does not fit a number exactly`);
  return value;
}

/** Reads `timestamptz` written by a UTC session ('2026-11-22 03:28:01.5+00') as an ISO string ending in Z. */
function readMoment(text: string): string {
  const moment = new Date(`${text.replace(' ', 'T')}${/[+-]\d\d$/.test(text) ? ':00' : ''}`);
  if (Number.isNaN(moment.getTime())) throw new RangeError(`timestamptz ${text} is not a moment of this calendar`);
  return moment.toISOString();
}

function readAsIs(text: string): string {
  return text;
}
