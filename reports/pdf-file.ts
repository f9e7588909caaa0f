/** The one file that knows pdfkit: a tagged PDF 1.7 with embedded Cyrillic fonts, page by page. */
import { deflateSync } from 'node:zlib';
import PDFDocument from 'pdfkit';
import { fontFiles } from './fonts.ts';
import { type EmbeddedFont, type Face, faceOf, shownText } from './pdf-face.ts';
import { gatherOutput, type PdfInside, type PdfOutput, wholeFile } from './pdf-output.ts';
import { beginPageMarks, endStructure, openStructure, type Structure } from './pdf-structure.ts';
import { reportsText } from './reports.text.ts';
import { settableText } from './settable-text.ts';
import type { Node } from './strips.ts';
import type { MeasureSized } from './text-strips.ts';

/** What the file says about itself. `createdAt` is a moment (ISO); `hash` is the SHA-256 of the document's words. */
export type PdfInfo = { title: string; createdAt: string; hash: string | null; compress?: boolean };

type Pdf = PDFKit.PDFDocument;

/** A PDF being drawn; `content` is what the page being drawn shows, not yet written. */
export type PdfFile = {
  pdf: Pdf;
  output: PdfOutput;
  structure: Structure;
  regular: Face;
  bold: Face;
  measure: MeasureSized;
  content: string[];
};

const [{ path: regularFont }, { path: boldFont }] = fontFiles;

/** The key under which a file carries the hash of its document: the check page reads it back. */
export const HASH_KEY = 'RyadomSha256';

/** How hard page contents are pressed: a third of the time of the usual 6 for an eighth more bytes. */
const PRESSING = 3;

/** Opens a file whose structure hangs on `root`. The same drawing and moment give the same bytes. */
export function openPdf(info: PdfInfo, root: Node): PdfFile {
  const moment = new Date(info.createdAt);
  const options: PDFKit.PDFDocumentOptions & { fontLayoutCache: boolean } = {
    autoFirstPage: false,
    margin: 0,
    font: regularFont,
    // Every word laid out is remembered once, by its face.
    fontLayoutCache: false,
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
  };
  const pdf = new PDFDocument(options);
  const output = gatherOutput(insideOf(pdf));
  const structure = openStructure(output, root, pdf.getStructTreeRoot().id);
  const [regular, bold] = [regularFont, boldFont].map((path) => faceOf(embeddedFont(pdf.font(path)), path));
  if (!regular || !bold) throw new Error('two fonts');
  const measure: MeasureSized = (text, isBold, size) => (shownText(isBold ? bold : regular, text).width * size) / 1000;
  return { pdf, output, structure, regular, bold, measure, content: [] };
}

/** pdfkit keeps these under the names of `PdfInside`; its types leave them out. */
function insideOf(pdf: Pdf): PdfInside {
  return pdf as unknown as PdfInside;
}

/** pdfkit keeps the font that was set last under this name; its types leave it out. */
function embeddedFont(pdf: Pdf): EmbeddedFont {
  return (pdf as unknown as { _font: EmbeddedFont })._font;
}

/** pdfkit puts the title into the file's XML as it is: signs that XML owns are replaced by look-alikes. */
function metadataText(text: string): string {
  return settableText(text).replaceAll('<', '\u2039').replaceAll('>', '\u203A').replaceAll('&', '\uFF06');
}

/** Closes the file and gives its bytes. */
export function closePdf(file: PdfFile, root: Node): Buffer {
  endPage(file);
  const { rootElement, parentTree } = endStructure(file.structure, root);
  const tree: Record<string, unknown> = file.pdf.getStructTreeRoot().data;
  const reference = (id: number) => objectReference(file.pdf, id);
  Object.assign(tree, { K: [reference(rootElement)], ParentTree: reference(parentTree) });
  tree.ParentTreeNextKey = file.structure.pages.length;
  file.pdf.end();
  return wholeFile(file.output);
}

/** An object of ours as pdfkit names its own. */
function objectReference(pdf: Pdf, id: number): PDFKit.PDFKitReference {
  const like: object = pdf.getStructTreeRoot();
  return Object.assign(Object.create(Object.getPrototypeOf(like)), { id, gen: 0 });
}

/** Begins a page of this size in points. */
export function addPage(file: PdfFile, width: number, height: number): void {
  endPage(file);
  file.pdf.addPage({ size: [width, height], margin: 0 });
  const { id, data } = pageInside(file.pdf).dictionary;
  data.StructParents = beginPageMarks(file.structure, id);
}

/** What is used of a page of pdfkit; its types leave it out. */
type PageInside = {
  dictionary: { id: number; data: Record<string, unknown> };
  content: { buffer: Uint8Array[]; compress: boolean; data: Record<string, unknown> };
};

function pageInside({ page }: Pdf): PageInside {
  return page as unknown as PageInside;
}

/** Puts what waits into the page, so that pdfkit may add to it. */
export function writeContent({ pdf, content }: PdfFile): void {
  if (content.length === 0) return;
  pdf.addContent(Buffer.from(`${content.join('\n')}\n`, 'latin1'));
  content.length = 0;
}

function endPage(file: PdfFile): void {
  if (!file.pdf.page) return;
  writeContent(file);
  const { content } = pageInside(file.pdf);
  if (!content.compress) return;
  content.buffer = [deflateSync(Buffer.concat(content.buffer), { level: PRESSING })];
  content.compress = false;
  content.data.Filter = 'FlateDecode';
}

/** An entry of the file's outline that leads to the page being drawn. */
export function addToOutline(file: PdfFile, title: string): void {
  file.pdf.outline.addItem(settableText(title));
}

/** Moves the last pages to the front of the file, and the last entry of the outline to its beginning. */
export function moveToFront({ pdf }: PdfFile, pageCount: number): void {
  const inside = pdf as unknown as { _root: { data: { Pages: { data: { Kids: unknown[] } } } } };
  const { Kids: pages } = inside._root.data.Pages.data;
  pages.unshift(...pages.splice(pages.length - pageCount));
  const { children } = pdf.outline as unknown as { children: unknown[] };
  children.unshift(...children.splice(children.length - 1));
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
