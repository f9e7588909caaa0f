import { type AsideKind, asideKind } from './staff-list-aside.ts';
import type { RowRefusal } from './staff-list-cell.ts';
import { AS_OF } from './staff-list-columns.text.ts';
import {
  applyMapping,
  type ColumnMapping,
  type MappedRow,
  recogniseColumns,
  recogniseSheet,
  type StaffListField,
} from './staff-list-columns.ts';
import { readDay } from './staff-list-dates.ts';
import { nameSkeleton } from './staff-list-names.ts';
import { readStaffListRow, type StaffListPerson } from './staff-list-row.ts';
import { cellText, cleanText, columnLetters, type SourceSheet } from './staff-list-source.ts';
import { UnreadableFile } from './staff-list-unreadable.ts';

/** `today` of the organisation; `mapping` as corrected by a person, with empty `columns` to recognise them again there. */
export interface StaffListOptions {
  today: string;
  mapping?: ColumnMapping;
}

/** A refused row: its number as Excel shows it, its texts by column (dates ISO), and everything that is wrong. */
export interface RefusedRow {
  row: number;
  cells: string[];
  refusals: RowRefusal[];
}

/** What a file says. `total` = people + refused; rows that are nobody's (totals, headings) are in `skipped` only. */
export interface ParsedStaffList {
  sheetName: string;
  mapping: ColumnMapping;
  people: StaffListPerson[];
  /** Texts of the row of each person, by column: `cells[i]` belongs to `people[i]`. */
  cells: string[][];
  refused: RefusedRow[];
  total: number;
  skipped: { row: number; kind: AsideKind }[];
  /** Every sheet of the file, for choosing another one. */
  sheets: { name: string; rows: number }[];
  /** Texts of the first data rows by column, for correcting the mapping. */
  preview: string[][];
  /** Meanings without which nobody can be read; not empty: `people` is empty and the mapping must be corrected. */
  missing: StaffListField[];
  /** The day lengths of service are counted back from: the list's own («as of 01.11.2026») or today. */
  asOf: string;
}

/** The most data rows a list may have. */
export const MOST_ROWS = 20_000;

const PREVIEW_ROWS = 5;
const OLDEST_LIST_YEARS = 10;

/** Reads a staff list out of the sheets of a file. Throws UnreadableFile `empty`, `too-many-rows`. */
export function parseSheets(sheets: readonly SourceSheet[], options: StaffListOptions): ParsedStaffList {
  const mapping = mappingFor(sheets, options.mapping);
  const sheet = sheets.find(({ name }) => name === mapping?.sheetName);
  if (mapping === null || sheet === undefined) throw new UnreadableFile('empty');
  const rows = applyMapping(sheet, mapping);
  const list: ParsedStaffList = {
    sheetName: sheet.name,
    mapping,
    people: [],
    cells: [],
    refused: [],
    total: 0,
    skipped: [],
    sheets: sheets.map(({ name, rows }) => ({ name, rows: rows.length })),
    preview: rows.slice(0, PREVIEW_ROWS).map(textsOf),
    missing: missingFields(mapping),
    asOf: asOfDay(sheet, mapping, options.today),
  };
  if (list.missing.length === 0) readRows(rows, list, options.today);
  list.total = list.people.length + list.refused.length;
  return list;
}

function mappingFor(sheets: readonly SourceSheet[], given: ColumnMapping | undefined): ColumnMapping | null {
  const sheet = sheets.find(({ name }) => name === given?.sheetName);
  if (given === undefined || sheet === undefined) return recogniseColumns(sheets);
  if (given.columns.length > 0) return given;
  return recogniseSheet(sheet, given.headerRow) ?? recogniseSheet(sheet);
}

function missingFields(mapping: ColumnMapping): StaffListField[] {
  const has = (field: StaffListField) => mapping.columns.some((column) => column.field === field);
  if (has('fullName')) return [];
  const missing: StaffListField[] = has('lastName') ? [] : ['lastName'];
  return has('firstName') || has('firstAndMiddleName') ? missing : [...missing, 'firstName'];
}

function readRows(rows: readonly MappedRow[], list: ParsedStaffList, today: string): void {
  const nameColumn = list.mapping.columns.find(({ field }) => field === 'lastName' || field === 'fullName')?.index ?? 0;
  const options = { today, asOf: list.asOf, nameColumn };
  const own: MappedRow[] = [];
  for (const row of rows) {
    const kind = asideKind(row, list.mapping);
    if (kind === null) own.push(row);
    else list.skipped.push({ row: row.rowNumber, kind });
  }
  if (own.length > MOST_ROWS) throw new UnreadableFile('too-many-rows');
  const organisationOf = organisations(own, list.mapping);
  const seen = new Map<string, number>();
  for (const row of own) {
    const reading = readStaffListRow(row, options);
    const refusals = 'refusals' in reading ? reading.refusals : [];
    if ('person' in reading) {
      const person = { ...reading.person, organisation: organisationOf(row, reading.person) };
      const otherRow = seen.get(personKey(person));
      if (person.organisation === '') refusals.push(refusal(row, list.mapping, 'organisation', 'no-organisation'));
      else if (otherRow === undefined) {
        seen.set(personKey(person), row.rowNumber);
        list.people.push(person);
        list.cells.push(textsOf(row));
      } else {
        const name = list.mapping.columns[nameColumn]?.field ?? 'lastName';
        refusals.push({ ...refusal(row, list.mapping, name, 'duplicate-in-file'), otherRow });
      }
    }
    if (refusals.length > 0) list.refused.push({ row: row.rowNumber, cells: textsOf(row), refusals });
  }
}

/** An empty organisation is a fault, unless most are empty: then one is written once for the rows below it. */
function organisations(rows: readonly MappedRow[], mapping: ColumnMapping) {
  const isMapped = mapping.columns.some(({ field }) => field === 'organisation');
  const filled = rows.filter((row) => row.cells.organisation !== undefined).length;
  const isWrittenOnce = filled * 2 < rows.length;
  const inForce = new Map<MappedRow, string>();
  let last = '';
  for (const row of rows) {
    const text = cellText(row.cells.organisation?.cell);
    if (text !== '') last = text;
    inForce.set(row, last);
  }
  return (row: MappedRow, person: StaffListPerson): string | null => {
    if (!isMapped || filled === 0) return null;
    return person.organisation ?? (isWrittenOnce ? (inForce.get(row) ?? '') : '');
  };
}

/** Without a birth date namesakes are told apart by their e-mail, if they have one. */
function personKey(person: StaffListPerson): string {
  const name = [person.lastName, person.firstName, person.middleName ?? ''].map(nameSkeleton).join(' ');
  return JSON.stringify([name, person.birthOn ?? person.email, nameSkeleton(person.organisation ?? '')]);
}

function refusal(row: MappedRow, mapping: ColumnMapping, field: StaffListField, code: RowRefusal['code']): RowRefusal {
  const place = row.cells[field];
  const index = place?.index ?? mapping.columns.find((column) => column.field === field)?.index ?? 0;
  const column = columnLetters(index);
  const value = place?.cell.text.slice(0, 200) ?? '';
  return { row: row.rowNumber, column, cell: `${column}${row.rowNumber}`, field, code, value };
}

function asOfDay(sheet: SourceSheet, mapping: ColumnMapping, today: string): string {
  const titles = sheet.rows.filter(({ rowNumber }) => rowNumber < mapping.dataStartRow);
  for (const cell of titles.flatMap(({ cells }) => cells)) {
    const text = AS_OF.exec(cleanText(cell?.text ?? ''))?.[1];
    if (text === undefined) continue;
    const day = readDay({ kind: 'text', text }, 0);
    if (!('on' in day) || day.on > today) continue;
    if (Number(today.slice(0, 4)) - Number(day.on.slice(0, 4)) <= OLDEST_LIST_YEARS) return day.on;
  }
  return today;
}

function textsOf(row: MappedRow): string[] {
  return Array.from(row.source.cells, (cell) => cell?.text ?? '');
}
