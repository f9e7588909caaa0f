/** Numbers as Russian documents write them: decimal comma, no-break spaces between thousands and before «%». */

/** What stands where there is nothing to show. */
const noValue = '\u2014';

const noBreakSpace = '\u00A0';
const formats = new Map<number, Intl.NumberFormat>();

/** A whole number: 12 345. Null gives a dash. */
export function formatInteger(value: number | null): string {
  return formatDecimal(value, 0);
}

/** A number with exactly `digits` digits after the comma: 3,50. Null and what is not finite give a dash. */
export function formatDecimal(value: number | null, digits: number): string {
  if (value === null || !Number.isFinite(value)) return noValue;
  const format = formats.get(digits) ?? newFormat(digits);
  formats.set(digits, format);
  return format.format(value).replaceAll('\u202F', noBreakSpace);
}

/** A share from 0 to 1 as a percentage with `digits` digits after the comma: 0.875 → 87,5 %. Null gives a dash. */
export function formatPercent(share: number | null, digits: number): string {
  const percent = formatDecimal(share === null ? null : share * 100, digits);
  return percent === noValue ? noValue : `${percent}${noBreakSpace}%`;
}

function newFormat(digits: number): Intl.NumberFormat {
  // 'negative': a small loss must not round to «-0».
  return new Intl.NumberFormat('ru-RU', {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
    signDisplay: 'negative',
  });
}
