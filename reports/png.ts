/** A picture of black and white squares as PNG, for files that take no drawings. Source: PNG specification (ISO/IEC 15948). */
import { crc32, deflateSync } from 'node:zlib';

/** Squares as PNG with a white edge; every square is `scale` dots wide, the edge four squares. */
export function squaresPng(isDark: readonly (readonly boolean[])[], scale: number): Buffer {
  const edge = 4;
  const side = (isDark.length + 2 * edge) * scale;
  const rowBytes = Math.ceil(side / 8);
  const rows = Buffer.alloc((rowBytes + 1) * side, 0xff);
  for (let y = 0; y < side; y += 1) {
    const start = y * (rowBytes + 1);
    rows[start] = 0;
    const squares = isDark[Math.floor(y / scale) - edge];
    for (let x = 0; x < side; x += 1) {
      const at = start + 1 + (x >> 3);
      if (squares?.[Math.floor(x / scale) - edge]) rows[at] = (rows[at] ?? 0) & ~(0x80 >> (x & 7));
    }
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  header[8] = 1;
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(name: string, content: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), content]);
  const ends = Buffer.alloc(8);
  ends.writeUInt32BE(content.length, 0);
  ends.writeUInt32BE(crc32(named), 4);
  return Buffer.concat([ends.subarray(0, 4), named, ends.subarray(4)]);
}
