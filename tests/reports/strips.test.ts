import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { documentStrips } from '#reports/document-strips.ts';
import { sheetOf } from '#reports/sheet.ts';
import { gap, paginate, type Strip, strip } from '#reports/strips.ts';
import { documentOf, tableOf } from './sample-documents.ts';

const line = (height = 10): Strip => strip(height, []);
const kept = (height = 10): Strip => ({ ...line(height), keepWithNext: true });

describe('pages', () => {
  test('fill up and turn', () => {
    const pages = paginate(
      Array.from({ length: 25 }, () => line()),
      100,
    );
    expect(pages.map((page) => page.length)).toEqual([10, 10, 5]);
    expect(pages[1]?.[0]?.y).toBe(0);
  });

  test('never part a heading from its text', () => {
    const pages = paginate([line(85), kept(), line()], 100);
    expect(pages.map((page) => page.length)).toEqual([1, 2]);
  });

  test('do not start with empty space', () => {
    const pages = paginate([line(100), gap(20), line()], 100);
    expect(pages[1]?.map((placed) => placed.y)).toEqual([0]);
  });

  test('part what is kept together when it fills over a page', () => {
    const pages = paginate([...Array.from({ length: 14 }, () => kept()), line()], 100);
    expect(pages.map((page) => page.length)).toEqual([10, 5]);
  });

  test('break where asked, once, and not at the top', () => {
    const pageBreak = { ...gap(0), breaksPage: true };
    expect(paginate([pageBreak, line(), pageBreak, pageBreak, line(), pageBreak], 100)).toHaveLength(2);
  });

  test('repeat the header above a row that begins a page, and only there', () => {
    const header = line(20);
    const rows = Array.from({ length: 12 }, () => ({ ...line(), header: [header] }));
    const pages = paginate([kept(20), ...rows, line()], 100);
    expect(pages.map((page) => page.filter((placed) => placed.isRepeated).length)).toEqual([0, 1]);
    expect(pages[1]?.map((placed) => placed.y).slice(0, 2)).toEqual([0, 20]);
  });

  test('place every strip once, in order, within the page', () => {
    const anyStrip = fc.record({ height: fc.integer({ min: 1, max: 100 }), keepWithNext: fc.boolean() });
    fc.assert(
      fc.property(fc.array(anyStrip, { maxLength: 60 }), (shapes) => {
        const strips = shapes.map((shape) => ({ ...line(shape.height), keepWithNext: shape.keepWithNext }));
        const pages = paginate(strips, 100);
        expect(pages.flat().map((placed) => placed.strip)).toEqual(strips);
        for (const placed of pages.flat()) expect(placed.y + placed.strip.height).toBeLessThanOrEqual(100);
      }),
    );
  });
});

describe('a laid out document', () => {
  const measure = (text: string, _bold: boolean, size: number) => text.length * size * 0.5;
  const root = { role: 'Document', parent: null };
  const pagesOf = (document: ReturnType<typeof documentOf>) =>
    paginate(documentStrips(document, measure, root, '2025'), sheetOf(document).bodyHeight);

  test('repeats the header of a long table on each page', () => {
    const pages = pagesOf(documentOf([tableOf(200)]));
    expect(pages.length).toBeGreaterThan(4);
    expect(pages.map((page) => page.filter((placed) => placed.isRepeated).length)).toEqual(
      pages.map((_, index) => (index === 0 ? 0 : 1)),
    );
  });

  test('never leaves a signature alone on a page', () => {
    const paragraphs = Array.from({ length: 60 }, (_, index) => ({
      kind: 'paragraph' as const,
      runs: [{ text: `пункт ${index}` }],
      align: 'left' as const,
      firstLineIndent: false,
    }));
    for (let count = 20; count <= 60; count += 1) {
      const signature = { kind: 'signature' as const, post: 'Директор', name: 'И. О. Ким', mark: null };
      const pages = pagesOf(documentOf([...paragraphs.slice(0, count), signature]));
      const texts = pages
        .at(-1)
        ?.flatMap((placed) => placed.strip.marks.map((mark) => ('text' in mark ? mark.text : '')));
      expect(texts?.some((text) => text.startsWith('пункт'))).toBe(true);
    }
  });

  test('leaves 30 mm on the left of what is kept for long', () => {
    const left = (profile: 'orders' | 'plain') => Math.round(sheetOf(documentOf([], { profile })).left / (72 / 25.4));
    expect([left('orders'), left('plain')]).toEqual([30, 20]);
  });
});
