import { type ColumnMapping, STAFF_LIST_FIELDS, type StaffListField } from './staff-list-columns.ts';

/** What a person says about a sheet: which one, where its header is, and by `column0`, `column1` … what columns mean. */
export interface Correction {
  sheetName: string;
  headerRow: number;
  meanings: Readonly<Record<`column${number}`, string | undefined>>;
}

/**
 * The mapping as corrected. Another sheet or header row means other columns: they are left to be recognised there.
 * `repeated` is the place of a column whose meaning another column has already.
 */
export function correctedMapping(
  found: ColumnMapping,
  correction: Correction,
): { mapping: ColumnMapping } | { repeated: number } {
  const { sheetName, headerRow, meanings } = correction;
  if (sheetName !== found.sheetName || headerRow !== found.headerRow) {
    return { mapping: { sheetName, headerRow, dataStartRow: headerRow + 1, columns: [] } };
  }
  const columns = found.columns.map((column) => ({ ...column, field: meaningOf(meanings[`column${column.index}`]) }));
  const repeated = columns.find(
    ({ field }, place) => field !== null && columns.findIndex((other) => other.field === field) < place,
  );
  return repeated ? { repeated: repeated.index } : { mapping: { ...found, columns } };
}

function meaningOf(word: string | undefined): StaffListField | null {
  return STAFF_LIST_FIELDS.find((field) => field === word) ?? null;
}
