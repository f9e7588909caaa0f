/** Writes a document as PDF. */
import type { Document } from './document.ts';
import { type Issue, plainIssue } from './issue.ts';
import { drawDocument, laidDocument } from './laid-document.ts';
import { closePdf, openPdf } from './pdf-file.ts';
import type { Node } from './strips.ts';

/**
 * How the file is made. `createdAt` is a moment (ISO string); `hash` is written into the file for the check page;
 * `compress: false` keeps the file readable for tests.
 */
export type PdfOptions = { createdAt: string; issue?: Issue; hash?: string; compress?: boolean };

/**
 * The document as PDF 1.7: A4, tagged for assistive programs, page numbers from the second page in the top margin.
 * The same document and moment give the same bytes. Takes time linear in the text, whatever the text is.
 */
export async function documentToPdf(document: Document, options: PdfOptions): Promise<Buffer> {
  const { createdAt, issue = plainIssue, hash = null, compress } = options;
  const root: Node = { role: 'Document', parent: null };
  const file = openPdf(
    { title: document.title, createdAt, hash, ...(compress === undefined ? {} : { compress }) },
    root,
  );
  drawDocument(file, laidDocument(file, document, issue, root));
  return closePdf(file, root);
}
