import { NO_PAIR } from './cost.ts';
import { type Board, orderOf } from './lay-out.ts';
import { ABSENT, hold, reducedCost, release, rowDual, type Tableau, UNPLACED } from './tableau.ts';

/**
 * Of all optimal answers makes the board show the first by keys: mentee by mentee in the order of keys, each gets the
 * first mentor he has in any optimal answer that keeps what those before him got. So the answer depends on the problem
 * alone, not on the edits that led to it. Every optimal answer uses pairs whose cost − price equals the mentee's u and
 * no others (complementary slackness), so it is enough to look for ways through such pairs.
 */
export function settleTies(board: Board): void {
  if (board.isSettled) return;
  board.isSettled = true;
  const { tableau, rowOf, mentees } = board;
  const ties = tiesOf(tableau);
  for (const row of orderOf(mentees)) {
    if (rowOf.get(mentees[row] ?? '') !== row || tableau.at[row] === ABSENT) continue;
    settleRow(tableau, ties, row);
    ties.isSettled[row] = 1;
  }
}

interface Ties {
  /** Equally good columns of each row, ascending: `columns` from `start[row]` to `start[row + 1]`. */
  start: Int32Array;
  columns: Int32Array;
  isSettled: Uint8Array;
  /** Unplaced rows, who all stand at "free" beside the free places: the node after the last column. */
  unplaced: number[];
  /** Of the search in hand: where each node was reached from, by which row (-1: nobody moves), and in which search. */
  fromNode: Int32Array;
  fromRow: Int32Array;
  seenIn: Int32Array;
  search: number;
  stack: Int32Array;
  waiting: number;
}

function tiesOf(tableau: Tableau): Ties {
  const { rows, columns, at } = tableau;
  const start = new Int32Array(rows + 1);
  let found = new Int32Array(4 * rows + columns);
  let count = 0;
  const unplaced: number[] = [];
  for (let row = 0; row < rows; row += 1) {
    start[row] = count;
    if (at[row] === ABSENT) continue;
    if (at[row] === UNPLACED) unplaced.push(row);
    if (count + columns > found.length) {
      const wider = new Int32Array(2 * found.length + columns);
      wider.set(found);
      found = wider;
    }
    count = collect(tableau, row, found, count);
  }
  start[rows] = count;
  return {
    start,
    columns: found,
    isSettled: new Uint8Array(rows),
    unplaced,
    fromNode: new Int32Array(columns + 1),
    fromRow: new Int32Array(columns + 1),
    seenIn: new Int32Array(columns + 1),
    search: 0,
    stack: new Int32Array(columns + 1),
    waiting: 0,
  };
}

function collect(tableau: Tableau, row: number, found: Int32Array, begin: number): number {
  const { columns, candidates, candidateCount, bound, listRoom } = tableau;
  const dual = rowDual(tableau, row);
  let count = begin;
  if ((bound[row] ?? 0) > dual) {
    const first = row * listRoom;
    for (let at = first; at < first + (candidateCount[row] ?? 0); at += 1) {
      const column = candidates[at] ?? 0;
      if (reducedCost(tableau, row, column) !== dual) continue;
      found[count] = column;
      count += 1;
    }
    return count;
  }
  for (let column = 0; column < columns; column += 1) {
    if (reducedCost(tableau, row, column) !== dual) continue;
    found[count] = column;
    count += 1;
  }
  return count;
}

/** Moves one row to the first column it may have, and others along the way round. */
function settleRow(tableau: Tableau, ties: Ties, row: number): void {
  const free = tableau.columns;
  const stood = tableau.at[row] ?? UNPLACED;
  const target = stood >= 0 ? stood : free;
  ties.search += 1;
  const end = ties.start[row + 1] ?? 0;
  for (let at = ties.start[row] ?? 0; at < end; at += 1) {
    const column = ties.columns[at] ?? 0;
    if (column >= target) return;
    if (ties.seenIn[column] === ties.search || !isWay(tableau, ties, row, column, target)) continue;
    const moves = movesOf(ties, column, target);
    for (const [moved] of moves) release(tableau, moved);
    release(tableau, row);
    for (const [moved, to] of moves) if (to !== free) hold(tableau, moved, to);
    hold(tableau, row, column);
    for (const [moved, to] of moves) if (to === free) ties.unplaced.push(moved);
    ties.unplaced = ties.unplaced.filter((one) => tableau.at[one] === UNPLACED);
    return;
  }
}

/** Whether a place too many at a column can be passed on to the target without loss; nodes seen in vain stay seen. */
function isWay(tableau: Tableau, ties: Ties, row: number, column: number, target: number): boolean {
  const { columns: free, first, next, held, capacity } = tableau;
  const { stack, seenIn, search, isSettled } = ties;
  ties.waiting = 0;
  see(ties, column, -1, -1);
  while (ties.waiting > 0) {
    ties.waiting -= 1;
    const node = stack[ties.waiting] ?? 0;
    if (node === free) leaveFree(tableau, ties, row, target);
    else {
      if ((held[node] ?? 0) < (capacity[node] ?? 0)) see(ties, free, node, -1);
      for (let other = first[node] ?? -1; other >= 0; other = next[other] ?? -1) {
        if (other !== row && isSettled[other] === 0) passOn(tableau, ties, node, other, target);
      }
    }
    if (seenIn[target] === search) return true;
  }
  return false;
}

/** From "free": any column that may have a free place gives one up, anybody unplaced comes in. */
function leaveFree(tableau: Tableau, ties: Ties, row: number, target: number): void {
  const { columns: free, price } = tableau;
  for (let column = 0; column < free; column += 1) if (price[column] === 0) see(ties, column, free, -1);
  for (const other of ties.unplaced) {
    if (other !== row && ties.isSettled[other] === 0) passOn(tableau, ties, free, other, target);
  }
}

/** A row that stands at a node may go to any column as good for it, and to "free" when it may stay unplaced. */
function passOn(tableau: Tableau, ties: Ties, node: number, row: number, target: number): void {
  const { columns: free } = tableau;
  const dual = rowDual(tableau, row);
  if (target < free && reducedCost(tableau, row, target) === dual) see(ties, target, node, row);
  if (ties.seenIn[target] === ties.search) return;
  const end = ties.start[row + 1] ?? 0;
  for (let at = ties.start[row] ?? 0; at < end; at += 1) see(ties, ties.columns[at] ?? 0, node, row);
  if (dual === NO_PAIR) see(ties, free, node, row);
}

function see(ties: Ties, node: number, from: number, by: number): void {
  if (ties.seenIn[node] === ties.search) return;
  ties.seenIn[node] = ties.search;
  ties.fromNode[node] = from;
  ties.fromRow[node] = by;
  ties.stack[ties.waiting] = node;
  ties.waiting += 1;
}

/** The moves along the way found: who goes to which node. */
function movesOf(ties: Ties, column: number, target: number): [number, number][] {
  const moves: [number, number][] = [];
  for (let node = target; node !== column; node = ties.fromNode[node] ?? 0) {
    const row = ties.fromRow[node] ?? -1;
    if (row >= 0) moves.push([row, node]);
  }
  return moves;
}
