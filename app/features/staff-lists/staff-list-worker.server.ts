import { openWorkerThread, WorkerGaveUp, type WorkerPlace } from '#app/core/worker-thread.server.ts';
import type { StaffListAnswer, StaffListTask } from './staff-list-file.worker.ts';
import type { ParsedStaffList, StaffListOptions } from './staff-list-parse.ts';
import type { SourceSheet } from './staff-list-source.ts';
import { UnreadableFile } from './staff-list-unreadable.ts';

/** Reads uploaded staff lists in a thread of its own, one at a time, within limits of memory and time. */
export interface StaffListReader {
  /** Throws UnreadableFile; `too-heavy` when the thread ran out of memory or time, `busy` when too many wait. */
  parse(bytes: Uint8Array, fileName: string, options: StaffListOptions): Promise<ParsedStaffList>;
  /** The bare sheets of a file, for features that read other tables; throws as `parse` does. */
  sheets(bytes: Uint8Array, fileName: string): Promise<SourceSheet[]>;
  close(): Promise<void>;
}

/** Where the thread's program is (`build/staff-list-file.worker.js`), with limits for tests; those of the product when left out. */
export interface StaffListReaderOptions extends WorkerPlace {
  memoryMb?: number;
  timeMs?: number;
}

const MEMORY_MB = 256;
const SMALL_FILE_MS = 10_000;
const LARGE_FILE_MS = 20_000;
/** About 5 000 rows of a usual list. */
const LARGE_FILE_BYTES = 400_000;
const MOST_WAITING = 8;

/** Opens the reader. */
export function openStaffListReader(options: StaffListReaderOptions): StaffListReader {
  const { memoryMb = MEMORY_MB, ...place } = options;
  const thread = openWorkerThread<StaffListTask, StaffListAnswer>({ ...place, name: 'readStaffListTask', memoryMb });
  let last: Promise<unknown> = Promise.resolve();
  let waiting = 0;

  async function answerTo(bytes: Uint8Array, fileName: string, listOptions: StaffListOptions | null) {
    if (waiting >= MOST_WAITING) throw new UnreadableFile('busy');
    waiting += 1;
    // One after another, so that a file's time is counted from its own start. A view is sent with the whole buffer
    // behind it, so the thread gets a copy of its own.
    const turn = last.then(() =>
      thread.run(
        { bytes: Uint8Array.from(bytes), fileName, options: listOptions },
        { timeMs: timeFor(bytes, options) },
      ),
    );
    last = turn.catch(() => undefined);
    try {
      const answer = await turn;
      if ('unreadable' in answer) throw new UnreadableFile(answer.unreadable);
      return answer;
    } catch (error) {
      if (error instanceof WorkerGaveUp) throw new UnreadableFile('too-heavy', { cause: error });
      throw error;
    } finally {
      waiting -= 1;
    }
  }

  async function parse(bytes: Uint8Array, fileName: string, listOptions: StaffListOptions): Promise<ParsedStaffList> {
    const answer = await answerTo(bytes, fileName, listOptions);
    if (!('list' in answer)) throw new Error('the thread read no list');
    return answer.list;
  }

  async function sheets(bytes: Uint8Array, fileName: string): Promise<SourceSheet[]> {
    const answer = await answerTo(bytes, fileName, null);
    if (!('sheets' in answer)) throw new Error('the thread read no sheets');
    return answer.sheets;
  }

  return { parse, sheets, close: () => thread.close() };
}

function timeFor(bytes: Uint8Array, options: StaffListReaderOptions): number {
  return options.timeMs ?? (bytes.length > LARGE_FILE_BYTES ? LARGE_FILE_MS : SMALL_FILE_MS);
}
