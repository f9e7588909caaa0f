import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type RowSum, suppress } from '#app/features/monitoring/suppress.ts';
import { boundsOf, type Equation } from './bounds.ts';

const LEAST = 5;
const shareSums: RowSum[] = [{ whole: 'all', parts: ['some', 'rest'] }];
type Numbers = Map<string, number>;

function cell(people: number) {
  return { value: people, people, printed: people };
}

function cellsOf(numbers: Numbers) {
  return new Map([...numbers].map(([column, people]) => [column, cell(people)]));
}

function totalOf(rows: Map<string, Numbers>): Numbers {
  const total: Numbers = new Map();
  for (const numbers of rows.values())
    for (const [column, value] of numbers) total.set(column, (total.get(column) ?? 0) + value);
  return total;
}

/** A tree of depth two released from the top: hidden cells by `unit/column`, and everything an onlooker can write down. */
function release(tree: Map<string, Map<string, Numbers>>, sums: RowSum[]) {
  const middle = new Map([...tree].map(([name, rows]) => [name, totalOf(rows)]));
  const top = new Map([['top', totalOf(middle)]]);
  const values = new Map<string, number>();
  const hidden = new Set<string>();
  const equations: Equation[] = [];
  const decide = (rows: Map<string, Numbers>, above: string | null) => {
    const columns = [...(rows.values().next().value?.keys() ?? [])];
    const hiddenTotals = above === null ? null : new Set(columns.filter((column) => hidden.has(`${above}/${column}`)));
    const cells = new Map([...rows].map(([row, numbers]) => [row, cellsOf(numbers)]));
    for (const [row, found] of suppress({ rows: cells, sums, hiddenTotals, least: LEAST }))
      for (const column of found) hidden.add(`${row}/${column}`);
    for (const [row, numbers] of rows) for (const [column, value] of numbers) values.set(`${row}/${column}`, value);
    for (const row of rows.keys())
      for (const sum of sums)
        equations.push(
          equation(
            `${row}/${sum.whole}`,
            sum.parts.map((part) => `${row}/${part}`),
          ),
        );
    if (above !== null)
      for (const column of columns)
        equations.push(
          equation(
            `${above}/${column}`,
            [...rows.keys()].map((row) => `${row}/${column}`),
          ),
        );
  };
  decide(top, null);
  decide(middle, 'top');
  for (const [name, rows] of tree) decide(rows, name);
  const known = equations.map(({ terms }) => {
    const unknown = new Map([...terms].filter(([name]) => hidden.has(name)));
    const right = [...terms].reduce(
      (sum, [name, factor]) => (hidden.has(name) ? sum : sum - factor * (values.get(name) ?? 0)),
      0,
    );
    return { terms: unknown, right };
  });
  return { hidden, values, equations: known.filter((each) => each.terms.size > 0) };
}

function equation(whole: string, parts: string[]): Equation {
  return { terms: new Map([[whole, -1], ...parts.map((part): [string, number] => [part, 1])]), right: 0 };
}

function expectSafe(tree: Map<string, Map<string, Numbers>>, sums: RowSum[]): void {
  const { hidden, values, equations } = release(tree, sums);
  for (const [name, value] of values) {
    if (value === 0 || value >= LEAST) continue;
    expect(hidden.has(name), `${name} = ${value} is told`).toBe(true);
    const free = equations.some((each) => each.terms.has(name));
    if (!free) continue;
    const bounds = boundsOf(name, equations);
    expect(bounds, `no numbers fit around ${name}`).not.toBeNull();
    if (bounds)
      expect(
        bounds.most - bounds.least,
        `${name} = ${value} within ${bounds.least}…${bounds.most}`,
      ).toBeGreaterThanOrEqual(LEAST - 0.001);
  }
}

const share = fc.tuple(fc.oneof(fc.nat(4), fc.nat(40)), fc.oneof(fc.nat(4), fc.nat(40)));

function shareRow([some, rest]: [number, number]): Numbers {
  return new Map([
    ['all', some + rest],
    ['some', some],
    ['rest', rest],
  ]);
}

function treeOf<Leaf>(shape: Leaf[][], row: (leaf: Leaf) => Numbers): Map<string, Map<string, Numbers>> {
  return new Map(
    shape.map((leaves, index) => [
      `m${index}`,
      new Map(leaves.map((leaf, place) => [`m${index}s${place}`, row(leaf)])),
    ]),
  );
}

describe('small numbers', () => {
  const one = (rows: Record<string, number>, hiddenTotals: string[] = []) =>
    suppress({
      rows: new Map(Object.entries(rows).map(([row, people]) => [row, new Map([['n', cell(people)]])])),
      sums: [],
      hiddenTotals: new Set(hiddenTotals),
      least: LEAST,
    });
  const names = (found: ReturnType<typeof one>) =>
    [...found].filter(([, columns]) => columns.has('n')).map(([row]) => row);

  it('tells everything when no group is small', () => {
    expect(names(one({ a: 5, b: 12, c: 0 }))).toEqual([]);
  });

  it('hides a small number and the smallest other one, so that the total does not give it away', () => {
    expect(names(one({ a: 3, b: 40, c: 12 }))).toEqual(['a', 'c']);
  });

  it('hides more while the hidden ones together leave less than five to guess', () => {
    expect(names(one({ a: 1, b: 2, c: 9, d: 30 }))).toEqual(['a', 'b', 'c']);
  });

  it('hides everything below a hidden total', () => {
    expect(names(one({ a: 8, b: 40 }, ['n']))).toEqual(['a', 'b']);
  });

  it('hides what a told number and its share would give away', () => {
    const cells = new Map([
      ['all', cell(20)],
      ['some', cell(18)],
      ['rest', cell(2)],
    ]);
    const found = suppress({ rows: new Map([['a', cells]]), sums: shareSums, hiddenTotals: null, least: LEAST });
    expect([...(found.get('a') ?? [])].sort()).toEqual(['rest', 'some']);
  });
});

describe('no told number gives a hidden one away', () => {
  it('in shares of one table and the tables below it', () => {
    const shape = fc.array(fc.array(share, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(shape, (leaves) => expectSafe(treeOf(leaves, shareRow), shareSums)),
      { numRuns: 400 },
    );
  });
});
