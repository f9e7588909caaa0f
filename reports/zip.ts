/** A ZIP of files as they are, for files that are packed already. Source: PKWARE APPNOTE 6.3, stored entries. */
import { crc32 } from 'node:zlib';

/** A file of the ZIP; `name` may hold folders with «/». */
export type ZipFile = { name: string; bytes: Uint8Array };

/** The ZIP's bytes. The moment of the files is midnight of `day` ('YYYY-MM-DD'); the same files give the same bytes. */
export function zipOf(files: readonly ZipFile[], day: string): Buffer {
  const parts: Uint8Array[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, bytes } of files) {
    const path = Buffer.from(name);
    const fields = fieldsOf(path, bytes, day);
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004', 'latin1'), fields, path]);
    parts.push(local, bytes);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([Buffer.from('PK\u0001\u0002\u0014\u0000', 'latin1'), fields, tail, path]));
    offset += local.length + bytes.length;
  }
  const entries = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\u0005\u0006', 'latin1');
  end.writeUInt16LE(files.length, 8);
  end.writeUInt16LE(files.length, 10);
  end.writeUInt32LE(entries.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, entries, end]);
}

function fieldsOf(path: Buffer, bytes: Uint8Array, day: string): Buffer {
  const [year = 1980, month = 1, date = 1] = day.split('-').map(Number);
  const fields = Buffer.alloc(26);
  fields.writeUInt16LE(20, 0);
  // Names are UTF-8.
  fields.writeUInt16LE(0x800, 2);
  fields.writeUInt16LE(((year - 1980) << 9) | (month << 5) | date, 8);
  fields.writeUInt32LE(crc32(bytes), 10);
  fields.writeUInt32LE(bytes.length, 14);
  fields.writeUInt32LE(bytes.length, 18);
  fields.writeUInt16LE(path.length, 22);
  return fields;
}
