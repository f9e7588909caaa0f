/** The thread in which files of signatures are read; started by `act-signature-reader.server.ts`. */
import {
  readDetachedSignature,
  type SignatureFacts,
  SignatureRefused,
  type UnreadableSignature,
} from './cms-signature.ts';

/** What the thread is given. */
export interface SignatureTask {
  bytes: Uint8Array;
}

/** What the thread answers: a refusal travels as its code. */
export type SignatureAnswer = { facts: SignatureFacts } | { refused: UnreadableSignature };

/** Reads one file. */
export async function readSignatureTask({ bytes }: SignatureTask): Promise<SignatureAnswer> {
  try {
    return { facts: readDetachedSignature(bytes) };
  } catch (error) {
    if (error instanceof SignatureRefused) return { refused: error.code };
    throw error;
  }
}
