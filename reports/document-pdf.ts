/** The one file that knows pdfkit: draws strips on pages as a tagged PDF with embedded Cyrillic fonts. */
import { createRequire } from 'node:module';
import PDFDocument from 'pdfkit';
import type { Document } from './document.ts';
import { documentStrips, type MeasureSized, millimetre, sheetOf } from './document-strips.ts';
import { settableText } from './line-breaking.ts';
import { reportsText } from './reports.text.ts';
import { type Mark, type Node, type PlacedStrip, paginate } from './strips.ts';

/** How the file is made. `createdAt` is a moment (ISO string); `compress: false` keeps the file readable for tests. */
export type PdfOptions = { createdAt: string; compress?: boolean };

type Pdf = PDFKit.PDFDocument;
type Element = ReturnType<Pdf['struct']>;

const resolve = createRequire(import.meta.url).resolve;
const regularFont = resolve('@expo-google-fonts/pt-serif/400Regular/PTSerif_400Regular.ttf');
const boldFont = resolve('@expo-google-fonts/pt-serif/700Bold/PTSerif_700Bold.ttf');

/**
 * The document as PDF 1.7: A4, tagged for assistive programs, page numbers from the second page in the top margin.
 * The same document and moment give the same bytes. Takes time linear in the text, whatever the text is.
 */
export async function documentToPdf(document: Document, options: PdfOptions): Promise<Buffer> {
  const pdf = newPdf(document, options);
  const finished = collect(pdf);
  const root: Node = { role: 'Document', parent: null };
  const elements = new Map<Node, Element>();
  const rootElement = pdf.struct(root.role);
  pdf.addStructure(rootElement);
  elements.set(root, rootElement);
  const pages = paginate(documentStrips(document, measureWith(pdf), root), sheetOf(document).bodyHeight);
  for (const [index, page] of pages.entries()) {
    pdf.addPage();
    drawPage(pdf, document, page, elements);
    drawMargins(pdf, document, index + 1);
  }
  rootElement.end();
  pdf.end();
  return finished;
}

function newPdf(document: Document, options: PdfOptions): Pdf {
  const sheet = sheetOf(document);
  const moment = new Date(options.createdAt);
  return new PDFDocument({
    autoFirstPage: false,
    size: [sheet.width, sheet.height],
    margin: 0,
    font: regularFont,
    pdfVersion: '1.7',
    tagged: true,
    lang: 'ru-RU',
    displayTitle: true,
    compress: options.compress ?? true,
    info: {
      Title: metadataText(document.title),
      Creator: reportsText.product,
      Producer: reportsText.product,
      CreationDate: moment,
      ModDate: moment,
    },
  });
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

function measureWith(pdf: Pdf): MeasureSized {
  const widths = { regular: new Map<string, number>(), bold: new Map<string, number>() };
  return (text, bold, size) => {
    const known = bold ? widths.bold : widths.regular;
    let width = known.get(text);
    if (width === undefined) {
      width = pdf.font(bold ? boldFont : regularFont, 1000).widthOfString(text);
      known.set(text, width);
    }
    return (width * size) / 1000;
  };
}

function drawPage(pdf: Pdf, document: Document, page: PlacedStrip[], elements: Map<Node, Element>) {
  const sheet = sheetOf(document);
  let current: Node | null = null;
  for (const placed of page) {
    const top = sheet.top + placed.y;
    for (const mark of placed.strip.marks) {
      if (mark.kind !== 'text' || placed.isRepeated) continue;
      if (current !== mark.node) {
        if (current) pdf.endMarkedContent();
        current = mark.node;
        elementOf(pdf, current, elements).add(pdf.markStructureContent(current.role));
      }
      drawText(pdf, mark, sheet.left, top);
    }
  }
  if (current) pdf.endMarkedContent();
  pdf.markContent('Artifact', { type: 'Layout' });
  for (const placed of page) drawArtifacts(pdf, placed, sheet.left, sheet.top + placed.y);
  pdf.endMarkedContent();
}

function drawText(pdf: Pdf, mark: Extract<Mark, { kind: 'text' }>, left: number, top: number) {
  pdf.font(mark.bold ? boldFont : regularFont, mark.size);
  pdf.text(mark.text, left + mark.x, top + mark.y, { lineBreak: false });
}

function drawArtifacts(pdf: Pdf, placed: PlacedStrip, left: number, top: number) {
  for (const mark of placed.strip.marks) {
    if (mark.kind === 'text' && placed.isRepeated) drawText(pdf, mark, left, top);
    if (mark.kind === 'rule') {
      const { x1, y1, x2, y2 } = mark;
      pdf
        .moveTo(left + x1, top + y1)
        .lineTo(left + x2, top + y2)
        .lineWidth(0.5)
        .stroke('#444444');
    }
    if (mark.kind === 'bar' && mark.width > 0) {
      pdf.rect(left + mark.x, top + mark.y, mark.width, mark.height).fill('#5B7F95');
      pdf.fillColor('black');
    }
  }
}

/** The page number from the second page on, centred 10 mm from the upper edge, and the small line at the foot. */
function drawMargins(pdf: Pdf, document: Document, pageNumber: number) {
  const { width, height, left } = sheetOf(document);
  pdf.markContent('Artifact', { type: 'Pagination' });
  if (pageNumber > 1) {
    pdf.font(regularFont, 11);
    const text = String(pageNumber);
    pdf.text(text, (width - pdf.widthOfString(text)) / 2, 10 * millimetre, { lineBreak: false });
  }
  if (document.footer !== null) {
    pdf.font(regularFont, 8).fillColor('#555555');
    pdf.text(settableText(document.footer).slice(0, 160), left, height - 12 * millimetre, { lineBreak: false });
    pdf.fillColor('black');
  }
  pdf.endMarkedContent();
}

/** The element of a node, made under its parent's when it is first met: the order of drawing is the order of reading. */
function elementOf(pdf: Pdf, node: Node, elements: Map<Node, Element>): Element {
  const known = elements.get(node);
  if (known) return known;
  const { alt, scope } = node;
  const options = { ...(alt ? { alt: settableText(alt) } : {}), ...(scope ? { scope } : {}) };
  const element = pdf.struct(node.role, options);
  elements.set(node, element);
  if (node.parent) elementOf(pdf, node.parent, elements).add(element);
  return element;
}
