/**
 * A staff list as it stands in a file, before anything is understood: sheets of rows of cells.
 * Whatever the file was, its texts pass through `cleanText` before they are read.
 */
import type { SourceCell } from '#reports/workbook-read.ts';

export type { SourceCell };

/** A row that holds something; `rowNumber` counts from 1 as Excel shows it, `cells[0]` is column A. */
export interface SheetRow {
  rowNumber: number;
  cells: (SourceCell | null)[];
}

/** One sheet with its rows in order; a CSV is one sheet named after its file. */
export interface SourceSheet {
  name: string;
  isHidden: boolean;
  rows: SheetRow[];
}

/** Text in one form: NFC, every kind of space as one plain space, no zero-width letters, trimmed. */
export function cleanText(text: string): string {
  return text
    .normalize('NFC')
    .replace(/_x000[9AD]_/gi, ' ')
    .replace(/[\u00AD\u200B-\u200F\u2060\uFEFF]/g, '')
    .replace(/[\s\u0085]+/g, ' ')
    .trim();
}

/** The clean text of a cell; '' when it is empty or holds only dashes, dots or underscores. */
export function cellText(cell: SourceCell | null | undefined): string {
  const text = cell ? cleanText(cell.text) : '';
  return /^[-\u2010-\u2015_.\s]*$/.test(text) ? '' : text;
}

/** Lower case words without marks, one space between them, and without the letter that is written two ways. */
export function plainWords(text: string): string {
  return cleanText(text)
    .toLowerCase()
    .replaceAll('\u0451', '\u0435')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Whether a text holds what nobody typed: control characters, halves of letters, marks that turn the reading order. */
export function hasControls(text: string): boolean {
  return /[\p{Cc}\p{Cs}\p{Cn}\p{Co}\u202A-\u202E\u2066-\u2069]/u.test(text);
}

/** The letters of a column by its index from 0: 0 → A, 27 → AB. */
export function columnLetters(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : columnLetters(Math.floor(index / 26) - 1) + last;
}
