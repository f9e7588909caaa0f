import PDFDocument from 'pdfkit';
import { expect, test } from 'vitest';
import { fontFiles } from '#reports/fonts.ts';
import { type EmbeddedFont, faceOf, shownText } from '#reports/pdf-face.ts';

const range = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => String.fromCodePoint(from + index));
const letters = [
  ...range(0x21, 0x7e),
  ...range(0xa1, 0xac),
  ...range(0xae, 0xff),
  'Ё',
  ...range(0x410, 0x44f),
  'ё',
  '–',
  '—',
  '№',
];

/** Words of ten letters in which, over the rounds, every letter meets many others; the same in every run. */
function words(count: number): string[] {
  let seed = 7;
  const next = () => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return letters[seed % letters.length] ?? '';
  };
  return Array.from({ length: count }, () => Array.from({ length: 10 }, next).join(''));
}

test.each(fontFiles)(
  'words put together from pairs of letters are what the font lays out itself: $name',
  ({ path }) => {
    const pdf = new PDFDocument({ autoFirstPage: false, font: path });
    const { _font: font } = pdf as unknown as { _font: EmbeddedFont };
    const face = faceOf(font, `${path} test`);
    for (const word of words(500)) {
      const [codes, positions] = font.encode(word);
      const shown = shownText(face, word);
      expect((shown.codes.match(/[0-9a-f]{4}(?=[0-9a-f]*>)/g) ?? []).join(''), word).toBe(codes.join(''));
      expect(shown.width, word).toBeCloseTo(
        positions.reduce((sum, { xAdvance }) => sum + xAdvance, 0),
        2,
      );
    }
    expect([...face.pairs.values()]).not.toContain(null);
  },
);
