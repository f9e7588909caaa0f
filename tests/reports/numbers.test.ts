import { describe, expect, test } from 'vitest';
import { formatDecimal, formatInteger, formatPercent } from '#reports/numbers.ts';

describe('numbers in documents', () => {
  test.each([
    [formatInteger(0), '0'],
    [formatInteger(1_234_567), '1\u00A0234\u00A0567'],
    [formatInteger(null), '—'],
    [formatDecimal(3.5, 2), '3,50'],
    [formatDecimal(1234.56, 1), '1\u00A0234,6'],
    [formatDecimal(-0.001, 1), '0,0'],
    [formatDecimal(Number.NaN, 1), '—'],
    [formatDecimal(Number.POSITIVE_INFINITY, 1), '—'],
    [formatPercent(0.875, 1), '87,5\u00A0%'],
    [formatPercent(1, 0), '100\u00A0%'],
    [formatPercent(null, 1), '—'],
    [formatPercent(0 / 0, 1), '—'],
  ])('%s', (shown, expected) => {
    expect(shown).toBe(expected);
  });

  test('a negative number keeps its sign', () => {
    expect(formatInteger(-5)).toMatch(/^[-\u2212]5$/);
  });
});
