import type { Request, Response } from 'express';
import type { GateStatus } from './gate.text.ts';

/** The limits of what may be posted. Source: reliability case 27. */
export const bodyLimits = {
  formBytes: 1_000_000,
  formFields: 200,
  uploadBytes: 25 * 1024 * 1024,
  uploadParts: 20,
  /** Bytes of all files being held at once, and of those from one address; more is asked to wait. */
  heldUploadBytes: 100 * 1024 * 1024,
  heldUploadBytesOfAddress: 50 * 1024 * 1024,
  /** Bytes of all ordinary forms being held at once: no number of uploads keeps people from signing in. */
  heldFormBytes: 50 * 1024 * 1024,
};

/** What was posted, whole, or why it is refused. */
export type ReadBody = { bytes: Uint8Array<ArrayBuffer> } | { refused: GateStatus };

const held = { uploads: 0, forms: 0, uploadsOf: new Map<string, number>() };

/**
 * Reads the body of a post, counting while it comes: nothing beyond a limit is ever held. Only the two kinds of forms
 * browsers send are read; a form with files keeps to its own, larger limit. Never throws.
 */
export async function readBody(req: Request, res: Response): Promise<ReadBody> {
  const kind = bodyKind(req);
  if (kind === null) return { refused: 415 };
  const limit = kind.isUpload ? bodyLimits.uploadBytes : bodyLimits.formBytes;
  const announced = Number(req.headers['content-length'] ?? 0);
  if (announced > limit) return { refused: 413 };
  const address = req.ip ?? '';
  if (isTooMuch(kind.isUpload, address, announced)) return { refused: 503 };
  const read = await collect(req, res, { limit, isUpload: kind.isUpload, address });
  if ('refused' in read) return read;
  const refused = kind.isUpload ? partsRefused(read.bytes, kind.boundary) : fieldsRefused(read.bytes);
  return refused === null ? read : { refused };
}

type Kind = { isUpload: false } | { isUpload: true; boundary: string };

function bodyKind(req: Request): Kind | null {
  if (req.headers['content-encoding'] !== undefined) return null;
  const type = req.headers['content-type'] ?? '';
  if (/^application\/x-www-form-urlencoded\s*(;\s*charset="?utf-8"?\s*)?$/i.test(type)) return { isUpload: false };
  const boundary = /^multipart\/form-data\s*;\s*boundary="?([\w'()+,./:=?-]{1,70})"?\s*$/i.exec(type)?.[1];
  return boundary === undefined ? null : { isUpload: true, boundary };
}

function isTooMuch(isUpload: boolean, address: string, more: number): boolean {
  if (!isUpload) return held.forms + more > bodyLimits.heldFormBytes;
  const ofAddress = held.uploadsOf.get(address) ?? 0;
  return held.uploads + more > bodyLimits.heldUploadBytes || ofAddress + more > bodyLimits.heldUploadBytesOfAddress;
}

function hold(isUpload: boolean, address: string, bytes: number): void {
  if (!isUpload) {
    held.forms += bytes;
    return;
  }
  held.uploads += bytes;
  const ofAddress = (held.uploadsOf.get(address) ?? 0) + bytes;
  if (ofAddress > 0) held.uploadsOf.set(address, ofAddress);
  else held.uploadsOf.delete(address);
}

interface Collected {
  limit: number;
  isUpload: boolean;
  address: string;
}

function collect(req: Request, res: Response, { limit, isUpload, address }: Collected): Promise<ReadBody> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let total = 0;
    const finish = (result: ReadBody) => {
      req.off('data', onData);
      resolve(result);
    };
    const onData = (chunk: Buffer) => {
      total += chunk.length;
      hold(isUpload, address, chunk.length);
      if (total > limit) finish({ refused: 413 });
      else if (isTooMuch(isUpload, address, 0)) finish({ refused: 503 });
      else chunks.push(chunk);
    };
    // The body is held until its answer is out, not only while it comes.
    res.once('close', () => hold(isUpload, address, -total));
    req.on('data', onData);
    req.once('end', () => finish({ bytes: joined(chunks) }));
    req.once('error', () => finish({ refused: 400 }));
    req.once('close', () => finish({ refused: 400 }));
  });
}

function joined(chunks: Buffer[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0));
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}

function fieldsRefused(bytes: Uint8Array): GateStatus | null {
  let fields = 1;
  for (const byte of bytes) if (byte === 0x26) fields += 1;
  return fields > bodyLimits.formFields ? 413 : null;
}

// A form cut short or with lines of its own making is refused here, so that nothing below has to.
function partsRefused(bytes: Uint8Array, boundary: string): GateStatus | null {
  const body = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const line = `--${boundary}`;
  if (!body.subarray(0, line.length).equals(Buffer.from(line))) return 400;
  const lines = countOf(body, line);
  if (lines - 1 > bodyLimits.uploadParts) return 413;
  const tail = body
    .subarray(-line.length - 6)
    .toString('latin1')
    .trimEnd();
  return tail.endsWith(`${line}--`) ? null : 400;
}

function countOf(body: Buffer, text: string): number {
  let count = 0;
  for (let at = body.indexOf(text); at !== -1; at = body.indexOf(text, at + text.length)) count += 1;
  return count;
}
