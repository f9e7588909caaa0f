import { FORBIDDEN } from './assignment.ts';
import { listCandidates } from './candidates.ts';
import { NO_PAIR } from './cost.ts';
import { leastKey, pop, push } from './path-queue.ts';
import { hold, reducedCost, release, type Tableau, UNPLACED } from './tableau.ts';

/**
 * Places a mentee who stands nowhere, moving others along the shortest alternating path; or leaves unplaced whoever it
 * costs least to leave. Everything else optimal before, everything optimal after.
 */
export function placeRow(tableau: Tableau, row: number): void {
  open(tableau);
  scanRow(tableau, row, 0, Number.NEGATIVE_INFINITY);
  explore(tableau);
  settle(tableau, row, -1);
}

/** Takes one place too many from a mentor who holds more mentees than his capacity: one moves on or is left unplaced. */
export function shedOne(tableau: Tableau, column: number): void {
  open(tableau);
  const { search } = tableau;
  search.distance[column] = 0;
  push(search.queue, 0, column);
  explore(tableau);
  settle(tableau, -1, column);
}

function open({ search }: Tableau): void {
  search.count += 1;
  search.queue.count = 0;
  search.levelCount = 0;
  search.finalCount = 0;
  search.distance.fill(Number.POSITIVE_INFINITY);
  search.isFinal.fill(0);
  search.best = Number.POSITIVE_INFINITY;
  search.endColumn = -1;
  search.endRow = -1;
}

/** Dijkstra over columns until the nearest end is nearer than anything that waits. */
function explore(tableau: Tableau): void {
  const { search } = tableau;
  const { queue, level, distance, isFinal } = search;
  for (;;) {
    const least = leastKey(queue);
    if (least >= search.best) return;
    const item = pop(queue);
    if (item < 0) priceRest(tableau, ~item, least);
    else if (isFinal[item] === 0 && distance[item] === least) finish(tableau, item, least);
    while (search.levelCount > 0 && least < search.best) {
      search.levelCount -= 1;
      const column = level[search.levelCount] ?? 0;
      if (isFinal[column] === 0) finish(tableau, column, least);
    }
    search.levelCount = 0;
  }
}

/** The distance of a full column is known: its mentees may move on from there. */
function finish(tableau: Tableau, column: number, distance: number): void {
  const { search, first, next } = tableau;
  search.isFinal[column] = 1;
  search.final[search.finalCount] = column;
  search.finalCount += 1;
  for (let row = first[column] ?? -1; row >= 0; row = next[row] ?? -1) {
    scanRow(tableau, row, distance - reducedCost(tableau, row, column), distance);
  }
}

/** Relaxes the candidates of a row; the others wait as one item of the queue at the row's bound. */
function scanRow(tableau: Tableau, row: number, shift: number, now: number): void {
  const { search, candidates, candidateCount, byRow, costs, price, bound, columns } = tableau;
  search.shift[row] = shift;
  const leave = shift + NO_PAIR;
  if (leave < search.best) {
    search.best = leave;
    search.endColumn = -1;
    search.endRow = row;
  }
  const start = row * columns;
  const begin = row * tableau.listRoom;
  const end = begin + (candidateCount[row] ?? 0);
  for (let at = begin; at < end; at += 1) {
    const column = candidates[at] ?? 0;
    const reach = shift + (costs[byRow[start + column] ?? FORBIDDEN] ?? 0) - (price[column] ?? 0);
    if (reach < search.best) relax(tableau, row, column, reach, now);
  }
  const rest = shift + (bound[row] ?? 0);
  if (rest < search.best) push(search.queue, rest, ~row);
}

function relax(tableau: Tableau, row: number, column: number, reach: number, now: number): void {
  const { search, held, capacity } = tableau;
  if ((held[column] ?? 0) < (capacity[column] ?? 0)) {
    search.best = reach;
    search.endColumn = column;
    search.endRow = -1;
    search.from[column] = row;
  } else if (reach < (search.distance[column] ?? 0)) {
    search.distance[column] = reach;
    search.from[column] = row;
    if (reach === now) {
      search.level[search.levelCount] = column;
      search.levelCount += 1;
    } else push(search.queue, reach, column);
  }
}

/**
 * Prices in what the list of a row leaves out: as far as it is as near as `distance`, with a new list for later; when
 * the same search comes to the row once more, all of it, for this search goes far.
 */
function priceRest(tableau: Tableau, row: number, distance: number): void {
  const { search, bound, columns } = tableau;
  const { reduced } = search;
  const shift = search.shift[row] ?? 0;
  const isSecond = search.pricedAt[row] === search.count;
  search.pricedAt[row] = search.count;
  listCandidates(tableau, row);
  const upTo = isSecond ? Number.MAX_VALUE : Math.max(distance - shift, (bound[row] ?? 0) - 1);
  let following = Number.POSITIVE_INFINITY;
  for (let column = 0; column < columns; column += 1) {
    const value = reduced[column] ?? 0;
    if (value > upTo) {
      if (value < following) following = value;
    } else if (shift + value < search.best) relax(tableau, row, column, shift + value, distance);
  }
  if (shift + following < search.best) push(search.queue, shift + following, ~row);
}

/** Lowers the prices of the columns nearer than the end and moves the mentees along the path. */
function settle(tableau: Tableau, fromRow: number, fromColumn: number): void {
  const { search, price, at } = tableau;
  const { final, finalCount, distance, best } = search;
  for (let index = 0; index < finalCount; index += 1) {
    const column = final[index] ?? 0;
    price[column] = (price[column] ?? 0) + Math.min(0, (distance[column] ?? 0) - best);
  }
  let column = search.endColumn;
  let row = column >= 0 ? (search.from[column] ?? 0) : search.endRow;
  for (;;) {
    const previous = at[row] ?? UNPLACED;
    release(tableau, row);
    if (column >= 0) hold(tableau, row, column);
    if (row === fromRow || previous === fromColumn) return;
    column = previous;
    row = search.from[column] ?? 0;
  }
}
