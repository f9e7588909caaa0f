import type { Id } from '#db/schema.ts';
import {
  COUNTERS,
  type Counter,
  type Counters,
  countOf,
  indicators,
  LEAST_PEOPLE,
  peopleBehind,
} from './monitoring-indicators.ts';
import { PARTS, type Part } from './monitoring-period.ts';
import { type Cell, type Hidden, type RowSum, suppress } from './suppress.ts';

/**
 * What of a school year's counters may be told to a viewer who does not see the records. The release goes from the
 * topmost unit within the viewer's reach down to the unit asked about: what was decided about a unit in the table it
 * is a row of holds when it is the total of its own table. The year and its halves are decided together, because a
 * half is the difference of the year and the other half.
 */
export type YearCounters = Readonly<Partial<Record<Part, Counters>>>;

/** A unit with what is directly below it; `children` of the topmost unit alone are absent for leaves. */
export interface ReleaseTable {
  readonly unitId: Id;
  readonly children: ReadonlyMap<Id, YearCounters>;
}

/** The path from the topmost unit of the viewer to the unit asked about. */
export interface ReleaseInput {
  readonly top: { readonly unitId: Id; readonly counters: YearCounters };
  readonly path: readonly ReleaseTable[];
  /** Units below whose numbers the viewer sees in full anyway, with all their ancestors on the path. */
  readonly known: readonly { readonly unitIds: readonly Id[]; readonly counters: YearCounters }[];
}

/** Answers whether a counter of a unit may be told. */
export type Release = (unitId: Id, part: Part, counter: Counter) => boolean;

/** Everything may be told: for those who see the records. */
export const fullRelease: Release = () => true;

/** Counters that grow from day to day of the period, so that the halves add up to the year. */
const FLOWS: readonly Counter[] = [
  'planItemsDue',
  'planItemsOnTime',
  'routeStepsDue',
  'routeStepsClosed',
  'newcomers',
  'newcomersStayed',
];
/** Counters of the state on the cut, so that the year's are those of its latest half. */
const STATES: readonly Counter[] = ['youngTeachers', 'highestCategory', 'mentorCategory'];
/** People counted in two indicators: whoever knows both numbers knows those who are only in the wider one. */
const INSIDE: readonly (readonly [Counter, Counter])[] = [
  ['mentees', 'youngTeachersMentored'],
  ['mentors', 'labourMentors'],
];
const LATE: Readonly<Partial<Record<Counter, Counter>>> = {
  planItemsOnTime: 'planPeopleLate',
  routeStepsClosed: 'routePeopleOpen',
};
const TOLD = COUNTERS.filter((counter) => counter !== 'organisations' && !/People/.test(counter));

/** Decides what may be told along the path. */
export function releaseOf(input: ReleaseInput): Release {
  const parts = PARTS.filter((part) => input.top.counters[part]);
  const sums = sumsOf(parts);
  const decided = new Map<string, ReadonlySet<string>>();
  const decide = (rows: ReadonlyMap<Id, YearCounters>, hiddenTotals: ReadonlySet<string> | null) => {
    const cells = new Map([...rows].map(([id, counters]) => [id, cellsOf(residual(id, counters, input), parts)]));
    const hidden: Hidden = suppress({ rows: cells, sums, hiddenTotals, least: LEAST_PEOPLE });
    for (const [id, columns] of hidden) decided.set(id, columns);
  };
  decide(new Map([[input.top.unitId, input.top.counters]]), null);
  for (const table of input.path) {
    const known = new Set(input.known.map((unit) => unit.unitIds[0]));
    const rows = new Map([...table.children].filter(([id]) => !known.has(id)));
    decide(rows, decided.get(table.unitId) ?? new Set());
    for (const id of known) if (id && table.children.has(id)) decided.set(id, new Set());
  }
  return (unitId, part, counter) =>
    counter === 'organisations' || !(decided.get(unitId)?.has(columnOf(part, counter)) ?? true);
}

function columnOf(part: Part, counter: string): string {
  return `${part}:${counter}`;
}

/** Columns that nobody is shown but anybody can subtract. */
function restOf(whole: Counter, part: Counter): string {
  return `${whole}-${part}`;
}

function cellsOf(counters: YearCounters, parts: readonly Part[]): Map<string, Cell> {
  const cells = new Map<string, Cell>();
  for (const period of parts) {
    const of = counters[period] ?? {};
    for (const counter of TOLD) {
      cells.set(columnOf(period, counter), { people: countOf(of, peopleBehind[counter] ?? counter) });
    }
    for (const [whole, part] of wholes()) {
      const late = LATE[part];
      const people = late ? countOf(of, late) : Math.max(0, countOf(of, whole) - countOf(of, part));
      cells.set(columnOf(period, restOf(whole, part)), { people });
    }
  }
  return cells;
}

function wholes(): (readonly [Counter, Counter])[] {
  const shares = indicators.filter((each) => each.kind === 'share').map((each) => [each.whole, each.part] as const);
  return [...shares, ...INSIDE];
}

function sumsOf(parts: readonly Part[]): RowSum[] {
  const inside = parts.flatMap((period) => {
    const column = (counter: string) => columnOf(period, counter);
    const shares = wholes().map(([whole, part]): RowSum => {
      const [all, some, rest] = [column(whole), column(part), column(restOf(whole, part))];
      return { whole: all, parts: [some, rest], order: [rest, some, all] };
    });
    const seats = {
      whole: column('mentorSeats'),
      parts: [column('mentors')],
      order: [column('mentorSeats'), column('mentors')],
    } as const;
    return [...shares, seats];
  });
  return [...inside, ...sumsOverTime(parts)];
}

function sumsOverTime(parts: readonly Part[]): RowSum[] {
  if (!parts.includes('year') || !parts.includes('h1')) return [];
  const hasSecond = parts.includes('h2');
  const columns = [...TOLD, ...wholes().map(([whole, part]) => restOf(whole, part))];
  return columns.flatMap((counter): RowSum[] => {
    const [year, first, second] = [columnOf('year', counter), columnOf('h1', counter), columnOf('h2', counter)];
    if (!hasSecond) return [{ whole: year, parts: [first], order: [first, year] }];
    const base = counter.split('-')[0];
    if (FLOWS.some((flow) => flow === base))
      return [{ whole: year, parts: [first, second], order: [second, year, first] }];
    return STATES.some((state) => state === base) ? [{ whole: year, parts: [second], order: [second, year] }] : [];
  });
}

/** The unit's counters less those of units below it whose numbers the viewer has in full. */
function residual(unitId: Id, counters: YearCounters, { known }: ReleaseInput): YearCounters {
  const inside = known.filter((unit) => unit.unitIds.slice(1).includes(unitId));
  if (inside.length === 0) return counters;
  const left: Partial<Record<Part, Counters>> = {};
  for (const part of PARTS) {
    const own = counters[part];
    if (!own) continue;
    left[part] = Object.fromEntries(
      COUNTERS.map((counter) => [
        counter,
        countOf(own, counter) - inside.reduce((sum, unit) => sum + countOf(unit.counters[part] ?? {}, counter), 0),
      ]),
    );
  }
  return left;
}
