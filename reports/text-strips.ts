/** Text in frames as strips: one strip a line. Pure; the fonts come in as `measure`. */
import type { Run } from './document.ts';
import { breakLines, type Line, type Setting } from './line-breaking.ts';
import { bodySize } from './sheet.ts';
import { gap, type Mark, type Node, type Strip, strip } from './strips.ts';

/** The width of text at a size in points. */
export type MeasureSized = (text: string, bold: boolean, size: number) => number;

/** What a block is laid out with: the fonts, the node it hangs on, the text's width and a page's height, a corner's width. */
export type Place = {
  measure: MeasureSized;
  root: Node;
  bodyWidth: number;
  bodyHeight: number;
  cornerWidth: number;
};

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

const lineSpacing = 1.35;

/** Text set in a frame, one strip a line; the first two and the last two lines stay together. */
export function flow(runs: Run[], box: Frame, measure: MeasureSized): Strip[] {
  const lines = linesOf(runs, box, measure);
  return lines.map((line, index) => {
    // Who hears or copies the text needs a space where a line ends between words.
    const isOpen = index < lines.length - 1 && !line.goesOn;
    const marks = line.segments.map(({ text, bold, x }, place): Mark => {
      const ending = isOpen && place === line.segments.length - 1 ? ' ' : '';
      return { kind: 'text', x: box.x + x, y: 0, text: text + ending, bold, size: box.size, node: box.node };
    });
    const isKept = lines.length > 1 && (index === 0 || index === lines.length - 2);
    return { ...strip(box.size * lineSpacing, marks), keepWithNext: isKept };
  });
}

/** Lines already broken, by the fonts they were measured with: papers of one kind say much in the same words. */
const known = new WeakMap<MeasureSized, Map<string, Line[]>>();

const MOST_KNOWN = 4_000;
const LONGEST_KNOWN = 600;

function linesOf(runs: Run[], box: Frame, measure: MeasureSized): Line[] {
  const { width, firstIndent, align, dividesWords, size } = box;
  const broken = () =>
    breakLines(runs, { width, firstIndent, align, dividesWords, measure: (text, bold) => measure(text, bold, size) });
  const words = runs.length === 1 ? (runs[0]?.text ?? '') : runs.map(({ text, bold }) => `${bold}\r${text}`).join('\r');
  if (words.length > LONGEST_KNOWN) return broken();
  const key = `${width} ${firstIndent} ${align} ${dividesWords} ${size} ${runs[0]?.bold} ${words}`;
  const lines = known.get(measure) ?? new Map<string, Line[]>();
  known.set(measure, lines);
  const found = lines.get(key);
  if (found) return found;
  // Memory stays bounded whatever a bundle holds.
  if (lines.size >= MOST_KNOWN) lines.clear();
  const made = broken();
  lines.set(key, made);
  return made;
}

/** A frame over the whole width, with what is special about it. */
export function frame(place: Place, node: Node, special: Partial<Frame>): Frame {
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

/** The strips kept on one page with what follows. */
export function kept(strips: Strip[]): Strip[] {
  return strips.map((each) => ({ ...each, keepWithNext: true }));
}

/** Columns of strips drawn at one height, line by line. */
export function beside(...columns: Strip[][]): Strip[] {
  return Array.from({ length: Math.max(...columns.map((column) => column.length)) }, (_, index) => {
    const parts = columns.map((column) => column[index]).filter((part) => part !== undefined);
    const marks = parts.flatMap((part) => part.marks);
    return { ...strip(Math.max(...parts.map((part) => part.height)), marks), keepWithNext: true };
  });
}

/** Strips in a thin frame, `x` and `width` in points: the mark of an electronic signature stands so. */
export function boxed(strips: Strip[], x: number, width: number): Strip[] {
  const padding = 4;
  const lines = [strip(padding, []), ...strips, strip(padding, [])];
  return lines.map((line, index) => {
    const sides: Mark[] = [x, x + width].map((edge) => ({ kind: 'rule', x1: edge, y1: 0, x2: edge, y2: line.height }));
    const level = index === 0 ? 0 : line.height;
    const across: Mark = { kind: 'rule', x1: x, y1: level, x2: x + width, y2: level };
    const isEnd = index === 0 || index === lines.length - 1;
    return { ...line, marks: [...line.marks, ...sides, ...(isEnd ? [across] : [])], keepWithNext: true };
  });
}

/** Empty space that stays with what follows. */
export function keptGap(height: number): Strip {
  return { ...gap(height), keepWithNext: true };
}
