import { RuleBroken } from '#app/core/errors.ts';
import type { PaperInspector } from '#app/core/services.server.ts';
import { openWorkerThread, WorkerGaveUp, type WorkerPlace } from '#app/core/worker-thread.server.ts';
import type { PaperFile } from './paper-file.ts';

const MEMORY_MB = 128;
const TIME_MS = 5_000;
const MOST_WAITING = 8;

/** Opens the thread that reads files brought to a check (`build/paper-file.worker.js`), a few at a time. */
export function openPaperInspector(place: WorkerPlace): PaperInspector & { close(): Promise<void> } {
  const thread = openWorkerThread<{ bytes: Uint8Array }, PaperFile>({
    ...place,
    name: 'inspectPaperTask',
    memoryMb: MEMORY_MB,
  });
  let waiting = 0;
  return {
    inspect: async (bytes) => {
      if (waiting >= MOST_WAITING) throw new RuleBroken('check-busy', 'file');
      waiting += 1;
      try {
        return await thread.run({ bytes: Uint8Array.from(bytes) }, { timeMs: TIME_MS });
      } catch (error) {
        if (error instanceof WorkerGaveUp) throw new RuleBroken('not-our-file', 'file');
        throw error;
      } finally {
        waiting -= 1;
      }
    },
    close: () => thread.close(),
  };
}
