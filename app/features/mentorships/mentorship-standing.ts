import { fullYears } from '#app/core/dates.ts';
import type { Day } from '#db/schema.ts';

/**
 * Two facts of the people that decide how a mentorship is made: by what the teaching side of a reverse one stands lower
 * (004-1: age, tenure or post), and whether somebody is a minor on its first day (BR-83).
 */
export const REVERSE_GROUNDS = ['age', 'tenure', 'post'] as const;

/** By what somebody stands lower. */
export type ReverseGround = (typeof REVERSE_GROUNDS)[number];

/** What the comparison needs of a person. */
export interface Standing {
  birthOn: Day | null;
  teachingSince: Day | null;
  /** Holds a post that leads teachers. */
  leads: boolean;
}

/** By what the mentor stands lower than the mentee; unknown dates compare to nothing. */
export function standsLowerBy(mentor: Standing, mentee: Standing): ReverseGround[] {
  const isLater = (one: Day | null, other: Day | null) => one !== null && other !== null && one > other;
  const holds: Record<ReverseGround, boolean> = {
    age: isLater(mentor.birthOn, mentee.birthOn),
    tenure: isLater(mentor.teachingSince, mentee.teachingSince),
    post: mentee.leads && !mentor.leads,
  };
  return REVERSE_GROUNDS.filter((ground) => holds[ground]);
}

/** Reads the stored grounds back. */
export function reverseGrounds(stored: string | null): ReverseGround[] {
  const words = (stored ?? '').split(',');
  return REVERSE_GROUNDS.filter((ground) => words.includes(ground));
}

/** Age of majority in years. */
const MAJORITY_YEARS = 18;

/** Whether the person is under 18 on the day; somebody whose birth day is unknown counts as an adult. */
export function isMinor(birthOn: Day | null, day: Day): boolean {
  return birthOn !== null && fullYears(birthOn, day) < MAJORITY_YEARS;
}
