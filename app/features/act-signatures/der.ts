/** One element of a DER file: its tag, its contents, and the whole of it with the header. */
export interface Der {
  tag: number;
  contents: Uint8Array;
  whole: Uint8Array;
}

/** The bytes are not the DER that was expected. */
export class NotDer extends Error {
  override name = 'NotDer';
}

const MOST_CHILDREN = 2000;

/**
 * Reads the element at the beginning of the bytes. Only definite lengths of at most four bytes: what signing programs
 * write. Throws NotDer; never reads past the end. Source: ITU-T X.690, 8.1.
 */
export function readDer(bytes: Uint8Array): Der {
  const tag = byteAt(bytes, 0);
  if ((tag & 0x1f) === 0x1f) throw new NotDer('long tag');
  const first = byteAt(bytes, 1);
  const count = first & 0x80 ? first & 0x7f : 0;
  if (count > 4 || first === 0x80) throw new NotDer('length');
  let length = count === 0 ? first : 0;
  for (let index = 0; index < count; index += 1) length = length * 256 + byteAt(bytes, 2 + index);
  const start = 2 + count;
  if (start + length > bytes.length) throw new NotDer('truncated');
  return { tag, contents: bytes.subarray(start, start + length), whole: bytes.subarray(0, start + length) };
}

/** The elements inside an element, one after another. Throws NotDer. */
export function childrenOf({ contents }: Der): Der[] {
  const children: Der[] = [];
  let rest = contents;
  while (rest.length > 0) {
    if (children.length >= MOST_CHILDREN) throw new NotDer('too many');
    const child = readDer(rest);
    children.push(child);
    rest = rest.subarray(child.whole.length);
  }
  return children;
}

/** An object identifier in dots. Throws NotDer. */
export function oidOf(der: Der): string {
  if (der.tag !== 0x06 || der.contents.length === 0) throw new NotDer('oid');
  const [head = 0, ...rest] = der.contents;
  const arcs = [Math.min(2, Math.floor(head / 40)), head - 40 * Math.min(2, Math.floor(head / 40))];
  let arc = 0;
  for (const byte of rest) {
    arc = arc * 128 + (byte & 0x7f);
    if (arc > 1e9) throw new NotDer('arc');
    if ((byte & 0x80) === 0) {
      arcs.push(arc);
      arc = 0;
    }
  }
  return arcs.join('.');
}

function byteAt(bytes: Uint8Array, index: number): number {
  const byte = bytes[index];
  if (byte === undefined) throw new NotDer('truncated');
  return byte;
}
