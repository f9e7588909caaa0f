/** Writes a document as DOCX with the same words, sizes, margins and requisites as the PDF. */
import { type Block, type Document, plain, type Run, type Side } from './document.ts';
import { columns, type Part, pageBreak, ruledTable, styled, writeDocx } from './docx-file.ts';
import { checkMarkOf, type Issue, plainIssue } from './issue.ts';
import { squaresPng } from './png.ts';
import { qrCode } from './qr-code.ts';
import { reportsText } from './reports.text.ts';
import { settableDocument } from './settable-text.ts';
import { barcode, cornerWidthOf, millimetre, sheetOf } from './sheet.ts';

type Of<Kind extends Block['kind']> = Extract<Block, { kind: Kind }>;
type Place = { width: number; corner: number };

/** How the file is made; in a bundle the fonts lie beside the files instead of in each. */
export type DocxOptions = { issue?: Issue; hash?: string; embedsFonts?: boolean };

/** The document as a DOCX file: A4, real styles and numbering, page numbers from the second page, the fonts inside. */
export async function documentToDocx(given: Document, options: DocxOptions = {}): Promise<Buffer> {
  const { issue = plainIssue, hash = null, embedsFonts = true } = options;
  const document = settableDocument(given);
  const sheet = sheetOf(document);
  const place = { width: sheet.bodyWidth, corner: cornerWidthOf(issue.standard) };
  const check = checkMarkOf(issue);
  return writeDocx({
    title: document.title,
    hash,
    sheet,
    isLandscape: document.orientation === 'landscape',
    parts: document.blocks.flatMap((block, index) => partsOf(document.blocks, block, index, place)),
    lists: document.blocks.flatMap((block, index) =>
      block.kind === 'points'
        ? [{ name: listName(index), startAt: block.startAt, section: block.section ?? null }]
        : [],
    ),
    footer: document.footer ?? '',
    barcode: check && {
      png: squaresPng(qrCode(check.address).isDark, 6),
      side: barcode.side,
      text: reportsText.check(check),
    },
    embedsFonts,
  });
}

const listName = (index: number) => `points-${index}`;

function partsOf(blocks: Block[], block: Block, index: number, place: Place): Part[] {
  const [before, after] = [blocks[index - 1], blocks[index + 1]];
  if (block.kind === 'adoption') return adoptionParts(block, after?.kind === 'approval' ? after : null, place);
  if (block.kind === 'approval' && before?.kind === 'adoption') return [];
  return blockParts(block, index, place);
}

function blockParts(block: Exclude<Block, { kind: 'adoption' }>, index: number, place: Place): Part[] {
  const { width, corner } = place;
  switch (block.kind) {
    case 'letterhead':
      return letterheadParts(block, place);
    case 'subject':
      return [styled('requisite', plain(block.text), { heading: 2, right: width - corner * 1.1 })];
    case 'approval':
      return [styled('requisite', lined(block.lines), { left: width - corner })];
    case 'appendix':
      return [styled('requisite', lined(block.lines), { left: width - corner, breaksPage: index > 0 })];
    case 'heading':
      return [styled('text', plain(block.text), { heading: block.level })];
    case 'paragraph':
      return [styled('text', block.runs, { align: block.align, indentsFirst: block.firstLineIndent })];
    case 'points':
      return pointParts(block, listName(index));
    case 'table':
      return tableParts(block, width);
    case 'signature':
      return signatureParts(block, width);
    case 'sides':
      return sidesParts(block, width);
    case 'acquaintance': {
      const { name, signature, date } = reportsText.acquaintance;
      const rows = block.names.map((person) => [person, '', '']);
      const table = { headerRows: [[name, signature, date]], rows, columns: acquaintanceColumns };
      const title = styled('text', plain(block.title), { keepsNext: true, before: 10 });
      return [title, ...tableParts({ kind: 'table', caption: null, totals: null, ...table }, width)];
    }
    case 'bars': {
      const rows = block.bars.map((bar) => [bar.label, bar.text]);
      const table = { caption: block.caption, columns: barColumns, headerRows: [], rows, totals: null };
      return tableParts({ kind: 'table', ...table }, width);
    }
    case 'lanes':
      return [styled('text', [{ text: block.caption, bold: true }]), styled('text', plain(block.alt))];
    case 'pageBreak':
      return [pageBreak()];
  }
}

const acquaintanceColumns = [5, 3, 2.5].map((share) => ({ share, align: 'left' as const }));
const barColumns = [
  { share: 3, align: 'left' as const },
  { share: 1, align: 'right' as const },
];

function lined(lines: readonly string[]): Run[] {
  return plain(lines.join('\n'));
}

function letterheadParts(block: Of<'letterhead'>, { width, corner }: Place): Part[] {
  const isCorner = block.layout === 'corner';
  const centred = { align: 'center', keepsNext: true, ...(isCorner ? { right: width - corner } : {}) } as const;
  const date = block.date === '' ? reportsText.blankDate : block.date;
  const number = `${reportsText.number}\u00A0${block.number === '' ? reportsText.blankNumber : block.number}`;
  const apart = styled('requisite', plain(`${date}\t${number}`), { keepsNext: true, rightTab: width });
  return [
    styled('requisite', [{ text: block.organisation.join('\n'), bold: true }], centred),
    ...(block.details.length === 0 ? [] : [styled('small', lined(block.details), centred)]),
    styled('kind', plain(block.documentKind), { ...centred, heading: 1 }),
    isCorner ? styled('requisite', plain(`${date} ${number}`), centred) : apart,
    ...(block.place === '' ? [] : [styled('small', plain(block.place), centred)]),
  ];
}

function adoptionParts(block: Of<'adoption'>, approval: Of<'approval'> | null, { width, corner }: Place): Part[] {
  if (!approval) return [styled('requisite', lined(block.lines), { right: width - corner })];
  const half = Math.min(corner, width * 0.47);
  const [left, right] = [block, approval].map(({ lines }) => [styled('requisite', lined(lines))]);
  return [columns([left ?? [], [styled('requisite', [])], right ?? []], [half, width - 2 * half, half])];
}

function pointParts(block: Of<'points'>, name: string): Part[] {
  return block.points.flatMap((point) => [
    styled('point', point.runs, { align: 'justify', list: { name, level: 0 } }),
    ...(point.points ?? []).map(({ runs }) => styled('point', runs, { align: 'justify', list: { name, level: 1 } })),
  ]);
}

function signatureParts(block: Of<'signature'>, width: number): Part[] {
  const text = `${block.post}\t________________\t${block.name}`;
  const tabs = { left: width * 0.45, right: width };
  const line = styled('requisite', plain(text), { before: 24, keepsNext: block.mark !== null, tabs });
  return block.mark === null ? [line] : [line, markPart(block.mark, width - 85 * millimetre)];
}

function markPart(mark: string, left: number): Part {
  return styled('mark', plain(mark), { align: 'center', left, isFramed: true });
}

function sidesParts(block: Of<'sides'>, width: number): Part[] {
  const half = width * 0.47;
  const rows = Array.from({ length: Math.ceil(block.sides.length / 2) }, (_, row) =>
    block.sides.slice(row * 2, row * 2 + 2),
  );
  return rows.flatMap((pair) => {
    const [left, right] = pair.map(sideParts);
    const middle = [styled('requisite', [])];
    return [
      styled('requisite', [], { before: 12, keepsNext: true }),
      columns([left ?? middle, middle, right ?? middle], [half, width - 2 * half, half]),
    ];
  });
}

function sideParts(side: Side): Part[] {
  return [
    styled('requisite', [{ text: side.title, bold: true }]),
    ...(side.lines.length === 0 ? [] : [styled('small', lined(side.lines))]),
    styled('requisite', plain(`_____________ ${side.name}`), { before: 18 }),
    ...(side.mark === null ? [] : [markPart(side.mark, 0)]),
  ];
}

function tableParts(table: Of<'table'>, width: number): Part[] {
  const shares = table.columns.reduce((sum, column) => sum + column.share, 0);
  const widths = table.columns.map((column) => (width * column.share) / shares);
  const row = (texts: string[], isHeader: boolean, isBold: boolean) => ({
    isHeader,
    cells: table.columns.map(({ align }, index) => {
      const runs: Run[] = [{ text: texts[index] ?? '', ...(isBold && !isHeader ? { bold: true as const } : {}) }];
      return styled(isHeader ? 'heading' : 'cell', runs, { align: isHeader ? 'center' : align });
    }),
  });
  const rows = [
    ...table.headerRows.map((texts) => row(texts, true, true)),
    ...table.rows.map((texts) => row(texts, false, false)),
    ...(table.totals === null ? [] : [row(table.totals, false, true)]),
  ];
  const caption =
    table.caption === null ? [] : [styled('small', [{ text: table.caption, bold: true }], { keepsNext: true })];
  return rows.length === 0 ? caption : [...caption, ...ruledTable(rows, widths)];
}
