import type { Day } from '#db/schema.ts';

/**
 * Those named confirm that they have read an approved act: each on the own page, or the curator records who signed the paper
 * list. Who has not yet is always visible; a confirmation is never changed. Source: DOMAIN 7 (acquaintance), M-22.
 */
export type AcquaintanceRule =
  | 'acquainted-already'
  | 'nobody-to-acquaint'
  | 'stranger-to-acquaint'
  | 'acquainted-before-act'
  | 'acquainted-in-future'
  | 'act-not-approved';

/** Why a day of reading on paper is refused; null when it may stand. */
export function ruleAgainstPaper(acquaintedOn: Day, registeredOn: Day, today: Day): AcquaintanceRule | null {
  if (acquaintedOn > today) return 'acquainted-in-future';
  return acquaintedOn < registeredOn ? 'acquainted-before-act' : null;
}
