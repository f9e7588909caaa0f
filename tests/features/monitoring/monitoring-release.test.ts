import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Counter,
  type Counters,
  countOf,
  indicators,
  LEAST_PEOPLE,
  peopleBehind,
} from '#app/features/monitoring/monitoring-indicators.ts';
import { type Release, releaseOf, type YearCounters } from '#app/features/monitoring/monitoring-release.ts';
import { boundsOf, type Equation } from './bounds.ts';
import { flows, type Leaf, leaf, states, type Year, yearOf } from './school-years.ts';

type Tree = Map<string, Map<string, Year>>;

const told: Counter[] = [...new Set(indicators.flatMap((indicator) => [indicator.part, indicator.whole]))];
/** Pairs where the second is counted inside the first, written down anew from the definitions. */
const inside: [Counter, Counter][] = [
  ['youngTeachers', 'youngTeachersMentored'],
  ['planItemsDue', 'planItemsOnTime'],
  ['mentorships', 'mentorshipsFullPapers'],
  ['mentorships', 'mentorshipsAcross'],
  ['labourMentors', 'labourMentorsPaid'],
  ['mentorSeats', 'mentors'],
  ['mentors', 'labourMentors'],
  ['routeStepsDue', 'routeStepsClosed'],
  ['mentees', 'menteesInnovating'],
  ['mentees', 'youngTeachersMentored'],
  ['newcomers', 'newcomersStayed'],
  ['highestCategory', 'mentorCategory'],
];
function add(units: Iterable<Year>): Year {
  const total: Year = {};
  for (const unit of units)
    for (const part of ['year', 'h1', 'h2'] as const) {
      if (!unit[part]) continue;
      const sum = total[part] ?? {};
      for (const [counter, value] of Object.entries(unit[part])) sum[counter] = (sum[counter] ?? 0) + value;
      total[part] = sum;
    }
  return total;
}

/** Everything a viewer of the topmost unit can look up and write down, page by page. */
function whatIsTold(tree: Tree, known: { unit: string; middle: string } | null) {
  const middle = new Map([...tree].map(([name, leaves]) => [name, add(leaves.values())]));
  const top = add(middle.values());
  const units = new Map<string, Year>([
    ['top', top],
    ...middle,
    ...[...tree.values()].flatMap((leaves) => [...leaves]),
  ]);
  const knownUnits = known
    ? [{ unitIds: [known.unit, known.middle, 'top'], counters: asCounters(units.get(known.unit) ?? {}) }]
    : [];
  const releases = new Map<string, Release>();
  for (const [name, leaves] of [['', new Map()] as [string, Map<string, Year>], ...tree]) {
    const path = [{ unitId: 'top', children: children(middle) }];
    if (name) path.push({ unitId: name, children: children(leaves) });
    const release = releaseOf({ top: { unitId: 'top', counters: asCounters(top) }, path, known: knownUnits });
    if (!name) for (const unit of ['top', ...middle.keys()]) releases.set(unit, release);
    else for (const unit of leaves.keys()) releases.set(unit, release);
  }
  return { units, releases, middle };
}

function asCounters(year: Year): YearCounters {
  return year as YearCounters;
}

function children(rows: Map<string, Year>) {
  return new Map([...rows].map(([name, year]) => [name, asCounters(year)]));
}

function equationsOf(tree: Tree, units: Map<string, Year>): Equation[] {
  const equations: Equation[] = [];
  const say = (whole: string, parts: string[]) =>
    equations.push({ terms: new Map([[whole, -1], ...parts.map((part): [string, number] => [part, 1])]), right: 0 });
  const parents: [string, string[]][] = [
    ['top', [...tree.keys()]],
    ...[...tree].map(([name, leaves]): [string, string[]] => [name, [...leaves.keys()]]),
  ];
  for (const part of ['year', 'h1', 'h2'] as const) {
    if (!units.get('top')?.[part]) continue;
    for (const counter of told)
      for (const [parent, below] of parents)
        say(
          `${parent}/${part}/${counter}`,
          below.map((unit) => `${unit}/${part}/${counter}`),
        );
    for (const unit of units.keys())
      for (const [whole, some] of inside)
        say(`${unit}/${part}/${whole}`, [`${unit}/${part}/${some}`, `${unit}/${part}/${whole}-${some}`]);
  }
  const hasSecond = Boolean(units.get('top')?.h2);
  for (const unit of units.keys())
    for (const counter of told) {
      const [year, h1, h2] = [`${unit}/year/${counter}`, `${unit}/h1/${counter}`, `${unit}/h2/${counter}`];
      if (!hasSecond && !counter.startsWith('newcomers')) say(year, [h1]);
      if (hasSecond && flows.includes(counter)) say(year, [h1, h2]);
      if (hasSecond && states.includes(counter)) say(year, [h2]);
    }
  return equations;
}

function expectSafe(tree: Tree, known: { unit: string; middle: string } | null): number {
  const { units, releases } = whatIsTold(tree, known);
  const values = new Map<string, number>();
  const open = new Set<string>();
  const small: string[] = [];
  for (const [unit, year] of units)
    for (const part of ['year', 'h1', 'h2'] as const) {
      const counters: Counters | undefined = year[part];
      if (!counters) continue;
      for (const counter of told) {
        const name = `${unit}/${part}/${counter}`;
        values.set(name, countOf(counters, counter));
        if (releases.get(unit)?.(unit, part, counter)) open.add(name);
        const people = countOf(counters, peopleBehind[counter] ?? counter);
        if (people > 0 && people < LEAST_PEOPLE && unit !== known?.unit) {
          expect(open.has(name), `${name} = ${people} is told`).toBe(false);
          small.push(name);
        }
      }
      for (const [whole, some] of inside) {
        if (whole === 'mentorSeats') continue;
        const rest = countOf(counters, whole) - countOf(counters, some);
        if (rest > 0 && rest < LEAST_PEOPLE && unit !== known?.unit) small.push(`${unit}/${part}/${whole}-${some}`);
      }
    }
  const equations = equationsOf(tree, units).map(({ terms }) => ({
    terms: new Map([...terms].filter(([name]) => !open.has(name))),
    right: [...terms].reduce(
      (sum, [name, factor]) => (open.has(name) ? sum - factor * (values.get(name) ?? 0) : sum),
      0,
    ),
  }));
  const usable = equations.filter((equation) => equation.terms.size > 0);
  for (const name of small.filter((each) => !isKnown(each, known, values)).slice(0, 12)) {
    if (!usable.some((equation) => equation.terms.has(name))) continue;
    const bounds = boundsOf(name, usable);
    expect(bounds, `nothing fits around ${name}`).not.toBeNull();
    if (bounds)
      expect(bounds.most - bounds.least, `${name} within ${bounds.least}…${bounds.most}`).toBeGreaterThan(roomOf(name));
  }
  return open.size;
}

/** Nothing about others is left of the number once what the viewer's own school has is taken away. */
function isKnown(name: string, known: { unit: string; middle: string } | null, values: Map<string, number>): boolean {
  const [unit, part, column = ''] = name.split('/');
  if (!known || (unit !== 'top' && unit !== known.middle)) return false;
  const left = (counter: string) =>
    (values.get(`${unit}/${part}/${counter}`) ?? 0) - (values.get(`${known.unit}/${part}/${counter}`) ?? 0);
  const [whole = '', some] = column.split('-');
  const people = some ? left(whole) - left(some) : left(whole);
  return people === 0 || people >= LEAST_PEOPLE;
}

/** A number of the tables keeps five possible values; a difference of two of them is only not found out. */
function roomOf(name: string): number {
  return name.includes('-') ? 0.5 : LEAST_PEOPLE - 1.01;
}

const shape = fc.array(fc.array(leaf, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 3 });

function treeOf(leaves: Leaf[][], hasSecond: boolean): Tree {
  return new Map(
    leaves.map((row, index) => [
      `m${index}`,
      new Map(row.map((one, place) => [`m${index}s${place}`, yearOf(one, hasSecond)])),
    ]),
  );
}

describe('what a ministry is told of a school year', { timeout: 120_000 }, () => {
  it('never gives a group of one to four away, neither by sums, nor by the other periods, nor on another page', () => {
    fc.assert(
      fc.property(shape, fc.boolean(), (leaves, hasSecond) => {
        expectSafe(treeOf(leaves, hasSecond), null);
      }),
      { numRuns: 80 },
    );
  });

  it('nor to somebody who is also the head of a school below', () => {
    fc.assert(
      fc.property(shape, fc.boolean(), (leaves, hasSecond) => {
        expectSafe(treeOf(leaves, hasSecond), { unit: 'm0s0', middle: 'm0' });
      }),
      { numRuns: 40 },
    );
  });

  it('tells everything when every group is large', () => {
    const large = {
      mentored: 20,
      seniors: 30,
      innovating: 5,
      labour: 40,
      others: 20,
      paid: 5,
      seats: 20,
      pairs: 60,
      full: 5,
      across: 5,
      onTime: 50,
      late: 20,
      closed: 30,
      open: 20,
    };
    const one: Leaf = { h1: large, h2: large, unmentored: 10, above: 12, highest: 30, stayed: 15, gone: 9 };
    const tree = treeOf(
      [
        [one, one],
        [one, one, one],
      ],
      true,
    );
    expect(expectSafe(tree, null)).toBe(8 * 3 * told.length);
  });

  it('before the second half begins, tells the year and the first half alike', () => {
    fc.assert(
      fc.property(shape, (leaves) => {
        const { releases, units } = whatIsTold(treeOf(leaves, false), null);
        for (const unit of units.keys())
          for (const counter of told)
            expect(releases.get(unit)?.(unit, 'h1', counter)).toBe(releases.get(unit)?.(unit, 'year', counter));
      }),
      { numRuns: 50 },
    );
  });
});
