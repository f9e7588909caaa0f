/** A bundle as one PDF: contents with page numbers and links, an outline, every paper as it is issued on its own. */
import type { Bundle } from './bundle.ts';
import type { Document } from './document.ts';
import { plainIssue } from './issue.ts';
import { drawDocument, type LaidDocument, laidDocument } from './laid-document.ts';
import { drawMargin } from './pdf-drawing.ts';
import { addToOutline, closePdf, linkFrom, moveToFront, namePage, openPdf, type PdfFile } from './pdf-file.ts';
import { endPart, placeNode } from './pdf-structure.ts';
import { reportsText } from './reports.text.ts';
import { millimetre, sheetOf } from './sheet.ts';
import type { Node, PlacedStrip } from './strips.ts';

/** Writes the bundle; `onProgress` hears a share, 0 to 1. Pages are counted through beside each paper's own numbers. */
export async function bundleToPdf(
  bundle: Bundle,
  onProgress: (share: number) => void = () => undefined,
): Promise<{ file: Buffer; pageCount: number }> {
  const root: Node = { role: 'Document', parent: null };
  const file = openPdf({ title: bundle.title, createdAt: bundle.createdAt, hash: null }, root);
  const { structure } = file;
  const contentsPart: Node = { role: 'Part', parent: root };
  placeNode(structure, contentsPart);
  const draw = (one: LaidDocument, title: string, name: string, firstPage: number) => {
    drawDocument(file, one, (own) => {
      if (own === 1) {
        addToOutline(file, title);
        namePage(file, name);
      }
      drawCount(file, one.document, firstPage + own - 1);
    });
    endPart(structure, one.root);
  };
  // How many pages the contents fill does not depend on the numbers in them: all papers follow, each laid out once.
  const contentsLength = laidContents(file, bundle, [], contentsPart).pages.length;
  const starts: number[] = [];
  let next = contentsLength + 1;
  for (const [index, { title, note, document, issue }] of bundle.papers.entries()) {
    const one = laidDocument(file, document, issue, { role: 'Part', parent: root });
    draw(one, [title, note].filter(Boolean).join(', '), nameOf(index), next);
    starts.push(next);
    next += one.pages.length;
    onProgress((index + 1) / bundle.papers.length);
  }
  const contents = laidContents(file, bundle, starts, contentsPart);
  if (contents.pages.length !== contentsLength) throw new Error('contents as long as counted');
  draw(contents, reportsText.bundle.contents, 'contents', 1);
  moveToFront(file, contentsLength);
  return { file: closePdf(file, root), pageCount: next - 1 };
}

const nameOf = (index: number) => `paper-${index + 1}`;

/** The contents with the pages on which papers start, and links to them. */
function laidContents(file: PdfFile, bundle: Bundle, starts: readonly number[], part: Node): LaidDocument {
  const contents = laidDocument(file, contentsOf(bundle, starts), plainIssue, part);
  let row = 0;
  const sheet = sheetOf(contents.document);
  contents.onDrawn = contents.pages.map((page) => () => {
    for (const placed of page) {
      if (!isRow(placed)) continue;
      const { y, strip } = placed;
      linkFrom(file, { x: sheet.left, y: sheet.top + y, width: sheet.bodyWidth, height: strip.height }, nameOf(row));
      row += 1;
    }
  });
  return contents;
}

function isRow({ strip, isRepeated }: PlacedStrip): boolean {
  return !isRepeated && strip.marks.some((mark) => mark.kind === 'text' && mark.node.role === 'TD');
}

function contentsOf(bundle: Bundle, starts: readonly number[]): Document {
  const words = reportsText.bundle;
  return {
    language: 'ru',
    title: bundle.title,
    kind: 'bundle-contents',
    profile: 'orders',
    orientation: 'portrait',
    footer: null,
    blocks: [
      { kind: 'heading', level: 1, text: bundle.title },
      { kind: 'paragraph', runs: [{ text: bundle.subject }], align: 'center', firstLineIndent: false },
      {
        kind: 'table',
        caption: null,
        columns: [
          { share: 1, align: 'right' },
          { share: 8, align: 'left' },
          { share: 4, align: 'left' },
          { share: 1.6, align: 'right' },
        ],
        headerRows: [[words.ordinal, words.paper, words.note, words.page]],
        rows: bundle.papers.map(({ title, note }, index) => [
          String(index + 1),
          title,
          note,
          String(starts[index] ?? ''),
        ]),
        totals: null,
      },
    ],
  };
}

/** Pages of the bundle are counted at the foot; the number on top is the paper's own. */
function drawCount(file: PdfFile, document: Document, page: number): void {
  const { height, left } = sheetOf(document);
  drawMargin(file, reportsText.bundle.count(page), left, height - 8 * millimetre, 8, 'left');
}
