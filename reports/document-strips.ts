/** Lays a document out as strips in reading order. Pure; the fonts come in as `measure`. */
import type { Block, Document } from './document.ts';
import { labelledPoints, plain } from './document.ts';
import type { Standard } from './issue.ts';
import { laneStrips } from './lane-strips.ts';
import {
  acquaintanceStrips,
  adoptionStrips,
  letterheadStrips,
  rightCornerStrips,
  sidesStrips,
  signatureStrips,
} from './requisite-strips.ts';
import { barcodeReserve, cornerWidthOf, firstLine, sheetOf } from './sheet.ts';
import { gap, type Node, type Strip } from './strips.ts';
import { tableStrips } from './table-strips.ts';
import { beside, flow, frame, kept, type MeasureSized, type Place } from './text-strips.ts';

/** All strips of the document in reading order. `root` is the node everything hangs on. */
export function documentStrips(document: Document, measure: MeasureSized, root: Node, standard: Standard): Strip[] {
  const { bodyWidth, ...sheet } = sheetOf(document);
  // What is cut to the height of a page has to fit the first one too.
  const bodyHeight = sheet.bodyHeight - barcodeReserve;
  const place = { measure, root, bodyWidth, bodyHeight, cornerWidth: cornerWidthOf(standard) };
  const strips: Strip[] = [];
  for (const [index, block] of document.blocks.entries()) {
    const [before, after] = [document.blocks[index - 1], document.blocks[index + 1]];
    // A signature alone on a page could be put under any text: it takes the last lines of the text with it.
    const isSigned = block.kind === 'signature' || block.kind === 'sides';
    if (isSigned) for (const last of strips.slice(-2)) last.keepWithNext = true;
    if (block.kind === 'adoption') {
      strips.push(...adoptionStrips(block.lines, after?.kind === 'approval' ? after.lines : null, place));
    } else if (block.kind !== 'approval' || before?.kind !== 'adoption') {
      strips.push(...blockStrips(block, place));
    }
  }
  return strips;
}

function blockStrips(block: Exclude<Block, { kind: 'adoption' }>, place: Place): Strip[] {
  switch (block.kind) {
    case 'letterhead':
      return letterheadStrips(block, place);
    case 'subject': {
      const box = frame(place, { role: 'H2', parent: place.root }, { width: place.cornerWidth * 1.1 });
      return [...kept(flow([{ text: block.text, bold: true }], box, place.measure)), gap(12)];
    }
    case 'approval':
      return [...rightCornerStrips(block.lines, place), gap(16)];
    case 'appendix':
      return [{ ...gap(0), breaksPage: true }, ...kept([...rightCornerStrips(block.lines, place), gap(16)])];
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
    case 'sides':
      return sidesStrips(block, place);
    case 'acquaintance':
      return acquaintanceStrips(block, place);
    case 'bars':
      return barStrips(block, place);
    case 'lanes':
      return laneStrips(block, place);
    case 'pageBreak':
      return [{ ...gap(0), breaksPage: true }];
  }
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
    if (bar.before !== undefined && block.maximum > 0) {
      const at = labelWidth + Math.min(1, Math.max(0, bar.before / block.maximum)) * barWidth;
      lines[0]?.marks.push({ kind: 'bar', x: at, y: 0.5, width: 2, height: 14, grey: 0 });
    }
    const last = lines.at(-1);
    if (last) last.keepWithNext = false;
    return [...lines, gap(4)];
  });
  return [...kept([...caption, gap(6)]), ...bars, gap(8)];
}
