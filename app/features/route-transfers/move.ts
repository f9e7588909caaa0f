import { addDays } from '#app/core/dates.ts';
import type { Day } from '#db/schema.ts';

/**
 * Moves: a teacher goes to another organisation or region, and the route follows only by the owner's consent; long leaves
 * during which a route rests; an end before the term. Sources: 002-34, BR-22, M-14.
 */
export const PAUSE_REASONS = ['parental', 'illness', 'service', 'study', 'other'] as const;

/** Why a route rests. */
export type PauseReason = (typeof PAUSE_REASONS)[number];

/** Why a route ends before its term. */
export const EARLY_REASONS = ['reached', 'left_profession', 'other_path', 'other'] as const;

/** One of those reasons. */
export type EarlyReason = (typeof EARLY_REASONS)[number];

/** Why an act is refused; names of database constraints among them. */
export type MoveRule =
  | 'move-already-asked'
  | 'person-move-elsewhere'
  | 'move-too-early'
  | 'move-too-late'
  | 'move-answered'
  | 'move-unit-closed'
  | 'transfer-answered'
  | 'transfer-no-centre'
  | 'transfer-outdated'
  | 'route-already-paused'
  | 'route-not-paused'
  | 'pause-expected-before-start'
  | 'pause-outside-route'
  | 'return-before-pause'
  | 'plan-item-not-own'
  | 'plan-item-taken';

/** How far from today the first day of work may lie. */
const MOST_DAYS_BACK = 90;

/** What stands against moving on this day; null when nothing does. */
export function ruleAgainstMoveDay(startsOn: Day, today: Day): MoveRule | null {
  if (startsOn > today) return 'move-too-early';
  return startsOn < addDays(today, -MOST_DAYS_BACK) ? 'move-too-late' : null;
}
