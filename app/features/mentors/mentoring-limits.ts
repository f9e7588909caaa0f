import { addYears } from '#app/core/dates.ts';
import type { Day } from '#db/schema.ts';
import type { ProfileRule } from '../mentor-profiles/mentor-profile.ts';
import type { LoadLimits } from '../mentor-profiles/workload.ts';

/** Limits of a mentor's load from a day on, with the act they stand in (BR-07). */
export interface NewLimits extends LoadLimits {
  startedOn: Day;
  /** The act in words: kind, number, date. */
  sourceAct: string;
}

/** The head's decision that one mentor may carry more, for a period. */
export interface NewOverride {
  startedOn: Day;
  endedOn: Day;
  /** Mentees at once on these days. */
  people: number;
  /** Hours a week on these days. */
  hours: number;
  reason: string;
}

/** What stands against new limits; the field of the form comes with it. */
export function ruleAgainstLimits(limits: NewLimits, today: Day): { rule: ProfileRule; field: string } | null {
  if (limits.startedOn < today) return { rule: 'limits-in-past', field: 'startedOn' };
  if (limits.peopleSoft > limits.peopleHard) return { rule: 'soft-limit-above-hard', field: 'peopleSoft' };
  return limits.hoursSoft > limits.hoursHard ? { rule: 'soft-limit-above-hard', field: 'hoursSoft' } : null;
}

/** What stands against the head's decision beside the act in force on its first day. */
export function ruleAgainstOverride(
  override: NewOverride,
  act: LoadLimits,
  today: Day,
): { rule: ProfileRule; field: string } | null {
  const { startedOn, endedOn, people, hours } = override;
  if (endedOn < startedOn) return { rule: 'override-ends-before-start', field: 'endedOn' };
  if (endedOn < today) return { rule: 'override-in-past', field: 'endedOn' };
  if (endedOn > addYears(startedOn, 1)) return { rule: 'override-too-long', field: 'endedOn' };
  const isMore = people > act.peopleHard || hours > act.hoursHard;
  const isLess = people < act.peopleHard || hours < act.hoursHard;
  return isLess || !isMore ? { rule: 'override-below-act', field: people > act.peopleHard ? 'hours' : 'people' } : null;
}
