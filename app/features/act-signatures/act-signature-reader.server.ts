import { openWorkerThread, WorkerGaveUp, type WorkerPlace } from '#app/core/worker-thread.server.ts';
import type { SignatureAnswer, SignatureTask } from './act-signature.worker.ts';
import { type SignatureFacts, SignatureRefused } from './cms-signature.ts';

/** Reads files of signatures in a thread of its own, within limits of memory and time (D11). */
export interface SignatureReader {
  /** Throws SignatureRefused. */
  read(bytes: Uint8Array): Promise<SignatureFacts>;
  close(): Promise<void>;
}

const MEMORY_MB = 64;
const TIME_MS = 3000;

/** Opens the reader. */
export function openSignatureReader(place: WorkerPlace & { timeMs?: number }): SignatureReader {
  const { timeMs = TIME_MS, ...worker } = place;
  const thread = openWorkerThread<SignatureTask, SignatureAnswer>({
    ...worker,
    name: 'readSignatureTask',
    memoryMb: MEMORY_MB,
  });
  return {
    read: async (bytes) => {
      try {
        // A view is sent with the whole buffer behind it, so the thread gets a copy of its own.
        const answer = await thread.run({ bytes: Uint8Array.from(bytes) }, { timeMs });
        if ('refused' in answer) throw new SignatureRefused(answer.refused);
        return answer.facts;
      } catch (error) {
        if (error instanceof WorkerGaveUp) throw new SignatureRefused('signature-unreadable');
        throw error;
      }
    },
    close: () => thread.close(),
  };
}
