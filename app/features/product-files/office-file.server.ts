import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';
import type { ProductFileRule, ProductKind } from './product-file.ts';

/** An office file has some dozens of parts, a long presentation some thousands. */
const MOST_PARTS = 5_000;

const PROGRAM = /\.(exe|dll|com|scr|msi|jar|js|mjs|vbs|vbe|wsf|hta|bat|cmd|ps1|sh|lnk|html?)$/u;

/**
 * What an office file is by the names of its parts, or why it is not taken. Only the directory is read, nothing is
 * unpacked, so that a bomb costs nothing here. Never throws.
 */
export async function officeKind(bytes: Uint8Array): Promise<ProductKind | ProductFileRule> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let zip: ZipFile;
  try {
    zip = await fromBufferPromise(buffer, { lazyEntries: true, validateEntrySizes: true, strictFileNames: true });
  } catch {
    return 'file-broken';
  }
  try {
    if (zip.entryCount > MOST_PARTS) return 'file-kind-unknown';
    const entries: Entry[] = [];
    for await (const entry of zip.eachEntry()) entries.push(entry);
    if (entries.some((entry) => entry.isEncrypted())) return 'file-locked';
    return kindOf(new Set(entries.map(({ fileName }) => fileName.toLowerCase())), buffer);
  } catch {
    return 'file-broken';
  } finally {
    zip.close();
  }
}

function kindOf(parts: ReadonlySet<string>, buffer: Buffer): ProductKind | ProductFileRule {
  const kind = openXmlKind(parts) ?? openDocumentKind(buffer);
  if (kind === null) return 'file-is-archive';
  return [...parts].some(isScript) ? 'file-has-script' : kind;
}

function openXmlKind(parts: ReadonlySet<string>): ProductKind | null {
  if (!parts.has('[content_types].xml')) return null;
  if (parts.has('word/document.xml')) return 'docx';
  if (parts.has('xl/workbook.xml')) return 'xlsx';
  return parts.has('ppt/presentation.xml') ? 'pptx' : null;
}

const OPEN_DOCUMENT: Readonly<Record<string, ProductKind>> = {
  'application/vnd.oasis.opendocument.text': 'odt',
  'application/vnd.oasis.opendocument.spreadsheet': 'ods',
  'application/vnd.oasis.opendocument.presentation': 'odp',
};

/** An OpenDocument file names its kind in its first part, unpacked, at a fixed place. */
function openDocumentKind(buffer: Buffer): ProductKind | null {
  const isNamed =
    buffer.length > 60 && buffer.readUInt16LE(8) === 0 && buffer.toString('latin1', 30, 38) === 'mimetype';
  if (!isNamed) return null;
  const from = 38 + buffer.readUInt16LE(28);
  const size = buffer.readUInt32LE(18);
  return size < 100 ? (OPEN_DOCUMENT[buffer.toString('latin1', from, from + size)] ?? null) : null;
}

function isScript(part: string): boolean {
  if (part.endsWith('vbaproject.bin') || part.includes('activex/') || PROGRAM.test(part)) return true;
  // A macro library always brings these two lists along, empty or not.
  return /^(basic|scripts)\/.+[^/]$/u.test(part) && !/script-l[bc]\.xml$/u.test(part);
}
