/**
 * Where the bytes of a PDF go. pdfkit hands a file out in hundreds of thousands of small pieces and keeps every object it
 * has promised: here pieces are gathered into large ones, and objects of our own cost no more than their text.
 */

/** What is used of pdfkit's inside; its types leave it out. The version of pdfkit is fixed in package.json. */
export type PdfInside = {
  _offset: number;
  _offsets: (number | null)[];
  _write(data: string | Uint8Array): void;
  _refEnd(reference: { id: number; offset: number }): void;
  read(): Buffer | null;
};

/** The file so far. */
export type PdfOutput = { inside: PdfInside; pieces: Buffer[]; pending: string };

const PIECE = 65_536;

/** Takes over what pdfkit writes, the header it has already written included. */
export function gatherOutput(inside: PdfInside): PdfOutput {
  const output: PdfOutput = { inside, pieces: [inside.read() ?? Buffer.alloc(0)], pending: '' };
  inside._write = (data) => {
    if (typeof data !== 'string') {
      flush(output);
      output.pieces.push(Buffer.from(data));
      inside._offset += data.length;
      return;
    }
    output.pending += `${data}\n`;
    inside._offset += data.length + 1;
    if (output.pending.length > PIECE) flush(output);
  };
  return output;
}

/** The number of an object that will be written later. */
export function reserveObject({ inside }: PdfOutput): number {
  return inside._offsets.push(null);
}

/** Writes a reserved object; `body` is Latin text. */
export function writeObject({ inside }: PdfOutput, id: number, body: string): void {
  inside._offsets[id - 1] = inside._offset;
  inside._write(`${id} 0 obj\n${body}\nendobj`);
}

/** The whole file, once pdfkit has ended it. */
export function wholeFile(output: PdfOutput): Buffer {
  flush(output);
  return Buffer.concat(output.pieces);
}

function flush(output: PdfOutput): void {
  if (output.pending === '') return;
  output.pieces.push(Buffer.from(output.pending, 'latin1'));
  output.pending = '';
}
