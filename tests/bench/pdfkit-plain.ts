import PDFDocument from 'pdfkit';
import { type Document, labelledPoints } from '#reports/document.ts';
import { fontFiles } from '#reports/fonts.ts';
import { bodySize, firstLine, sheetOf } from '#reports/sheet.ts';

type Pdf = PDFKit.PDFDocument;

/** The same documents drawn as pdfkit is usually told to: `text` for each paragraph and each cell, wrapped by itself. */
export async function drawPlainly(documents: readonly Document[]): Promise<{ bytes: number; pages: number }> {
  const [{ path: regular }] = fontFiles;
  const pdf = new PDFDocument({ autoFirstPage: false, font: regular, pdfVersion: '1.7', tagged: true, lang: 'ru-RU' });
  const finished = sizeOf(pdf);
  const root = pdf.struct('Document');
  pdf.addStructure(root);
  let pages = 0;
  pdf.on('pageAdded', () => {
    pages += 1;
  });
  for (const document of documents) {
    const { left, top, width, bodyWidth, height } = sheetOf(document);
    const margins = { left, right: width - left - bodyWidth, top, bottom: top };
    pdf.addPage({ size: [width, height], margins });
    for (const block of document.blocks) drawBlock(pdf, root, block, { left, bodyWidth, bottom: height - top });
  }
  root.end();
  pdf.end();
  return { bytes: await finished, pages };
}

async function sizeOf(pdf: Pdf): Promise<number> {
  let bytes = 0;
  for await (const chunk of pdf) bytes += chunk.length;
  return bytes;
}

type Sheet = { left: number; bodyWidth: number; bottom: number };

function drawBlock(pdf: Pdf, root: ReturnType<Pdf['struct']>, block: Document['blocks'][number], sheet: Sheet): void {
  const [{ path: regular }, { path: bold }] = fontFiles;
  const write = (text: string, options: PDFKit.Mixins.TextOptions = {}, isBold = false) => {
    pdf.font(isBold ? bold : regular, bodySize);
    pdf.text(text, sheet.left, pdf.y, { width: sheet.bodyWidth, structParent: root, structType: 'P', ...options });
  };
  switch (block.kind) {
    case 'letterhead':
      write(block.organisation.join('\n'), { align: 'center' }, true);
      write(block.documentKind, { align: 'center' }, true);
      write(`${block.date} № ${block.number}`);
      return;
    case 'subject':
    case 'heading':
      write(block.text, {}, true);
      return;
    case 'paragraph':
      write(block.runs.map(({ text }) => text).join(''), { align: 'justify', indent: firstLine });
      return;
    case 'points':
      for (const { label, runs } of labelledPoints(block)) {
        write(`${label} ${runs.map(({ text }) => text).join('')}`, { align: 'justify', indent: firstLine });
      }
      return;
    case 'signature':
      write(`${block.post} ________________ ${block.name}`);
      return;
    case 'acquaintance':
      write(block.title);
      drawRows(
        pdf,
        root,
        block.names.map((name) => [name, '', '']),
        [5, 3, 2.5],
        sheet,
      );
      return;
    case 'table':
      drawRows(
        pdf,
        root,
        [...block.headerRows, ...block.rows],
        block.columns.map(({ share }) => share),
        sheet,
      );
      return;
    default:
      return;
  }
}

function drawRows(pdf: Pdf, root: ReturnType<Pdf['struct']>, rows: string[][], shares: number[], sheet: Sheet): void {
  const [{ path: regular }] = fontFiles;
  const total = shares.reduce((sum, share) => sum + share, 0);
  const widths = shares.map((share) => (sheet.bodyWidth * share) / total);
  pdf.font(regular, 11);
  for (const row of rows) {
    const height =
      8 + Math.max(...row.map((text, index) => pdf.heightOfString(text, { width: (widths[index] ?? 0) - 8 })));
    if (pdf.y + height > sheet.bottom) pdf.addPage();
    const { y } = pdf;
    let x = sheet.left;
    for (const [index, text] of row.entries()) {
      const width = widths[index] ?? 0;
      pdf.rect(x, y, width, height).stroke();
      pdf.text(text, x + 4, y + 4, { width: width - 8, structParent: root, structType: 'TD' });
      x += width;
    }
    pdf.y = y + height;
  }
}
