const ORIENTATION_TAG = 0x0112;

/**
 * A JPEG without what cameras write beside the picture (place, device, preview) and without anything after its end; the
 * way up is kept. Null when the picture is not whole. Source: reliability case 17.
 */
export function withoutJpegMetadata(bytes: Uint8Array): Uint8Array | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const kept: Uint8Array[] = [];
  let orientation = 1;
  let at = 2;
  let hasPicture = false;
  while (at + 4 <= bytes.length) {
    if (bytes[at] !== 0xff) return null;
    const marker = bytes[at + 1] ?? 0;
    // A marker may be preceded by any number of fill bytes.
    if (marker === 0xff) at += 1;
    else if (marker === 0xd9) break;
    else {
      const end = at + 2 + view.getUint16(at + 2);
      if (end > bytes.length || end < at + 4) return null;
      const segment = bytes.subarray(at, end);
      if (marker === 0xe1) orientation = orientationOf(segment) ?? orientation;
      if (isNeededInJpeg(marker, segment)) kept.push(segment);
      at = end;
      if (marker === 0xda) {
        const next = endOfScan(bytes, at);
        if (next === null) return null;
        kept.push(bytes.subarray(at, next));
        at = next;
        hasPicture = true;
      }
    }
  }
  if (!hasPicture || bytes[at] !== 0xff || bytes[at + 1] !== 0xd9) return null;
  const start = Uint8Array.of(0xff, 0xd8);
  const way = orientation > 1 ? [orientationSegment(orientation)] : [];
  return Uint8Array.from(Buffer.concat([start, ...way, ...kept, Uint8Array.of(0xff, 0xd9)]));
}

/** A PNG with only what draws it; null when it is not whole. */
export function withoutPngMetadata(bytes: Uint8Array): Uint8Array | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const kept: Uint8Array[] = [bytes.subarray(0, 8)];
  for (let at = 8; at + 12 <= bytes.length; ) {
    const end = at + 12 + view.getUint32(at);
    if (end > bytes.length) return null;
    const name = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    if (at === 8 && name !== 'IHDR') return null;
    if (PNG_PARTS.has(name)) kept.push(bytes.subarray(at, end));
    if (name === 'IEND') return Uint8Array.from(Buffer.concat(kept));
    at = end;
  }
  return null;
}

const PNG_PARTS = new Set(
  'IHDR PLTE IDAT IEND tRNS cHRM gAMA iCCP sBIT sRGB bKGD hIST pHYs sPLT acTL fcTL fdAT'.split(' '),
);

/** Tables, frames and colours stay; camera data, comments and other programs' notes go. */
function isNeededInJpeg(marker: number, segment: Uint8Array): boolean {
  if (marker === 0xfe) return false;
  if (marker < 0xe0 || marker > 0xef) return true;
  if (marker === 0xe2) return startsWith(segment, 4, 'ICC_PROFILE');
  return marker === 0xe0 || marker === 0xee;
}

/** Where the compressed picture ends: the next marker that is neither an escaped byte nor a restart; null when none comes. */
function endOfScan(bytes: Uint8Array, from: number): number | null {
  for (let at = bytes.indexOf(0xff, from); at !== -1; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1];
    if (next === undefined) return null;
    if (next !== 0x00 && next !== 0xff && (next < 0xd0 || next > 0xd7)) return at;
  }
  return null;
}

function orientationOf(segment: Uint8Array): number | null {
  if (!startsWith(segment, 4, 'Exif\0\0') || segment.length < 20) return null;
  const view = new DataView(segment.buffer, segment.byteOffset + 10, segment.byteLength - 10);
  const little = view.getUint16(0) === 0x4949;
  const directory = view.getUint32(4, little);
  if (directory + 2 > view.byteLength) return null;
  const count = view.getUint16(directory, little);
  for (let index = 0; index < count; index += 1) {
    const entry = directory + 2 + index * 12;
    if (entry + 12 > view.byteLength) return null;
    if (view.getUint16(entry, little) === ORIENTATION_TAG) {
      const way = view.getUint16(entry + 8, little);
      return way >= 1 && way <= 8 ? way : null;
    }
  }
  return null;
}

function orientationSegment(way: number): Uint8Array {
  const head = [0xff, 0xe1, 0x00, 0x22, 0x45, 0x78, 0x69, 0x66, 0, 0, 0x4d, 0x4d, 0, 0x2a, 0, 0, 0, 8, 0, 1];
  const entry = [0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, way, 0, 0, 0, 0, 0, 0];
  return Uint8Array.from([...head, ...entry]);
}

function startsWith(bytes: Uint8Array, at: number, text: string): boolean {
  return [...text].every((letter, index) => bytes[at + index] === letter.charCodeAt(0));
}
