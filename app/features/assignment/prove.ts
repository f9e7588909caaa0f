import { FORBIDDEN, type Proof } from './assignment.ts';
import { NO_PAIR } from './cost.ts';
import { ABSENT, rowDual, type Tableau, UNPLACED } from './tableau.ts';

/**
 * Proves that the tableau stands at the optimum, by looking at every pair once and without trusting any list: no pair
 * costs less than its two dual variables, nobody unplaced does, prices are at most 0, and the dual solution
 * Σ u + Σ capacity · price costs as much as the pairs made. Throws when anything is amiss (a fault of the solver).
 */
export function proveOptimal(tableau: Tableau): Proof {
  const { rows, columns, at, price, capacity, held, byRow, costs } = tableau;
  let cost = 0;
  let bound = 0;
  for (let column = 0; column < columns; column += 1) {
    const places = capacity[column] ?? 0;
    if ((price[column] ?? 0) > 0 || (held[column] ?? 0) > places) throw new Error(`column ${column} is not feasible`);
    bound += places * (price[column] ?? 0);
  }
  for (let row = 0; row < rows; row += 1) {
    const column = at[row] ?? ABSENT;
    if (column === ABSENT) continue;
    const dual = rowDual(tableau, row);
    bound += dual;
    const start = row * columns;
    cost += column === UNPLACED ? NO_PAIR : (costs[byRow[start + column] ?? FORBIDDEN] ?? 0);
    if (dual > NO_PAIR || leastReduced(tableau, start) < dual) throw new Error(`row ${row} has a cheaper mentor`);
  }
  if (cost !== bound) throw new Error(`the answer costs ${cost}, its bound is ${bound}`);
  return { cost, bound };
}

function leastReduced({ byRow, costs, price, columns }: Tableau, start: number): number {
  let least = Number.POSITIVE_INFINITY;
  for (let column = 0; column < columns; column += 1) {
    const value = (costs[byRow[start + column] ?? FORBIDDEN] ?? 0) - (price[column] ?? 0);
    if (value < least) least = value;
  }
  return least;
}
