const ROUBLES = /^(\d{1,9}|\d{1,3}(?:[ \u00A0\u202F]\d{3}){1,2})(?:[.,](\d{1,2}))?$/;

/**
 * Whole kopecks of a sum typed in roubles: '3 450,50' → 345050. Thousands may be parted by any space, kopecks follow a
 * comma or a point. Null for anything else, three digits after the comma included.
 */
export function parseKopecks(typed: string): number | null {
  const match = ROUBLES.exec(typed.trim());
  if (!match) return null;
  const [, roubles = '', kopecks = ''] = match;
  return Number(roubles.replace(/\D/g, '')) * 100 + Number(kopecks.padEnd(2, '0'));
}
