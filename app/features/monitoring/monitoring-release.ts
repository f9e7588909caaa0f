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
import { type Cell, type RowSum, suppress } from './suppress.ts';

/**
 * What of a school year's counters may be told to a viewer who does not see the records. The release goes from the
 * topmost unit within the viewer's reach down to the unit asked about: what was decided about a unit in the table it
 * is a row of holds when it is the total of its own table. The year and its halves are decided together, because they
 * can be subtracted from each other.
 */
export type YearCounters = Readonly<Partial<Record<Part, Counters>>>;

/** A unit with what is directly below it. */
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

/** Counters of what falls due on a day: the year's are those of the halves, so they are told only if both halves are. */
const FLOWS: readonly Counter[] = ['planItemsDue', 'planItemsOnTime', 'routeStepsDue', 'routeStepsClosed'];
/** Counters of the state on the cut: the year's and its second half's are one number. */
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
  const sums = parts.flatMap((part) => sumsOf(part, parts));
  const decided = new Map<string, ReadonlySet<string>>();
  const decide = (rows: ReadonlyMap<Id, YearCounters>, hiddenTotals: ReadonlySet<string> | null) => {
    const cells = new Map(
      [...rows].map(([id, counters]) => [id, cellsOf(counters, residual(id, counters, input), parts)]),
    );
    for (const [id, columns] of suppress({ rows: cells, sums, hiddenTotals, least: LEAST_PEOPLE }))
      decided.set(id, columns);
  };
  decide(new Map([[input.top.unitId, input.top.counters]]), null);
  const known = new Set(input.known.map((unit) => unit.unitIds[0]));
  for (const table of input.path) {
    decide(new Map([...table.children].filter(([id]) => !known.has(id))), decided.get(table.unitId) ?? new Set());
  }
  return (unitId, part, counter) => {
    if (counter === 'organisations' || known.has(unitId)) return true;
    const columns = decided.get(unitId);
    return columns !== undefined && sourcesOf(part, counter, parts).every((column) => !columns.has(column));
  };
}

/** The columns a number is decided by. Before the second half begins, the year and the first half are the same. */
function sourcesOf(part: Part, counter: Counter, parts: readonly Part[]): string[] {
  const isHalved = parts.includes('h2');
  if (part === 'year' && isHalved && FLOWS.includes(counter)) return [`h1:${counter}`, `h2:${counter}`];
  return [columnOf(part, counter, parts)];
}

function columnOf(part: Part, counter: string, parts: readonly Part[]): string {
  if (!parts.includes('h2')) return `year:${counter}`;
  return part === 'year' && STATES.some((state) => state === counter) ? `h2:${counter}` : `${part}:${counter}`;
}

/** Columns that nobody is shown but anybody can subtract. */
function restOf(whole: Counter, part: Counter): string {
  return `${whole}-${part}`;
}

function cellsOf(counters: YearCounters, unknown: YearCounters, parts: readonly Part[]): Map<string, Cell> {
  const cells = new Map<string, Cell>();
  for (const period of [...parts].reverse()) {
    const [own, all] = [unknown[period] ?? {}, counters[period] ?? {}];
    const write = (counter: string, value: number, people: (of: Counters) => number) =>
      cells.set(columnOf(period, counter, parts), { value, people: people(own), printed: people(all) });
    for (const counter of TOLD) {
      write(counter, countOf(own, counter), (of) => countOf(of, peopleBehind[counter] ?? counter));
    }
    for (const [whole, part] of wholes()) {
      const late = LATE[part];
      const left = (of: Counters) => Math.max(0, countOf(of, whole) - countOf(of, part));
      write(restOf(whole, part), left(own), (of) => (late ? countOf(of, late) : left(of)));
    }
  }
  return cells;
}

function wholes(): (readonly [Counter, Counter])[] {
  const shares = indicators.filter((each) => each.kind === 'share').map((each) => [each.whole, each.part] as const);
  return [...shares, ...INSIDE];
}

function sumsOf(period: Part, parts: readonly Part[]): RowSum[] {
  const column = (counter: string) => columnOf(period, counter, parts);
  const shares = wholes()
    .filter(([whole]) => !(period === 'year' && parts.includes('h2') && FLOWS.includes(whole)))
    .map(([whole, part]): RowSum => {
      const [all, some, rest] = [column(whole), column(part), column(restOf(whole, part))];
      return { whole: all, parts: [some, rest], isTogether: whole === 'youngTeachers' };
    });
  const [seats, mentors] = [column('mentorSeats'), column('mentors')];
  return [...shares, { whole: seats, parts: [mentors] }];
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
