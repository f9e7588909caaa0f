/**
 * Reading somebody else's XLSX, row by row. exceljs is not used for it: its streaming reader decodes each chunk on its
 * own, so Cyrillic letters on a chunk's edge come out damaged, and it skips sheets of writers that prefix elements.
 */
import type { Readable } from 'node:stream';
import { startsFormula } from './workbook.ts';
import {
  asUnreadable,
  cutText,
  openPackage,
  type Package,
  readDateStyles,
  readRelationships,
  readSharedStrings,
  readXml,
  UnreadableWorkbook,
} from './workbook-parts.ts';

/** What a cell shows. `text`: dates as YYYY-MM-DD, numbers with a point, booleans as true / false, a formula's last result. */
export type SourceCell = { kind: 'text' | 'number' | 'date' | 'formula' | 'boolean' | 'error'; text: string };

/** A row that holds something. `cells[0]` is column A; an empty cell is null; trailing empty cells are absent. */
export type SourceRow = { sheetName: string; isHidden: boolean; rowNumber: number; cells: (SourceCell | null)[] };

/** Caps: rows that hold something, over all sheets (more is refused); columns read (the rest ignored); letters a cell. */
export type ReadLimits = { maxRows: number; maxColumns: number; maxText: number };

type Sheet = { name: string; isHidden: boolean; path: string };
type Book = { sheets: Sheet[]; strings: string[]; isDateStyle: boolean[]; is1904: boolean };
type RawCell = { column: number; type: string; style: number; value: string; isFormula: boolean };

/**
 * Yields the rows of every sheet in the book's order. Merged ranges are ignored: the value is in their first cell.
 * Throws UnreadableWorkbook. For uploads run it in a worker: it is bounded in size, not in time.
 */
export async function* readWorkbookRows(
  source: Uint8Array | Readable,
  limits: ReadLimits,
): AsyncGenerator<SourceRow, void, undefined> {
  let rowsLeft = limits.maxRows;
  try {
    const book = await openPackage(source instanceof Uint8Array ? source : await collect(source));
    const content = await readBook(book, limits.maxText);
    for (const sheet of content.sheets) {
      for await (const row of readSheet(book, sheet, content, limits)) {
        rowsLeft -= 1;
        if (rowsLeft < 0) throw new UnreadableWorkbook('too-many-rows');
        yield row;
      }
    }
  } catch (error) {
    throw asUnreadable(error);
  }
}

async function collect(source: Readable): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of source) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}

async function readBook(book: Package, maxText: number): Promise<Book> {
  const main = (await readRelationships(book, '')).find((link) => link.type === 'officeDocument');
  const bookPath = main?.path ?? 'xl/workbook.xml';
  if (!book.entries.has(bookPath)) throw new UnreadableWorkbook('not-a-workbook');
  const links = await readRelationships(book, bookPath);
  const pathOf = (type: string) => links.find((link) => link.type === type)?.path ?? '';
  const sheets: Sheet[] = [];
  let is1904 = false;
  for await (const batch of readXml(book, bookPath)) {
    for (const event of batch) {
      if (event.kind !== 'open') continue;
      if (event.name === 'workbookPr') is1904 = /^(1|true)$/.test(event.attributes.date1904 ?? '');
      if (event.name !== 'sheet') continue;
      const id = Object.entries(event.attributes).find(([name]) => name.endsWith(':id'))?.[1];
      const link = links.find((candidate) => candidate.id === id && candidate.type === 'worksheet');
      const { name = '', state = 'visible' } = event.attributes;
      if (link) sheets.push({ name, isHidden: state !== 'visible', path: link.path });
    }
  }
  if (sheets.length === 0) throw new UnreadableWorkbook('not-a-workbook');
  const strings = await readSharedStrings(book, pathOf('sharedStrings'), maxText);
  const isDateStyle = await readDateStyles(book, pathOf('styles'));
  return { sheets, strings, isDateStyle, is1904 };
}

async function* readSheet(book: Package, sheet: Sheet, content: Book, limits: ReadLimits): AsyncGenerator<SourceRow> {
  let rowNumber = 0;
  let column = 0;
  let cells: (SourceCell | null)[] = [];
  let cell: RawCell | null = null;
  let inValue = false;
  let inPhonetic = false;
  for await (const batch of readXml(book, sheet.path)) {
    for (const event of batch) {
      if (event.kind === 'text') {
        if (cell && inValue && !inPhonetic && cell.value.length <= limits.maxText) cell.value += event.text;
        continue;
      }
      const isOpen = event.kind === 'open';
      if (event.name === 'v' || event.name === 't') inValue = isOpen;
      else if (event.name === 'rPh') inPhonetic = isOpen;
      else if (event.name === 'f' && cell) cell.isFormula = true;
      else if (event.name === 'row' && event.kind === 'open') {
        rowNumber = Number(event.attributes.r ?? rowNumber + 1);
        column = 0;
        cells = [];
      } else if (event.name === 'row') {
        if (cells.some((value) => value !== null)) {
          yield { sheetName: sheet.name, isHidden: sheet.isHidden, rowNumber, cells };
        }
      } else if (event.name === 'c' && event.kind === 'open') {
        const { r, t = 'n', s = '0' } = event.attributes;
        column = r === undefined ? column + 1 : columnNumber(r);
        cell = column <= limits.maxColumns ? { column, type: t, style: Number(s), value: '', isFormula: false } : null;
      } else if (event.name === 'c' && cell) {
        const value = sourceCell(cell, content, limits.maxText);
        if (value) {
          while (cells.length < cell.column) cells.push(null);
          cells[cell.column - 1] = value;
        }
        cell = null;
      }
    }
  }
}

/** `AB12` → 28. */
function columnNumber(address: string): number {
  let number = 0;
  for (const letter of /^[A-Z]{1,3}/.exec(address)?.[0] ?? '') number = number * 26 + letter.charCodeAt(0) - 64;
  if (number === 0) throw new UnreadableWorkbook('broken');
  return number;
}

function sourceCell(raw: RawCell, book: Book, maxText: number): SourceCell | null {
  const value = plainCell(raw, book, maxText);
  if (raw.isFormula) return { kind: 'formula', text: value?.text ?? '' };
  return value;
}

function plainCell(raw: RawCell, book: Book, maxText: number): SourceCell | null {
  switch (raw.type) {
    case 's':
      return textCell(book.strings[Number(raw.value)] ?? '');
    case 'str':
    case 'inlineStr':
      return textCell(cutText(raw.value, maxText));
    case 'b':
      return { kind: 'boolean', text: raw.value.trim() === '1' ? 'true' : 'false' };
    case 'e':
      return { kind: 'error', text: cutText(raw.value, maxText) };
    case 'd':
      return { kind: 'date', text: raw.value.slice(0, 10) };
    default:
      return numberCell(raw.value.trim(), book.isDateStyle[raw.style] ?? false, book.is1904);
  }
}

/** An apostrophe that only keeps a text from being a formula, as our own files have it, is not part of the text. */
function textCell(text: string): SourceCell | null {
  if (text === '') return null;
  return { kind: 'text', text: text.startsWith("'") && startsFormula(text.slice(1)) ? text.slice(1) : text };
}

function numberCell(value: string, isDate: boolean, is1904: boolean): SourceCell | null {
  if (value === '') return null;
  const number = Number(value);
  if (!Number.isFinite(number)) return { kind: 'error', text: cutText(value, 40) };
  if (isDate && number >= 0 && number < 2_958_466) return dateCell(number, is1904);
  // Fifteen digits are what Excel itself keeps: 0.1 + 0.2 is stored as 0.30000000000000004.
  return { kind: 'number', text: String(Number(number.toPrecision(15))) };
}

/** A serial day number as a day; under one day it is a time, shown as HH:MM. */
function dateCell(serial: number, is1904: boolean): SourceCell {
  if (serial < 1) {
    const minutes = Math.floor(serial * 1440 + 1e-6);
    const two = (part: number) => String(part).padStart(2, '0');
    return { kind: 'text', text: `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}` };
  }
  // Excel counts a 29 February 1900 that never was: days before it are one further from the epoch.
  const days = Math.floor(serial) + (is1904 ? 1462 : serial < 60 ? 1 : 0);
  return { kind: 'date', text: new Date(Date.UTC(1899, 11, 30) + days * 86_400_000).toISOString().slice(0, 10) };
}
