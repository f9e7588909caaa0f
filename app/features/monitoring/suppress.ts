/**
 * Small numbers. Whoever does not see the records gets no number about one to four people, and none that can be
 * computed back from the other numbers of the same table, the tables above it, or the same table of another period.
 * A table has rows (units), columns (counters of periods) and sums: a column's rows add up to its total, and inside a
 * row some columns add up to others. Hiding goes on until every sum that holds a hidden number holds another one, and
 * the hidden ones together leave room for at least five people. Source: BR-44, RELIABILITY case 8.
 */
export interface Cell {
  /** How many people stand behind the number. */
  readonly people: number;
}

/** A sum inside a row: the first column is what the other two add up to. */
export interface RowSum {
  readonly whole: string;
  readonly parts: readonly [string, string] | readonly [string];
  /** Which to hide first when exactly one of them is hidden. */
  readonly order: readonly string[];
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
      const isSmall = cell.people > 0 && cell.people < table.least;
      if (isSmall || table.hiddenTotals?.has(column)) hidden.get(row)?.add(column);
    }
  }
  for (let changed = true; changed; ) {
    changed = closeRows(table, hidden);
    if (table.hiddenTotals) changed = closeColumns(table, table.hiddenTotals, hidden) || changed;
  }
  return hidden;
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

function hideInRow(sum: RowSum, columns: Set<string>): boolean {
  const members = [sum.whole, ...sum.parts];
  if (members.filter((member) => columns.has(member)).length !== 1) return false;
  const next = sum.order.find((member) => !columns.has(member));
  if (next === undefined) return false;
  columns.add(next);
  return true;
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
  const rooms = [...hidden].flatMap(([row, columns]) =>
    columns.has(column) ? [room(table, row, column, columns)] : [],
  );
  if (rooms.length === 0) return false;
  const filled = rooms.filter((people) => people > 0).length;
  const sum = rooms.reduce((total, people) => total + people, 0);
  return rooms.length < 2 || sum - filled < table.least;
}

/** How far a hidden number could be smaller than it is, as far as the told numbers of its own row allow. */
function room(table: NumberTable, row: string, column: string, hiddenInRow: ReadonlySet<string>): number {
  const cells = table.rows.get(row);
  const people = cells?.get(column)?.people ?? 0;
  const told = table.sums
    .filter((sum) => sum.whole === column)
    .map((sum) =>
      sum.parts.reduce((total, part) => total + (hiddenInRow.has(part) ? 0 : (cells?.get(part)?.people ?? 0)), 0),
    );
  return Math.max(0, people - Math.max(0, ...told));
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
