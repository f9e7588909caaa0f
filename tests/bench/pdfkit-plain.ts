import PDFDocument from 'pdfkit';
import { type Document, labelledPoints } from '#reports/document.ts';
import { fontFiles } from '#reports/fonts.ts';
import { reportsText } from '#reports/reports.text.ts';
import { barcodeReserve, bodySize, firstLine, millimetre, sheetOf } from '#reports/sheet.ts';

type Pdf = PDFKit.PDFDocument;
type Sheet = { pdf: Pdf; root: ReturnType<Pdf['struct']>; left: number; bodyWidth: number; size: [number, number] };

const [{ path: regular }, { path: bold }] = fontFiles;
const cellSize = 11;

/**
 * The same documents drawn as pdfkit is usually told to: `text` for each paragraph and each cell, wrapped by itself, with
 * the same sizes, distances and lines at the edges of a page, so that the pages are the same.
 */
export async function drawPlainly(documents: readonly Document[]): Promise<{ bytes: number; pages: number }> {
  const pdf = new PDFDocument({ autoFirstPage: false, font: regular, pdfVersion: '1.7', tagged: true, lang: 'ru-RU' });
  const finished = sizeOf(pdf);
  const root = pdf.struct('Document');
  pdf.addStructure(root);
  let pages = 0;
  let own = 0;
  let footer = '';
  pdf.on('pageAdded', () => {
    pages += 1;
    own += 1;
    drawEdges(pdf, own, footer, pages);
  });
  for (const document of documents) {
    const { left, top, width, bodyWidth, height } = sheetOf(document);
    own = 0;
    footer = document.footer ?? '';
    const sheet: Sheet = { pdf, root, left, bodyWidth, size: [width, height] };
    pdf.addPage(optionsOf(sheet, top, width - left - bodyWidth));
    for (const block of document.blocks) drawBlock(block, sheet);
  }
  root.end();
  pdf.end();
  return { bytes: await finished, pages };
}

function optionsOf(sheet: Sheet, vertical: number, right: number): PDFKit.PDFDocumentOptions {
  return { size: sheet.size, margins: { left: sheet.left, right, top: vertical, bottom: vertical } };
}

async function sizeOf(pdf: Pdf): Promise<number> {
  let bytes = 0;
  for await (const chunk of pdf) bytes += chunk.length;
  return bytes;
}

/** The page's own number on top, the document's line and the number in the bundle at the foot. */
function drawEdges(pdf: Pdf, own: number, footer: string, page: number): void {
  const { margins, height, width } = pdf.page;
  // The barcode and its words take their place at the foot of the first sheet.
  const bottom = margins.top + (own === 1 ? barcodeReserve : 0);
  const { x, y } = pdf;
  margins.bottom = 0;
  pdf.markContent('Artifact', { type: 'Pagination' });
  if (own > 1)
    pdf.font(regular, 11).text(String(own), 0, 10 * millimetre, { width, align: 'center', lineBreak: false });
  pdf.font(regular, 8);
  if (footer) pdf.text(footer.slice(0, 110), margins.left, height - 12 * millimetre, { lineBreak: false });
  pdf.text(reportsText.bundle.count(page), margins.left, height - 8 * millimetre, { lineBreak: false });
  if (own === 1) {
    const words = reportsText.check({ address: 'http://127.0.0.1:3000/check/ABCD-EFGH', code: 'ABCD-EFGH' });
    pdf.text(words, margins.left, height - 18 * millimetre, { width: 120 * millimetre, align: 'right' });
  }
  pdf.endMarkedContent();
  margins.bottom = bottom;
  pdf.font(regular, bodySize);
  pdf.x = x;
  pdf.y = y;
}

function write(sheet: Sheet, text: string, options: PDFKit.Mixins.TextOptions = {}, isBold = false, size = bodySize) {
  const { pdf, left, bodyWidth, root } = sheet;
  pdf.font(isBold ? bold : regular, size);
  const lineGap = size * 1.35 - pdf.currentLineHeight(true);
  pdf.text(text, left, pdf.y, { width: bodyWidth, lineGap, structParent: root, structType: 'P', ...options });
}

function space(sheet: Sheet, height: number): void {
  sheet.pdf.y += height;
}

function drawBlock(block: Document['blocks'][number], sheet: Sheet): void {
  switch (block.kind) {
    case 'letterhead':
      write(sheet, block.organisation.join('\n'), { align: 'center' }, true);
      write(sheet, block.details.join('\n'), { align: 'center' }, false, 11);
      space(sheet, 14);
      write(sheet, block.documentKind, { align: 'center' }, true, 15);
      space(sheet, 8);
      write(sheet, `${block.date} № ${block.number}`);
      write(sheet, block.place, { align: 'center' }, false, 11);
      space(sheet, 16);
      return;
    case 'subject':
    case 'heading':
      write(sheet, block.text, {}, true);
      space(sheet, 12);
      return;
    case 'paragraph':
      write(sheet, block.runs.map(({ text }) => text).join(''), { align: 'justify', indent: firstLine });
      space(sheet, 4);
      return;
    case 'points':
      for (const { label, runs } of labelledPoints(block)) {
        write(sheet, `${label} ${runs.map(({ text }) => text).join('')}`, { align: 'justify', indent: firstLine });
        space(sheet, 3);
      }
      space(sheet, 3);
      return;
    case 'signature':
      space(sheet, 26);
      write(sheet, `${block.post} ________________ ${block.name}`);
      space(sheet, 16);
      return;
    case 'acquaintance': {
      const { name, signature, date } = reportsText.acquaintance;
      write(sheet, block.title);
      space(sheet, 6);
      const rows = block.names.map((person) => [person, '', '']);
      drawRows(sheet, [[name, signature, date]], rows, [5, 3, 2.5], 26);
      return;
    }
    case 'table': {
      const shares = block.columns.map(({ share }) => share);
      drawRows(sheet, block.headerRows, block.rows, shares, 0);
      return;
    }
    default:
      return;
  }
}

/** A cell is measured by `heightOfString` to know its row's height, framed, and written by `text`. */
function drawRows(
  sheet: Sheet,
  header: readonly string[][],
  rows: readonly string[][],
  shares: readonly number[],
  least: number,
): void {
  const { pdf, root, left, bodyWidth } = sheet;
  const total = shares.reduce((sum, share) => sum + share, 0);
  const widths = shares.map((share) => (bodyWidth * share) / total);
  const drawRow = (row: readonly string[], isHeader: boolean) => {
    pdf.font(isHeader ? bold : regular, cellSize);
    const lineGap = cellSize * 1.35 - pdf.currentLineHeight(true);
    const heights = row.map((text, index) => pdf.heightOfString(text, { width: (widths[index] ?? 0) - 8, lineGap }));
    const height = Math.max(8 + Math.max(...heights), least);
    if (pdf.y + height > pdf.page.height - pdf.page.margins.bottom) {
      pdf.addPage(optionsOf(sheet, pdf.page.margins.top, pdf.page.margins.right));
      if (!isHeader) for (const repeated of header) drawRow(repeated, true);
      pdf.font(isHeader ? bold : regular, cellSize);
    }
    const { y } = pdf;
    let x = left;
    for (const [index, text] of row.entries()) {
      const width = widths[index] ?? 0;
      const structType = isHeader ? 'TH' : 'TD';
      pdf.rect(x, y, width, height).stroke();
      pdf.text(text, x + 4, y + 4, { width: width - 8, lineGap, structParent: root, structType });
      x += width;
    }
    pdf.y = y + height;
  };
  for (const row of header) drawRow(row, true);
  for (const row of rows) drawRow(row, false);
  space(sheet, 10);
}
