/** Lays a document out as strips: sizes, margins and places of the requisites. Pure; the fonts come in as `measure`. */
import type { Block, Document, Run } from './document.ts';
import { labelledPoints, plain } from './document.ts';
import type { Measure, Setting } from './line-breaking.ts';
import { breakLines } from './line-breaking.ts';
import { reportsText } from './reports.text.ts';
import { gap, type Mark, type Node, type Strip, strip } from './strips.ts';
import { tableStrips } from './table-strips.ts';

/** The width of text at a size in points. */
export type MeasureSized = (text: string, bold: boolean, size: number) => number;

/** Points in a millimetre. */
export const millimetre = 72 / 25.4;

/** Where and how text is set: left edge and width in points, size, and its node. */
export type Frame = {
  x: number;
  width: number;
  size: number;
  align: Setting['align'];
  firstIndent: number;
  dividesWords: boolean;
  node: Node;
};

const bodySize = 13;
const firstLine = 12.5 * millimetre;
const cornerWidth = 80 * millimetre;
const lineSpacing = 1.35;

/** A sheet of A4 in points: its size and margins. Source: GOST R 7.0.97-2025, margins; 30 mm left for long keeping. */
export function sheetOf(document: Document) {
  const [width, height] = document.orientation === 'landscape' ? [841.89, 595.28] : [595.28, 841.89];
  const left = (document.profile === 'orders' ? 30 : 20) * millimetre;
  const right = 10 * millimetre;
  const vertical = 20 * millimetre;
  return { width, height, left, top: vertical, bodyWidth: width - left - right, bodyHeight: height - 2 * vertical };
}

/** All strips of the document in reading order. `root` is the node everything hangs on. */
export function documentStrips(document: Document, measure: MeasureSized, root: Node): Strip[] {
  const { bodyWidth, bodyHeight } = sheetOf(document);
  const strips: Strip[] = [];
  for (const block of document.blocks) {
    // A signature alone on a page could be put under any text: it takes the last lines of the text with it.
    if (block.kind === 'signature') for (const last of strips.slice(-2)) last.keepWithNext = true;
    strips.push(...blockStrips(block, { measure, root, bodyWidth, bodyHeight }));
  }
  return strips;
}

type Place = { measure: MeasureSized; root: Node; bodyWidth: number; bodyHeight: number };

function blockStrips(block: Block, place: Place): Strip[] {
  switch (block.kind) {
    case 'letterhead':
      return letterheadStrips(block, place);
    case 'subject': {
      const node = { role: 'H2', parent: place.root };
      return [
        ...kept(
          flow([{ text: block.text, bold: true }], frame(place, node, { width: cornerWidth * 1.1 }), place.measure),
        ),
        gap(12),
      ];
    }
    case 'approval': {
      const node = { role: 'P', parent: place.root };
      const box = frame(place, node, { x: place.bodyWidth - cornerWidth, width: cornerWidth });
      return [...flow(plain(block.lines.join('\n')), box, place.measure), gap(16)];
    }
    case 'heading':
      return headingStrips(block, place);
    case 'paragraph': {
      const firstIndent = block.firstLineIndent ? firstLine : 0;
      const node = { role: 'P', parent: place.root };
      return [...flow(block.runs, frame(place, node, { align: block.align, firstIndent }), place.measure), gap(4)];
    }
    case 'points':
      return pointStrips(block, place);
    case 'table':
      return tableStrips(block, place);
    case 'signature':
      return signatureStrips(block, place);
    case 'acquaintance':
      return acquaintanceStrips(block, place);
    case 'bars':
      return barStrips(block, place);
    case 'pageBreak':
      return [{ ...gap(0), breaksPage: true }];
  }
}

/** Text set in a frame, one strip a line; the first two and the last two lines stay together. */
export function flow(runs: Run[], box: Frame, measure: MeasureSized): Strip[] {
  const measureHere: Measure = (text, bold) => measure(text, bold, box.size);
  const lines = breakLines(runs, {
    width: box.width,
    firstIndent: box.firstIndent,
    align: box.align,
    dividesWords: box.dividesWords,
    measure: measureHere,
  });
  return lines.map((line, index) => {
    const marks = line.segments.map(
      (segment): Mark => ({
        kind: 'text',
        x: box.x + segment.x,
        y: 0,
        ...pick(segment),
        size: box.size,
        node: box.node,
      }),
    );
    const isKept = lines.length > 1 && (index === 0 || index === lines.length - 2);
    return { ...strip(box.size * lineSpacing, marks), keepWithNext: isKept };
  });
}

function pick(segment: { text: string; bold: boolean }) {
  return { text: segment.text, bold: segment.bold };
}

function frame(place: Place, node: Node, special: Partial<Frame>): Frame {
  return {
    x: 0,
    width: place.bodyWidth,
    size: bodySize,
    align: 'left',
    firstIndent: 0,
    dividesWords: special.align === 'justify',
    node,
    ...special,
  };
}

function kept(strips: Strip[]): Strip[] {
  return strips.map((each) => ({ ...each, keepWithNext: true }));
}

function letterheadStrips(block: Extract<Block, { kind: 'letterhead' }>, place: Place): Strip[] {
  const isCorner = block.layout === 'corner';
  const width = isCorner ? cornerWidth : place.bodyWidth;
  const centred = (node: Node, size: number) => frame(place, node, { width, size, align: 'center' });
  const node: Node = { role: 'P', parent: place.root };
  const organisation = block.organisation.map((text): Run => ({ text: `${text}\n`, bold: true }));
  const kindNode: Node = { role: 'H1', parent: place.root };
  const date = block.date === '' ? reportsText.blankDate : block.date;
  const number = `${reportsText.number}\u00A0${block.number === '' ? reportsText.blankNumber : block.number}`;
  const dateNode: Node = { role: 'P', parent: place.root };
  const dateLines = isCorner
    ? flow(plain(`${date} ${number}`), centred(dateNode, bodySize), place.measure)
    : dateLine(date, number, frame(place, dateNode, {}), place.measure);
  return kept([
    ...flow(trimEnd(organisation), centred(node, bodySize), place.measure),
    ...flow(plain(block.details.join('\n')), centred({ role: 'P', parent: place.root }, 11), place.measure),
    gap(14),
    ...flow([{ text: block.documentKind, bold: true }], centred(kindNode, 15), place.measure),
    gap(8),
    ...dateLines,
    ...flow(plain(block.place), centred({ role: 'P', parent: place.root }, 11), place.measure),
    gap(16),
  ]);
}

function trimEnd(runs: Run[]): Run[] {
  return runs.map((run, index) => (index === runs.length - 1 ? { ...run, text: run.text.replace(/\n$/, '') } : run));
}

/** The date at the left edge and the number at the right one, on one line when they fit. */
function dateLine(date: string, number: string, box: Frame, measure: MeasureSized): Strip[] {
  const half = { ...box, width: box.width / 2 };
  return beside(
    flow(plain(date), half, measure),
    flow(plain(number), { ...half, x: box.width / 2, align: 'right' }, measure),
  );
}

/** Two columns of strips drawn at one height, line by line. */
function beside(left: Strip[], right: Strip[]): Strip[] {
  return Array.from({ length: Math.max(left.length, right.length) }, (_, index) => {
    const parts = [left[index], right[index]].filter((part) => part !== undefined);
    const marks = parts.flatMap((part) => part.marks);
    return { ...strip(Math.max(...parts.map((part) => part.height)), marks), keepWithNext: true };
  });
}

function headingStrips(block: Extract<Block, { kind: 'heading' }>, place: Place): Strip[] {
  const size = { 1: 15, 2: 13.5, 3: 13 }[block.level];
  const align = block.level === 1 ? 'center' : 'left';
  const node: Node = { role: `H${block.level}`, parent: place.root };
  const lines = flow([{ text: block.text, bold: true }], frame(place, node, { size, align }), place.measure);
  const before = block.level === 1 ? 6 : 10;
  return [gap(before), ...kept([...lines, gap(block.level === 1 ? 10 : 5)])];
}

function pointStrips(block: Extract<Block, { kind: 'points' }>, place: Place): Strip[] {
  const list: Node = { role: 'L', parent: place.root };
  const strips = labelledPoints(block).flatMap((point) => {
    const node: Node = { role: 'LBody', parent: { role: 'LI', parent: list } };
    const runs = [{ text: `${point.label}\u00A0` }, ...point.runs];
    const box = frame(place, node, { align: 'justify', firstIndent: firstLine });
    return [...flow(runs, box, place.measure), gap(3)];
  });
  return [...strips, gap(3)];
}

function signatureStrips(block: Extract<Block, { kind: 'signature' }>, place: Place): Strip[] {
  const node: Node = { role: 'P', parent: place.root };
  const postWidth = place.bodyWidth * 0.42;
  const nameWidth = place.bodyWidth * 0.3;
  const post = flow(plain(block.post), frame(place, node, { width: postWidth }), place.measure);
  const nameBox = frame(place, node, { x: place.bodyWidth - nameWidth, width: nameWidth, align: 'right' });
  const name = flow(plain(block.name), nameBox, place.measure);
  // The name stands on the last line of the post.
  const padded = [...Array.from({ length: Math.max(0, post.length - name.length) }, () => strip(0, [])), ...name];
  const lines = beside(post, padded);
  const ruleY = bodySize * 1.15;
  lines
    .at(-1)
    ?.marks.push({ kind: 'rule', x1: postWidth + 10, y1: ruleY, x2: place.bodyWidth - nameWidth - 10, y2: ruleY });
  const markNode: Node = { role: 'P', parent: place.root };
  const mark =
    block.mark === null
      ? []
      : [gap(6), ...flow(plain(block.mark), frame(place, markNode, { size: 10 }), place.measure)];
  return [{ ...gap(26), keepWithNext: true }, ...kept([...lines, ...mark]), gap(16)];
}

function acquaintanceStrips(block: Extract<Block, { kind: 'acquaintance' }>, place: Place): Strip[] {
  const { name, signature, date } = reportsText.acquaintance;
  const title = flow(plain(block.title), frame(place, { role: 'P', parent: place.root }, {}), place.measure);
  const columns = [5, 3, 2.5].map((share) => ({ share, align: 'left' as const }));
  const rows = block.names.map((person) => [person, '', '']);
  const table = {
    kind: 'table' as const,
    caption: null,
    columns,
    headerRows: [[name, signature, date]],
    rows,
    totals: null,
  };
  return [...kept([...title, gap(6)]), ...tableStrips(table, { ...place, leastRowHeight: 26 })];
}

function barStrips(block: Extract<Block, { kind: 'bars' }>, place: Place): Strip[] {
  const figure: Node = { role: 'Figure', parent: place.root, alt: block.caption };
  const labelWidth = place.bodyWidth * 0.38;
  const barWidth = place.bodyWidth * 0.45;
  const caption = flow(
    [{ text: block.caption, bold: true }],
    frame(place, { role: 'P', parent: place.root }, { size: 11 }),
    place.measure,
  );
  const bars = block.bars.flatMap((bar) => {
    const label = flow(plain(bar.label), frame(place, figure, { size: 11, width: labelWidth - 8 }), place.measure);
    const length = block.maximum > 0 ? Math.min(1, Math.max(0, (bar.value ?? 0) / block.maximum)) * barWidth : 0;
    const textBox = frame(place, figure, {
      size: 11,
      x: labelWidth + length + 6,
      width: place.bodyWidth - labelWidth - length - 6,
    });
    const lines = beside(label, flow(plain(bar.text), textBox, place.measure));
    lines[0]?.marks.push({ kind: 'bar', x: labelWidth, y: 2.5, width: length, height: 10 });
    const last = lines.at(-1);
    if (last) last.keepWithNext = false;
    return [...lines, gap(4)];
  });
  return [...kept([...caption, gap(6)]), ...bars, gap(8)];
}
