import type { Id } from '#db/schema.ts';
import {
  type Counter,
  type Counters,
  countOf,
  type Indicator,
  type IndicatorId,
  indicatorsOf,
  indicatorValue,
  type Stage,
} from './monitoring-indicators.ts';
import { type Period, partsOf } from './monitoring-period.ts';
import type { Release } from './monitoring-release.ts';

/** A number, or why there is none: a group too small to tell of, nothing to count of, or not counted for this period. */
export type NumberState = 'told' | 'small' | 'nothing' | 'yearOnly';

/** An indicator of a unit as printed; whatever is not told is null. */
export interface Figure {
  indicator: IndicatorId;
  state: NumberState;
  /** Share 0…1 or ratio. */
  value: number | null;
  part: number | null;
  whole: number | null;
}

/** A unit's row: three plain numbers and its indicators. */
export interface UnitRow {
  unitId: Id;
  name: string;
  organisations: number;
  mentorships: number | null;
  mentees: number | null;
  figures: Figure[];
}

/** A unit as counted. */
export interface CountedUnit {
  unitId: Id;
  name: string;
  counters: Counters;
}

/** The table of a stage: a row a child and the totals; page, PDF and XLSX show this and nothing else. */
export interface MonitoringTable {
  stage: Stage;
  rows: UnitRow[];
  total: UnitRow;
}

/** Makes the table of what may be told. */
export function monitoringTable(
  stage: Stage,
  period: Period,
  unit: CountedUnit,
  children: readonly CountedUnit[],
  release: Release,
): MonitoringTable {
  const row = (counted: CountedUnit) => unitRow(stage, period, counted, release);
  return { stage, rows: children.map(row), total: row(unit) };
}

function unitRow(stage: Stage, period: Period, { unitId, name, counters }: CountedUnit, release: Release): UnitRow {
  const { part } = partsOf(period);
  const told = (counter: Counter) => (release(unitId, part, counter) ? countOf(counters, counter) : null);
  return {
    unitId,
    name,
    organisations: countOf(counters, 'organisations'),
    mentorships: told('mentorships'),
    mentees: told('mentees'),
    figures: indicatorsOf(stage).map((indicator) => figureOf(indicator, told, part !== 'year')),
  };
}

function figureOf(indicator: Indicator, told: (counter: Counter) => number | null, isHalf: boolean): Figure {
  const none = { indicator: indicator.id, value: null, part: null, whole: null };
  if (isHalf && indicator.isYearOnly) return { ...none, state: 'yearOnly' };
  const [part, whole] = [told(indicator.part), told(indicator.whole)];
  if (part === null || whole === null) return { ...none, part, whole, state: 'small' };
  const value = indicatorValue(part, whole);
  return { indicator: indicator.id, value, part, whole, state: value === null ? 'nothing' : 'told' };
}

/** What rows may be sorted by: the name, a plain number, or an indicator. */
export type SortKey = 'name' | 'organisations' | 'mentorships' | 'mentees' | IndicatorId;

/** Rows in another order; what is not told stands last, so that the order says nothing about it. */
export function sortedRows(rows: readonly UnitRow[], key: SortKey, isDown: boolean): UnitRow[] {
  const byName = (a: UnitRow, b: UnitRow) => a.name.localeCompare(b.name, 'ru') || (a.unitId < b.unitId ? -1 : 1);
  const sign = isDown ? -1 : 1;
  if (key === 'name') return [...rows].sort((a, b) => sign * byName(a, b));
  const number = (row: UnitRow): number | null => {
    if (key === 'organisations' || key === 'mentorships' || key === 'mentees') return row[key];
    return row.figures.find((figure) => figure.indicator === key)?.value ?? null;
  };
  return [...rows].sort((a, b) => {
    const [left, right] = [number(a), number(b)];
    if (left === null || right === null) return left === right ? byName(a, b) : left === null ? 1 : -1;
    return sign * (left - right) || byName(a, b);
  });
}
