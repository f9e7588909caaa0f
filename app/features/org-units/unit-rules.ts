import type { Day, Id } from '#db/schema.ts';
import { mayStandUnder, type UnitKind } from './unit.ts';

/** Rules an act on a unit may break; constraints of the database bear the same codes. */
export type UnitRule =
  | 'kind-not-under-parent'
  | 'root-only-once'
  | 'parent-closed'
  | 'starts-before-parent'
  | 'unit-closed'
  | 'change-in-future'
  | 'change-before-current'
  | 'moves-under-itself'
  | 'moves-to-another-region'
  | 'region-stays'
  | 'already-there'
  | 'ends-before-start'
  | 'ends-too-late'
  | 'children-open'
  | 'people-employed'
  | 'mentorships-live'
  | 'routes-open'
  | 'org-unit-one-federation'
  | 'org-unit-name-overlaps'
  | 'org-unit-parent-overlaps';

/** What the rules need of a unit. */
export interface UnitFacts {
  id: Id;
  kind: UnitKind;
  regionId: Id | null;
  startedOn: Day;
  endedOn: Day | null;
}

/** Why a unit of this kind may not be added there; `parent` is null for the root of the tree. */
export function ruleAgainstAdding(kind: UnitKind, startedOn: Day, parent: UnitFacts | null): UnitRule | null {
  if (parent === null) return kind === 'federation' ? null : 'kind-not-under-parent';
  if (!mayStandUnder(kind, parent.kind)) return 'kind-not-under-parent';
  if (startedOn < parent.startedOn) return 'starts-before-parent';
  return parent.endedOn === null ? null : 'parent-closed';
}

/** Why the name or parent of a unit may not change from this day; `currentSince` is the first day of what is in force. */
export function ruleAgainstChange(unit: UnitFacts, from: Day, currentSince: Day, today: Day): UnitRule | null {
  if (unit.endedOn !== null) return 'unit-closed';
  if (from > today) return 'change-in-future';
  return from < currentSince ? 'change-before-current' : null;
}

/** Why the unit may not move under that parent; `isBelow` tells that the parent stands below the unit or is it. */
export function ruleAgainstMoving(unit: UnitFacts, parent: UnitFacts, isBelow: boolean, from: Day): UnitRule | null {
  if (unit.kind === 'region' || unit.kind === 'federation') return 'region-stays';
  if (isBelow) return 'moves-under-itself';
  if (!mayStandUnder(unit.kind, parent.kind)) return 'kind-not-under-parent';
  if (parent.regionId !== unit.regionId) return 'moves-to-another-region';
  if (from < parent.startedOn) return 'starts-before-parent';
  return parent.endedOn === null ? null : 'parent-closed';
}

/** What still lives in a unit after the day it is to be closed on. */
export interface LifeAfter {
  children: number;
  employments: number;
  mentorships: number;
  routes: number;
}

const LONGEST_AHEAD_DAYS = 366;

/** Why the unit may not end on this day; `currentSince` is the first day of its name and place in force. */
export function ruleAgainstClosing(
  unit: UnitFacts,
  endedOn: Day,
  currentSince: Day,
  daysAhead: number,
  life: LifeAfter,
): UnitRule | null {
  if (unit.endedOn !== null) return 'unit-closed';
  if (endedOn < currentSince) return 'ends-before-start';
  if (daysAhead > LONGEST_AHEAD_DAYS) return 'ends-too-late';
  return ruleAgainstLife(life);
}

/** Why a unit with such life in it may not be closed at all; shown before anybody fills the form. */
export function ruleAgainstLife(life: LifeAfter): UnitRule | null {
  if (life.children > 0) return 'children-open';
  if (life.mentorships > 0) return 'mentorships-live';
  if (life.routes > 0) return 'routes-open';
  return life.employments > 0 ? 'people-employed' : null;
}
