/**
 * Numbers of a journal of registration: what they look like is a mask, an ordinal goes up by one within an organisation,
 * a journal and a year. Source: BR-64.
 */
const ORDINAL = /\{(n{1,4})\}/g;
const MARK = /\{[^{}]*\}/g;
const ALLOWED = /^[\p{L}\d /.№_-]*$/u;

/** Why a mask or a number is refused. */
export type NumberRule =
  | 'mask-without-ordinal'
  | 'mask-unknown-mark'
  | 'mask-strange-characters'
  | 'act-number-taken'
  | 'ordinals-taken'
  | 'ordinals-in-order';

/** What stands against this mask; `{n}` to `{nnnn}` is the ordinal with leading zeros, `{yy}` and `{yyyy}` the year. */
export function ruleAgainstMask(mask: string): NumberRule | null {
  if ((mask.match(ORDINAL) ?? []).length !== 1) return 'mask-without-ordinal';
  const rest = mask.replace(ORDINAL, '').replaceAll('{yyyy}', '').replaceAll('{yy}', '');
  if (MARK.test(rest)) return 'mask-unknown-mark';
  return ALLOWED.test(rest) ? null : 'mask-strange-characters';
}

/** The number as it is written. */
export function numberOf(mask: string, ordinal: number, year: number): string {
  return withYear(mask, year).replace(ORDINAL, (_, width: string) => String(ordinal).padStart(width.length, '0'));
}

/** The ordinal a written number has under the mask; null when it does not look like it. */
export function ordinalOf(mask: string, year: number, number: string): number | null {
  const [before = '', after = ''] = withYear(mask, year).split(/\{n{1,4}\}/);
  const isShaped = number.startsWith(before) && number.endsWith(after);
  const digits = number.slice(before.length, number.length - after.length);
  if (!isShaped || !/^\d{1,6}$/.test(digits)) return null;
  const ordinal = Number(digits);
  return ordinal > 0 && numberOf(mask, ordinal, year) === number ? ordinal : null;
}

function withYear(mask: string, year: number): string {
  return mask.replaceAll('{yyyy}', String(year)).replaceAll('{yy}', String(year % 100).padStart(2, '0'));
}
