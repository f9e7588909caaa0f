/** Lays a table out as strips: one strip a row, the header rows repeated on each page, a row higher than a page cut. */
import type { Block, TableColumn } from './document.ts';
import { gap, type Mark, type Node, type Strip, strip } from './strips.ts';
import { flow, type Place } from './text-strips.ts';

type Table = Extract<Block, { kind: 'table' }>;
type Row = { texts: string[]; node: Node; isHeader: boolean; isBold: boolean };

const textSize = 11;
const wideTextSize = 9.5;
const padding = 4;

/**
 * Strips of the table with its caption above it. Columns share the width; a row never crosses a page if it fits one, and
 * is at least `leastRowHeight` points high.
 */
export function tableStrips(table: Table, place: Place, leastRowHeight = 0): Strip[] {
  const node: Node = { role: 'Table', parent: place.root };
  const caption = table.caption === null ? [] : captionStrips(table.caption, place);
  const header = table.headerRows.flatMap((texts) =>
    rowStrips({ texts, node, isHeader: true, isBold: true }, table.columns, place, leastRowHeight),
  );
  const headerHeight = header.reduce((sum, each) => sum + each.height, 0);
  const repeated = headerHeight <= place.bodyHeight / 3 ? header : [];
  const rows = table.rows.map((texts) => ({ texts, node, isHeader: false, isBold: false }));
  const totals = table.totals === null ? [] : [{ texts: table.totals, node, isHeader: false, isBold: true }];
  const available = { ...place, bodyHeight: place.bodyHeight - headerHeight };
  // Totals alone on the next page belong to nothing the reader sees.
  const keptRow = totals.length > 0 ? rows.at(-1) : undefined;
  const body = [...rows, ...totals].flatMap((row) =>
    rowStrips(row, table.columns, repeated.length > 0 ? available : place, leastRowHeight).map((each) => ({
      ...each,
      header: repeated,
      keepWithNext: row === keptRow,
    })),
  );
  // A header alone at the foot of a page says nothing.
  const keptHeader = header.map((each) => ({ ...each, keepWithNext: repeated.length > 0 }));
  return [...caption, ...keptHeader, ...body, gap(10)];
}

function captionStrips(caption: string, place: Place): Strip[] {
  const node: Node = { role: 'P', parent: place.root };
  const box = {
    x: 0,
    width: place.bodyWidth,
    size: textSize + 0.5,
    align: 'left' as const,
    firstIndent: 0,
    dividesWords: false,
    node,
  };
  return [...flow([{ text: caption, bold: true }], box, place.measure), gap(4)].map((each) => ({
    ...each,
    keepWithNext: true,
  }));
}

function rowStrips(row: Row, columns: TableColumn[], place: Place, leastRowHeight: number): Strip[] {
  const shares = columns.reduce((sum, column) => sum + column.share, 0);
  const size = columns.length > 6 ? wideTextSize : textSize;
  const rowNode: Node = { role: 'TR', parent: row.node };
  let x = 0;
  const cells = columns.map((column, index) => {
    const width = (place.bodyWidth * column.share) / shares;
    const left = x;
    x += width;
    const node: Node = row.isHeader
      ? { role: 'TH', parent: rowNode, scope: 'Column' }
      : { role: 'TD', parent: rowNode };
    const align = row.isHeader ? 'center' : column.align;
    const text = row.texts[index] ?? '';
    const runs = [row.isBold ? { text, bold: true as const } : { text }];
    const box = {
      x: left + padding,
      width: Math.max(width - 2 * padding, size),
      size,
      align,
      firstIndent: 0,
      dividesWords: true,
      node,
    };
    return { left, width, lines: flow(runs, box, place.measure), node };
  });
  const lineHeight = size * 1.35;
  const linesPerStrip = Math.max(1, Math.floor((place.bodyHeight - 2 * padding) / lineHeight));
  const lineCount = Math.max(1, ...cells.map((cell) => cell.lines.length));
  const strips: Strip[] = [];
  for (let start = 0; start < lineCount; start += linesPerStrip) {
    const shown = Math.min(linesPerStrip, lineCount - start);
    const height = Math.max(shown * lineHeight + 2 * padding, leastRowHeight);
    const marks = cells.flatMap((cell) => cellMarks(cell, start, shown, lineHeight, height));
    const edges: Mark[] = [{ kind: 'rule', x1: 0, y1: height, x2: x, y2: height }];
    if (start === 0) edges.push({ kind: 'rule', x1: 0, y1: 0, x2: x, y2: 0 });
    for (const edge of [...cells.map((cell) => cell.left), x]) {
      edges.push({ kind: 'rule', x1: edge, y1: 0, x2: edge, y2: height });
    }
    strips.push(strip(height, [...marks, ...edges]));
  }
  return strips;
}

function cellMarks(
  cell: { left: number; lines: Strip[]; node: Node },
  start: number,
  shown: number,
  lineHeight: number,
  height: number,
): Mark[] {
  const lines = cell.lines.slice(start, start + shown);
  // An empty cell still is a cell: without it the ones after it would stand under the wrong heading.
  if (lines.length === 0 && start === 0) {
    return [{ kind: 'text', x: cell.left + padding, y: padding, text: '', bold: false, size: 1, node: cell.node }];
  }
  const top = Math.max(padding, (height - shown * lineHeight) / 2);
  return lines.flatMap((line, index) =>
    line.marks.map((mark) => (mark.kind === 'text' ? { ...mark, y: top + index * lineHeight } : mark)),
  );
}
