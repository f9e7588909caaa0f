import type { BundleWriter } from '#app/core/services.server.ts';
import { openWorkerThread, type WorkerPlace } from '#app/core/worker-thread.server.ts';
import type { BundleTask, WrittenBundle } from './bundle-write.ts';

const MEMORY_MB = 200;
/** Pages make much that is soon forgotten: with room for it a bundle takes a quarter less time. */
const YOUNG_MB = 48;
const TIME_MS = 180_000;

/** Opens the thread that writes bundles (`build/bundle.worker.js`), one at a time, with limits for tests. */
export function openBundleWriter(
  options: WorkerPlace & { memoryMb?: number; timeMs?: number },
): BundleWriter & { close(): Promise<void> } {
  const { memoryMb = MEMORY_MB, timeMs = TIME_MS, ...place } = options;
  const thread = openWorkerThread<{ task: BundleTask }, WrittenBundle>({
    ...place,
    name: 'writeBundleTask',
    memoryMb,
    youngMb: YOUNG_MB,
  });
  return {
    // Only the job `bundle` asks, with a task of this type.
    write: (task, onProgress, signal) => thread.run({ task: task as BundleTask }, { timeMs, onProgress, signal }),
    close: () => thread.close(),
  };
}
