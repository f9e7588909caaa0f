import { UnreadableWorkbook } from '#reports/workbook-parts.ts';
import { readWorkbookRows } from '#reports/workbook-xlsx.ts';
import { decodeText, readCsvSheet } from './staff-list-csv.ts';
import { MOST_ROWS, type ParsedStaffList, parseSheets, type StaffListOptions } from './staff-list-parse.ts';
import type { SourceSheet } from './staff-list-source.ts';
import { UnreadableFile, type UnreadableFileCode } from './staff-list-unreadable.ts';
import { assertHarmlessZip } from './staff-list-zip.server.ts';

/** The largest file taken, in bytes. */
export const LARGEST_FILE_BYTES = 16 * 1024 * 1024;

/** Rows over all sheets leave room for title blocks and reference sheets beside the data rows. */
const LIMITS = { maxRows: MOST_ROWS + 100, maxColumns: 60, maxText: 2_000 } as const;

const REASONS: Record<UnreadableWorkbook['reason'], UnreadableFileCode> = {
  'not-a-workbook': 'not-a-table',
  encrypted: 'encrypted',
  broken: 'broken-zip',
  'too-big': 'zip-bomb',
  'too-many-rows': 'too-many-rows',
};

/**
 * Reads the sheets of an XLSX or CSV; the first bytes decide which it is, never the name.
 * Throws UnreadableFile. Bounded in size, not in time: for uploads run it in a worker.
 */
export async function readStaffListFile(bytes: Uint8Array, fileName: string): Promise<SourceSheet[]> {
  if (bytes.length === 0) throw new UnreadableFile('empty');
  if (bytes.length > LARGEST_FILE_BYTES) throw new UnreadableFile('too-large');
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const magic = buffer.subarray(0, 8).toString('latin1');
  if (magic === '\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1') throw new UnreadableFile(oldFormat(buffer));
  const sheets = magic.startsWith('PK')
    ? await readWorkbook(buffer)
    : [readCsvSheet(decodeText(bytes), fileName.replace(/\.[^.]*$/, '') || fileName, LIMITS)];
  if (sheets.every(({ rows }) => rows.length === 0)) throw new UnreadableFile('empty');
  return sheets;
}

/** Reads a file to people and refused rows. Throws UnreadableFile. For uploads use `openStaffListReader`. */
export async function parseStaffList(
  bytes: Uint8Array,
  fileName: string,
  options: StaffListOptions,
): Promise<ParsedStaffList> {
  return parseSheets(await readStaffListFile(bytes, fileName), options);
}

/** A workbook under a password is packed into the old container with a stream of this name. */
function oldFormat(buffer: Buffer): UnreadableFileCode {
  return buffer.includes(Buffer.from('EncryptedPackage', 'utf16le')) ? 'encrypted' : 'old-excel';
}

async function readWorkbook(buffer: Buffer): Promise<SourceSheet[]> {
  await assertHarmlessZip(buffer);
  const sheets = new Map<string, SourceSheet>();
  try {
    for await (const row of readWorkbookRows(buffer, { ...LIMITS, maxColumns: LIMITS.maxColumns + 1 })) {
      if (row.cells.length > LIMITS.maxColumns) throw new UnreadableFile('too-many-columns');
      const sheet = sheets.get(row.sheetName) ?? { name: row.sheetName, isHidden: row.isHidden, rows: [] };
      sheet.rows.push({ rowNumber: row.rowNumber, cells: row.cells });
      sheets.set(row.sheetName, sheet);
    }
  } catch (error) {
    if (error instanceof UnreadableWorkbook) throw new UnreadableFile(REASONS[error.reason], { cause: error });
    throw error;
  }
  return [...sheets.values()];
}
