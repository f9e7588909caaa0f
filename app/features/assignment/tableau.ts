import { FORBIDDEN } from './assignment.ts';
import { NO_PAIR } from './cost.ts';
import { type PathQueue, pathQueue } from './path-queue.ts';

/** Where a mentee stands when he stands at no mentor. */
export const UNPLACED = -1;

/** A row nobody uses: a mentee who left, a mentee pinned, a spare row. */
export const ABSENT = -2;

const BLOCK = 64;

/**
 * The solver's working state: mentees are rows, mentors columns, all numbers in flat arrays made once.
 *
 * Held between any two acts (the conditions of optimality; u(i) is the least over j of cost(i, j) − price(j), or
 * NO_PAIR, and need not be stored: it is cost − price at the mentee's own mentor):
 * a placed mentee stands where cost − price is least; a mentor with a place free has price 0, the others at most 0;
 * an unplaced mentee finds no mentor under NO_PAIR.
 * A candidate list is right when every mentor outside it has cost − price at or above the mentee's `bound`. Prices only
 * fall while mentees are being placed, so lists stay right; where prices rise, bounds are lowered by as much.
 */
export interface Tableau {
  rows: number;
  columns: number;
  /** Scores row by row; and the same column by column, made when a search first starts from a place. */
  byRow: Uint8Array;
  byColumn: Uint8Array | null;
  /** Cost of a pair by its score (256 entries). */
  costs: Float64Array;

  /** Places of each column, pinned ones taken off, and how many are held. */
  capacity: Int32Array;
  held: Int32Array;
  /** Dual variable of each column, at most 0. */
  price: Float64Array;
  /** First row held by each column, next row of the same column: chains that end with -1. */
  first: Int32Array;
  next: Int32Array;
  /** Column of each row, UNPLACED or ABSENT. */
  at: Int32Array;

  /** The most candidates kept for a row; the rest wait behind `bound`. */
  listRoom: number;
  candidates: Int32Array;
  candidateCount: Int32Array;
  bound: Float64Array;

  search: Search;
}

/** What one search needs; made once, no search allocates. */
export interface Search {
  queue: PathQueue;
  /** Columns as near as the one in hand, taken before the queue. */
  level: Int32Array;
  levelCount: number;
  /** Distance of each column, the row it was reached from, columns whose distance is final. */
  distance: Float64Array;
  from: Int32Array;
  /** In searches from a place: the row that would leave the column for `from`. */
  row: Int32Array;
  isFinal: Uint8Array;
  final: Int32Array;
  finalCount: number;
  /** Distance of a row less its u. */
  shift: Float64Array;
  /** Number of the search, and of the last one that priced in more than a row's list. */
  count: number;
  pricedAt: Int32Array;
  /** The end found so far: distance, column with a free place or -1, row to be left unplaced or -1. */
  best: number;
  endColumn: number;
  endRow: number;
  /** cost − price of one row for every column; and how many columns stand at each step above the least. */
  reduced: Float64Array;
  steps: Int32Array;
  /** u of every row, for the searches that start from a place. */
  rowDual: Float64Array;
}

/** A tableau without scores, nobody placed, all rows ABSENT. */
export function emptyTableau(rows: number, columns: number, listRoom: number): Tableau {
  return {
    rows,
    columns,
    byRow: new Uint8Array(rows * columns).fill(FORBIDDEN),
    byColumn: null,
    costs: new Float64Array(FORBIDDEN + 1),
    capacity: new Int32Array(columns),
    held: new Int32Array(columns),
    price: new Float64Array(columns),
    first: new Int32Array(columns).fill(-1),
    next: new Int32Array(rows).fill(-1),
    at: new Int32Array(rows).fill(ABSENT),
    listRoom,
    candidates: new Int32Array(rows * listRoom),
    candidateCount: new Int32Array(rows),
    bound: new Float64Array(rows).fill(Number.NEGATIVE_INFINITY),
    search: emptySearch(rows, columns),
  };
}

/** The same tableau with more rows, the new ones ABSENT. */
export function withRows(tableau: Tableau, rows: number): Tableau {
  const { columns, listRoom } = tableau;
  const grown = emptyTableau(rows, columns, listRoom);
  for (const name of ['byRow', 'at', 'next', 'candidates', 'candidateCount', 'bound'] as const) {
    grown[name].set(tableau[name]);
  }
  const { costs, capacity, held, price, first } = tableau;
  return { ...grown, costs, capacity, held, price, first };
}

function emptySearch(rows: number, columns: number): Search {
  return {
    queue: pathQueue(1024),
    level: new Int32Array(columns + 1),
    levelCount: 0,
    distance: new Float64Array(columns),
    from: new Int32Array(columns),
    row: new Int32Array(columns),
    isFinal: new Uint8Array(columns),
    final: new Int32Array(columns),
    finalCount: 0,
    shift: new Float64Array(rows),
    count: 0,
    pricedAt: new Int32Array(rows),
    best: 0,
    endColumn: -1,
    endRow: -1,
    reduced: new Float64Array(columns),
    steps: new Int32Array(256),
    rowDual: new Float64Array(rows),
  };
}

/** Writes the score of a pair into both orders. */
export function setScore(tableau: Tableau, row: number, column: number, score: number): void {
  tableau.byRow[row * tableau.columns + column] = score;
  if (tableau.byColumn) tableau.byColumn[column * tableau.rows + row] = score;
}

/** The scores column by column. */
export function scoresByColumn(tableau: Tableau): Uint8Array {
  const { byRow, rows, columns } = tableau;
  if (tableau.byColumn) return tableau.byColumn;
  const byColumn = new Uint8Array(rows * columns);
  // In blocks, so that what is read and what is written both stay in the processor's cache.
  for (let block = 0; block < columns; block += BLOCK) {
    const end = Math.min(columns, block + BLOCK);
    for (let row = 0; row < rows; row += 1) {
      for (let column = block; column < end; column += 1) {
        byColumn[column * rows + row] = byRow[row * columns + column] ?? FORBIDDEN;
      }
    }
  }
  tableau.byColumn = byColumn;
  return byColumn;
}

/** cost − price of a pair. */
export function reducedCost(tableau: Tableau, row: number, column: number): number {
  const score = tableau.byRow[row * tableau.columns + column] ?? FORBIDDEN;
  return (tableau.costs[score] ?? 0) - (tableau.price[column] ?? 0);
}

/** u of a row that is placed or unplaced. */
export function rowDual(tableau: Tableau, row: number): number {
  const column = tableau.at[row] ?? UNPLACED;
  return column >= 0 ? reducedCost(tableau, row, column) : NO_PAIR;
}

/** Puts a row that stands nowhere at a column. */
export function hold(tableau: Tableau, row: number, column: number): void {
  tableau.at[row] = column;
  tableau.next[row] = tableau.first[column] ?? -1;
  tableau.first[column] = row;
  tableau.held[column] = (tableau.held[column] ?? 0) + 1;
}

/** Takes a row away from the column it stands at; it stands nowhere then, `UNPLACED`. */
export function release(tableau: Tableau, row: number): void {
  const { first, next, at } = tableau;
  const column = at[row] ?? UNPLACED;
  if (column < 0) return;
  const after = next[row] ?? -1;
  let before = first[column] ?? -1;
  if (before === row) first[column] = after;
  else {
    while (next[before] !== row) before = next[before] ?? -1;
    next[before] = after;
  }
  next[row] = -1;
  at[row] = UNPLACED;
  tableau.held[column] = (tableau.held[column] ?? 0) - 1;
}
