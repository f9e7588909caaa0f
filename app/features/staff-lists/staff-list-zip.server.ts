import { crc32 } from 'node:zlib';
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';
import { UnreadableFile } from './staff-list-unreadable.ts';

/** Caps of a workbook's zip. Source: reliability case 15. */
export const ZIP_LIMITS = {
  entries: 200,
  unpackedBytes: 64 * 1024 * 1024,
  ratio: 100,
  /** Smaller parts may be packed as tightly as they like: repeated styles are. */
  ratioCountsFromBytes: 1024 * 1024,
} as const;

/**
 * Checks a workbook's zip before anything reads its inside: names, sizes as declared, then sizes and checksums
 * while everything is inflated once. Throws UnreadableFile.
 */
export async function assertHarmlessZip(bytes: Buffer): Promise<void> {
  const zip = await openZip(bytes);
  try {
    const entries = await readEntries(zip);
    if (!entries.some(({ fileName }) => fileName === 'xl/workbook.xml')) throw new UnreadableFile('not-a-table');
    for (const entry of entries) await assertInflates(zip, entry);
  } catch (error) {
    throw error instanceof UnreadableFile ? error : new UnreadableFile('broken-zip', { cause: error });
  } finally {
    zip.close();
  }
}

async function openZip(bytes: Buffer): Promise<ZipFile> {
  try {
    return await fromBufferPromise(bytes, { lazyEntries: true, validateEntrySizes: true, strictFileNames: true });
  } catch (cause) {
    throw new UnreadableFile('broken-zip', { cause });
  }
}

async function readEntries(zip: ZipFile): Promise<Entry[]> {
  if (zip.entryCount > ZIP_LIMITS.entries) throw new UnreadableFile('zip-bomb');
  const entries: Entry[] = [];
  const names = new Set<string>();
  let unpacked = 0;
  for await (const entry of zip.eachEntry()) {
    if (entry.isEncrypted()) throw new UnreadableFile('encrypted');
    unpacked += entry.uncompressedSize;
    const isTight = entry.uncompressedSize > entry.compressedSize * ZIP_LIMITS.ratio;
    if (isTight && entry.uncompressedSize > ZIP_LIMITS.ratioCountsFromBytes) throw new UnreadableFile('zip-bomb');
    if (unpacked > ZIP_LIMITS.unpackedBytes) throw new UnreadableFile('zip-bomb');
    entries.push(entry);
    names.add(entry.fileName.toLowerCase());
    if (entries.length > ZIP_LIMITS.entries) throw new UnreadableFile('zip-bomb');
  }
  if (names.size < entries.length) throw new UnreadableFile('broken-zip');
  return entries;
}

/** yauzl stops a part that inflates to more or less than it declared. */
async function assertInflates(zip: ZipFile, entry: Entry): Promise<void> {
  const stream = await zip.openReadStreamPromise(entry);
  let sum = 0;
  for await (const chunk of stream) sum = crc32(chunk, sum);
  if (sum !== entry.crc32) throw new UnreadableFile('broken-zip');
}
