import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseKopecks } from '#app/features/mentorships/kopecks.ts';
import { formatNumber, typedMoney } from '#app/ui/numbers.ts';

test.each([
  ['3 450,50', 345_050],
  ['3\u00A0450,50', 345_050],
  ['3\u202F450,5', 345_050],
  ['3450', 345_000],
  ['3450.05', 345_005],
  [' 0,01 ', 1],
  ['1 000 000', 100_000_000],
])('%s is %i kopecks', (typed, kopecks) => {
  expect(parseKopecks(typed)).toBe(kopecks);
});

test.each(['', 'много', '-5', '3,450', '3 45,00', '34 50', '1,2,3', '1 0000', '12345678901', '5 ₽', '1e3', '٣', ',50'])(
  '%s is not a sum',
  (typed) => {
    expect(parseKopecks(typed)).toBeNull();
  },
);

test('whatever the product writes, it reads back to the kopeck', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 99_999_999_999 }), (kopecks) => {
      expect(parseKopecks(typedMoney(kopecks))).toBe(kopecks);
    }),
  );
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 99_999_999_999 }), (kopecks) => {
      expect(parseKopecks(formatNumber(kopecks / 100, 2))).toBe(kopecks);
    }),
  );
});

test('any text gives whole kopecks within bounds, or nothing', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[\d ,.]{0,16}$/)), (typed) => {
      const kopecks = parseKopecks(typed);
      expect(kopecks === null || (Number.isSafeInteger(kopecks) && kopecks >= 0)).toBe(true);
    }),
  );
});
