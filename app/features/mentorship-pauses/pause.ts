import { addDays, addYears } from '#app/core/dates.ts';
import type { Day } from '#db/schema.ts';
import type { MentorshipState, Period } from '../mentorships/mentorship.ts';

/**
 * A pause: days on which a mentorship in force rests because one of its people is on leave, ill or away. It has a first and
 * a last day and ends by itself; work may resume earlier. The term does not move, plan items are not overdue meanwhile,
 * and the mentor's place stays taken unless the pause says that it is free. Sources: DOMAIN 2.6, BR-27.
 */
export const PAUSE_REASONS = ['leave', 'parental_leave', 'illness', 'training', 'other'] as const;

/** Why a mentorship rests. */
export type PauseReason = (typeof PAUSE_REASONS)[number];

/** Narrows a stored word; an unknown one is a fault of the data. */
export function pauseReason(word: string): PauseReason {
  const known = PAUSE_REASONS.find((reason) => reason === word);
  if (!known) throw new Error(`unknown reason of a pause: ${word}`);
  return known;
}

/** How far back a pause may be recorded: sick notes come afterwards. */
export const PAUSE_BACK_DAYS = 30;

/** Why a pause is not recorded or not ended. */
export type PauseRule =
  | 'pause-not-active'
  | 'pause-ends-before-start'
  | 'pause-outside-term'
  | 'pause-too-far-back'
  | 'pause-too-far-ahead'
  | 'pause-over'
  | 'resumes-outside-pause';

/** What stands against a pause, with the field it is about. */
export function ruleAgainstPause(
  mentorship: Period & { state: MentorshipState },
  pause: Period,
  today: Day,
): { rule: PauseRule; field?: string } | null {
  if (mentorship.state !== 'active') return { rule: 'pause-not-active' };
  if (pause.endedOn < pause.startedOn) return { rule: 'pause-ends-before-start', field: 'endedOn' };
  if (pause.startedOn < mentorship.startedOn) return { rule: 'pause-outside-term', field: 'startedOn' };
  if (pause.endedOn > mentorship.endedOn) return { rule: 'pause-outside-term', field: 'endedOn' };
  if (pause.startedOn < addDays(today, -PAUSE_BACK_DAYS)) return { rule: 'pause-too-far-back', field: 'startedOn' };
  return pause.startedOn > addYears(today, 1) ? { rule: 'pause-too-far-ahead', field: 'startedOn' } : null;
}

/** What stands against work resuming on a day: it must lie in the pause, after its first day. */
export function ruleAgainstResuming(
  state: MentorshipState,
  pause: Period,
  resumedOn: Day,
  today: Day,
): { rule: PauseRule; field?: string } | null {
  if (state !== 'active') return { rule: 'pause-not-active' };
  if (pause.endedOn < today) return { rule: 'pause-over' };
  const isInside = resumedOn > pause.startedOn && resumedOn <= pause.endedOn;
  return isInside ? null : { rule: 'resumes-outside-pause', field: 'resumedOn' };
}
