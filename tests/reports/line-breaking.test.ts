import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { divisionPlaces } from '#reports/hyphenation.ts';
import { breakLines, type Line, type Setting } from '#reports/line-breaking.ts';
import { settableText } from '#reports/settable-text.ts';

/** Every letter is ten points wide, a bold one twelve. */
const setting: Setting = {
  width: 100,
  firstIndent: 0,
  align: 'left',
  dividesWords: false,
  measure: (text, bold) => text.length * (bold ? 12 : 10),
};
const textOf = (line: Line) => line.segments.map((segment) => segment.text).join('');

describe('lines of text', () => {
  test('break at spaces and never run over the width', () => {
    const lines = breakLines([{ text: 'один два три четыре пять' }], setting);
    expect(lines.map(textOf)).toEqual(['один два', 'три четыре', 'пять']);
  });

  test('keep no-break spaces together', () => {
    const lines = breakLines([{ text: 'всего 12\u00A0345 пар' }], setting);
    expect(lines.map(textOf)).toEqual(['всего', '12\u00A0345 пар']);
  });

  test('break where the text says so, empty lines kept', () => {
    expect(breakLines([{ text: 'а\nб\n\nв' }], setting).map(textOf)).toEqual(['а', 'б', '', 'в']);
  });

  test('start further right on the first line', () => {
    const lines = breakLines([{ text: 'один два три' }], { ...setting, firstIndent: 30 });
    expect(lines.map((line) => line.segments[0]?.x)).toEqual([30, 0]);
  });

  test('reach both edges when justified, the last line aside', () => {
    const lines = breakLines([{ text: 'аа бб вв гг дд' }], { ...setting, align: 'justify' });
    const last = lines[0]?.segments.at(-1);
    expect((last?.x ?? 0) + (last?.text.length ?? 0) * 10).toBeCloseTo(100);
    expect(lines[1]?.segments).toEqual([{ text: 'гг дд', bold: false, x: 0 }]);
  });

  test('do not break inside a word of two styles', () => {
    const lines = breakLines([{ text: 'наставник «' }, { text: 'Ли', bold: true }, { text: '».' }], setting);
    expect(lines.map(textOf)).toEqual(['наставник ', '«Ли».'].map((text) => text.trimEnd()));
  });

  test('centre and move to the right', () => {
    const x = (align: Setting['align']) => breakLines([{ text: 'слово' }], { ...setting, align })[0]?.segments[0]?.x;
    expect([x('left'), x('center'), x('right')]).toEqual([0, 25, 50]);
  });

  test('hold every letter of any text within the width', () => {
    const texts = fc.array(
      fc.record({ text: fc.string({ unit: 'binary', maxLength: 200 }), bold: fc.constant(true as const) }),
    );
    fc.assert(
      fc.property(texts, fc.constantFrom('left' as const, 'justify' as const), (runs, align) => {
        const lines = breakLines(runs, { ...setting, align });
        const shown = lines.map(textOf).join('').replace(/[ \n]/g, '');
        expect(shown).toBe(
          runs
            .map((run) => settableText(run.text))
            .join('')
            .replace(/[ \n]/g, ''),
        );
        for (const line of lines) {
          const letters = line.segments.reduce((sum, segment) => sum + segment.text.length, 0);
          if (letters > 8) expect(line.width).toBeLessThanOrEqual(100.001);
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('text for setting', () => {
  test('loses what cannot be seen and keeps at most three marks on a letter', () => {
    expect(settableText('а\u200Bб\u202Eв\u0007\r\nг\u00ADд')).toBe('абв\nгд');
    expect(settableText(`x${'\u0301'.repeat(50)}`)).toBe('x\u0301\u0301\u0301');
    expect(settableText('и\u0306')).toBe('й');
    expect(settableText('\uD800я\uDC00\uFFFE')).toBe('я');
  });
});

describe('division of Russian words', () => {
  const divided = (word: string) => {
    const places = divisionPlaces(word);
    return [0, ...places].map((place, index) => word.slice(place, [...places, word.length][index])).join('-');
  };

  test.each([
    ['персонализированных', 'пер-со-на-ли-зи-ро-ван-ных'],
    ['организация,', 'орга-ни-за-ция,'],
    ['объявление', 'объ-яв-ле-ние'],
    ['подъезд', 'подъ-езд'],
  ])('%s', (word, expected) => {
    expect(divided(word)).toBe(expected);
  });

  test.each(['Константинопольский', 'приказ', 'МБОУ', '31.08.2026', 'mentorship', 'учебно-методический'])(
    'leaves %s whole',
    (word) => {
      expect(divisionPlaces(word)).toEqual([]);
    },
  );

  test('happens at a line end, but not in the last word', () => {
    const dividing = { ...setting, dividesWords: true };
    expect(breakLines([{ text: 'в организации дел' }], dividing).map(textOf)).toEqual(['в органи-', 'зации дел']);
    expect(breakLines([{ text: 'в делах школ района' }], dividing).map(textOf)).toEqual(['в делах', 'школ', 'района']);
  });

  test('happens to a name only when a line is too short for it', () => {
    const dividing = { ...setting, dividesWords: true };
    expect(breakLines([{ text: 'дела Еремеевых детей' }], dividing).map(textOf)).toEqual([
      'дела',
      'Еремеевых',
      'детей',
    ]);
    expect(breakLines([{ text: 'Константинопольская' }], dividing).map(textOf)).toEqual(['Константи-', 'нопольская']);
  });
});
