import type { AppServices } from '#app/core/services.server.ts';
import type { SignatureReader } from './act-signature-reader.server.ts';

/** The program's reader of signatures. Core knows the shape only loosely; it is opened in `server.ts` from this feature. */
export function signatureReaderOf({ signatures }: Pick<AppServices, 'signatures'>): Pick<SignatureReader, 'read'> {
  return signatures as Pick<SignatureReader, 'read'>;
}
