import { Readable } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { UnreadableWorkbook } from '#reports/workbook-parts.ts';
import { readWorkbookRows, type SourceRow } from '#reports/workbook-read.ts';
import { makeZip } from './make-zip.ts';

const limits = { maxRows: 100, maxColumns: 10, maxText: 20 };
const kinds = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** A workbook of one sheet written by hand; `special` replaces or adds parts. */
function bookOf(rows: string, special: Record<string, string> = {}) {
  return makeZip({
    'xl/workbook.xml': `<workbook xmlns:r="${kinds}"><sheets><sheet name="Кадры" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>
      <Relationship Id="rId1" Type="${kinds}/worksheet" Target="worksheets/sheet1.xml"/>
      <Relationship Id="rId2" Type="${kinds}/sharedStrings" Target="/xl/sharedStrings.xml"/>
      <Relationship Id="rId3" Type="${kinds}/styles" Target="styles.xml"/></Relationships>`,
    'xl/sharedStrings.xml': `<sst><si><t>Имя</t></si>
      <si><r><t>Анна </t></r><r><rPr><b/></rPr><t>Ким</t></r><rPh sb="0" eb="1"><t>КАНА</t></rPh></si></sst>`,
    'xl/styles.xml': `<styleSheet><numFmts><numFmt numFmtId="164" formatCode="dd/mm/yyyy;@"/><numFmt numFmtId="165"
      formatCode="#,##0.00\\ &quot;дн.&quot;"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>
      <cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="20"/></cellXfs></styleSheet>`,
    'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${rows}</sheetData><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells></worksheet>`,
    ...special,
  });
}

async function rowsOf(file: Uint8Array | Readable, special: Partial<typeof limits> = {}): Promise<SourceRow[]> {
  const rows: SourceRow[] = [];
  for await (const row of readWorkbookRows(file, { ...limits, ...special })) rows.push(row);
  return rows;
}

const cellOf = async (cell: string) => (await rowsOf(bookOf(`<row r="1">${cell}</row>`)))[0]?.cells[0] ?? null;

async function reasonOf(file: Uint8Array, special: Partial<typeof limits> = {}): Promise<string> {
  const failure = await rowsOf(file, special).catch((error: unknown) => error);
  return failure instanceof UnreadableWorkbook ? failure.reason : 'was read';
}

describe('a cell of a foreign workbook', () => {
  test.each([
    ['a shared string', '<c r="A1" t="s"><v>0</v></c>', 'text', 'Имя'],
    ['rich text, without its phonetic hint', '<c r="A1" t="s"><v>1</v></c>', 'text', 'Анна Ким'],
    [
      'an inline string of several runs',
      '<c r="A1" t="inlineStr"><is><r><t>Ан</t></r><r><t>на</t></r></is></c>',
      'text',
      'Анна',
    ],
    ['a built-in date', '<c r="A1" s="1"><v>46265</v></c>', 'date', '2026-08-31'],
    ['a date of an own format with a time', '<c r="A1" s="2"><v>46265.75</v></c>', 'date', '2026-08-31'],
    ['a time', '<c r="A1" s="4"><v>0.5</v></c>', 'text', '12:00'],
    ['a date before March 1900', '<c r="A1" s="1"><v>1</v></c>', 'date', '1900-01-01'],
    ['an ISO date', '<c r="A1" t="d"><v>2026-08-31T00:00:00</v></c>', 'date', '2026-08-31'],
    ['a number whose unit is written with letters', '<c r="A1" s="3"><v>12.5</v></c>', 'number', '12.5'],
    ['a binary fraction', '<c r="A1"><v>0.30000000000000004</v></c>', 'number', '0.3'],
    ['a truth', '<c r="A1" t="b"><v>1</v></c>', 'boolean', 'true'],
    ['an error', '<c r="A1" t="e"><v>#REF!</v></c>', 'error', '#REF!'],
    ['a formula', '<c r="A1"><f>1+1</f><v>2</v></c>', 'formula', '2'],
    ['a shared formula without a text', '<c r="A1" t="str"><f t="shared" si="0"/><v>да</v></c>', 'formula', 'да'],
    ['text past the limit', `<c r="A1" t="str"><v>${'я'.repeat(90)}</v></c>`, 'text', `${'я'.repeat(19)}…`],
    ['a coded control letter', '<c r="A1" t="str"><v>а_x0007_б</v></c>', 'text', 'аб'],
    ['an apostrophe against formulas', '<c r="A1" t="str"><v>\'+7 900</v></c>', 'text', '+7 900'],
  ])('%s', async (_, xml, kind, text) => {
    expect(await cellOf(xml)).toEqual({ kind, text });
  });

  test('that is empty is nothing', async () => {
    expect(await rowsOf(bookOf('<row r="1"><c r="A1" s="1"/><c r="B1" t="str"><v></v></c></row>'))).toEqual([]);
  });
});

describe('a foreign workbook', () => {
  test('keeps row numbers over empty rows and places over empty cells', async () => {
    const rows = await rowsOf(bookOf('<row r="2"/><row r="7"><c r="C7"><v>5</v></c></row>'));
    expect(rows).toEqual([
      { sheetName: 'Кадры', isHidden: false, rowNumber: 7, cells: [null, null, { kind: 'number', text: '5' }] },
    ]);
  });

  test('may leave out addresses', async () => {
    const rows = await rowsOf(bookOf('<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>'));
    expect(rows.map((row) => [row.rowNumber, row.cells.map((cell) => cell?.text)])).toEqual([
      [1, ['1', '2']],
      [2, ['3']],
    ]);
  });

  test('may prefix every element', async () => {
    const sheet =
      '<x:worksheet xmlns:x="m"><x:sheetData><x:row r="1"><x:c r="A1"><x:v>7</x:v></x:c></x:row></x:sheetData></x:worksheet>';
    const rows = await rowsOf(bookOf('', { 'xl/worksheets/sheet1.xml': sheet }));
    expect(rows[0]?.cells[0]?.text).toBe('7');
  });

  test('tells which sheets are hidden and follows the order of the book', async () => {
    const workbook = `<workbook xmlns:r="${kinds}"><workbookPr date1904="1"/><sheets><sheet name="Второй" state="hidden" r:id="b"/>
      <sheet name="Первый" r:id="a"/></sheets></workbook>`;
    const rels = `<Relationships><Relationship Id="a" Type="${kinds}/worksheet" Target="worksheets/sheet1.xml"/>
      <Relationship Id="b" Type="${kinds}/worksheet" Target="worksheets/sheet2.xml"/>
      <Relationship Id="c" Type="${kinds}/styles" Target="styles.xml"/></Relationships>`;
    const row = '<row r="1"><c r="A1" s="1"><v>44803</v></c></row>';
    const second = `<worksheet><sheetData>${row}</sheetData></worksheet>`;
    const special = {
      'xl/workbook.xml': workbook,
      'xl/_rels/workbook.xml.rels': rels,
      'xl/worksheets/sheet2.xml': second,
    };
    const rows = await rowsOf(bookOf(row, special));
    expect(rows.map((each) => [each.sheetName, each.isHidden])).toEqual([
      ['Второй', true],
      ['Первый', false],
    ]);
    expect(rows[0]?.cells[0]).toEqual({ kind: 'date', text: '2026-08-31' });
  });

  test('may come as a stream', async () => {
    const file = bookOf('<row r="1"><c r="A1"><v>1</v></c></row>');
    expect(await rowsOf(Readable.from([file.subarray(0, 100), file.subarray(100)]))).toHaveLength(1);
  });

  test('keeps the letters that a chunk of the file cuts in two', async () => {
    const row = (index: number) =>
      `<row r="${index}"><c r="A${index}" t="str"><v>${'яё'.repeat(9)}${index}</v></c></row>`;
    const rows = await rowsOf(bookOf(Array.from({ length: 9_000 }, (_, index) => row(index + 1)).join('')), {
      maxRows: 9_000,
      maxText: 90,
    });
    expect(rows.filter((each, index) => each.cells[0]?.text !== `${'яё'.repeat(9)}${index + 1}`)).toEqual([]);
    expect(rows).toHaveLength(9_000);
  });

  test('has the columns past the limit ignored and the rows past it refused', async () => {
    const file = bookOf(
      '<row r="1"><c r="A1"><v>1</v></c><c r="XFD1"><v>2</v></c></row><row r="2"><c r="A2"><v>1</v></c></row>',
    );
    expect((await rowsOf(file))[0]?.cells).toHaveLength(1);
    expect(await reasonOf(file, { maxRows: 1 })).toBe('too-many-rows');
  });
});

describe('a file that is no workbook', () => {
  const good = bookOf('<row r="1"><c r="A1"><v>1</v></c></row>');

  test.each([
    ['nothing', Buffer.alloc(0), 'not-a-workbook'],
    ['a text', Buffer.from('Фамилия;Имя'), 'not-a-workbook'],
    ['an old workbook', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'not-a-workbook'],
    ['another zip', makeZip({ 'a.txt': 'a' }), 'not-a-workbook'],
    ['a zip cut short', good.subarray(0, good.length - 40), 'broken'],
    ['XML cut short', bookOf('<row r="1"><c r="A1">'), 'broken'],
    ['an entity that grows', bookOf('<row r="1"><c r="A1" t="str"><v>&a;</v></c></row>'), 'broken'],
    ['a path out of the package', makeZip({ '../a': 'a' }), 'broken'],
    ['a cell without a column', bookOf('<row r="1"><c r="1"><v>1</v></c></row>'), 'broken'],
  ])('%s', async (_, file, reason) => {
    expect(await reasonOf(file)).toBe(reason);
  });

  test('is refused or read, and never hangs, whatever byte is changed', async () => {
    for (let place = 0; place < good.length; place += 3) {
      const changed = Buffer.from(good);
      changed.writeUInt8((changed.readUInt8(place) + 1 + (place % 200)) & 255, place);
      expect(await reasonOf(changed)).toMatch(/was read|broken|not-a-workbook|encrypted|too-many-rows|too-big/);
    }
  });
});
