/** Sizes of the sheet in points: margins, places of requisites. Source: GOST R 7.0.97-2025, margins; DOMAIN 7. */
import type { Document } from './document.ts';
import type { Standard } from './issue.ts';

/** Points in a millimetre. */
export const millimetre = 72 / 25.4;

/** Size of the text of a document. */
export const bodySize = 13;

/** Indent of a paragraph's first line. */
export const firstLine = 12.5 * millimetre;

/** The barcode on the first sheet: its side, how far it reaches up from the lower edge, the space kept over it. */
export const barcode = { side: 20 * millimetre, bottom: 9 * millimetre, above: 3 * millimetre };

/** Width of requisites in a corner: up to 8 cm since 2025, 7.5 cm before. */
export function cornerWidthOf(standard: Standard): number {
  return (standard === '2025' ? 80 : 75) * millimetre;
}

/** A sheet of A4 in points: its size and margins; 30 mm left for what is kept over ten years. */
export function sheetOf(document: Pick<Document, 'orientation' | 'profile'>) {
  const [width, height] = document.orientation === 'landscape' ? [841.89, 595.28] : [595.28, 841.89];
  const left = (document.profile === 'orders' ? 30 : 20) * millimetre;
  const right = 10 * millimetre;
  const vertical = 20 * millimetre;
  return { width, height, left, top: vertical, bodyWidth: width - left - right, bodyHeight: height - 2 * vertical };
}

/** How much lower the text of the first sheet ends when a barcode stands there. */
export const barcodeReserve = barcode.bottom + barcode.side + barcode.above - 20 * millimetre;
