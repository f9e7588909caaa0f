import type { Day, Id } from '#db/schema.ts';

/**
 * A person: whoever the system knows by name. Employments are periods; the class of experience is computed from dates
 * by a named rule (`young-teacher.ts`), never stored. Source: DOMAIN 1, 5.3.
 */
export const CATEGORIES = ['none', 'first', 'highest', 'mentor_teacher', 'methodist_teacher'] as const;

/** Qualification category (order 196 of 24.03.2023). */
export type Category = (typeof CATEGORIES)[number];

/** What is recorded about a new person. */
export interface NewPerson {
  unitId: Id;
  lastName: string;
  firstName: string;
  middleName: string | null;
  birthOn: Day | null;
  email: string | null;
  /** +7XXXXXXXXXX. */
  phone: string | null;
  category: Category;
  /** First day the category is held; null or left out when not known. */
  categoryFrom?: Day | null;
  /** Last day of a category given for a term. */
  categoryUntil?: Day | null;
  teachingSince: Day | null;
  /** First employment at the unit; null for officials whose post is not in the nomenclature. */
  employment: { postCode: string; subject: string | null; startedOn: Day } | null;
}
