/**
 * The inside of an XLSX file as far as reading rows needs it: the zip directory, XML as events, shared strings,
 * which styles mean a date. Source: ECMA-376 part 1, sections 12 (packages) and 18 (SpreadsheetML).
 */
import type { Readable } from 'node:stream';
import { SaxesParser } from 'saxes';
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';

/** Why a file cannot be read as a workbook. The words for people belong to the caller. */
export type UnreadableReason = 'not-a-workbook' | 'encrypted' | 'broken' | 'too-big' | 'too-many-rows';

/** Thrown when a file is not a readable workbook; `reason` says which way. */
export class UnreadableWorkbook extends Error {
  constructor(
    readonly reason: UnreadableReason,
    options?: ErrorOptions,
  ) {
    super(`unreadable workbook: ${reason}`, options);
    this.name = 'UnreadableWorkbook';
  }
}

/** An opened package: the entries by path (no leading slash) and the zip they are read from. */
export type Package = { zip: ZipFile; entries: Map<string, Entry>; inflatedBytes: number };

/** One XML event. Names carry no namespace prefix, because some writers prefix every element (`x:row`). */
export type XmlEvent =
  | { kind: 'open'; name: string; attributes: Record<string, string> }
  | { kind: 'close'; name: string }
  | { kind: 'text'; text: string };

/** A link from one part of the package to another; `type` is the last word of the relationship's URI. */
export type Relationship = { id: string; type: string; path: string };

const entryLimit = 2_000;
const inflatedLimitBytes = 256 * 1024 * 1024;

/** Opens the zip directory. Throws UnreadableWorkbook `not-a-workbook`, `encrypted`, `broken`. */
export async function openPackage(bytes: Uint8Array): Promise<Package> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (buffer.subarray(0, 2).toString('latin1') !== 'PK') throw new UnreadableWorkbook('not-a-workbook');
  try {
    const zip = await fromBufferPromise(buffer, { lazyEntries: true, validateEntrySizes: true });
    const entries = new Map<string, Entry>();
    for await (const entry of zip.eachEntry()) {
      if (entry.isEncrypted()) throw new UnreadableWorkbook('encrypted');
      entries.set(entry.fileName.replace(/^\//, ''), entry);
      if (entries.size > entryLimit) throw new UnreadableWorkbook('too-big');
    }
    return { zip, entries, inflatedBytes: 0 };
  } catch (error) {
    throw asUnreadable(error);
  }
}

/** Any failure of the zip or XML readers as `broken`; an UnreadableWorkbook stays itself. */
export function asUnreadable(error: unknown): UnreadableWorkbook {
  return error instanceof UnreadableWorkbook ? error : new UnreadableWorkbook('broken', { cause: error });
}

/** Reads one part as XML, a batch of events per chunk of text. An absent part has no events. */
export async function* readXml(book: Package, path: string): AsyncGenerator<XmlEvent[]> {
  const entry = book.entries.get(path);
  if (!entry) return;
  const stream: Readable = await book.zip.openReadStreamPromise(entry);
  // A decoder that waits for the rest of a letter: chunks end in the middle of two-byte Cyrillic letters.
  const decoder = new TextDecoder('utf-8');
  let batch: XmlEvent[] = [];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', (tag) => {
    // saxes types attributes for both of its modes; without `xmlns` every value is a string.
    batch.push({ kind: 'open', name: localName(tag.name), attributes: tag.attributes as Record<string, string> });
  });
  parser.on('closetag', (tag) => batch.push({ kind: 'close', name: localName(tag.name) }));
  parser.on('text', (text) => batch.push({ kind: 'text', text }));
  parser.on('cdata', (text) => batch.push({ kind: 'text', text }));
  for await (const chunk of stream) {
    book.inflatedBytes += chunk.length;
    if (book.inflatedBytes > inflatedLimitBytes) throw new UnreadableWorkbook('too-big');
    parser.write(decoder.decode(chunk, { stream: true }));
    yield batch;
    batch = [];
  }
  parser.write(decoder.decode()).close();
  yield batch;
}

/** The links that leave one part, with targets resolved to paths inside the package. */
export async function readRelationships(book: Package, partPath: string): Promise<Relationship[]> {
  const folder = partPath.slice(0, partPath.lastIndexOf('/') + 1);
  const path = `${folder}_rels/${partPath.slice(folder.length)}.rels`;
  const relationships: Relationship[] = [];
  for await (const batch of readXml(book, path)) {
    for (const event of batch) {
      if (event.kind !== 'open' || event.name !== 'Relationship') continue;
      const { Id = '', Type = '', Target = '' } = event.attributes;
      const target = new URL(Target, `file:///${folder}`);
      relationships.push({
        id: Id,
        type: Type.slice(Type.lastIndexOf('/') + 1),
        path: decodeURIComponent(target.pathname).replace(/^\/+/, ''),
      });
    }
  }
  return relationships;
}

/** The table of shared strings, each cut to `maxText` letters; rich text is joined, phonetic hints are left out. */
export async function readSharedStrings(book: Package, path: string, maxText: number): Promise<string[]> {
  const strings: string[] = [];
  let text = '';
  let inText = false;
  let inPhonetic = false;
  for await (const batch of readXml(book, path)) {
    for (const event of batch) {
      if (event.kind === 'text') {
        if (inText && !inPhonetic && text.length <= maxText) text += event.text;
        continue;
      }
      const isOpen = event.kind === 'open';
      if (event.name === 't') inText = isOpen;
      else if (event.name === 'rPh') inPhonetic = isOpen;
      else if (event.name === 'si' && isOpen) text = '';
      else if (event.name === 'si') strings.push(cutText(text, maxText));
    }
  }
  return strings;
}

/** For each cell style, by index, whether its number format shows a date or a time. */
export async function readDateStyles(book: Package, path: string): Promise<boolean[]> {
  const formats = new Map<string, string>();
  const isDate: boolean[] = [];
  let inCellFormats = false;
  for await (const batch of readXml(book, path)) {
    for (const event of batch) {
      if (event.kind === 'text') continue;
      if (event.name === 'cellXfs') inCellFormats = event.kind === 'open';
      if (event.kind !== 'open') continue;
      const { numFmtId = '0', formatCode = '' } = event.attributes;
      if (event.name === 'numFmt') formats.set(numFmtId, formatCode);
      if (event.name === 'xf' && inCellFormats) isDate.push(isDateFormat(numFmtId, formats.get(numFmtId)));
    }
  }
  return isDate;
}

/** Text as Excel shows it: `_x000D_` escapes resolved, control characters dropped, cut to `maxText` letters. */
export function cutText(text: string, maxText: number): string {
  const plain = text
    .replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .replace(/[^\P{Cc}\t\n]|[\uFFFE\uFFFF]|\p{Cs}/gu, '');
  return plain.length > maxText ? `${plain.slice(0, maxText - 1)}…` : plain;
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

/** Built-in date formats have fixed numbers (ECMA-376 18.8.30); others show day, month, year, hour or second letters. */
function isDateFormat(id: string, code: string | undefined): boolean {
  const number = Number(id);
  if (code === undefined) {
    return (
      (number >= 14 && number <= 22) ||
      (number >= 27 && number <= 36) ||
      (number >= 45 && number <= 47) ||
      (number >= 50 && number <= 58)
    );
  }
  const letters = code.replace(/"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]|General|Standard/gi, '');
  return /[dmyhs]/i.test(letters);
}
