import type { Day } from '#db/schema.ts';

/**
 * Choosing a mentor upon a request: the mentee sees up to five suggested colleagues and asks one; the colleague answers for
 * himself, is reminded after three working days and released after seven; then the next one may be asked. A colleague may
 * also offer himself. A refusal and a silence look alike and are told to nobody (BR-04). Sources: 000-35, BR-06,
 * MATCHING 3.7.
 */
export const OFFER_STATES = ['volunteered', 'asked', 'accepted', 'declined', 'expired', 'closed'] as const;

/** State of an ask. */
export type OfferState = (typeof OFFER_STATES)[number];

/** How a colleague answers an ask; `declined_stop` also closes the door to new requests. */
export const ASK_ANSWERS = ['accepted', 'declined', 'declined_stop'] as const;

/** Answer to an ask. */
export type AskAnswer = (typeof ASK_ANSWERS)[number];

/** So many are suggested at once. */
export const MOST_SUGGESTED = 5;
/** Working days after which an ask is brought to mind. */
export const REMIND_AFTER = 3;
/** Working days an ask lives. */
export const EXPIRE_AFTER = 7;

/** Why an act of choosing is refused. */
export type ChoiceRule =
  | 'one-ask-at-a-time'
  | 'mentor-already-named'
  | 'mentor-not-suitable'
  | 'ask-not-awaiting'
  | 'ask-expired';

/** What stands against an answer today. A missed day counts as expired even before the job has said so. */
export function ruleAgainstAnswering(
  ask: { state: OfferState; expiresOn: Day | null },
  answer: AskAnswer,
  today: Day,
): ChoiceRule | null {
  // Who offered himself may take the offer back, no more.
  if (ask.state === 'volunteered') return answer === 'declined' ? null : 'ask-not-awaiting';
  if (ask.state === 'expired') return 'ask-expired';
  if (ask.state !== 'asked') return 'ask-not-awaiting';
  return ask.expiresOn !== null && ask.expiresOn < today ? 'ask-expired' : null;
}
