import type { Day } from '#db/schema.ts';
import type { ActState } from './local-act.ts';

/**
 * When an approved act binds: from a day, until a day, each inclusive. Whether it does is asked about a day and never
 * stored, so "as of a date" can always be answered (D5). A new version ends the old one on the day before its own first.
 */
export const FORCES = ['upcoming', 'inForce', 'superseded', 'repealed'] as const;

/** How an approved act stands on a day. */
export type ActForce = (typeof FORCES)[number];

/** Days of an act. */
export interface ForceFacts {
  state: ActState;
  inForceOn: Day | null;
  endedOn: Day | null;
  endGround: string | null;
}

/** How the act stands on the day; null for one that is not approved. */
export function forceOn(act: ForceFacts, day: Day): ActForce | null {
  if (act.state !== 'approved' || act.inForceOn === null) return null;
  if (act.endedOn !== null && day > act.endedOn) return act.endGround === 'superseded' ? 'superseded' : 'repealed';
  return day < act.inForceOn ? 'upcoming' : 'inForce';
}

/** Why an act cannot lose force by this decision now; null when it can. */
export function ruleAgainstEnding(act: ForceFacts & { kind: string }, today: Day): EndRule | null {
  const force = forceOn(act, today);
  if (force === 'upcoming') return 'not-in-force-yet';
  if (force !== 'inForce' || act.endedOn !== null) return 'not-in-force';
  return act.kind === 'assignment_order' ? 'order-carries-mentorships' : null;
}

/** Why an act keeps or has lost its force whatever is wished. */
export type EndRule =
  | 'not-in-force'
  | 'not-in-force-yet'
  | 'order-carries-mentorships'
  | 'repealed-in-past'
  | 'version-in-work'
  | 'paper-has-no-text'
  | 'superseded-already';
