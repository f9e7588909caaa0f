import { addYears } from '#app/core/dates.ts';
import type { Day } from '#db/schema.ts';

/** Why a person's dates or an employment cannot be recorded. */
export type PersonRule =
  | 'birth-in-future'
  | 'too-young'
  | 'teaching-before-birth'
  | 'teaching-in-future'
  | 'hired-before-birth'
  | 'ends-before-start'
  | 'already-ended'
  | 'category-ends-before-start'
  | 'category-none-dated'
  | 'category-in-future'
  | 'post-unknown'
  | 'in-live-mentorship'
  | 'unit-closed';

const YOUNGEST_WORKER_YEARS = 14;

/** What stands against the dates of a person; the field it is about comes with it. */
export function ruleAgainstDates(
  person: { birthOn: Day | null; teachingSince: Day | null; hiredOn?: Day | undefined },
  today: Day,
): { rule: PersonRule; field: string } | null {
  const { birthOn, teachingSince, hiredOn } = person;
  if (birthOn !== null && birthOn > today) return { rule: 'birth-in-future', field: 'birthOn' };
  if (birthOn !== null && addYears(birthOn, YOUNGEST_WORKER_YEARS) > today)
    return { rule: 'too-young', field: 'birthOn' };
  if (teachingSince !== null && teachingSince > today) return { rule: 'teaching-in-future', field: 'teachingSince' };
  if (birthOn !== null && teachingSince !== null && addYears(birthOn, YOUNGEST_WORKER_YEARS) > teachingSince) {
    return { rule: 'teaching-before-birth', field: 'teachingSince' };
  }
  if (birthOn !== null && hiredOn !== undefined && addYears(birthOn, YOUNGEST_WORKER_YEARS) > hiredOn) {
    return { rule: 'hired-before-birth', field: 'startedOn' };
  }
  return null;
}

/** What stands against the days of a category; the field it is about comes with it. */
export function ruleAgainstCategory(
  person: { category: string; categoryFrom?: Day | null; categoryUntil?: Day | null },
  today: Day,
): { rule: PersonRule; field: string } | null {
  const { category, categoryFrom = null, categoryUntil = null } = person;
  if (category === 'none' && (categoryFrom !== null || categoryUntil !== null)) {
    return { rule: 'category-none-dated', field: 'category' };
  }
  if (categoryFrom !== null && categoryFrom > today) return { rule: 'category-in-future', field: 'categoryFrom' };
  if (categoryFrom !== null && categoryUntil !== null && categoryUntil < categoryFrom) {
    return { rule: 'category-ends-before-start', field: 'categoryUntil' };
  }
  return null;
}

/** What stands against ending an employment on this day. */
export function ruleAgainstEnding(
  employment: { startedOn: Day; endedOn: Day | null },
  endedOn: Day,
): PersonRule | null {
  if (employment.endedOn !== null) return 'already-ended';
  return endedOn < employment.startedOn ? 'ends-before-start' : null;
}
