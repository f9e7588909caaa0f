/** A workbook as a value: what a table for Excel says, before it becomes a file. Plain JSON. */
import { reportsText } from './reports.text.ts';

/** What a column holds. `percent` takes shares (0.875 is shown as 87,5 %), `date` takes days YYYY-MM-DD. */
export type ColumnKind = 'text' | 'integer' | 'decimal' | 'percent' | 'date';

/** A column; `width` in letters. `digits` after the comma: of decimals and percents, one if absent. */
export type WorkbookColumn = { title: string; kind: ColumnKind; width: number; digits?: number };

/** A value of a cell: text or a day, a number, or nothing. Text in a column of numbers stays text. */
export type WorkbookCell = string | number | null;

/**
 * A sheet: lines above the table (the first is its title), one header row, the rows, and a last bold row of totals.
 * The header is frozen and filtered. How the figures were made is told on a sheet of its own.
 */
export type WorkbookSheet = {
  name: string;
  notes: string[];
  columns: WorkbookColumn[];
  rows: WorkbookCell[][];
  totals: WorkbookCell[] | null;
};

/** A whole workbook; `title` goes into the file's properties. */
export type Workbook = { title: string; sheets: WorkbookSheet[] };

/** MIME type of an XLSX file. */
export const XLSX_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Excel's limit on the text of a cell, in UTF-16 units. */
const longestCell = 32_767;
const longestSheetName = 31;

/**
 * Text that is safe as a cell: no characters that break the file, cut to Excel's limit, and with an apostrophe in front
 * if a spreadsheet could take it for a formula (= + - @ and their full-width forms, also behind invisible characters).
 */
export function safeCell(text: string): string {
  const clean = writableText(text);
  // Of the text as given too: a NUL or CR in front of it is gone from the cleaned one.
  const isRisky = startsFormula(text) || startsFormula(clean);
  // `_x0041_` in a file means the letter A: such text is written with its own underscore escaped.
  const literal = clean.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');
  return cutUnits(isRisky ? `'${literal}` : literal, longestCell);
}

/** A sheet name Excel accepts: at most 31 letters, none of * ? : / \ [ ], and unlike all names in `taken`. */
export function safeSheetName(name: string, taken: readonly string[]): string {
  const plain = writableText(name)
    .replace(/[*?:/\\[\]]/g, '-')
    .replace(/\s+/g, ' ');
  const base = trimmed(cutUnits(trimmed(plain), longestSheetName)) || reportsText.sheet;
  const used = new Set([...taken.map((each) => each.toLowerCase()), 'history']);
  let candidate = base;
  for (let copy = 2; used.has(candidate.toLowerCase()); copy += 1) {
    const ending = ` (${copy})`;
    candidate = `${trimmed(cutUnits(base, longestSheetName - ending.length))}${ending}`;
  }
  return candidate;
}

/** Whether text starts, invisible characters aside, with what a spreadsheet may run. */
export function startsFormula(text: string): boolean {
  return /^[\t\r\n\0]|^[\p{Z}\p{C}]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20\uFE63\uFE62\uFE66\uFE6B\u2212]/u.test(text);
}

function writableText(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(/[^\P{Cc}\t\n]|[\uFFFE\uFFFF]|\p{Cs}/gu, '');
}

function trimmed(text: string): string {
  return text.replace(/^[\s']+|[\s']+$/g, '');
}

/** The start of a text, never ending in half a surrogate pair. */
function cutUnits(text: string, units: number): string {
  if (text.length <= units) return text;
  const cut = text.slice(0, units);
  return /[\uD800-\uDBFF]$/.test(cut) ? cut.slice(0, -1) : cut;
}
