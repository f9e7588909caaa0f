const plurals = new Intl.PluralRules('ru');

/**
 * The Russian form that agrees with a number: one (1, 21), few (2–4, 22), many (0, 5–20, 25).
 * A fraction takes the `few` form.
 */
export function plural(count: number, one: string, few: string, many: string): string {
  switch (plurals.select(count)) {
    case 'one':
      return one;
    case 'few':
    case 'other':
      return few;
    default:
      return many;
  }
}

/** A number followed by its agreeing word, joined by a no-break space. */
export function counted(count: number, one: string, few: string, many: string): string {
  return `${formatNumber(count)}\u00a0${plural(count, one, few, many)}`;
}

/** Decimal comma, no-break thousands; `null` (cannot be computed) is a dash. `digits` are shown exactly. */
export function formatNumber(value: number | null, digits = 0): string {
  if (value === null) return '—';
  return formatterOf(digits).format(value).replaceAll('\u202f', '\u00a0');
}

/** A share 0…1 as per cent with a no-break space before the sign: «90,8 %». */
export function formatPercent(share: number | null, digits = 1): string {
  return share === null ? '—' : `${formatNumber(share * 100, digits)}\u00a0%`;
}

/** Whole kopecks as roubles: «12 500,50 ₽». Kopecks are left out when there are none. */
export function formatMoney(kopecks: number | null): string {
  return kopecks === null ? '—' : `${formatNumber(kopecks / 100, kopecks % 100 === 0 ? 0 : 2)}\u00a0₽`;
}

/** Whole kopecks the way a person types them into a field: «12500,50». */
export function typedMoney(kopecks: number): string {
  const digits = kopecks % 100 === 0 ? 0 : 2;
  return (kopecks / 100).toFixed(digits).replace('.', ',');
}

const formatters = new Map<number, Intl.NumberFormat>();

function formatterOf(digits: number): Intl.NumberFormat {
  const known = formatters.get(digits);
  if (known) return known;
  const made = new Intl.NumberFormat('ru-RU', { minimumFractionDigits: digits, maximumFractionDigits: digits });
  formatters.set(digits, made);
  return made;
}
