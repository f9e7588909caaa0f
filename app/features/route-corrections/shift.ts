import { addDays, addYears, daysBetween } from '#app/core/dates.ts';
import type { Day, Id } from '#db/schema.ts';
import { routeEnd } from '../educational-routes/route.ts';

/**
 * A shift of a route's first day: proposed by the tutor or the head of the centre, made by the owner's consent alone;
 * due days of open steps and the years of the route follow. Source: BR-22, issue of routes («due dates follow a shifted
 * start by consent»).
 */
export type ShiftRule =
  | 'shift-same-day'
  | 'shift-after-closed-step'
  | 'shift-after-review'
  | 'shift-already-over'
  | 'shift-too-late'
  | 'shift-already-answered'
  | 'shift-already-proposed'
  | 'route-overlaps';

/** Why a route may not start on the new day; null when it may. */
export function ruleAgainstShift(
  route: { startedOn: Day; years: number; firstReviewed: boolean; closedFrom: Day | null },
  newStartOn: Day,
  today: Day,
): ShiftRule | null {
  if (newStartOn === route.startedOn) return 'shift-same-day';
  if (route.firstReviewed) return 'shift-after-review';
  if (routeEnd(newStartOn, route.years) < today) return 'shift-already-over';
  if (newStartOn > addYears(today, 1)) return 'shift-too-late';
  return route.closedFrom !== null && route.closedFrom < newStartOn ? 'shift-after-closed-step' : null;
}

/** Days of an open step after the shift, kept inside the route. */
export function shiftedStep<T extends { id: Id; startedOn: Day; dueOn: Day }>(
  step: T,
  route: { startedOn: Day; years: number },
  newStartOn: Day,
): { id: Id; startedOn: Day; dueOn: Day } {
  const days = daysBetween(route.startedOn, newStartOn);
  const last = routeEnd(newStartOn, route.years);
  const dueOn = addDays(step.dueOn, days);
  const startedOn = addDays(step.startedOn, days);
  const due = dueOn > last ? last : dueOn;
  return { id: step.id, startedOn: startedOn > due ? due : startedOn, dueOn: due };
}
