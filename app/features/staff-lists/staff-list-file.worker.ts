/** The thread in which uploaded staff lists are read; started by `staff-list-worker.server.ts`. */
import { parseStaffList, readStaffListFile } from './staff-list-file.server.ts';
import type { ParsedStaffList, StaffListOptions } from './staff-list-parse.ts';
import type { SourceSheet } from './staff-list-source.ts';
import { UnreadableFile, type UnreadableFileCode } from './staff-list-unreadable.ts';

/** What the thread is given. */
export interface StaffListTask {
  bytes: Uint8Array;
  fileName: string;
  /** How a list of people is read; null gives the bare sheets, for other features' files. */
  options: StaffListOptions | null;
}

/** What the thread answers: errors lose their class on the way, so a refusal travels as its code. */
export type StaffListAnswer =
  | { list: ParsedStaffList }
  | { sheets: SourceSheet[] }
  | { unreadable: UnreadableFileCode };

/** Reads one file. */
export async function readStaffListTask(task: StaffListTask): Promise<StaffListAnswer> {
  try {
    if (task.options === null) return { sheets: await readStaffListFile(task.bytes, task.fileName) };
    return { list: await parseStaffList(task.bytes, task.fileName, task.options) };
  } catch (error) {
    if (error instanceof UnreadableFile) return { unreadable: error.code };
    throw error;
  }
}
