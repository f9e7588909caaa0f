import { addDays } from '#app/core/dates.ts';
import type { Day } from '#db/schema.ts';
import type { MentorshipState } from './mentorship.ts';

/**
 * Closing words: at the end each side says for itself what the mentorship gave, in a form of its own. Voluntary (BR-06);
 * head and curator read them, the other side does not, so that one may be frank. Source: DOMAIN 2.2, section 7 of the
 * model regulation (completion of a programme).
 */
export type ClosingWordRule = 'closing-word-not-now' | 'closing-word-too-late';

/** Days after the last one in which the words may still be written or put otherwise. */
const OPEN_DAYS = 90;

/** What stands against writing: nothing has begun, or the end is long ago. */
export function ruleAgainstClosingWord(
  mentorship: { state: MentorshipState; finishedOn: Day | null },
  today: Day,
): ClosingWordRule | null {
  const { state, finishedOn } = mentorship;
  if (state === 'active') return null;
  if (state !== 'closed' || finishedOn === null) return 'closing-word-not-now';
  return today > addDays(finishedOn, OPEN_DAYS) ? 'closing-word-too-late' : null;
}

/** Days before the last one from which the words are asked for on the mentorship's page. */
const ASKED_DAYS = 30;

/** Whether the end is near or past: then the page of the mentorship speaks of closing words. */
export function isNearEnd(mentorship: { state: MentorshipState; endsOn: Day }, today: Day): boolean {
  const { state, endsOn } = mentorship;
  return state === 'closed' || (state === 'active' && today >= addDays(endsOn, -ASKED_DAYS));
}
