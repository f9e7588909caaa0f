import { createHash } from 'node:crypto';

/** What a file says of itself: whether it is a PDF at all, its own SHA-256, and the hash of the words it claims to carry. */
export interface PaperFile {
  isPdf: boolean;
  sha256: string;
  claimedHash: string | null;
}

/** Reads as much of a file as a check needs: nothing in it is run or unpacked. */
export function inspectPaper(bytes: Uint8Array): PaperFile {
  const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  return {
    isPdf: content.startsWith('%PDF-'),
    sha256: createHash('sha256').update(bytes).digest('hex'),
    claimedHash: claimedHashOf(content),
  };
}

function claimedHashOf(content: string): string | null {
  const direct = /\/RyadomSha256 ?\(([0-9a-f]{64})\)/.exec(content)?.[1];
  if (direct) return direct;
  const reference = /\/RyadomSha256 (\d{1,9}) 0 R/.exec(content)?.[1];
  if (!reference) return null;
  const at = content.indexOf(`\n${reference} 0 obj`);
  return at === -1
    ? null
    : (/^\s*\(([0-9a-f]{64})\)/.exec(content.slice(at + 7 + reference.length, at + 100))?.[1] ?? null);
}
