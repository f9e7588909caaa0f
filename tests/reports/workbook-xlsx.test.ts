import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Workbook, WorkbookSheet } from '#reports/workbook.ts';
import { readWorkbookRows, workbookToXlsx } from '#reports/workbook-xlsx.ts';
import { readZip } from './read-zip.ts';

const sheet: WorkbookSheet = {
  name: 'Мониторинг',
  notes: ['Мониторинг школ', 'на 31.08.2026'],
  columns: [
    { title: 'Школа', kind: 'text', width: 40 },
    { title: 'Пар', kind: 'integer', width: 10 },
    { title: 'Охват', kind: 'percent', width: 10 },
    { title: 'Начало', kind: 'date', width: 12 },
    { title: 'Встреч на пару', kind: 'decimal', width: 12, digits: 2 },
  ],
  rows: [
    ['Школа № 5', 12, 0.875, '2026-09-01', 3.5],
    ['=HYPERLINK("http://x")', null, null, '31 февраля', null],
  ],
  totals: ['Итого', 12, 0.875, null, null],
};
const write = (sheets: WorkbookSheet[]) =>
  workbookToXlsx({ title: 'Отчёт', sheets }, { createdAt: '2026-08-31T11:05:00Z' });
const partsOf = async (workbook: Workbook) => readZip(await write(workbook.sheets));
const limits = { maxRows: 10_000, maxColumns: 60, maxText: 40_000 };

async function cellsOf(file: Buffer) {
  const rows: (string | null)[][] = [];
  for await (const row of readWorkbookRows(file, limits)) {
    rows.push(row.cells.map((cell) => (cell ? `${cell.kind} ${cell.text}` : null)));
  }
  return rows;
}

describe('an XLSX', () => {
  test('gives back what was written, each value of its kind', async () => {
    expect(await cellsOf(await write([sheet]))).toEqual([
      ['text Мониторинг школ'],
      ['text на 31.08.2026'],
      ['text Школа', 'text Пар', 'text Охват', 'text Начало', 'text Встреч на пару'],
      ['text Школа № 5', 'number 12', 'number 0.875', 'date 2026-09-01', 'number 3.5'],
      ['text =HYPERLINK("http://x")', null, null, 'text 31 февраля'],
      ['text Итого', 'number 12', 'number 0.875'],
    ]);
  });

  test('runs nothing: no formula, no link, no macro, an apostrophe before what looks like a formula', async () => {
    const parts = await partsOf({ title: 'Отчёт', sheets: [sheet] });
    const all = Array.from(parts.values()).join('\n');
    expect(all).not.toMatch(/<f[ >]|<hyperlink|externalLink|ddeLink/);
    expect(all).toContain('&apos;=HYPERLINK');
    expect(Array.from(parts.keys()).join()).not.toMatch(/vba|external/i);
  });

  test('freezes and filters the header and gives columns their width and format', async () => {
    const parts = await partsOf({ title: 'Отчёт', sheets: [sheet] });
    const xml = parts.get('xl/worksheets/sheet1.xml') ?? '';
    expect(xml).toMatch(/<pane ySplit="4"[^>]*state="frozen"/);
    expect(xml).toContain('<autoFilter ref="A4:E6"/>');
    expect(xml).toMatch(/<col min="1" max="1" width="40"/);
    expect(xml).not.toContain('mergeCell');
    const styles = parts.get('xl/styles.xml') ?? '';
    for (const code of ['dd.mm.yyyy', '0.0%']) expect(styles).toContain(`formatCode="${code}"`);
  });

  test('names the product and the moment, nothing else', async () => {
    const core = (await partsOf({ title: 'Отчёт', sheets: [sheet] })).get('docProps/core.xml') ?? '';
    expect(core).toContain('<dc:creator>Рядом</dc:creator>');
    expect(core).toContain('<cp:lastModifiedBy>Рядом</cp:lastModifiedBy>');
    expect(core.match(/2026-08-31T11:05:00Z/g)).toHaveLength(2);
  });

  test('keeps sheets of one name apart', async () => {
    const book = (await partsOf({ title: 'Отчёт', sheets: [sheet, sheet] })).get('xl/workbook.xml') ?? '';
    expect(Array.from(book.matchAll(/<sheet [^>]*name="([^"]*)"/g), (match) => match[1])).toEqual([
      'Мониторинг',
      'Мониторинг (2)',
    ]);
  });

  test('gives any text back, invisible breakage aside', async () => {
    const columns = [{ title: 'Имя', kind: 'text' as const, width: 20 }];
    const text = fc.string({ unit: 'binary', maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(fc.array(text, { minLength: 20, maxLength: 60 }), async (texts) => {
        const rows = texts.map((each) => [`я${each}`]);
        const read = await cellsOf(await write([{ ...sheet, notes: [], columns, rows, totals: null }]));
        const clean = (each: string) =>
          each.replace(/\r\n?/g, '\n').replace(/[^\P{Cc}\t\n]|[\uFFFE\uFFFF]|\p{Cs}/gu, '');
        expect(read.slice(1)).toEqual(rows.map((row) => [`text ${clean(row[0] ?? '')}`]));
      }),
      { numRuns: 30 },
    );
  });

  test('is written and read with no letter lost in thousands of rows', async () => {
    const rows = Array.from({ length: 4_000 }, (_, index) => [
      `Константинопольская Ёлка ${index}`,
      index,
      null,
      null,
      null,
    ]);
    const read = await cellsOf(await write([{ ...sheet, notes: [], rows, totals: null }]));
    expect(read.slice(1)).toEqual(rows.map(([name, number]) => [`text ${name}`, `number ${number}`]));
  });
});
