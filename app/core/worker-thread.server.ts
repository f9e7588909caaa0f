import { MessageChannel, type MessagePort } from 'node:worker_threads';
import { Piscina } from 'piscina';

/** Where a thread's program is, and what Node needs to run it. */
export interface WorkerPlace {
  /** Path or file URL: `build/….worker.js`, or the `.ts` file with `['--import', 'tsx']`. */
  workerFile: string;
  execArgv?: string[];
}

/** A thread of its own for work that must not hold up the pages (D11). */
export interface WorkerThread<Task, Answer> {
  /**
   * `signal` ends the thread's work when it is no longer wanted. Throws WorkerGaveUp when the thread ran out of memory
   * or time. `onProgress` hears what the thread posts.
   */
  run(
    task: Task,
    limits: { timeMs: number; onProgress?: (share: number) => void; signal?: AbortSignal },
  ): Promise<Answer>;
  close(): Promise<void>;
}

/** The thread ran out of memory or time. */
export class WorkerGaveUp extends Error {
  override name = 'WorkerGaveUp';
}

/** What a thread is given besides its task: where to post how far it is, 0 to 1. */
export type WithProgress<Task> = Task & { progress: MessagePort };

const IDLE_MS = 30_000;

/** Opens the thread; it starts with the first task and ends after half a minute without one. */
export function openWorkerThread<Task extends object, Answer>(
  options: WorkerPlace & { name: string; memoryMb: number; youngMb?: number },
): WorkerThread<Task, Answer> {
  const pool = new Piscina<WithProgress<Task>, Answer>({
    filename: options.workerFile,
    name: options.name,
    execArgv: options.execArgv ?? [],
    env: {},
    minThreads: 0,
    maxThreads: 1,
    idleTimeout: IDLE_MS,
    // A small young generation, where not asked otherwise: a thread's garbage must not count as the program's memory.
    resourceLimits: { maxOldGenerationSizeMb: options.memoryMb, maxYoungGenerationSizeMb: options.youngMb ?? 16 },
  });
  // A thread that dies tells its task; the same news about the pool must not end the server.
  pool.on('error', () => undefined);
  return {
    run: async (task, { timeMs, onProgress, signal }) => {
      const timeout = AbortSignal.timeout(timeMs);
      const { port1, port2 } = new MessageChannel();
      port1.on('message', (share: number) => onProgress?.(share));
      port1.unref();
      try {
        return await pool.run(
          { ...task, progress: port2 },
          { signal: signal ? AbortSignal.any([timeout, signal]) : timeout, transferList: [port2] },
        );
      } catch (error) {
        if (timeout.aborted || isOutOfMemory(error)) throw new WorkerGaveUp('worker gave up', { cause: error });
        throw error;
      } finally {
        port1.close();
      }
    },
    close: () => pool.destroy(),
  };
}

function isOutOfMemory(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
}
