import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lineDifferences } from '#app/features/local-acts/line-differences.ts';

const texts = (kinds: string[], before: string, after: string) =>
  lineDifferences(before, after)
    .filter(({ kind }) => kinds.includes(kind))
    .map(({ text }) => text);

test('says which lines went and which came', () => {
  expect(lineDifferences('один\nдва\nтри', 'один\nдва с половиной\nтри\nчетыре')).toEqual([
    { kind: 'same', text: 'один' },
    { kind: 'removed', text: 'два' },
    { kind: 'added', text: 'два с половиной' },
    { kind: 'same', text: 'три' },
    { kind: 'added', text: 'четыре' },
  ]);
});

test('both texts can be read back from the differences, and equal ones differ in nothing', () => {
  const text = fc
    .array(fc.constantFrom('а', 'б', 'в', ''), { minLength: 1, maxLength: 12 })
    .map((all) => all.join('\n'));
  fc.assert(
    fc.property(text, text, (before, after) => {
      expect(texts(['same', 'removed'], before, after).join('\n')).toBe(before);
      expect(texts(['same', 'added'], before, after).join('\n')).toBe(after);
      expect(texts(['added', 'removed'], before, before)).toEqual([]);
    }),
  );
});
