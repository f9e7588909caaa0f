import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { safeCell, safeSheetName } from '#reports/workbook.ts';

const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom(...'=+-@\t\r\n\0 \u00A0\u200B\uFEFF＝＋－＠а1') }),
);

describe('text in a cell', () => {
  test.each([
    '=1+1',
    '+7 900',
    '-5',
    '@SUM(A1)',
    '\t=1',
    '\r\n=1',
    '\n',
    '\0=1',
    ' =1',
    '\u00A0=1',
    '\u200B=1',
    '\uFEFF@a',
    '＝1',
    '＋1',
    '－1',
    '＠a',
  ])('gets an apostrophe when it could run: %j', (text) => {
    expect(safeCell(text).startsWith("'")).toBe(true);
  });

  test.each(['Иванова Мария', '«Лицей»', '№ 5', '5-А класс', "'имя", '— нет —', '', 'a=b', '31.08.2026'])(
    'stays as it is otherwise: %j',
    (text) => {
      expect(safeCell(text)).toBe(text);
    },
  );

  test('never starts a formula, never breaks the file, never passes the limit', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const cell = safeCell(text);
        expect(cell.replace(/^[\p{Z}\p{C}]+/u, '')).not.toMatch(/^[=+\-@＝＋－＠]/);
        expect(cell).not.toMatch(/[^\P{Cc}\t\n]|[\uFFFE\uFFFF]/u);
        expect(cell).not.toMatch(/\p{Cs}/u);
      }),
      { numRuns: 2_000 },
    );
    expect(safeCell(`=${'я'.repeat(40_000)}`)).toHaveLength(32_767);
    expect(safeCell(`я${'😀'.repeat(20_000)}`)).not.toMatch(/\p{Cs}/u);
  });

  test('escapes what Excel would read as a letter code', () => {
    expect(safeCell('_x0041_')).toBe('_x005F_x0041_');
  });
});

describe('a sheet name', () => {
  test.each([
    ['Школа №1/2', 'Школа №1-2'],
    ["'Лицей'", 'Лицей'],
    ['History', 'History (2)'],
    ['  [a]:b?*\\ ', '-a--b---'],
    ['', 'Лист'],
    ["' '", 'Лист'],
    ['а'.repeat(40), 'а'.repeat(31)],
  ])('%j becomes %j', (name, expected) => {
    expect(safeSheetName(name, [])).toBe(expected);
  });

  test('is unlike the names taken, whatever their case', () => {
    expect(safeSheetName('Свод', ['свод', 'Свод (2)'])).toBe('Свод (3)');
    expect(safeSheetName('а'.repeat(31), ['а'.repeat(31)])).toBe(`${'а'.repeat(27)} (2)`);
  });

  test('is always one that Excel accepts', () => {
    fc.assert(
      fc.property(fc.array(anyText, { maxLength: 6 }), (wishes) => {
        const names: string[] = [];
        for (const wish of wishes) names.push(safeSheetName(wish, names));
        expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
        for (const name of names) {
          expect(name.length).toBeGreaterThan(0);
          expect(name.length).toBeLessThanOrEqual(31);
          expect(name).not.toMatch(/[*?:/\\[\]\p{Cc}\uFFFE\uFFFF]|^'|'$/u);
          expect(name.toLowerCase()).not.toBe('history');
          expect(name).not.toMatch(/\p{Cs}/u);
        }
      }),
      { numRuns: 1_000 },
    );
  });
});
