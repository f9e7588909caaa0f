/** Numbers as Russian documents write them: decimal comma, no-break spaces between thousands and before «%». */

const noBreakSpace = '\u00A0';
const minus = '\u2212';

/** What stands where there is nothing to show. */
export const noValue = '\u2014';

/** A whole number: 12 345. Null gives a dash. */
export function formatInteger(value: number | null): string {
  return value === null ? noValue : grouped(value, 0);
}

/** A number with exactly `digits` digits after the comma: 3,50. Null gives a dash. */
export function formatDecimal(value: number | null, digits: number): string {
  return value === null ? noValue : grouped(value, digits);
}

/** A share from 0 to 1 as a percentage with `digits` digits after the comma: 0.875 → 87,5 %. Null gives a dash. */
export function formatPercent(share: number | null, digits: number): string {
  return share === null ? noValue : `${grouped(share * 100, digits)}${noBreakSpace}%`;
}

/** Money kept in whole kopecks as roubles: 1234550 → 12 345,50. Null gives a dash. */
export function formatKopecks(kopecks: number | null): string {
  return kopecks === null ? noValue : grouped(kopecks / 100, 2);
}

function grouped(value: number, digits: number): string {
  if (!Number.isFinite(value)) return noValue;
  // Binary fractions: 1.005 is stored a little under, and would round down without the nudge.
  const rounded = Math.round((Math.abs(value) + Number.EPSILON * Math.abs(value)) * 10 ** digits) / 10 ** digits;
  const [whole = '0', fraction] = rounded.toFixed(digits).split('.');
  // Four digits stand together in Russian setting.
  const groupedWhole = whole.length > 4 ? whole.replace(/\B(?=(\d{3})+$)/g, noBreakSpace) : whole;
  const sign = value < 0 && rounded !== 0 ? minus : '';
  return `${sign}${groupedWhole}${fraction === undefined ? '' : `,${fraction}`}`;
}
