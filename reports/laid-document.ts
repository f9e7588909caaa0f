/** A document laid out on pages, and those pages drawn: the same for a paper of its own and for one in a bundle. */
import type { Document } from './document.ts';
import { documentStrips } from './document-strips.ts';
import { checkMarkOf, type Issue } from './issue.ts';
import { drawMargin, drawSquares, drawStrips } from './pdf-drawing.ts';
import { addPage, type PdfFile } from './pdf-file.ts';
import { qrCode } from './qr-code.ts';
import { reportsText } from './reports.text.ts';
import { settableDocument } from './settable-text.ts';
import { barcode, barcodeReserve, millimetre, sheetOf } from './sheet.ts';
import { type Node, type PlacedStrip, paginate } from './strips.ts';
import { flow, frame } from './text-strips.ts';

/** A document dealt out to pages; `root` is the node its structure hangs on. */
export type LaidDocument = {
  document: Document;
  issue: Issue;
  root: Node;
  pages: PlacedStrip[][];
  /** What each page needs besides, such as links. */
  onDrawn?: (() => void)[];
};

/** Lays the document out with the fonts of the file. */
export function laidDocument(file: PdfFile, given: Document, issue: Issue, root: Node): LaidDocument {
  const document = settableDocument(given);
  const { bodyHeight } = sheetOf(document);
  const firstHeight = checkMarkOf(issue) ? bodyHeight - barcodeReserve : bodyHeight;
  const strips = documentStrips(document, file.measure, root, issue.standard);
  return { document, issue, root, pages: paginate(strips, bodyHeight, firstHeight) };
}

/** Draws all pages; `onPage` may add to each, told its number within the document from 1. */
export function drawDocument(
  file: PdfFile,
  laid: LaidDocument,
  onPage: (pageNumber: number) => void = () => undefined,
) {
  const sheet = sheetOf(laid.document);
  for (const [index, page] of laid.pages.entries()) {
    addPage(file, sheet.width, sheet.height);
    drawStrips(file, page, sheet.left, sheet.top);
    if (index === 0) drawBarcode(file, laid);
    drawMargins(file, laid.document, index + 1);
    laid.onDrawn?.[index]?.();
    onPage(index + 1);
  }
}

/** The page number from the second page on, centred 10 mm from the upper edge, and the small line at the foot. */
function drawMargins(file: PdfFile, document: Document, pageNumber: number): void {
  const { width, height, left } = sheetOf(document);
  if (pageNumber > 1) drawMargin(file, String(pageNumber), width / 2, 10 * millimetre, 11, 'center');
  if (document.footer !== null) {
    drawMargin(file, document.footer.slice(0, 110), left, height - 12 * millimetre, 8, 'left');
  }
}

/** The 31st requisite: lower right of the first sheet, with the address in words for those who have only paper. */
function drawBarcode(file: PdfFile, { document, issue, root }: LaidDocument): void {
  const check = checkMarkOf(issue);
  if (!check) return;
  const { width, height, left, bodyWidth } = sheetOf(document);
  const right = width - (width - left - bodyWidth);
  const top = height - barcode.bottom - barcode.side;
  const textWidth = 75 * millimetre;
  const node: Node = { role: 'P', parent: root };
  const place = { measure: file.measure, root, bodyWidth, bodyHeight: 0, cornerWidth: 0 };
  const box = frame(place, node, { width: textWidth, size: 8, align: 'right' });
  const lines = flow([{ text: reportsText.check(check) }], box, place.measure);
  const lineHeight = lines[0]?.height ?? 0;
  const first = barcode.side - lines.length * lineHeight;
  const placed = lines.map((strip, index) => ({ strip, y: first + index * lineHeight, isRepeated: false }));
  drawStrips(file, placed, right - barcode.side - textWidth - 3 * millimetre, top);
  const figure: Node = { role: 'Figure', parent: root, alt: reportsText.barcode };
  drawSquares(file, qrCode(check.address).isDark, right - barcode.side, top, barcode.side, figure);
}
