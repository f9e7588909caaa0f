/** The one file that knows pdfkit: a tagged PDF 1.7 with embedded Cyrillic fonts, drawn from strips. */
import PDFDocument from 'pdfkit';
import { fontFiles } from './fonts.ts';
import { type EmbeddedFont, type Face, shownText } from './pdf-face.ts';
import { reportsText } from './reports.text.ts';
import { settableText } from './settable-text.ts';
import { bodySize } from './sheet.ts';
import type { Mark, Node, PlacedStrip } from './strips.ts';
import type { MeasureSized } from './text-strips.ts';

/** What the file says about itself. `createdAt` is a moment (ISO); `hash` is the SHA-256 of the document's words. */
export type PdfInfo = { title: string; createdAt: string; hash: string | null; compress?: boolean };

type Pdf = PDFKit.PDFDocument;
type Element = ReturnType<Pdf['struct']>;
type Text = Extract<Mark, { kind: 'text' }>;

/** A PDF being drawn. */
export type PdfFile = { pdf: Pdf; regular: Face; bold: Face; elements: Map<Node, Element>; finished: Promise<Buffer> };

const [{ path: regularFont }, { path: boldFont }] = fontFiles;

/** The key under which a file carries the hash of its document: the check page reads it back. */
export const HASH_KEY = 'RyadomSha256';

/** Opens a file whose structure hangs on `root`. The same drawing and moment give the same bytes. */
export function openPdf(info: PdfInfo, root: Node): PdfFile {
  const moment = new Date(info.createdAt);
  const pdf = new PDFDocument({
    autoFirstPage: false,
    margin: 0,
    font: regularFont,
    pdfVersion: '1.7',
    tagged: true,
    lang: 'ru-RU',
    displayTitle: true,
    compress: info.compress ?? true,
    info: {
      Title: metadataText(info.title),
      Creator: reportsText.product,
      Producer: reportsText.product,
      CreationDate: moment,
      ModDate: moment,
      ...(info.hash === null ? {} : { [HASH_KEY]: info.hash }),
    },
  });
  const element = pdf.struct(root.role);
  pdf.addStructure(element);
  const faceOf = (path: string): Face => ({ font: embeddedFont(pdf.font(path)), shown: new Map() });
  const [regular, bold] = [faceOf(regularFont), faceOf(boldFont)];
  return { pdf, regular, bold, elements: new Map([[root, element]]), finished: collect(pdf) };
}

/** pdfkit keeps the font that was set last under this name; its types leave it out. */
function embeddedFont(pdf: Pdf): EmbeddedFont {
  return (pdf as unknown as { _font: EmbeddedFont })._font;
}

/** pdfkit puts the title into the file's XML as it is: signs that XML owns are replaced by look-alikes. */
function metadataText(text: string): string {
  return settableText(text).replaceAll('<', '\u2039').replaceAll('>', '\u203A').replaceAll('&', '\uFF06');
}

async function collect(pdf: Pdf): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of pdf) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}

/** Closes the file and gives its bytes. */
export async function closePdf(file: PdfFile, root: Node): Promise<Buffer> {
  file.elements.get(root)?.end();
  file.pdf.end();
  return file.finished;
}

/** The width of text in this file's fonts. */
export function measureWith(file: PdfFile): MeasureSized {
  return (text, bold, size) => (shownText(bold ? file.bold : file.regular, text).width * size) / 1000;
}

/** Begins a page of this size in points. */
export function addPage(file: PdfFile, width: number, height: number): void {
  file.pdf.addPage({ size: [width, height], margin: 0 });
}

/** Draws strips, `left` and `top` points from the corner. Repeated headers and rules are artifacts, all else is tagged. */
export function drawStrips(file: PdfFile, page: readonly PlacedStrip[], left: number, top: number): void {
  let current: Node | null = null;
  let waiting: { mark: Text; top: number }[] = [];
  const close = () => {
    if (current === null) return;
    drawTexts(file, waiting, left);
    file.pdf.endMarkedContent();
    waiting = [];
  };
  for (const { strip, y, isRepeated } of page) {
    for (const mark of strip.marks) {
      if (mark.kind !== 'text' || isRepeated) continue;
      if (current !== mark.node) {
        close();
        current = mark.node;
        elementOf(file, current).add(file.pdf.markStructureContent(current.role));
      }
      waiting.push({ mark, top: top + y });
    }
  }
  close();
  drawArtifacts(file, page, left, top);
}

/** A small text outside the structure, such as a page number: `x` points from the left, `y` from the top. */
export function drawMargin(
  file: PdfFile,
  text: string,
  x: number,
  y: number,
  size: number,
  align: 'left' | 'center' | 'right',
): void {
  const width = (shownText(file.regular, text).width * size) / 1000;
  const shift = { left: 0, center: width / 2, right: width }[align];
  file.pdf.markContent('Artifact', { type: 'Pagination' });
  const mark: Text = { kind: 'text', x: x - shift, y: 0, text, bold: false, size, node: nowhere };
  file.pdf.addContent(size < 10 ? '0.333 g' : '0 g');
  drawTexts(file, [{ mark, top: y }], 0);
  file.pdf.addContent('0 g');
  file.pdf.endMarkedContent();
}

const nowhere: Node = { role: 'Artifact', parent: null };

/** Dark squares `side` points wide together as one picture with its meaning in words. */
export function drawSquares(
  file: PdfFile,
  isDark: readonly boolean[][],
  x: number,
  y: number,
  side: number,
  node: Node,
): void {
  const step = side / isDark.length;
  elementOf(file, node).add(file.pdf.markStructureContent(node.role));
  const runs = isDark.flatMap((squares, row) =>
    Array.from(squares.map(Number).join('').matchAll(/1+/g), (run) =>
      [x + run.index * step, y + row * step, run[0].length * step, step].map(rounded).join(' '),
    ),
  );
  file.pdf.addContent(`0 g ${runs.map((run) => `${run} re`).join(' ')} f`);
  file.pdf.endMarkedContent();
}

/** An entry of the file's outline that leads to the page being drawn. */
export function addToOutline(file: PdfFile, title: string): void {
  file.pdf.outline.addItem(settableText(title));
}

/** Names the page being drawn, so that links lead to it. */
export function namePage(file: PdfFile, name: string): void {
  file.pdf.addNamedDestination(name, 'Fit');
}

/** Makes a rectangle of the page being drawn lead to a named page. */
export function linkFrom(
  file: PdfFile,
  box: { x: number; y: number; width: number; height: number },
  name: string,
): void {
  file.pdf.goTo(box.x, box.y, box.width, box.height, name);
}

/** Lets go of what is remembered about a finished part of the structure, so that a long file needs no more memory. */
export function endPart(file: PdfFile, part: Node): void {
  file.elements.get(part)?.end();
  for (const node of file.elements.keys()) if (isUnder(node, part)) file.elements.delete(node);
}

function isUnder(node: Node, part: Node): boolean {
  for (let each: Node | null = node; each; each = each.parent) if (each === part) return true;
  return false;
}

// Words of one line go into one operator with the distances between them; text is turned upright again, for pdfkit's
// pages count downwards.
function drawTexts(file: PdfFile, texts: readonly { mark: Text; top: number }[], left: number): void {
  const { pdf } = file;
  const lines: string[] = [];
  let open: { bold: boolean; size: number; end: number; base: number } | null = null;
  for (const { mark, top } of texts) {
    const face = mark.bold ? file.bold : file.regular;
    const shown = shownText(face, mark.text);
    const x = left + mark.x;
    const base = top + mark.y + (face.font.ascender * mark.size) / 1000;
    if (shown.isRaised) {
      if (open) lines.push('] TJ ET');
      open = null;
      flushLines(pdf, lines);
      pdf.font(mark.bold ? boldFont : regularFont, mark.size).text(mark.text, x, top + mark.y, { lineBreak: false });
      continue;
    }
    const distance: number = open ? x - open.end : 0;
    const goesOn: boolean = open !== null && open.bold === mark.bold && open.size === mark.size && open.base === base;
    if (goesOn && Math.abs(distance) < 3 * bodySize) lines.push(shifted(distance, mark.size), shown.codes);
    else lines.push(open ? '] TJ ET\n' : '', begun(pdf, face, mark, x, base), shown.codes);
    open = { bold: mark.bold, size: mark.size, end: x + (shown.width * mark.size) / 1000, base };
  }
  if (open) lines.push('] TJ ET');
  flushLines(pdf, lines);
}

function flushLines(pdf: Pdf, lines: string[]): void {
  if (lines.length > 0) pdf.addContent(lines.join(''));
  lines.length = 0;
}

function begun(pdf: Pdf, { font }: Face, mark: Text, x: number, base: number): string {
  const page = pdf.page as typeof pdf.page & { fonts: Record<string, unknown> };
  page.fonts[font.id] ??= font.ref();
  return `BT /${font.id} ${rounded(mark.size)} Tf 1 0 0 -1 ${rounded(x)} ${rounded(base)} Tm [`;
}

function shifted(distance: number, size: number): string {
  return Math.abs(distance) < 0.005 ? '' : `${rounded((-distance * 1000) / size)} `;
}

function rounded(value: number): string {
  return String(Math.round(value * 1000) / 1000);
}

function drawArtifacts(file: PdfFile, page: readonly PlacedStrip[], left: number, top: number): void {
  const { pdf } = file;
  pdf.markContent('Artifact', { type: 'Layout' });
  const rules: string[] = [];
  for (const { strip, y, isRepeated } of page) {
    const texts = strip.marks.filter((mark) => mark.kind === 'text');
    if (isRepeated)
      drawTexts(
        file,
        texts.map((mark) => ({ mark, top: top + y })),
        left,
      );
    for (const mark of strip.marks) {
      if (mark.kind === 'rule') {
        const [x1, y1, x2, y2] = [left + mark.x1, top + y + mark.y1, left + mark.x2, top + y + mark.y2].map(rounded);
        rules.push(`${x1} ${y1} m ${x2} ${y2} l`);
      }
      if (mark.kind === 'bar' && mark.width > 0) {
        const place = [left + mark.x, top + y + mark.y, mark.width, mark.height].map(rounded);
        const paint = mark.grey === undefined ? '0.357 0.498 0.584 rg' : `${rounded(mark.grey)} g`;
        pdf.addContent(`${paint} ${place.join(' ')} re f 0 g`);
      }
    }
  }
  if (rules.length > 0) pdf.addContent(`0.5 w 0.267 G ${rules.join(' ')} S`);
  pdf.endMarkedContent();
}

/** The element of a node, made under its parent's when it is first met: the order of drawing is the order of reading. */
function elementOf(file: PdfFile, node: Node): Element {
  const known = file.elements.get(node);
  if (known) return known;
  const { alt, scope } = node;
  const options = { ...(alt ? { alt: settableText(alt) } : {}), ...(scope ? { scope } : {}) };
  const element = file.pdf.struct(node.role, options);
  file.elements.set(node, element);
  if (node.parent) elementOf(file, node.parent).add(element);
  return element;
}
