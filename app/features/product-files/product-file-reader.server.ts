import { createHash } from 'node:crypto';
import { RuleBroken } from '#app/core/errors.ts';
import { withoutJpegMetadata, withoutPngMetadata } from './image-metadata.ts';
import { officeKind } from './office-file.server.ts';
import {
  LARGEST_PRODUCT_BYTES,
  type NewFile,
  PRODUCT_KINDS,
  type ProductFileRule,
  type ProductKind,
  productName,
  type ReadyFile,
} from './product-file.ts';

/** Beginnings that are told at once. */
const BEGINNINGS: readonly [ProductKind | ProductFileRule | 'zip', string][] = [
  ['pdf', '%PDF-'],
  ['png', '\x89PNG\r\n\x1a\n'],
  ['jpeg', '\xff\xd8\xff'],
  ['zip', 'PK\x03\x04'],
  ['file-old-office', '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'],
  ['file-is-archive', 'Rar!'],
  ['file-is-archive', '7z\xbc\xaf\x27\x1c'],
  ['file-is-archive', '\x1f\x8b'],
  ['file-is-program', 'MZ'],
  ['file-is-program', '\x7fELF'],
  ['file-is-program', '\xca\xfe\xba\xbe'],
  ['file-is-program', '\xfe\xed\xfa'],
  ['file-is-program', '\xcf\xfa\xed\xfe'],
  ['file-is-program', '#!'],
];

/**
 * Looks into files before anything is locked: what each is by its content, what hides in pictures taken out, its hash.
 * Nothing is unpacked or drawn, the work is bounded by the size, so it needs no thread of its own. Throws RuleBroken
 * with a ProductFileRule at the field `files`.
 */
export async function readProductFiles(files: readonly NewFile[]): Promise<ReadyFile[]> {
  const ready: ReadyFile[] = [];
  for (const { name, bytes } of files) {
    if (bytes.length === 0) throw new RuleBroken('file-missing', 'files');
    if (bytes.length > LARGEST_PRODUCT_BYTES) throw new RuleBroken('file-too-large', 'files');
    const found = await judge(bytes);
    if (typeof found === 'string') throw new RuleBroken(found, 'files');
    const hash = createHash('sha256').update(found.bytes).digest('hex');
    ready.push({ name: productName(name, found.kind), kind: found.kind, hash, bytes: found.bytes });
  }
  return ready;
}

async function judge(bytes: Uint8Array): Promise<{ kind: ProductKind; bytes: Uint8Array } | ProductFileRule> {
  const head = Buffer.from(bytes.subarray(0, 4096)).toString('latin1');
  const begun = BEGINNINGS.find(([, start]) => head.startsWith(start))?.[0] ?? textKind(head);
  const found = begun === 'zip' ? await officeKind(bytes) : begun;
  const kind = PRODUCT_KINDS.find((known) => known === found);
  if (!kind) return found as ProductFileRule;
  if (kind === 'pdf') return hasPdfScript(bytes) ? 'file-has-script' : { kind, bytes };
  if (kind !== 'jpeg' && kind !== 'png') return { kind, bytes };
  const picture = kind === 'jpeg' ? withoutJpegMetadata(bytes) : withoutPngMetadata(bytes);
  return picture ? { kind, bytes: picture } : 'file-broken';
}

/** What a file of no known beginning is: a page, a text (scripts are texts too), or nobody knows what. */
function textKind(head: string): ProductFileRule {
  const text = head.replace(/^(\xef\xbb\xbf|\xff\xfe|\xfe\xff)/u, '').replaceAll('\0', '');
  if (/^\s*</u.test(text)) return 'file-is-page';
  return head.includes('\0') ? 'file-kind-unknown' : 'file-is-text';
}

/** Actions a reader of PDF would run. Those packed into streams are not seen: a file is never opened by this program. */
function hasPdfScript(bytes: Uint8Array): boolean {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return buffer.includes('/JavaScript') || buffer.includes('/Launch');
}
