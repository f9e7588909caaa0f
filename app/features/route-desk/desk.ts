import { addYears } from '#app/core/dates.ts';
import type { Day } from '#db/schema.ts';

/**
 * The tutor's desk: the own case load with what waits in it, the reading of products, the talk about steps, and one
 * offer proposed to many routes at once. Sources: 002-14, M-15, M-38.
 */
export const DESK_FILTERS = [
  'all',
  'overdue',
  'waits',
  'unmeasured',
  'uncorrected',
  'cycle',
  'silent',
  'paused',
] as const;

/** How the desk is narrowed. */
export type DeskFilter = (typeof DESK_FILTERS)[number];

/** Days before the end of a yearly cycle in which it is called near; product's own choice (P). */
export const CYCLE_SOON_DAYS = 30;

/** Days without anything from the owner after which a route is called silent; product's own choice (P), after BR-27. */
export const SILENT_DAYS = 60;

/** The most routes one offer is proposed to at once. */
export const MOST_IN_GROUP = 20;

/** Groups of fewer people than this are not told to those who may not see names. Source: BR-44. */
export const LEAST_TOLD = 5;

/** Why an act at the desk is refused; names of database constraints among them. */
export type DeskRule =
  | 'step-not-closed-yet'
  | 'product-already-read'
  | 'nothing-asked-for'
  | 'remark-needs-text'
  | 'plan-due-before-start'
  | 'group-empty'
  | 'group-too-large'
  | 'group-nobody-fits'
  | 'group-offer-closed'
  | 'group-already-undone'
  | 'group-all-seen'
  | 'proposal-answered'
  | 'handover-same-tutor'
  | 'handover-nothing';

/** Why a route does not take part in a group plan. */
export type GroupRefusal = 'not-active' | 'paused' | 'days-outside' | 'no-gap' | 'already-planned';

/** What a route is asked for a group plan. */
export interface GroupRoute {
  state: string;
  startedOn: Day;
  endedOn: Day;
  isPaused: boolean;
  hasOffer: boolean;
  /** A deficit is open in the area of the plan. */
  hasGap: boolean;
}

/** Why the offer cannot be proposed to this route on these days; null when it can. */
export function ruleAgainstProposing(route: GroupRoute, days: { startsOn: Day; dueOn: Day }): GroupRefusal | null {
  if (route.state !== 'active') return 'not-active';
  if (route.isPaused) return 'paused';
  if (days.startsOn < route.startedOn || days.dueOn > route.endedOn) return 'days-outside';
  if (!route.hasGap) return 'no-gap';
  return route.hasOffer ? 'already-planned' : null;
}

/** The last day of the yearly cycle the day falls into, of a route that started on a day. */
export function cycleEnd(startedOn: Day, today: Day): Day {
  let years = 1;
  while (addYears(startedOn, years) <= today) years += 1;
  return new Date(Date.parse(`${addYears(startedOn, years)}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
}
