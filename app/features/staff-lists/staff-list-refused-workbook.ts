import type { Workbook } from '#reports/workbook.ts';
import type { ShownRow } from './staff-list.queries.server.ts';
import { staffListText } from './staff-list-import.text.ts';
import { refusalSentence } from './staff-list-words.ts';

const COLUMN_LETTERS = 20;
const REASON_LETTERS = 70;

/** Refused rows as a workbook that can be put right and loaded again: the file's own columns, then the reason. */
export function refusedWorkbook(
  headings: readonly string[],
  rows: readonly Pick<ShownRow, 'row' | 'cells' | 'refusals'>[],
  fileName: string,
): Workbook {
  const width = rows.reduce((most, row) => Math.max(most, row.cells.length), headings.length);
  const columns = Array.from({ length: width }, (_, index) => headings[index] ?? '');
  return {
    title: staffListText.refusedFile,
    sheets: [
      {
        name: staffListText.refusedSheet,
        notes: [`${staffListText.refusedFile}: ${fileName}`, staffListText.refusedNote],
        columns: [
          ...columns.map((title) => ({ title, kind: 'text' as const, width: COLUMN_LETTERS })),
          { title: staffListText.reason, kind: 'text', width: REASON_LETTERS },
        ],
        rows: rows.map((row) => [...columns.map((_, index) => row.cells[index] ?? null), reasonsOf(row)]),
        totals: null,
      },
    ],
  };
}

function reasonsOf(row: Pick<ShownRow, 'row' | 'refusals'>): string {
  return row.refusals
    .map((refusal) => `${refusal.cell ?? staffListText.rowInFile(row.row)}: ${refusalSentence(refusal)}`)
    .join('\n');
}
