import type { Hidden, NumberTable } from './suppress.ts';

/** Between what and what a hidden number can be. */
export interface Bounds {
  least: number;
  most: number;
}

interface Term {
  readonly bounds: Bounds;
  readonly sign: 1 | -1;
}
/** Signed unknowns that add up to a told number. */
interface Equation {
  readonly terms: readonly Term[];
  readonly right: number;
}

/** Rounds of reckoning; more would only narrow bounds that are wide anyway. */
const ROUNDS = 12;

/**
 * What somebody with all told numbers of a table can reckon about its hidden ones, sum after sum. The topmost unit and
 * columns without a told total have only the sums of their rows.
 */
export function boundsOf(table: NumberTable, hidden: Hidden): Map<string, Map<string, Bounds>> {
  const bounds = new Map(
    [...hidden].map(([row, columns]) => [
      row,
      new Map([...columns].map((column): [string, Bounds] => [column, { least: 0, most: Number.POSITIVE_INFINITY }])),
    ]),
  );
  const equations = [...rowEquations(table, bounds), ...columnEquations(table, bounds)];
  for (let round = 0; round < ROUNDS; round += 1) {
    const narrowed = equations.map(narrow);
    if (!narrowed.includes(true)) break;
  }
  return bounds;
}

type AllBounds = ReadonlyMap<string, ReadonlyMap<string, Bounds>>;

function rowEquations(table: NumberTable, bounds: AllBounds): Equation[] {
  return [...table.rows].flatMap(([row, cells]) =>
    table.sums
      // A single part is only about as much as the whole.
      .filter((sum) => sum.parts.length > 1)
      .map((sum) => {
        const members = [
          { column: sum.whole, sign: -1 as const },
          ...sum.parts.map((column) => ({ column, sign: 1 as const })),
        ];
        return equationOf(
          members.map(({ column, sign }) => ({
            sign,
            bounds: bounds.get(row)?.get(column),
            value: cells.get(column)?.value ?? 0,
          })),
          0,
        );
      })
      .filter((equation) => equation.terms.length > 0),
  );
}

function columnEquations(table: NumberTable, bounds: AllBounds): Equation[] {
  const { hiddenTotals } = table;
  if (hiddenTotals === null) return [];
  const columns = new Set([...bounds.values()].flatMap((row) => [...row.keys()]));
  return [...columns]
    .filter((column) => !hiddenTotals.has(column))
    .map((column) => {
      const members = [...table.rows].map(([row, cells]) => ({
        sign: 1 as const,
        bounds: bounds.get(row)?.get(column),
        value: cells.get(column)?.value ?? 0,
      }));
      return equationOf(
        members,
        members.reduce((sum, member) => sum + member.value, 0),
      );
    });
}

type Member = { sign: 1 | -1; bounds: Bounds | undefined; value: number };

function equationOf(members: readonly Member[], total: number): Equation {
  return {
    terms: members.flatMap(({ bounds, sign }) => (bounds ? [{ bounds, sign }] : [])),
    right: members.reduce((sum, { bounds, sign, value }) => (bounds ? sum : sum - sign * value), total),
  };
}

/** Narrows each unknown by the bounds of the others; whether any bound moved. */
function narrow({ terms, right }: Equation): boolean {
  let changed = false;
  for (const term of terms) {
    let [low, high] = [right, right];
    for (const other of terms) {
      if (other === term) continue;
      low -= other.sign === 1 ? other.bounds.most : -other.bounds.least;
      high -= other.sign === 1 ? other.bounds.least : -other.bounds.most;
    }
    const [least, most] = term.sign === 1 ? [low, high] : [-high, -low];
    if (least > term.bounds.least) {
      term.bounds.least = least;
      changed = true;
    }
    if (most < term.bounds.most) {
      term.bounds.most = most;
      changed = true;
    }
  }
  return changed;
}
