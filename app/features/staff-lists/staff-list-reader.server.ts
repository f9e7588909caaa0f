import type { AppServices } from '#app/core/services.server.ts';
import type { Day } from '#db/schema.ts';
import type { ColumnMapping } from './staff-list-columns.ts';
import type { ParsedStaffList } from './staff-list-parse.ts';
import type { SourceSheet } from './staff-list-source.ts';
import type { StaffListReader } from './staff-list-worker.server.ts';

/**
 * Reads a file in the worker. Throws UnreadableFile. The core knows the reader only by its shape, since it stands below
 * the features: this is the one place where the answer gets its type back, the one `openStaffListReader` gives it.
 */
export function readInWorker(
  { staffLists }: Pick<AppServices, 'staffLists'>,
  file: { bytes: Uint8Array; fileName: string },
  options: { today: Day; mapping: ColumnMapping | null },
): Promise<ParsedStaffList> {
  const reader = staffLists as Pick<StaffListReader, 'parse'>;
  const { today, mapping } = options;
  return reader.parse(file.bytes, file.fileName, mapping === null ? { today } : { today, mapping });
}

/** The bare sheets of a file, read in the same worker within the same limits. Throws UnreadableFile. */
export function readSheetsInWorker(
  { staffLists }: Pick<AppServices, 'staffLists'>,
  file: { bytes: Uint8Array; fileName: string },
): Promise<SourceSheet[]> {
  return (staffLists as Pick<StaffListReader, 'sheets'>).sheets(file.bytes, file.fileName);
}
