import type { BundleWriter } from '#app/core/services.server.ts';
import { openWorkerThread, type WorkerPlace } from '#app/core/worker-thread.server.ts';
import type { BundleTask, WrittenBundle } from './bundle-write.ts';

const MEMORY_MB = 200;
const TIME_MS = 180_000;

/** Opens the thread that writes bundles (`build/bundle.worker.js`), one at a time, with limits for tests. */
export function openBundleWriter(
  options: WorkerPlace & { memoryMb?: number; timeMs?: number },
): BundleWriter & { close(): Promise<void> } {
  const { memoryMb = MEMORY_MB, timeMs = TIME_MS, ...place } = options;
  const thread = openWorkerThread<{ task: BundleTask }, WrittenBundle>({ ...place, name: 'writeBundleTask', memoryMb });
  return {
    // Only the job `bundle` asks, with a task of this type.
    write: (task, onProgress, signal) => thread.run({ task: task as BundleTask }, { timeMs, onProgress, signal }),
    close: () => thread.close(),
  };
}
