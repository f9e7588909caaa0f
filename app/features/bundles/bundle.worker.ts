/** The thread in which bundles are written; started by `bundle-writer.server.ts`. */
import type { MessagePort } from 'node:worker_threads';
import { type BundleTask, type WrittenBundle, writeBundle } from './bundle-write.ts';

/** Writes one bundle; the port hears how far it is. */
export async function writeBundleTask(given: { task: BundleTask; progress: MessagePort }): Promise<WrittenBundle> {
  return writeBundle(given.task, (share) => given.progress.postMessage(share));
}
