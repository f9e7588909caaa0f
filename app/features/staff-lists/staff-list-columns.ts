import { HEADING_PATTERNS } from './staff-list-columns.text.ts';
import {
  cellText,
  cleanText,
  plainWords,
  type SheetRow,
  type SourceCell,
  type SourceSheet,
} from './staff-list-source.ts';

/** What a column of a staff list can mean. A name stands in one, two or three columns. */
export const STAFF_LIST_FIELDS = [
  'fullName',
  'lastName',
  'firstName',
  'middleName',
  'firstAndMiddleName',
  'birthOn',
  'post',
  'subject',
  'category',
  'categoryFrom',
  'categoryUntil',
  'hiredOn',
  'teachingSince',
  'experience',
  'email',
  'phone',
  'contacts',
  'organisation',
] as const;

/** A meaning of a column; `experience` is a length («5 years 3 months»), `contacts` holds phone and e-mail together. */
export type StaffListField = (typeof STAFF_LIST_FIELDS)[number];

/** One column: index from 0, its heading (rows of a two-row heading joined), and its meaning or null when ignored. */
export interface ColumnMeaning {
  index: number;
  heading: string;
  field: StaffListField | null;
}

/** How a sheet is read; row numbers as Excel shows them. A person may correct it and send it back. */
export interface ColumnMapping {
  sheetName: string;
  headerRow: number;
  dataStartRow: number;
  columns: ColumnMeaning[];
}

/** A data row with its cells by meaning; `cells` holds only the mapped columns that are not empty. */
export interface MappedRow {
  rowNumber: number;
  source: SheetRow;
  cells: Partial<Record<StaffListField, { cell: SourceCell; index: number }>>;
}

const SEARCHED_ROWS = 60;
const HEADER_DEPTH = 3;
const HEADING_LETTERS = 120;

/** Finds the sheet that looks like a staff list, its header and the meaning of its columns. Null: no sheet has rows. */
export function recogniseColumns(sheets: readonly SourceSheet[]): ColumnMapping | null {
  let best: { mapping: ColumnMapping; score: number } | null = null;
  for (const sheet of sheets) {
    const found = bestHeader(sheet);
    if (found === null) continue;
    const score = found.score - (sheet.isHidden ? 0.5 : 0) + Math.min(sheet.rows.length, 20_000) / 100_000;
    if (best === null || score > best.score) best = { mapping: found.mapping, score };
  }
  return best?.mapping ?? null;
}

/** Recognises the columns of one sheet; with `headerRow` the header is taken to begin there. Null: no such row. */
export function recogniseSheet(sheet: SourceSheet, headerRow?: number): ColumnMapping | null {
  return bestHeader(sheet, headerRow)?.mapping ?? null;
}

/** The meaning of one heading by itself. */
export function recogniseHeading(heading: string): StaffListField | null {
  const words = plainWords(heading);
  return HEADING_PATTERNS.find(({ pattern }) => pattern.test(words))?.field ?? null;
}

/** The data rows of a sheet with cells by meaning. When two columns are given one meaning the first counts. */
export function applyMapping(sheet: SourceSheet, mapping: ColumnMapping): MappedRow[] {
  const columns = mapping.columns.filter(
    ({ field }, place) => field !== null && mapping.columns.findIndex((other) => other.field === field) === place,
  );
  return sheet.rows
    .filter((row) => row.rowNumber >= mapping.dataStartRow)
    .map((row) => {
      const cells: MappedRow['cells'] = {};
      for (const { index, field } of columns) {
        const cell = row.cells[index];
        if (field === null || !cell || !holdsSomething(cell)) continue;
        cells[field] = { cell, index };
      }
      return { rowNumber: row.rowNumber, source: row, cells };
    });
}

function holdsSomething(cell: SourceCell): boolean {
  return cell.kind === 'formula' || cell.kind === 'error' || cellText(cell) !== '';
}

function bestHeader(sheet: SourceSheet, headerRow?: number): { mapping: ColumnMapping; score: number } | null {
  let best: { mapping: ColumnMapping; score: number } | null = null;
  for (const [place, row] of sheet.rows.slice(0, SEARCHED_ROWS).entries()) {
    if (headerRow !== undefined && row.rowNumber !== headerRow) continue;
    let headings = headingsOf(row);
    for (let depth = 1; depth <= HEADER_DEPTH; depth++) {
      const columns = meanings(headings);
      const score = scoreOf(columns);
      if (best === null || score > best.score) {
        best = { mapping: mappingOf(sheet, place, depth, columns), score };
      }
      const next = sheet.rows[place + depth];
      if (next === undefined || next.rowNumber !== row.rowNumber + depth || !continuesHeader(next, columns)) break;
      headings = joined(headings, headingsOf(next));
    }
  }
  return best;
}

function headingsOf(row: SheetRow): string[] {
  return Array.from(row.cells, (cell) => (cell ? cleanText(cell.text) : ''));
}

/** A lower header row holds short words only, and under a name column nothing but another heading. */
function continuesHeader(row: SheetRow, columns: readonly ColumnMeaning[]): boolean {
  return row.cells.every((cell, index) => {
    if (!cell || cellText(cell) === '') return true;
    if (cell.kind !== 'text' || cell.text.length > HEADING_LETTERS || /\d{2}|@/.test(cell.text)) return false;
    const field = columns[index]?.field ?? null;
    return !isName(field) || isName(recogniseHeading(cell.text));
  });
}

/** Upper and lower header rows as one; an upper heading that spans columns stands in the first of them only. */
function joined(upper: readonly string[], lower: readonly string[]): string[] {
  let spanning = '';
  return Array.from({ length: Math.max(upper.length, lower.length) }, (_, index) => {
    const above = upper[index] ?? '';
    const below = lower[index] ?? '';
    if (above !== '' || below === '') spanning = below === '' ? '' : above;
    return [above === '' ? spanning : above, below].filter((part) => part !== '').join(' ');
  });
}

function meanings(headings: readonly string[]): ColumnMeaning[] {
  const taken = new Map<StaffListField, { index: number; isWeak: boolean }>();
  for (const [index, heading] of headings.entries()) {
    if (heading === '' || heading.length > HEADING_LETTERS) continue;
    const words = plainWords(heading);
    const match = HEADING_PATTERNS.find(({ pattern }) => pattern.test(words));
    if (match === undefined || match.field === null) continue;
    const isWeak = match.isWeak === true;
    const holder = taken.get(match.field);
    if (holder === undefined || (holder.isWeak && !isWeak)) taken.set(match.field, { index, isWeak });
  }
  if (taken.has('lastName') && (taken.has('firstName') || taken.has('firstAndMiddleName'))) taken.delete('fullName');
  else if (taken.has('fullName')) for (const part of NAME_PARTS) taken.delete(part);
  const fieldAt = new Map(Array.from(taken, ([field, { index }]) => [index, field]));
  return headings.map((heading, index) => ({ index, heading, field: fieldAt.get(index) ?? null }));
}

const NAME_PARTS: readonly StaffListField[] = ['lastName', 'firstName', 'middleName', 'firstAndMiddleName'];

function isName(field: StaffListField | null): boolean {
  return field !== null && (field === 'fullName' || NAME_PARTS.includes(field));
}

/** How much a row looks like the header: meanings found; without a name hardly at all. */
function scoreOf(columns: readonly ColumnMeaning[]): number {
  const found = columns.filter(({ field }) => field !== null).length;
  return columns.some(({ field }) => field === 'fullName' || field === 'lastName') ? found : found / 100;
}

function mappingOf(sheet: SourceSheet, place: number, depth: number, columns: ColumnMeaning[]): ColumnMapping {
  const headerRow = sheet.rows[place]?.rowNumber ?? 1;
  const following = sheet.rows[place + depth];
  const dataStartRow = headerRow + depth + (following !== undefined && numbersColumns(following) ? 1 : 0);
  const widest = sheet.rows.reduce((width, row) => Math.max(width, row.cells.length), 0);
  const unnamed = Array.from({ length: Math.max(widest - columns.length, 0) }, (_, extra) => ({
    index: columns.length + extra,
    heading: '',
    field: null,
  }));
  return { sheetName: sheet.name, headerRow, dataStartRow, columns: [...columns, ...unnamed] };
}

/** A row that only numbers the columns: 1, 2, 3 … */
export function numbersColumns(row: SheetRow): boolean {
  const numbers = row.cells.filter((cell) => cell !== null).map((cell) => Number(cell.text));
  return numbers.length > 2 && numbers.every((number, place) => number === (numbers[0] ?? 0) + place);
}
