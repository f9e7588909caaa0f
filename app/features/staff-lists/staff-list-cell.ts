import type { MappedRow, StaffListField } from './staff-list-columns.ts';
import { readDay } from './staff-list-dates.ts';
import { cellText, columnLetters, hasControls } from './staff-list-source.ts';

/** Why a row is refused; every code has one Russian sentence in `staff-list.text.ts`. */
export type RowRefusalCode =
  | 'no-last-name'
  | 'no-first-name'
  | 'initials-only'
  | 'name-has-controls'
  | 'name-unreadable'
  | 'name-mixed-alphabets'
  | 'text-has-controls'
  | 'too-long'
  | 'formula'
  | 'cell-error'
  | 'birth-impossible'
  | 'birth-in-future'
  | 'birth-too-early'
  | 'birth-too-late'
  | 'date-unreadable'
  | 'date-impossible'
  | 'date-too-far'
  | 'hired-before-birth'
  | 'teaching-before-birth'
  | 'experience-unreadable'
  | 'email-invalid'
  | 'post-unknown'
  | 'category-unknown'
  | 'category-ends-before-start'
  | 'no-organisation'
  | 'duplicate-in-file';

/** One refusal: `cell` is the address («D10»), `value` the text that stands there, `otherRow` the row it repeats. */
export interface RowRefusal {
  row: number;
  column: string;
  cell: string;
  field: StaffListField;
  code: RowRefusalCode;
  value: string;
  otherRow?: number;
}

/** What does not depend on the row: today, the day the list is drawn up as of, where an unmapped refusal points. */
export interface RowReadingOptions {
  today: string;
  asOf: string;
  nameColumn: number;
}

/** A row being read, with what has been refused so far. */
export interface RowInHand {
  row: MappedRow;
  options: RowReadingOptions;
  refusals: RowRefusal[];
}

const LONGEST: Partial<Record<StaffListField, number>> = { subject: 200, organisation: 500, phone: 100 };
const LONGEST_OTHER = 300;

/** The clean text of a field; '' when it is empty or is refused as a formula, an error, hidden marks, too long. */
export function textOf(inHand: RowInHand, field: StaffListField): string {
  const cell = inHand.row.cells[field]?.cell;
  if (cell === undefined) return '';
  const text = cellText(cell);
  const code = textRefusal(field, cell.kind, text);
  if (code === null) return text;
  refuse(inHand, field, code);
  return '';
}

function textRefusal(field: StaffListField, kind: string, text: string): RowRefusalCode | null {
  if (kind === 'formula') return 'formula';
  if (kind === 'error') return 'cell-error';
  if (hasControls(text)) return isNameField(field) ? 'name-has-controls' : 'text-has-controls';
  return text.length > (LONGEST[field] ?? LONGEST_OTHER) ? 'too-long' : null;
}

/** The day of a field, refused with `impossible` when there is no such day; null when it is empty or refused. */
export function dayOf(
  inHand: RowInHand,
  field: StaffListField,
  impossible: RowRefusalCode,
  latestYear: number,
): string | null {
  const cell = inHand.row.cells[field]?.cell;
  if (cell === undefined || textOf(inHand, field) === '') return null;
  const day = readDay(cell, latestYear);
  if ('on' in day) return day.on;
  refuse(inHand, field, day.problem === 'impossible' ? impossible : 'date-unreadable');
  return null;
}

/** Notes a refusal once per field and code, at the field's cell or, without one, in the column of the name. */
export function refuse(inHand: RowInHand, field: StaffListField, code: RowRefusalCode): void {
  const { row, options, refusals } = inHand;
  if (refusals.some((known) => known.code === code && known.field === field)) return;
  const { cells } = row;
  const place = cells[field] ?? (isNameField(field) ? (cells.fullName ?? cells.firstAndMiddleName) : undefined);
  const column = columnLetters(place?.index ?? options.nameColumn);
  const value = place?.cell.text.slice(0, SHOWN_LETTERS) ?? '';
  refusals.push({ row: row.rowNumber, column, cell: `${column}${row.rowNumber}`, field, code, value });
}

const SHOWN_LETTERS = 200;

function isNameField(field: StaffListField): boolean {
  return /name$/i.test(field);
}
