import { inflateSync } from 'node:zlib';
import { readPdf } from '#tests/reports/read-pdf.ts';
import { readZip } from '#tests/reports/read-zip.ts';
import type { Mark } from './canary-marks.ts';
import type { CanaryWorld } from './canary-world.ts';

/** An answer with everything in it that can be read. */
export interface Answer {
  status: number;
  /** Address a redirect leads to, or empty. */
  location: string;
  /** HTML, or what a file says. */
  body: string;
  /** Status line, headers and body in one text, percent-encoding resolved. */
  everything: string;
}

/** Reads a response to the end, files by their content. */
export async function answerOf(response: Response): Promise<Answer> {
  const bytes = Buffer.from(await response.arrayBuffer());
  const type = response.headers.get('Content-Type') ?? '';
  const body = await textOf(bytes, type);
  const headers = [...response.headers].map(([name, value]) => `${name}: ${decoded(value)}`).join('\n');
  const everything = `${response.status} ${response.statusText}\n${headers}\n\n${decoded(body)}`;
  return { status: response.status, location: response.headers.get('Location') ?? '', body, everything };
}

async function textOf(bytes: Buffer, type: string): Promise<string> {
  if (type.includes('officedocument')) return [...(await readZip(bytes)).values()].join('\n');
  if (type.includes('pdf')) {
    const { plain, pages } = readPdf(inflated(bytes));
    return `${pages.join('\n')}\n${plain}`;
  }
  return bytes.toString('utf8');
}

/** The same PDF with its streams written out. */
function inflated(file: Buffer): Buffer {
  const pattern = /(\/FlateDecode[^\0]{0,400}?>>\s*stream\r?\n)([\s\S]*?)(\r?\nendstream)/g;
  const plain = file.toString('latin1').replace(pattern, (all, start: string, stream: string, end: string) => {
    try {
      return start + inflateSync(Buffer.from(stream, 'latin1')).toString('latin1') + end;
    } catch {
      return all;
    }
  });
  return Buffer.from(plain, 'latin1');
}

function decoded(text: string): string {
  return text.replace(/(?:%[0-9A-Fa-f]{2})+/g, (run) => {
    try {
      return decodeURIComponent(run);
    } catch {
      return run;
    }
  });
}

/** The answer without what differs from one request to the next: ids, keys, file numbers. */
export function masked(answer: Answer): string {
  return `${answer.status}\n${answer.location}\n${answer.body}`
    .replace(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gi, '#')
    .replace(/[0-9a-f]{64}/g, '#');
}

/** Marks the answer gives away to somebody who may not know them, told for a person to read. */
export function leaksIn(canaries: CanaryWorld, text: string, mayKnow: (mark: Mark) => boolean): string[] {
  return canaries.marks
    .foundIn(text)
    .filter(({ mark }) => !mayKnow(mark))
    .map(({ key, mark }) => `${mark.field} of ${mark.relation} ${mark.part} (${key})`);
}
