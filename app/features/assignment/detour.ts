import { FORBIDDEN } from './assignment.ts';
import { listCandidates } from './candidates.ts';
import { NO_PAIR } from './cost.ts';
import { leastKey, pop, push } from './path-queue.ts';
import { reducedCost, rowDual, type Tableau, UNPLACED } from './tableau.ts';

/**
 * What the optimum would cost more if a placed row could not stand where it stands, found without moving anybody: the
 * shortest way round from the row back to its column. The way may pass through "free": a mentee who takes a free place
 * or stays unplaced there, and on with a place that becomes free or an unplaced mentee who comes in.
 */
export function detourCost(tableau: Tableau, row: number): number {
  const { search, at } = tableau;
  const target = at[row] ?? UNPLACED;
  search.queue.count = 0;
  search.distance.fill(Number.POSITIVE_INFINITY);
  search.isFinal.fill(0);
  search.best = Number.POSITIVE_INFINITY;
  const way: Way = { row, target, free: Number.POSITIVE_INFINITY, isFreeDone: false };
  scanRow(tableau, way, row, 0);
  explore(tableau, way);
  return search.best - rowDual(tableau, row);
}

interface Way {
  row: number;
  target: number;
  /** Distance of "free", the node all free places and unplaced mentees share. */
  free: number;
  isFreeDone: boolean;
}

function explore(tableau: Tableau, way: Way): void {
  const { search, columns, first, next } = tableau;
  const { queue, distance, isFinal } = search;
  while (leastKey(queue) < search.best) {
    const least = leastKey(queue);
    const item = pop(queue);
    if (item < 0) scanRest(tableau, way, ~item);
    else if (item === columns) passFree(tableau, way, least);
    else if (isFinal[item] === 0 && distance[item] === least) {
      isFinal[item] = 1;
      for (let row = first[item] ?? -1; row >= 0; row = next[row] ?? -1) {
        scanRow(tableau, way, row, least - reducedCost(tableau, row, item));
      }
    }
  }
}

/** From "free" on: any mentor may be left with a free place at the cost of his price; anybody unplaced may come in. */
function passFree(tableau: Tableau, way: Way, distance: number): void {
  if (way.isFreeDone) return;
  way.isFreeDone = true;
  const { columns, rows, price, held, at } = tableau;
  for (let column = 0; column < columns; column += 1) {
    if ((held[column] ?? 0) > 0) reach(tableau, way, column, distance - (price[column] ?? 0));
  }
  for (let row = 0; row < rows; row += 1) {
    if (at[row] === UNPLACED) scanRow(tableau, way, row, distance - NO_PAIR);
  }
}

function scanRow(tableau: Tableau, way: Way, row: number, shift: number): void {
  const { search, candidates, candidateCount, listRoom, byRow, costs, price, bound, columns } = tableau;
  search.shift[row] = shift;
  reachFree(tableau, way, shift + NO_PAIR);
  const start = row * columns;
  const begin = row * listRoom;
  const end = begin + (candidateCount[row] ?? 0);
  for (let at = begin; at < end; at += 1) {
    const column = candidates[at] ?? 0;
    const value = (costs[byRow[start + column] ?? FORBIDDEN] ?? 0) - (price[column] ?? 0);
    step(tableau, way, row, column, shift + value);
  }
  const rest = shift + (bound[row] ?? 0);
  if (rest < search.best) push(search.queue, rest, ~row);
}

function scanRest(tableau: Tableau, way: Way, row: number): void {
  const { search, columns } = tableau;
  const shift = search.shift[row] ?? 0;
  listCandidates(tableau, row);
  for (let column = 0; column < columns; column += 1) {
    step(tableau, way, row, column, shift + (search.reduced[column] ?? 0));
  }
}

function step(tableau: Tableau, way: Way, row: number, column: number, distance: number): void {
  if (distance >= tableau.search.best || (row === way.row && column === way.target)) return;
  if ((tableau.held[column] ?? 0) < (tableau.capacity[column] ?? 0)) reachFree(tableau, way, distance);
  reach(tableau, way, column, distance);
}

function reach({ search }: Tableau, way: Way, column: number, distance: number): void {
  if (distance >= search.best) return;
  if (column === way.target) search.best = distance;
  else if (distance < (search.distance[column] ?? 0)) {
    search.distance[column] = distance;
    push(search.queue, distance, column);
  }
}

function reachFree({ search, columns }: Tableau, way: Way, distance: number): void {
  if (distance >= way.free || distance >= search.best) return;
  way.free = distance;
  push(search.queue, distance, columns);
}
