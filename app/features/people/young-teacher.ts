import { addYears, fullYears } from '#app/core/dates.ts';
import type { Day } from '#db/schema.ts';

/**
 * Who counts as a young teacher. Sources differ, so the rule has a name and every indicator says which it used.
 * `three-years`: teaching for at most three years (001-2). `thirty-five-or-three`: at most 35 years of age or teaching
 * for less than three years (004-5). Source: DOMAIN 5.3.
 */
export const YOUNG_TEACHER_RULES = ['three-years', 'thirty-five-or-three'] as const;

/** Name of a rule. */
export type YoungTeacherRule = (typeof YOUNG_TEACHER_RULES)[number];

/** What the class is computed from. */
export interface Experience {
  teachingSince: Day | null;
  birthOn: Day | null;
}

/** Whether the person is a young teacher by the rule on the day; null when the needed dates are not known. */
export function isYoungTeacher(rule: YoungTeacherRule, person: Experience, today: Day): boolean | null {
  const { teachingSince, birthOn } = person;
  if (rule === 'three-years') return teachingSince === null ? null : today <= addYears(teachingSince, 3);
  const isNew = teachingSince !== null && today < addYears(teachingSince, 3);
  const isUnder36 = birthOn !== null && fullYears(birthOn, today) <= 35;
  if (isNew || isUnder36) return true;
  return teachingSince === null || birthOn === null ? null : false;
}
