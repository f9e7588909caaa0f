/** The one file that knows docx: paragraphs of named styles, tables, columns, and the file around them. */
import { readFile } from 'node:fs/promises';
import {
  AlignmentType,
  BorderStyle,
  Document as DocxDocument,
  Footer,
  Header,
  HeadingLevel,
  ImageRun,
  type IParagraphOptions,
  LevelFormat,
  LevelSuffix,
  LineRuleType,
  Packer,
  PageBreak,
  PageNumber,
  PageOrientation,
  Paragraph,
  Tab,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TabStopType,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx';
import type { Run } from './document.ts';
import { fontFiles } from './fonts.ts';
import { reportsText } from './reports.text.ts';
import { bodySize, firstLine, millimetre, type sheetOf } from './sheet.ts';

/** A part of the file's text. */
export type Part = Paragraph | Table;

/** Styles of paragraphs; a reader's program shows them under their Russian names. */
export type StyleName = keyof typeof reportsText.styles;

/** What is special about one paragraph; lengths in points. `list` names its numbering and level. */
export type Special = {
  align?: 'justify' | 'left' | 'center' | 'right';
  heading?: 1 | 2 | 3;
  left?: number;
  right?: number;
  before?: number;
  indentsFirst?: boolean;
  keepsNext?: boolean;
  breaksPage?: boolean;
  rightTab?: number;
  tabs?: { left: number; right: number };
  list?: { name: string; level: 0 | 1 };
  isFramed?: boolean;
};

/** Everything a file is made of. `lists` are numberings by name with their first number and section. */
export type DocxContent = {
  title: string;
  hash: string | null;
  sheet: ReturnType<typeof sheetOf>;
  isLandscape: boolean;
  parts: Part[];
  lists: { name: string; startAt: number; section: number | null }[];
  footer: string;
  /** The barcode's picture, the side it is shown with, and the words beside it. */
  barcode: { png: Buffer; side: number; text: string } | null;
  embedsFonts: boolean;
};

const font = 'PT Serif';
const alignments = {
  justify: AlignmentType.JUSTIFIED,
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
};
const headings = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 };
const noBorder = { style: BorderStyle.NONE, size: 0, color: 'auto' };
const thin = { style: BorderStyle.SINGLE, size: 4, color: '444444' };

/** Points in twentieths of a point, docx's own measure. */
export const twips = (points: number) => Math.round(points * 20);

/** A paragraph of a style; a line feed in its text is a line break, a tab goes to the next stop. */
export function styled(style: StyleName, runs: Run[], special: Special = {}): Paragraph {
  const { align, heading, left, right, before, indentsFirst, keepsNext, breaksPage, rightTab, tabs, list } = special;
  const indent = {
    ...(left === undefined ? {} : { left: twips(left) }),
    ...(right === undefined ? {} : { right: twips(right) }),
    ...(indentsFirst ? { firstLine: twips(firstLine) } : {}),
  };
  const stops = [
    ...(tabs ? [{ type: TabStopType.LEFT, position: twips(tabs.left) }] : []),
    ...(tabs ? [{ type: TabStopType.RIGHT, position: twips(tabs.right) }] : []),
    ...(rightTab === undefined ? [] : [{ type: TabStopType.RIGHT, position: twips(rightTab) }]),
  ];
  const options: IParagraphOptions = {
    ...(heading ? { heading: headings[heading] } : { style }),
    ...(align ? { alignment: alignments[align] } : {}),
    ...(Object.keys(indent).length > 0 ? { indent } : {}),
    ...(before === undefined ? {} : { spacing: { before: twips(before) } }),
    ...(keepsNext ? { keepNext: true } : {}),
    ...(breaksPage ? { pageBreakBefore: true } : {}),
    ...(stops.length > 0 ? { tabStops: stops } : {}),
    ...(list ? { numbering: { reference: list.name, level: list.level } } : {}),
    ...(special.isFramed ? { border: { top: thin, bottom: thin, left: thin, right: thin } } : {}),
  };
  return new Paragraph({ ...options, children: textRuns(runs) });
}

function textRuns(runs: Run[]): TextRun[] {
  return runs.flatMap((run) =>
    run.text.split('\n').map((text, index) => {
      const children = text.split('\t').flatMap((part, place) => (place > 0 ? [new Tab(), part] : [part]));
      return new TextRun({ children, ...(run.bold ? { bold: true } : {}), ...(index > 0 ? { break: 1 } : {}) });
    }),
  );
}

/** Where the next page begins. */
export const pageBreak = () => new Paragraph({ children: [new PageBreak()] });

/** A table with lines; `widths` in points. Header rows repeat on every page, a row stays in one piece. */
export function ruledTable(rows: { cells: Paragraph[]; isHeader: boolean }[], widths: number[]): Part[] {
  const borders = { top: thin, bottom: thin, left: thin, right: thin };
  const drawn = rows.map(
    ({ cells, isHeader }) =>
      new TableRow({
        tableHeader: isHeader,
        cantSplit: true,
        children: cells.map(
          (cell, index) =>
            new TableCell({
              width: { size: twips(widths[index] ?? 0), type: WidthType.DXA },
              margins: { left: 80, right: 80, top: 40, bottom: 40 },
              verticalAlign: isHeader ? VerticalAlign.CENTER : VerticalAlign.TOP,
              borders,
              children: [cell],
            }),
        ),
      }),
  );
  return [tableOf(drawn, widths), new Paragraph({ spacing: { after: 0 } })];
}

/** Columns beside each other without lines; `widths` in points. Low ones end at one height, others begin at one. */
export function columns(parts: Part[][], widths: number[], isLow = false): Table {
  const verticalAlign = isLow ? VerticalAlign.BOTTOM : VerticalAlign.TOP;
  const borders = { top: noBorder, bottom: noBorder, left: noBorder, right: noBorder };
  const cells = parts.map((children, index) => {
    const width = { size: twips(widths[index] ?? 0), type: WidthType.DXA };
    return new TableCell({ width, borders, margins: { left: 0, right: 0 }, verticalAlign, children });
  });
  return tableOf([new TableRow({ cantSplit: true, children: cells })], widths);
}

function tableOf(rows: TableRow[], widths: number[]): Table {
  const size = twips(widths.reduce((sum, width) => sum + width, 0));
  return new Table({
    rows,
    columnWidths: widths.map(twips),
    layout: TableLayoutType.FIXED,
    width: { size, type: WidthType.DXA },
    borders: { top: noBorder, bottom: noBorder, left: noBorder, right: noBorder },
  });
}

/** The file: A4, page numbers from the second page in the top margin, the small line at the foot. */
export async function writeDocx(content: DocxContent): Promise<Buffer> {
  const { sheet } = content;
  const file = new DocxDocument({
    title: content.title,
    creator: reportsText.product,
    lastModifiedBy: reportsText.product,
    ...(content.hash ? { customProperties: [{ name: 'RyadomSha256', value: content.hash }] } : {}),
    ...(content.embedsFonts ? { fonts: await embeddedFonts() } : {}),
    hyphenation: { autoHyphenation: true, doNotHyphenateCaps: true },
    styles: stylesOfFile(),
    numbering: { config: content.lists.map(listOf) },
    sections: [
      {
        properties: {
          titlePage: true,
          page: {
            size: {
              // docx turns the sheet by itself: it wants the upright size.
              width: twips(Math.min(sheet.width, sheet.height)),
              height: twips(Math.max(sheet.width, sheet.height)),
              orientation: content.isLandscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
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
        footers: { default: new Footer({ children: [footLine(content)] }), first: firstFooter(content) },
        children: content.parts,
      },
    ],
  });
  return Packer.toBuffer(file);
}

async function embeddedFonts() {
  const [regular, heavy] = fontFiles;
  const [data, bold] = await Promise.all([readFile(regular.path), readFile(heavy.path)]);
  return [{ name: font, data, bold }];
}

function stylesOfFile() {
  const sizes: Partial<Record<StyleName, number>> = { small: 11, cell: 11, heading: 11, mark: 9.5, foot: 8 };
  const kinds: StyleName[] = ['text', 'point', 'requisite', 'kind', 'small', 'cell', 'heading', 'mark', 'foot'];
  return {
    default: {
      document: {
        run: { font, size: bodySize * 2, language: { value: 'ru-RU' } },
        paragraph: { spacing: { line: 276, after: 60 } },
      },
      heading1: headingStyle(15, AlignmentType.CENTER),
      heading2: headingStyle(13.5, AlignmentType.LEFT),
      heading3: headingStyle(13, AlignmentType.LEFT),
    },
    paragraphStyles: kinds.map((id) => ({
      id,
      name: reportsText.styles[id],
      basedOn: 'Normal',
      quickFormat: true,
      run: { size: (sizes[id] ?? bodySize) * 2, ...(id === 'heading' ? { bold: true } : {}) },
      paragraph: ['cell', 'heading', 'foot'].includes(id) ? { spacing: { after: 0 } } : {},
    })),
  };
}

function headingStyle(size: number, alignment: IParagraphOptions['alignment']) {
  return {
    run: { font, size: size * 2, bold: true, color: '000000' },
    paragraph: { alignment, keepNext: true, spacing: { before: 160, after: 100 } },
  };
}

/** «1.», «1.1.», inside a numbered section «2.1.», «2.1.1.»: counted by the reader's program from the number given. */
function listOf({ name, startAt, section }: DocxContent['lists'][number]) {
  const before = section === null ? '' : `${section}.`;
  const style = { paragraph: { indent: { left: 0, firstLine: twips(firstLine) } } };
  const common = { format: LevelFormat.DECIMAL, alignment: AlignmentType.LEFT, suffix: LevelSuffix.SPACE, style };
  return {
    reference: name,
    levels: [
      { ...common, level: 0, text: `${before}%1.`, start: startAt },
      { ...common, level: 1, text: `${before}%1.%2.`, start: 1 },
    ],
  };
}

function pageNumberHeader(): Header {
  const number = new TextRun({ children: [PageNumber.CURRENT], size: 22 });
  return new Header({ children: [new Paragraph({ alignment: AlignmentType.CENTER, children: [number] })] });
}

function footLine({ footer }: DocxContent): Paragraph {
  return new Paragraph({ style: 'foot', children: [new TextRun({ text: footer, color: '555555' })] });
}

function firstFooter(content: DocxContent): Footer {
  if (!content.barcode) return new Footer({ children: [footLine(content)] });
  const { png, side, text } = content.barcode;
  const dots = Math.round((side / 72) * 96);
  const altText = { name: 'QR', description: reportsText.barcode, title: reportsText.barcode };
  const picture = new ImageRun({ type: 'png', data: png, transformation: { width: dots, height: dots }, altText });
  const words = new TextRun({ text: `${text.replace('\n', ' \u00B7 ')}\u00A0\u00A0` });
  const shown = new Paragraph({
    style: 'foot',
    alignment: AlignmentType.RIGHT,
    spacing: { line: 240, lineRule: LineRuleType.AUTO, after: 0 },
    children: [words, picture],
  });
  return new Footer({ children: [shown, ...(content.footer === '' ? [] : [footLine(content)])] });
}
