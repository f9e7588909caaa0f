import type { Day } from '#db/schema.ts';
import type { Format, RemoteReason } from '../mentoring-requests/mentoring-request.ts';
import { outwardFrom, type RequestState } from '../mentoring-requests/mentoring-request.ts';

/**
 * The way of a request outward (002-2, BR-10): what nobody inside can serve goes to the municipality when the mentee allows
 * it, and only as long. The municipal coordinator offers a mentor who opened his profile outside, from an organisation with
 * an agreement in force; the mentor and the curator of his home organisation agree, each for himself. Then the mentee's
 * curator proposes the mentorship. A refusal does not say whose it was (BR-04).
 */
export const OUTWARD_STATES = ['offered', 'agreed', 'passed', 'closed'] as const;

/** State of an outward offer. */
export type OutwardState = (typeof OUTWARD_STATES)[number];

/** Why an act on the way outward is refused. */
export type OutwardRule =
  | 'outward-too-early'
  | 'already-outward'
  | 'not-outward'
  | 'request-not-open'
  | 'no-agreement'
  | 'outward-offer-live'
  | 'mentor-not-open'
  | 'mentor-not-suitable'
  | 'far-needs-distance'
  | 'distance-needs-reason'
  | 'offer-not-awaiting'
  | 'offer-already-answered';

/** What stands against letting a request outside today: somebody inside would do, and the ten days are not over (BR-10). */
export function ruleAgainstGoing(
  request: { state: RequestState; openedOn: Day; outwardOn: Day | null },
  suitableInside: number,
  today: Day,
): OutwardRule | null {
  if (request.state !== 'open') return 'request-not-open';
  if (request.outwardOn !== null) return 'already-outward';
  return suitableInside > 0 && today < outwardFrom(request.openedOn) ? 'outward-too-early' : null;
}

/** What stands against taking the permission back. */
export function ruleAgainstReturning(request: { state: RequestState; outwardOn: Day | null }): OutwardRule | null {
  if (request.state !== 'open') return 'request-not-open';
  return request.outwardOn === null ? 'not-outward' : null;
}

/** What stands against the terms of an offer; a mentor of another municipality works at a distance, and it is said why. */
export function ruleAgainstDistance(
  { format, remoteReason }: { format: Format; remoteReason: RemoteReason | null },
  isFar: boolean,
): OutwardRule | null {
  if (isFar && format === 'in_person') return 'far-needs-distance';
  return format !== 'in_person' && remoteReason === null ? 'distance-needs-reason' : null;
}

/** What stands against an answer of one of the two sides. */
export function ruleAgainstOutwardAnswer(state: OutwardState, agreedOn: Day | null): OutwardRule | null {
  if (state !== 'offered') return 'offer-not-awaiting';
  return agreedOn === null ? null : 'offer-already-answered';
}
