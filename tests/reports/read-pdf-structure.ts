/** The structure of an uncompressed PDF of ours, read back from the file: what an assistive program is told. */
import { objectsOf, shownText, unicodeMaps } from './read-pdf.ts';

/** An element of the structure with the text marked as its own and its children, in reading order. */
export interface PdfElement {
  role: string;
  scope: string | null;
  alt: string | null;
  /** Own text and children's, in reading order. */
  text: string;
  children: PdfElement[];
}

/** Reads the element everything hangs on. Throws when the file has no structure. */
export function readStructure(file: Buffer): PdfElement {
  const plain = file.toString('latin1');
  const objects = objectsOf(plain);
  const fonts = unicodeMaps(plain, objects);
  const marked = new Map<string, string>();
  for (const [id, body] of objects) {
    const contents = /\/Contents (\d+) 0 R/.exec(body)?.[1];
    if (!contents || !/\/Type \/Page\n/.test(body)) continue;
    const stream = objects.get(contents) ?? '';
    for (const [, mcid, content = ''] of stream.matchAll(/\/MCID (\d+)\s*>> BDC\n([\s\S]*?)EMC/g)) {
      marked.set(`${id}:${mcid}`, shownText(content, fonts, ''));
    }
  }
  const root = [...objects].find(([, body]) => body.includes('/Type /StructTreeRoot'))?.[1];
  const first = root && /\/K \[?\s*(\d+) 0 R/.exec(root)?.[1];
  if (!first) throw new Error('the file has no structure');
  return elementAt(first, { objects, marked });
}

/** Every element of a role, in reading order. */
export function elementsOf(element: PdfElement, role: string): PdfElement[] {
  return [...(element.role === role ? [element] : []), ...element.children.flatMap((child) => elementsOf(child, role))];
}

function elementAt(id: string, file: { objects: Map<string, string>; marked: Map<string, string> }): PdfElement {
  const body = file.objects.get(id) ?? '';
  const page = Array.from(body.matchAll(/\/Pg (\d+) 0 R/g)).at(-1)?.[1];
  const kids = /\/K \[([\s\S]*?)\]\n/.exec(body)?.[1] ?? '';
  const children: PdfElement[] = [];
  const texts: string[] = [];
  for (const [, inner, ref, own] of kids.matchAll(/<<([\s\S]*?)>>|(\d+) 0 R|(\d+)/g)) {
    if (inner) {
      const other = /\/Pg (\d+) 0 R/.exec(inner)?.[1];
      texts.push(file.marked.get(`${other}:${/\/MCID (\d+)/.exec(inner)?.[1]}`) ?? '');
    } else if (ref) {
      const child = elementAt(ref, file);
      children.push(child);
      texts.push(child.text);
    } else if (own) texts.push(file.marked.get(`${page}:${own}`) ?? '');
  }
  return {
    role: /\/S \/(\w+)/.exec(body)?.[1] ?? '',
    scope: /\/Scope \/(\w+)/.exec(body)?.[1] ?? null,
    alt: body.includes('/Alt ') ? 'alt' : null,
    text: texts.join(' '),
    children,
  };
}
