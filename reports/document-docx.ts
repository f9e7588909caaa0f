/** The one file that knows docx: writes a document as DOCX with the same sizes, margins and requisites as the PDF. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import {
  AlignmentType,
  BorderStyle,
  Document as DocxDocument,
  Footer,
  Header,
  HeadingLevel,
  type IParagraphOptions,
  Packer,
  PageBreak,
  PageNumber,
  PageOrientation,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TabStopType,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx';
import { type Block, type Document, labelledPoints, type Run, type TableColumn } from './document.ts';
import { millimetre, sheetOf } from './document-strips.ts';
import { settableText } from './line-breaking.ts';
import { reportsText } from './reports.text.ts';

type Part = Paragraph | Table;

const font = 'PT Serif';
const resolve = createRequire(import.meta.url).resolve;

/** Points and millimetres in twentieths of a point, docx's own measure. */
const twips = (points: number) => Math.round(points * 20);
const firstLine = twips(12.5 * millimetre);
const cornerWidth = 80 * millimetre;

/** The document as a DOCX file on A4 with the fonts inside, page numbers from the second page in the top margin. */
export async function documentToDocx(document: Document): Promise<Buffer> {
  const sheet = sheetOf(document);
  const [regular, bold] = await readFontFiles();
  const file = new DocxDocument({
    title: settableText(document.title),
    creator: reportsText.product,
    lastModifiedBy: reportsText.product,
    fonts: [{ name: font, data: regular, bold }],
    hyphenation: { autoHyphenation: true, doNotHyphenateCaps: true },
    styles: {
      default: {
        document: {
          run: { font, size: 26, language: { value: 'ru-RU' } },
          paragraph: { spacing: { line: 276, after: 60 } },
        },
        heading1: headingStyle(30, AlignmentType.CENTER),
        heading2: headingStyle(27, AlignmentType.LEFT),
        heading3: headingStyle(26, AlignmentType.LEFT),
      },
    },
    sections: [
      {
        properties: {
          titlePage: true,
          page: {
            size: {
              // docx turns the sheet by itself: it wants the upright size.
              width: twips(Math.min(sheet.width, sheet.height)),
              height: twips(Math.max(sheet.width, sheet.height)),
              orientation: document.orientation === 'landscape' ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
            },
            margin: {
              left: twips(sheet.left),
              right: twips(sheet.width - sheet.left - sheet.bodyWidth),
              top: twips(sheet.top),
              bottom: twips(sheet.top),
              header: twips(10 * millimetre),
              footer: twips(8 * millimetre),
            },
          },
        },
        headers: { default: pageNumberHeader(), first: new Header({ children: [new Paragraph({})] }) },
        footers: { default: footer(document), first: footer(document) },
        children: document.blocks.flatMap((block) => blockParts(block, sheet.bodyWidth)),
      },
    ],
  });
  return Packer.toBuffer(file);
}

function readFontFiles(): Promise<[Buffer, Buffer]> {
  return Promise.all([
    readFile(resolve('@expo-google-fonts/pt-serif/400Regular/PTSerif_400Regular.ttf')),
    readFile(resolve('@expo-google-fonts/pt-serif/700Bold/PTSerif_700Bold.ttf')),
  ]);
}

function headingStyle(size: number, alignment: IParagraphOptions['alignment']) {
  return {
    run: { font, size, bold: true, color: '000000' },
    paragraph: { alignment, keepNext: true, spacing: { before: 160, after: 100 } },
  };
}

function pageNumberHeader(): Header {
  const number = new TextRun({ children: [PageNumber.CURRENT], size: 22 });
  return new Header({ children: [new Paragraph({ alignment: AlignmentType.CENTER, children: [number] })] });
}

function footer(document: Document): Footer {
  const text = new TextRun({ text: settableText(document.footer ?? ''), size: 16, color: '555555' });
  return new Footer({ children: [new Paragraph({ children: [text] })] });
}

function blockParts(block: Block, width: number): Part[] {
  switch (block.kind) {
    case 'letterhead':
      return letterheadParts(block, width);
    case 'subject': {
      const indent = { right: twips(width - cornerWidth * 1.1) };
      return [
        new Paragraph({ heading: HeadingLevel.HEADING_2, indent, children: textRuns([{ text: block.text }], 26) }),
      ];
    }
    case 'approval': {
      const indent = { left: twips(width - cornerWidth) };
      return [
        new Paragraph({ indent, spacing: { after: 240 }, children: textRuns([{ text: block.lines.join('\n') }]) }),
      ];
    }
    case 'heading': {
      const heading = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 }[block.level];
      return [new Paragraph({ heading, children: textRuns([{ text: block.text }], null) })];
    }
    case 'paragraph': {
      const indent = block.firstLineIndent ? { firstLine } : {};
      return [new Paragraph({ alignment: alignments[block.align], indent, children: textRuns(block.runs) })];
    }
    case 'points':
      // Written-out numbers: a reader's program must not renumber the points of an order.
      return labelledPoints(block).map(
        ({ label, runs }) =>
          new Paragraph({
            alignment: AlignmentType.JUSTIFIED,
            indent: { firstLine },
            children: textRuns([{ text: `${label}\u00A0` }, ...runs]),
          }),
      );
    case 'table':
      return tableParts(block, width);
    case 'signature':
      return signatureParts(block, width);
    case 'acquaintance': {
      const { name, signature, date } = reportsText.acquaintance;
      const columns = [5, 3, 2.5].map((share) => ({ share, align: 'left' as const }));
      const rows = block.names.map((person) => [person, '', '']);
      const title = new Paragraph({
        keepNext: true,
        spacing: { before: 200 },
        children: textRuns([{ text: block.title }]),
      });
      const header = [[name, signature, date]];
      return [
        title,
        ...tableParts({ kind: 'table', caption: null, columns, headerRows: header, rows, totals: null }, width),
      ];
    }
    case 'bars': {
      const columns = [
        { share: 3, align: 'left' as const },
        { share: 1, align: 'right' as const },
      ];
      const rows = block.bars.map((bar) => [bar.label, bar.text]);
      return tableParts({ kind: 'table', caption: block.caption, columns, headerRows: [], rows, totals: null }, width);
    }
    case 'pageBreak':
      return [new Paragraph({ children: [new PageBreak()] })];
  }
}

const alignments = {
  justify: AlignmentType.JUSTIFIED,
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
};

/** Runs as docx wants them; `size` in half points, null leaves it to the style. */
function textRuns(runs: Run[], size: number | null = 26): TextRun[] {
  return runs.flatMap((run) =>
    settableText(run.text)
      .split('\n')
      .map((text, index) => {
        const style = { ...(run.bold ? { bold: true } : {}), ...(size === null ? {} : { size }) };
        return new TextRun({ text, ...style, ...(index > 0 ? { break: 1 } : {}) });
      }),
  );
}

function letterheadParts(block: Extract<Block, { kind: 'letterhead' }>, width: number): Part[] {
  const isCorner = block.layout === 'corner';
  const indent = isCorner ? { right: twips(width - cornerWidth) } : {};
  const centred = (runs: Run[], size: number, extra: Partial<IParagraphOptions> = {}) =>
    new Paragraph({
      alignment: AlignmentType.CENTER,
      indent,
      keepNext: true,
      children: textRuns(runs, size),
      ...extra,
    });
  const date = block.date === '' ? reportsText.blankDate : block.date;
  const number = `${reportsText.number}\u00A0${block.number === '' ? reportsText.blankNumber : block.number}`;
  const line = new Paragraph({
    keepNext: true,
    tabStops: [{ type: TabStopType.RIGHT, position: twips(width) }],
    children: [...textRuns([{ text: date }]), new TextRun({ text: `\t${settableText(number)}`, size: 26 })],
  });
  return [
    centred([{ text: block.organisation.join('\n'), bold: true }], 26),
    ...(block.details.length === 0 ? [] : [centred([{ text: block.details.join('\n') }], 22)]),
    centred([{ text: block.documentKind }], 30, { heading: HeadingLevel.HEADING_1 }),
    isCorner ? centred([{ text: `${date} ${number}` }], 26) : line,
    ...(block.place === '' ? [] : [centred([{ text: block.place }], 22, { spacing: { after: 240 } })]),
  ];
}

function signatureParts(block: Extract<Block, { kind: 'signature' }>, width: number): Part[] {
  const line = new Paragraph({
    keepLines: true,
    keepNext: block.mark !== null,
    spacing: { before: 480 },
    tabStops: [
      { type: TabStopType.LEFT, position: twips(width * 0.45) },
      { type: TabStopType.RIGHT, position: twips(width) },
    ],
    children: [
      new TextRun({ text: `${settableText(block.post)}\t________________\t${settableText(block.name)}`, size: 26 }),
    ],
  });
  return block.mark === null ? [line] : [line, new Paragraph({ children: textRuns([{ text: block.mark }], 20) })];
}

function tableParts(table: Extract<Block, { kind: 'table' }>, width: number): Part[] {
  const shares = table.columns.reduce((sum, column) => sum + column.share, 0);
  const widths = table.columns.map((column) => twips((width * column.share) / shares));
  const row = (texts: string[], isHeader: boolean, isBold: boolean) =>
    new TableRow({
      tableHeader: isHeader,
      cantSplit: true,
      children: table.columns.map((column, index) =>
        tableCell(texts[index] ?? '', column, widths[index] ?? 0, isHeader, isBold),
      ),
    });
  const rows = [
    ...table.headerRows.map((texts) => row(texts, true, true)),
    ...table.rows.map((texts) => row(texts, false, false)),
    ...(table.totals === null ? [] : [row(table.totals, false, true)]),
  ];
  const caption =
    table.caption === null
      ? []
      : [new Paragraph({ keepNext: true, children: textRuns([{ text: table.caption, bold: true }], 23) })];
  if (rows.length === 0) return caption;
  const drawn = new Table({
    rows,
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    width: { size: twips(width), type: WidthType.DXA },
  });
  return [...caption, drawn, new Paragraph({ spacing: { after: 0 } })];
}

function tableCell(text: string, column: TableColumn, width: number, isHeader: boolean, isBold: boolean): TableCell {
  const border = { style: BorderStyle.SINGLE, size: 4, color: '444444' };
  const alignment = isHeader ? AlignmentType.CENTER : alignments[column.align];
  const children = textRuns([isBold ? { text, bold: true } : { text }], 22);
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    margins: { left: 80, right: 80, top: 40, bottom: 40 },
    verticalAlign: isHeader ? VerticalAlign.CENTER : VerticalAlign.TOP,
    borders: { top: border, bottom: border, left: border, right: border },
    children: [new Paragraph({ alignment, spacing: { after: 0 }, children })],
  });
}
