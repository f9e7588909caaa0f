/** One equation over unknowns that are not negative: the sum of coefficient times unknown equals `right`. */
export interface Equation {
  terms: Map<string, number>;
  right: number;
}

const EPSILON = 1e-7;

/**
 * Smallest and greatest value of an unknown that fits the equations, by the simplex method: what somebody with every
 * told number can find out about a hidden one. Null when nothing fits, which would be a mistake of the test.
 */
export function boundsOf(unknown: string, equations: readonly Equation[]): { least: number; most: number } | null {
  const touched = around(unknown, equations);
  const names = [...new Set(touched.flatMap((equation) => [...equation.terms.keys()]))];
  const least = minimise(unknown, 1, names, touched);
  const most = minimise(unknown, -1, names, touched);
  return least === null || most === null ? null : { least, most: -most };
}

/** The equations that have to do with the unknown, directly or through others. */
function around(unknown: string, equations: readonly Equation[]): Equation[] {
  const reached = new Set([unknown]);
  let left = [...equations];
  const found: Equation[] = [];
  for (let grew = true; grew; ) {
    const next = left.filter((equation) => [...equation.terms.keys()].some((name) => reached.has(name)));
    left = left.filter((equation) => !next.includes(equation));
    for (const name of next.flatMap((equation) => [...equation.terms.keys()])) reached.add(name);
    found.push(...next);
    grew = next.length > 0;
  }
  return found;
}

function minimise(unknown: string, sign: number, names: string[], equations: readonly Equation[]): number | null {
  const width = names.length + equations.length;
  const rows = equations.map((equation, index) => {
    const flip = equation.right < 0 ? -1 : 1;
    const row = new Array<number>(width + 1).fill(0);
    for (const [name, factor] of equation.terms) row[names.indexOf(name)] = flip * factor;
    row[names.length + index] = 1;
    row[width] = flip * equation.right;
    return row;
  });
  const basis = equations.map((_, index) => names.length + index);
  const artificial = new Array<number>(width).fill(0).fill(1, names.length);
  const rest = solve(rows, basis, artificial, width);
  if (rest > EPSILON) return null;
  driveOut(rows, basis, names.length, width);
  const goal = new Array<number>(width).fill(0);
  goal[names.indexOf(unknown)] = sign;
  return solve(rows, basis, goal, names.length);
}

/** Runs the simplex on the rows in place, entering only columns below `limit`; gives the goal's value, −∞ if unbounded. */
function solve(rows: number[][], basis: number[], goal: number[], limit: number): number {
  const width = (rows[0]?.length ?? 1) - 1;
  for (;;) {
    const entering = enteringColumn(rows, basis, goal, limit);
    if (entering === -1)
      return rows.reduce((sum, row, index) => sum + (goal[basis[index] ?? 0] ?? 0) * (row[width] ?? 0), 0);
    let leaving = -1;
    let best = Number.POSITIVE_INFINITY;
    rows.forEach((row, index) => {
      const factor = row[entering] ?? 0;
      const ratio = (row[width] ?? 0) / factor;
      if (
        factor > EPSILON &&
        (ratio < best - EPSILON || (ratio < best + EPSILON && (basis[index] ?? 0) < (basis[leaving] ?? 0)))
      ) {
        best = ratio;
        leaving = index;
      }
    });
    if (leaving === -1) return Number.NEGATIVE_INFINITY;
    pivot(rows, basis, leaving, entering);
  }
}

function enteringColumn(rows: number[][], basis: number[], goal: number[], limit: number): number {
  for (let column = 0; column < limit; column += 1) {
    if (basis.includes(column)) continue;
    const cost = rows.reduce(
      (sum, row, index) => sum - (goal[basis[index] ?? 0] ?? 0) * (row[column] ?? 0),
      goal[column] ?? 0,
    );
    if (cost < -EPSILON) return column;
  }
  return -1;
}

function driveOut(rows: number[][], basis: number[], real: number, width: number): void {
  for (let index = rows.length - 1; index >= 0; index -= 1) {
    if ((basis[index] ?? 0) < real) continue;
    const column = (rows[index] ?? []).slice(0, real).findIndex((value) => Math.abs(value) > EPSILON);
    if (column >= 0) pivot(rows, basis, index, column);
    else {
      rows.splice(index, 1);
      basis.splice(index, 1);
    }
  }
  for (const row of rows) row.fill(0, real, width);
}

function pivot(rows: number[][], basis: number[], leaving: number, entering: number): void {
  const source = rows[leaving] ?? [];
  const factor = source[entering] ?? 1;
  for (let column = 0; column < source.length; column += 1) source[column] = (source[column] ?? 0) / factor;
  rows.forEach((row, index) => {
    const times = row[entering] ?? 0;
    if (index === leaving || Math.abs(times) < EPSILON) return;
    for (let column = 0; column < row.length; column += 1)
      row[column] = (row[column] ?? 0) - times * (source[column] ?? 0);
  });
  basis[leaving] = entering;
}
