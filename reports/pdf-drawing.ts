/** Draws strips on the page of a PDF being drawn: texts with their place in the structure, lines, bars and squares. */
import { fontFiles } from './fonts.ts';
import { type Face, shownText } from './pdf-face.ts';
import { type PdfFile, writeContent } from './pdf-file.ts';
import { markedContent } from './pdf-structure.ts';
import { bodySize } from './sheet.ts';
import type { Mark, Node, PlacedStrip } from './strips.ts';

type Text = Extract<Mark, { kind: 'text' }>;

/** A line being written: the next word goes on in it when it stands on the same base. */
type Open = { bold: boolean; size: number; end: number; base: number };

/** Draws strips, `left` and `top` points from the corner. Repeated headers and rules are artifacts, all else is tagged. */
export function drawStrips(file: PdfFile, page: readonly PlacedStrip[], left: number, top: number): void {
  let current: Node | null = null;
  let open: Open | null = null;
  const close = () => {
    if (current === null) return;
    endLine(file, open);
    open = null;
    file.content.push('EMC');
  };
  for (const { strip, y, isRepeated } of page) {
    if (isRepeated) continue;
    for (const mark of strip.marks) {
      if (mark.kind !== 'text') continue;
      if (current !== mark.node) {
        close();
        current = mark.node;
        file.content.push(markedContent(file.structure, current));
      }
      open = drawText(file, mark, left, top + y, open);
    }
  }
  close();
  drawArtifacts(file, page, left, top);
}

/** A small text outside the structure, such as a page number: `x` points from the left, `y` from the top. */
export function drawMargin(
  file: PdfFile,
  text: string,
  x: number,
  y: number,
  size: number,
  align: 'left' | 'center' | 'right',
): void {
  const width = (shownText(file.regular, text).width * size) / 1000;
  const shift = { left: 0, center: width / 2, right: width }[align];
  const mark: Text = { kind: 'text', x: x - shift, y: 0, text, bold: false, size, node: nowhere };
  file.content.push('/Artifact <<\n/Type /Pagination\n>> BDC', size < 10 ? '0.333 g' : '0 g');
  endLine(file, drawText(file, mark, 0, y, null));
  file.content.push('0 g', 'EMC');
}

const nowhere: Node = { role: 'Artifact', parent: null };

/** Dark squares `side` points wide together as one picture with its meaning in words. */
export function drawSquares(
  file: PdfFile,
  isDark: readonly boolean[][],
  x: number,
  y: number,
  side: number,
  node: Node,
): void {
  const step = rounded(side / isDark.length, 1_000_000);
  let squares = '';
  for (const [row, dark] of isDark.entries()) {
    for (let from = dark.indexOf(true); from !== -1; ) {
      const end = dark.indexOf(false, from);
      const next = end === -1 ? dark.length : end;
      squares += `${from} ${row} ${next - from} 1 re `;
      from = dark.indexOf(true, next);
    }
  }
  const place = `${step} 0 0 ${step} ${rounded(x)} ${rounded(y)} cm`;
  file.content.push(markedContent(file.structure, node), `q ${place} 0 g ${squares}f Q`, 'EMC');
}

// Words of one line go into one operator with the distances between them; text is turned upright again, for pdfkit's
// pages count downwards.
function drawText(file: PdfFile, mark: Text, left: number, top: number, open: Open | null): Open | null {
  const face = mark.bold ? file.bold : file.regular;
  const shown = shownText(face, mark.text);
  const x = left + mark.x;
  const base = top + mark.y + (face.font.ascender * mark.size) / 1000;
  if (shown.isRaised) {
    endLine(file, open);
    writeContent(file);
    const [upright, heavy] = fontFiles;
    const { path } = mark.bold ? heavy : upright;
    file.pdf.font(path, mark.size).text(mark.text, x, top + mark.y, { lineBreak: false });
    return null;
  }
  const end = x + (shown.width * mark.size) / 1000;
  const distance = open === null ? 0 : x - open.end;
  const goesOn = open !== null && open.bold === mark.bold && open.size === mark.size && open.base === base;
  if (goesOn && Math.abs(distance) < 3 * bodySize) {
    append(file, shifted(distance, mark.size) + shown.codes);
    open.end = end;
    return open;
  }
  endLine(file, open);
  file.content.push(begun(file, face, mark, x, base) + shown.codes);
  return { bold: mark.bold, size: mark.size, end, base };
}

function append({ content }: PdfFile, more: string): void {
  content.push((content.pop() ?? '') + more);
}

function endLine(file: PdfFile, open: Open | null): void {
  if (open !== null) append(file, '] TJ ET');
}

function begun({ pdf }: PdfFile, { font }: Face, mark: Text, x: number, base: number): string {
  const page = pdf.page as typeof pdf.page & { fonts: Record<string, unknown> };
  page.fonts[font.id] ??= font.ref();
  return `BT /${font.id} ${rounded(mark.size)} Tf 1 0 0 -1 ${rounded(x)} ${rounded(base)} Tm [`;
}

function shifted(distance: number, size: number): string {
  return Math.abs(distance) < 0.005 ? '' : `${rounded((-distance * 1000) / size, 10)} `;
}

function rounded(value: number, parts = 100): string {
  return String(Math.round(value * parts) / parts);
}

function drawArtifacts(file: PdfFile, page: readonly PlacedStrip[], left: number, top: number): void {
  const { content } = file;
  content.push('/Artifact <<\n/Type /Layout\n>> BDC');
  const rules: Rule[] = [];
  for (const { strip, y, isRepeated } of page) {
    let open: Open | null = null;
    for (const mark of strip.marks) {
      if (mark.kind === 'text') {
        if (isRepeated) open = drawText(file, mark, left, top + y, open);
      } else if (mark.kind === 'rule') {
        addRule(rules, { x1: left + mark.x1, y1: top + y + mark.y1, x2: left + mark.x2, y2: top + y + mark.y2 });
      }
    }
    endLine(file, open);
    for (const mark of strip.marks) {
      if (mark.kind !== 'bar' || mark.width <= 0) continue;
      const place = [left + mark.x, top + y + mark.y, mark.width, mark.height].map((value) => rounded(value));
      const paint = mark.grey === undefined ? '0.357 0.498 0.584 rg' : `${rounded(mark.grey)} g`;
      content.push(`${paint} ${place.join(' ')} re f 0 g`);
    }
  }
  const lines = rules.map(({ x1, y1, x2, y2 }) => `${rounded(x1)} ${rounded(y1)} m ${rounded(x2)} ${rounded(y2)} l`);
  if (lines.length > 0) content.push(`0.5 w 0.267 G ${lines.join(' ')} S`);
  content.push('EMC');
}

type Rule = { x1: number; y1: number; x2: number; y2: number };

/** Edges of columns are one line from the first row to the last: among the last rules is the one this one goes on from. */
function addRule(rules: Rule[], rule: Rule): void {
  const oldest = Math.max(0, rules.length - 24);
  for (let index = rules.length - 1; rule.x1 === rule.x2 && index >= oldest; index -= 1) {
    const other = rules[index];
    if (!other || other.x1 !== rule.x1 || other.x2 !== rule.x2 || Math.abs(other.y2 - rule.y1) > 0.01) continue;
    other.y2 = rule.y2;
    return;
  }
  rules.push(rule);
}
