/** Makes workbooks and zips for the staff list tests: honest ones, and ones that lie about themselves. */
import { crc32, deflateRawSync } from 'node:zlib';

/** One part of a zip; the overrides are what its directory says instead of the truth. */
export interface ZipPart {
  name: string;
  content: string | Buffer;
  declaredBytes?: number;
  flags?: number;
  method?: number;
}

/** A zip of the given parts. */
export function zipOf(parts: readonly ZipPart[]): Buffer {
  const local: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const part of parts) {
    const content = Buffer.from(part.content);
    const packed = deflateRawSync(content);
    const name = Buffer.from(part.name);
    const header = Buffer.alloc(26);
    header.writeUInt16LE(20, 0);
    header.writeUInt16LE(part.flags ?? 0x800, 2);
    header.writeUInt16LE(part.method ?? 8, 4);
    header.writeUInt32LE(crc32(content), 10);
    header.writeUInt32LE(packed.length, 14);
    header.writeUInt32LE(part.declaredBytes ?? content.length, 18);
    header.writeUInt16LE(name.length, 22);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    local.push(Buffer.from('PK\x03\x04'), header, name, packed);
    central.push(Buffer.from('PK\x01\x02\x14\x00'), header, place, name);
    offset += 4 + header.length + name.length + packed.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06');
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...local, directory, end]);
}

/** A cell: text, number, a day by its Excel number, a formula, or nothing. */
export type TestCell = string | number | { day: string } | { formula: string } | null;

/** A sheet by rows from row 1; an empty row is left out. `extra` goes after the rows. */
export interface TestSheet {
  name: string;
  rows: readonly (readonly TestCell[])[];
  extra?: string;
}

/** A workbook as Excel writes it, with inline texts. */
export function xlsxOf(sheets: readonly TestSheet[], more: readonly ZipPart[] = []): Buffer {
  return zipOf([...xlsxParts(sheets), ...more]);
}

/** The parts of that workbook, for changing one of them. */
export function xlsxParts(sheets: readonly TestSheet[]): ZipPart[] {
  const links = sheets.map(
    (_, index) =>
      `<Relationship Id="r${index + 1}" Type="${TYPES}/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`,
  );
  const names = sheets.map(
    ({ name }, index) => `<sheet name="${escaped(name)}" sheetId="${index + 1}" r:id="r${index + 1}"/>`,
  );
  return [
    {
      name: '_rels/.rels',
      content: relationships(`<Relationship Id="r1" Type="${TYPES}/officeDocument" Target="xl/workbook.xml"/>`),
    },
    {
      name: 'xl/workbook.xml',
      content: `<workbook xmlns="${MAIN}" xmlns:r="${TYPES}"><sheets>${names.join('')}</sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: relationships(`${links.join('')}<Relationship Id="s" Type="${TYPES}/styles" Target="styles.xml"/>`),
    },
    {
      name: 'xl/styles.xml',
      content: `<styleSheet xmlns="${MAIN}"><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>`,
    },
    ...sheets.map((sheet, index) => ({ name: `xl/worksheets/sheet${index + 1}.xml`, content: sheetXml(sheet) })),
  ];
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const TYPES = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

function relationships(links: string): string {
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${links}</Relationships>`;
}

/** One sheet's XML. */
export function sheetXml(sheet: TestSheet): string {
  const rows = sheet.rows.map((cells, index) => {
    const written = cells.map((cell, column) => cellXml(cell, `${letters(column)}${index + 1}`)).join('');
    return written === '' ? '' : `<row r="${index + 1}">${written}</row>`;
  });
  return `<worksheet xmlns="${MAIN}"><sheetData>${rows.join('')}</sheetData>${sheet.extra ?? ''}</worksheet>`;
}

function cellXml(cell: TestCell, address: string): string {
  if (cell === null || cell === '') return '';
  if (typeof cell === 'number') return `<c r="${address}"><v>${cell}</v></c>`;
  if (typeof cell === 'string') return `<c r="${address}" t="inlineStr"><is><t>${escaped(cell)}</t></is></c>`;
  if ('formula' in cell) return `<c r="${address}"><f>${escaped(cell.formula)}</f><v>1</v></c>`;
  const serial = (Date.parse(`${cell.day}T00:00:00Z`) - Date.UTC(1899, 11, 30)) / 86_400_000;
  return `<c r="${address}" s="1"><v>${serial}</v></c>`;
}

function letters(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : letters(Math.floor(index / 26) - 1) + last;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
