import { FORBIDDEN } from './assignment.ts';
import type { Tableau } from './tableau.ts';

/** Steps above the least that are told apart; costs are whole numbers, so a step is 1. */
const STEPS = 256;

/**
 * Makes the candidate list of a row anew at today's prices: the columns with the least cost − price, whole steps of
 * equals as long as they fit, and `bound`, under which nobody outside the list stands. Leaves cost − price of the whole
 * row in `search.reduced`.
 */
export function listCandidates(tableau: Tableau, row: number): void {
  const { reduced, steps } = tableau.search;
  const { candidates, columns, listRoom } = tableau;
  const least = reduceRow(tableau, row);
  if (least === Number.POSITIVE_INFINITY) {
    tableau.candidateCount[row] = 0;
    tableau.bound[row] = Number.POSITIVE_INFINITY;
    return;
  }
  steps.fill(0);
  let isAllNear = true;
  for (let column = 0; column < columns; column += 1) {
    const step = (reduced[column] ?? 0) - least;
    if (step < STEPS) {
      steps[step] = (steps[step] ?? 0) + 1;
    } else if (step < Number.POSITIVE_INFINITY) isAllNear = false;
  }
  let taken = 0;
  let step = 0;
  while (step < STEPS && taken + (steps[step] ?? 0) <= listRoom) {
    taken += steps[step] ?? 0;
    step += 1;
  }
  // When even the nearest equals do not fit, the first of them are taken and the bound stays at their step.
  const below = least + Math.max(step, 1);
  let at = row * listRoom;
  const end = at + listRoom;
  for (let column = 0; column < columns && at < end; column += 1) {
    if ((reduced[column] ?? 0) < below) {
      candidates[at] = column;
      at += 1;
    }
  }
  tableau.candidateCount[row] = at - row * listRoom;
  tableau.bound[row] = isAllNear && step === STEPS ? Number.POSITIVE_INFINITY : least + step;
}

/** Fills `search.reduced` for a row and gives the least. */
function reduceRow(tableau: Tableau, row: number): number {
  const { byRow, costs, price, columns } = tableau;
  const { reduced } = tableau.search;
  const start = row * columns;
  let least = Number.POSITIVE_INFINITY;
  for (let column = 0; column < columns; column += 1) {
    const value = (costs[byRow[start + column] ?? FORBIDDEN] ?? 0) - (price[column] ?? 0);
    reduced[column] = value;
    if (value < least) least = value;
  }
  return least;
}
