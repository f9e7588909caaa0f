import { daysBetween } from '#app/core/dates.ts';
import type { Day, Id } from '#db/schema.ts';

/**
 * The four obligatory documents of an organisation that runs mentoring: the order of introduction with the regulation, the
 * road map, the orders of assignment, the personalised programmes. Which is missing, which has grown old. Source: DOMAIN 2.2.
 */
export const SET_ITEMS = ['introduction_order', 'regulation', 'road_map', 'assignment_order', 'programme'] as const;

/** One document of the set. */
export type SetItem = (typeof SET_ITEMS)[number];

/** How a document of the set stands. */
export type SetState =
  | { kind: 'there'; actId: Id | null; since: Day | null }
  | { kind: 'old'; actId: Id; since: Day }
  | { kind: 'inWork'; actId: Id }
  | { kind: 'missing'; count: number };

/** After how many days a document should be looked through again; our proposal, not a rule of law. */
const OLD_AFTER_DAYS: Partial<Record<SetItem, number>> = { regulation: 5 * 365, road_map: 2 * 365 };

/** What is known of an organisation's documents of one kind. */
export interface SetFacts {
  inForce: { id: Id; since: Day } | null;
  inWork: Id | null;
  /** Mentorships that still want such a document. */
  wanting: number;
}

/** How a document of the set stands today. */
export function setState(item: SetItem, facts: SetFacts, today: Day): SetState {
  const { inForce, inWork, wanting } = facts;
  const isOfPairs = item === 'assignment_order' || item === 'programme';
  if (isOfPairs && wanting === 0) return { kind: 'there', actId: inForce?.id ?? null, since: inForce?.since ?? null };
  if (!isOfPairs && inForce && !isOld(item, inForce.since, today)) {
    return { kind: 'there', actId: inForce.id, since: inForce.since };
  }
  if (inWork) return { kind: 'inWork', actId: inWork };
  if (!isOfPairs && inForce) return { kind: 'old', actId: inForce.id, since: inForce.since };
  return { kind: 'missing', count: wanting };
}

function isOld(item: SetItem, since: Day, today: Day): boolean {
  const limit = OLD_AFTER_DAYS[item];
  return limit !== undefined && daysBetween(since, today) > limit;
}

/** Whether nothing of the set is missing or old. */
export function isWhole(states: readonly SetState[]): boolean {
  return states.every(({ kind }) => kind === 'there');
}
