import { describe, expect, test } from 'vitest';
import { type Document, paragraph } from '#reports/document.ts';
import { documentToPdf } from '#reports/document-pdf.ts';
import { readPdf } from './read-pdf.ts';
import { documentOf, sampleOrder, tableOf } from './sample-documents.ts';

const createdAt = '2026-08-31T11:05:00Z';
const read = async (document: Document) => readPdf(await documentToPdf(document, { createdAt, compress: false }));

describe('a PDF', () => {
  test('shows every word of the order in reading order on one page', async () => {
    const { pages } = await read(sampleOrder);
    expect(pages).toHaveLength(1);
    const text = pages[0] ?? '';
    const inOrder = [
      'МБОУ «Средняя школа № 5»',
      'ПРИКАЗ',
      '31.08.2026',
      '№ 112-од',
      'О закреплении наставников',
      'В целях реализации',
      'ПРИКАЗЫВАЮ:',
      '1. Закрепить',
      '1.1. Иванову М. П.',
      '2. Контроль',
      'Директор',
      'И. О. Сидоренко',
      'Подписано 31.08.2026, код 4F7A',
      'С приказом ознакомлены:',
      'Фамилия, имя, отчество',
      'Иванова Мария Петровна',
      'Рядом · приказ № 112-од',
    ];
    const places = inOrder.map((part) => text.indexOf(part));
    expect(places).not.toContain(-1);
    expect(places).toEqual([...places].sort((left, right) => left - right));
  });

  test('is tagged, Russian, titled, with its fonts inside', async () => {
    const { plain } = await read(sampleOrder);
    expect(plain).toContain('/Lang (ru-RU)');
    expect(plain).toContain('/DisplayDocTitle true');
    expect(plain).toMatch(/\/Marked true/);
    for (const role of ['H1', 'H2', 'P', 'L', 'LI', 'LBody', 'Table', 'TR', 'TH', 'TD']) {
      expect(plain).toContain(`/S /${role}\n`);
    }
    expect(plain).toContain('/Scope /Column');
    expect(plain.match(/\/FontFile2 /g)).toHaveLength(2);
    expect(plain).not.toContain('Helvetica');
  });

  test('names the product as its maker and nothing else', async () => {
    const { plain } = await read(documentOf([paragraph('текст')], { title: 'Школа <x> & «Лицей»' }));
    const information = /<<\n\/Producer[\s\S]*?>>/.exec(plain)?.[0] ?? '';
    const keys = Array.from(information.matchAll(/\/(\w+) \d+ 0 R/g), (match) => match[1]);
    expect(keys.sort()).toEqual(['CreationDate', 'Creator', 'ModDate', 'Producer', 'Title']);
    const packet = Buffer.from(plain, 'latin1').toString('utf8');
    expect(packet).toContain('<xmp:CreatorTool>Рядом</xmp:CreatorTool>');
    expect(packet).toContain('<pdf:Producer>Рядом</pdf:Producer>');
    expect(packet).toContain('>Школа \u2039x\u203A \uFF06 «Лицей»</rdf:li>');
    expect(plain).toContain('(D:20260831110500Z)');
    expect(plain).not.toContain(process.cwd());
  });

  test('has the same bytes for the same document and moment', async () => {
    const [first, second] = [
      await documentToPdf(sampleOrder, { createdAt }),
      await documentToPdf(sampleOrder, { createdAt }),
    ];
    expect(first.equals(second)).toBe(true);
  });

  test('numbers pages from the second one', async () => {
    const { pages } = await read(
      documentOf([paragraph('один'), { kind: 'pageBreak' }, paragraph('два')], { footer: null }),
    );
    expect(pages).toEqual(['один', 'два 2']);
  });

  test('repeats the table header on every page and loses no row', async () => {
    const { pages } = await read(documentOf([tableOf(200)]));
    expect(pages.length).toBeGreaterThan(3);
    for (const page of pages) expect(page.match(/Номер/g)).toHaveLength(1);
    const rows = pages.flatMap((page) => page.match(/\br\d+\b/g) ?? []);
    expect(rows).toEqual(Array.from({ length: 200 }, (_, index) => `r${index + 1}`));
    expect(pages.at(-1)).toContain('Всего пар');
  });

  test('keeps the totals with the last row', async () => {
    const lastPages: string[] = [];
    for (let count = 28; count < 40; count += 1) {
      const { pages } = await read(documentOf([tableOf(count)]));
      lastPages.push(pages.at(-1) ?? '');
      expect(pages.at(-1), `${count} rows`).toContain('Всего пар');
      expect(pages.at(-1), `${count} rows`).toMatch(new RegExp(`\\br${count}\\b`));
    }
    expect(lastPages.some((page) => page.match(/\br\d+\b/g)?.length === 1)).toBe(true);
  });

  test('writes the values of bars out', async () => {
    const bars = [
      { label: 'Школа № 5', value: 90, text: '90,0 %' },
      { label: 'Гимназия', value: null, text: '—' },
    ];
    const { pages, plain } = await read(documentOf([{ kind: 'bars', caption: 'Охват', maximum: 100, bars }]));
    expect(pages[0]).toContain('Школа № 5 90,0 %');
    expect(pages[0]).toContain('Гимназия —');
    expect(plain).toContain('/S /Figure');
  });

  test.each([
    ['letters without a space', 'щ'.repeat(40_000)],
    ['marks on one letter', `а${'\u0301'.repeat(20_000)}`],
    ['marked letters', 'а\u0301\u0301\u0301'.repeat(10_000)],
    ['no-break spaces', '\u00A0слово'.repeat(6_000)],
    ['joined emoji', '👩‍👩‍👧'.repeat(4_000)],
    ['directions turned over', '\u202Eשלום'.repeat(4_000)],
    ['hyphens', 'аб-'.repeat(10_000)],
    ['line feeds', '\n'.repeat(3_000)],
    ['letters outside the font and half letters', '漢\uD800\uDC00\uD800字'.repeat(3_000)],
  ])('is finished soon with %s', { timeout: 15_000 }, async (_, text) => {
    const table = { ...tableOf(0), rows: [[text, text.slice(0, 3_000)]], headerRows: [[text.slice(0, 500), 'имя']] };
    const { pages } = await read(
      documentOf([paragraph(text), table, { kind: 'heading', level: 2, text: text.slice(0, 500) }]),
    );
    expect(pages.length).toBeGreaterThan(0);
    expect(pages.at(-1)?.length).toBeGreaterThan(0);
  });

  test('shows a word longer than the line whole, in pieces', async () => {
    const { pages } = await read(documentOf([paragraph('щ'.repeat(500))], { footer: null }));
    expect(pages.join('').match(/щ/g)).toHaveLength(500);
  });

  test('cuts a cell higher than a page without losing text', async () => {
    const words = Array.from({ length: 1_500 }, (_, index) => `w${index}`);
    const { pages } = await read(documentOf([{ ...tableOf(0), rows: [['1', words.join(' ')]], totals: null }]));
    expect(pages.length).toBeGreaterThan(1);
    expect(pages.flatMap((page) => page.match(/\bw\d+\b/g) ?? [])).toEqual(words);
  });
});
