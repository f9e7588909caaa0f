import { boundsOf } from './suppress-bounds.ts';

/**
 * Small numbers. Whoever does not see the records gets no number about one to four people, and none that can be
 * computed back from the other numbers of the same table, the tables above it, or the same table of another period.
 * A table has rows (units), columns (counters of periods) and sums: a column's rows add up to its total, and inside a
 * row some columns add up to others. Hiding goes on until every sum that holds a hidden number holds another one, the
 * hidden ones together leave room for five people, and what can be reckoned about each leaves as many values possible.
 * Source: BR-44, RELIABILITY case 8.
 */
export interface Cell {
  /** The number itself, less what the viewer knows of anyway. */
  readonly value: number;
  /** How many people stand behind the number, less those the viewer knows of anyway. */
  readonly people: number;
  /** How many stand behind it in all. */
  readonly printed: number;
}

/** A sum inside a row: what the parts add up to. A single part is a number that says nearly the same as the whole. */
export interface RowSum {
  readonly whole: string;
  readonly parts: readonly [string, string] | readonly [string];
  /** The whole is told only with its parts: for parts that are parts of another whole too. */
  readonly isTogether?: boolean;
}

/** A table as the closure sees it. */
export interface NumberTable {
  /** Cells of each row by column; every row has every column. */
  readonly rows: ReadonlyMap<string, ReadonlyMap<string, Cell>>;
  readonly sums: readonly RowSum[];
  /** Columns whose total is hidden; null when nobody knows totals of these rows (the topmost unit alone). */
  readonly hiddenTotals: ReadonlySet<string> | null;
  /** Groups of at least so many people may be told. */
  readonly least: number;
}

/** Hidden columns of each row. */
export type Hidden = ReadonlyMap<string, ReadonlySet<string>>;

/** Decides what a table hides. The same table always hides the same, so pages and files agree. */
export function suppress(table: NumberTable): Hidden {
  const hidden = new Map([...table.rows.keys()].map((row) => [row, new Set<string>()]));
  for (const [row, cells] of table.rows) {
    for (const [column, cell] of cells) {
      if (isSmall(cell, table.least) || table.hiddenTotals?.has(column)) hidden.get(row)?.add(column);
    }
  }
  for (let changed = true; changed; ) {
    changed = closeRows(table, hidden);
    if (table.hiddenTotals) changed = closeColumns(table, table.hiddenTotals, hidden) || changed;
    changed ||= widen(table, hidden);
  }
  return hidden;
}

function isSmall(cell: Cell, least: number): boolean {
  return [cell.people, cell.printed].some((people) => people > 0 && people < least);
}

/** Hides more around small numbers whose possible values are too few; whether anything was hidden. */
function widen(table: NumberTable, hidden: Draft): boolean {
  let changed = false;
  for (const [row, bounds] of boundsOf(table, hidden)) {
    for (const [column, { least, most }] of bounds) {
      const cell = table.rows.get(row)?.get(column);
      if (!cell || !isSmall(cell, table.least) || cell.value === 0 || most - least >= table.least - 1) continue;
      const columns = hidden.get(row);
      const wholes = table.sums.filter((sum) => sum.parts.includes(column) && !columns?.has(sum.whole));
      for (const sum of wholes) columns?.add(sum.whole);
      const next = wholes.length > 0 || !table.hiddenTotals ? undefined : nextToHide(table, column, hidden);
      if (next !== undefined) hidden.get(next)?.add(column);
      changed ||= wholes.length > 0 || next !== undefined;
    }
  }
  return changed;
}

type Draft = Map<string, Set<string>>;

function closeRows(table: NumberTable, hidden: Draft): boolean {
  let changed = false;
  for (const columns of hidden.values()) {
    for (let again = true; again; ) {
      again = table.sums.some((sum) => hideInRow(sum, columns));
      changed ||= again;
    }
  }
  return changed;
}

/** A part says that the whole is no smaller: hidden wholes take their parts along, and a hidden part the other one. */
function hideInRow({ whole, parts, isTogether }: RowSum, columns: Set<string>): boolean {
  const before = columns.size;
  const isPartHidden = parts.some((part) => columns.has(part));
  if (columns.has(whole) || isPartHidden) for (const part of parts) columns.add(part);
  if (isPartHidden && (isTogether || parts.length === 1)) columns.add(whole);
  return columns.size > before;
}

function closeColumns(table: NumberTable, hiddenTotals: ReadonlySet<string>, hidden: Draft): boolean {
  const columns = new Set([...table.rows.values()].flatMap((cells) => [...cells.keys()]));
  let changed = false;
  for (const column of columns) {
    if (hiddenTotals.has(column)) continue;
    while (isExposed(table, column, hidden)) {
      const next = nextToHide(table, column, hidden);
      if (next === undefined) break;
      hidden.get(next)?.add(column);
      changed = true;
    }
  }
  return changed;
}

/** Whether the hidden cells of a column, whose total is told, leave too little room to each other. */
function isExposed(table: NumberTable, column: string, hidden: Draft): boolean {
  const people = [...hidden].flatMap(([row, columns]) =>
    columns.has(column) ? [table.rows.get(row)?.get(column)?.people ?? 0] : [],
  );
  const filled = people.filter((count) => count > 0).length;
  if (filled === 0) return false;
  const sum = people.reduce((total, count) => total + count, 0);
  return people.length < 2 || sum - filled < table.least;
}

/** The smallest number still told, empty ones last; the row's name decides between equals. */
function nextToHide(table: NumberTable, column: string, hidden: Draft): string | undefined {
  const told = [...table.rows].flatMap(([row, cells]) =>
    hidden.get(row)?.has(column) ? [] : [{ row, people: cells.get(column)?.people ?? 0 }],
  );
  told.sort((a, b) => weight(a.people) - weight(b.people) || (a.row < b.row ? -1 : 1));
  return told[0]?.row;
}

function weight(people: number): number {
  return people === 0 ? Number.MAX_SAFE_INTEGER : people;
}
