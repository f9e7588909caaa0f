import { Piscina } from 'piscina';
import type { StaffListAnswer, StaffListTask } from './staff-list-file.worker.ts';
import type { ParsedStaffList, StaffListOptions } from './staff-list-parse.ts';
import { UnreadableFile } from './staff-list-unreadable.ts';

/** Reads uploaded staff lists in a thread of its own, one at a time, within limits of memory and time. */
export interface StaffListReader {
  /** Throws UnreadableFile; `too-heavy` when the thread ran out of memory or time, `busy` when too many wait. */
  parse(bytes: Uint8Array, fileName: string, options: StaffListOptions): Promise<ParsedStaffList>;
  close(): Promise<void>;
}

/** Where the thread's program is, and what Node needs to run it. */
export interface StaffListReaderOptions {
  /** Path or file URL: `build/staff-list-file.worker.js`, or the `.ts` file with `['--import', 'tsx']`. */
  workerFile: string;
  execArgv?: string[];
  /** Limits for tests; those of the product when left out. */
  memoryMb?: number;
  timeMs?: number;
}

const MEMORY_MB = 256;
const SMALL_FILE_MS = 10_000;
const LARGE_FILE_MS = 20_000;
/** About 5 000 rows of a usual list. */
const LARGE_FILE_BYTES = 400_000;
const MOST_WAITING = 8;
const IDLE_MS = 30_000;

/** Opens the reader; the thread starts with the first file and ends after half a minute without one. */
export function openStaffListReader(options: StaffListReaderOptions): StaffListReader {
  const pool = new Piscina<StaffListTask, StaffListAnswer>({
    filename: options.workerFile,
    name: 'readStaffListTask',
    execArgv: options.execArgv ?? [],
    env: {},
    minThreads: 0,
    maxThreads: 1,
    idleTimeout: IDLE_MS,
    resourceLimits: { maxOldGenerationSizeMb: options.memoryMb ?? MEMORY_MB },
  });
  // A thread that dies tells its task; the same news about the pool must not end the server.
  pool.on('error', () => undefined);
  let last: Promise<unknown> = Promise.resolve();
  let waiting = 0;

  async function parse(bytes: Uint8Array, fileName: string, listOptions: StaffListOptions): Promise<ParsedStaffList> {
    if (waiting >= MOST_WAITING) throw new UnreadableFile('busy');
    waiting += 1;
    // One after another, so that a file's time is counted from its own start.
    const turn = last.then(() => run(pool, { bytes, fileName, options: listOptions }, timeFor(bytes, options)));
    last = turn.catch(() => undefined);
    try {
      const answer = await turn;
      if ('unreadable' in answer) throw new UnreadableFile(answer.unreadable);
      return answer.list;
    } finally {
      waiting -= 1;
    }
  }

  return { parse, close: () => pool.destroy() };
}

function timeFor(bytes: Uint8Array, options: StaffListReaderOptions): number {
  return options.timeMs ?? (bytes.length > LARGE_FILE_BYTES ? LARGE_FILE_MS : SMALL_FILE_MS);
}

async function run(
  pool: Piscina<StaffListTask, StaffListAnswer>,
  task: StaffListTask,
  timeMs: number,
): Promise<StaffListAnswer> {
  const timeout = AbortSignal.timeout(timeMs);
  try {
    // A view is sent with the whole buffer behind it, so the thread gets a copy of its own.
    return await pool.run({ ...task, bytes: Uint8Array.from(task.bytes) }, { signal: timeout });
  } catch (error) {
    if (timeout.aborted || isOutOfMemory(error)) throw new UnreadableFile('too-heavy', { cause: error });
    throw error;
  }
}

function isOutOfMemory(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
}
