import { FORBIDDEN } from './assignment.ts';
import { leastKey, pop, push } from './path-queue.ts';
import { hold, release, rowDual, scoresByColumn, type Tableau, UNPLACED } from './tableau.ts';

/** Fills the free places of a mentor, or finds that nobody gains: after this a free place has price 0. */
export function fillPlaces(tableau: Tableau, column: number): void {
  const { held, capacity, price } = tableau;
  while ((held[column] ?? 0) < (capacity[column] ?? 0) && (price[column] ?? 0) < 0) fillPlace(tableau, column);
}

/**
 * Fills one free place of a mentor whose price is below 0 (a place just given up or added), moving mentees along the
 * shortest alternating path into it; or raises the price to 0 and leaves the place free when nobody gains. Everything
 * else optimal before, everything optimal after; one call a free place.
 */
function fillPlace(tableau: Tableau, column: number): void {
  open(tableau);
  const { search, price, rows, bound } = tableau;
  search.distance[column] = 0;
  push(search.queue, 0, column);
  explore(tableau);
  const { final, finalCount, distance, best } = search;
  for (let index = 0; index < finalCount; index += 1) {
    const raised = final[index] ?? 0;
    price[raised] = (price[raised] ?? 0) + Math.max(0, best - (distance[raised] ?? 0));
  }
  // Nobody's cost − price fell by more than `best`.
  if (best > 0) for (let row = 0; row < rows; row += 1) bound[row] = (bound[row] ?? 0) - best;
  move(tableau, column);
}

function open(tableau: Tableau): void {
  const { search, rows, at } = tableau;
  search.queue.count = 0;
  search.finalCount = 0;
  search.distance.fill(Number.POSITIVE_INFINITY);
  search.isFinal.fill(0);
  search.best = Number.POSITIVE_INFINITY;
  search.endColumn = -1;
  search.endRow = -1;
  for (let row = 0; row < rows; row += 1) {
    search.rowDual[row] = (at[row] ?? 0) >= UNPLACED ? rowDual(tableau, row) : Number.NEGATIVE_INFINITY;
  }
}

function explore(tableau: Tableau): void {
  const { search, price } = tableau;
  const { queue, distance, isFinal } = search;
  while (leastKey(queue) < search.best) {
    const least = leastKey(queue);
    const column = pop(queue);
    if (isFinal[column] === 1 || distance[column] !== least) continue;
    isFinal[column] = 1;
    search.final[search.finalCount] = column;
    search.finalCount += 1;
    const leaveFree = least - (price[column] ?? 0);
    if (leaveFree < search.best) {
      search.best = leaveFree;
      search.endColumn = column;
      search.endRow = -1;
    }
    scanColumn(tableau, column, least);
  }
}

/** Relaxes everybody who could come to a column: the places they would give up are as far as they are. */
function scanColumn(tableau: Tableau, column: number, distance: number): void {
  const { search, costs, price, rows, at } = tableau;
  const byColumn = scoresByColumn(tableau);
  const { rowDual: dual } = search;
  const start = column * rows;
  const shift = distance - (price[column] ?? 0);
  for (let row = 0; row < rows; row += 1) {
    const reach = shift + (costs[byColumn[start + row] ?? FORBIDDEN] ?? 0) - (dual[row] ?? 0);
    if (reach >= search.best) continue;
    const given = at[row] ?? UNPLACED;
    if (given < 0) {
      search.best = reach;
      search.endColumn = column;
      search.endRow = row;
    } else if (reach < (search.distance[given] ?? 0)) {
      search.distance[given] = reach;
      search.from[given] = column;
      search.row[given] = row;
      push(search.queue, reach, given);
    }
  }
}

/** Moves the mentees: the last one into the column he was reached from, and so on to the place that was free. */
function move(tableau: Tableau, target: number): void {
  const { search } = tableau;
  if (search.endRow >= 0) hold(tableau, search.endRow, search.endColumn);
  let column = search.endColumn;
  while (column !== target) {
    const row = search.row[column] ?? 0;
    release(tableau, row);
    column = search.from[column] ?? 0;
    hold(tableau, row, column);
  }
}
