import type { Day, Id } from '#db/schema.ts';
import type { ProfileRule } from './mentor-profile.ts';

/**
 * A measurable result of a mentor's own work with its evidence: what was reached, what is measured, before and after.
 * It counts from the day curator or head has seen the evidence; nobody confirms an own one; what is withdrawn stays as
 * history. Source: 002-10, BR-13.
 */
export const RESULT_KINDS = ['pupils', 'exams', 'contest', 'practice', 'mentoring', 'publication', 'other'] as const;

/** Kind of a result. */
export type ResultKind = (typeof RESULT_KINDS)[number];

/** Narrows a stored word to a kind; an unknown one is a fault of the data. */
export function resultKind(word: string): ResultKind {
  const known = RESULT_KINDS.find((kind) => kind === word);
  if (!known) throw new Error(`unknown kind of result: ${word}`);
  return known;
}

/** The earliest year a result may be of; the constraint `mentor_result_year_range` is wider only upwards. */
export const EARLIEST_YEAR = 1970;

/** What is entered about a result. */
export interface NewResult {
  kind: ResultKind;
  title: string;
  year: number;
  /** What is measured; may be empty where the result is not a number. */
  measure: string;
  valueBefore: string;
  valueAfter: string;
  /** Address of the evidence; null when it is on paper. */
  evidenceLink: string | null;
  /** The paper: name, number, date; empty when there is a link. */
  evidencePaper: string;
}

/** How far a result has come. */
export type ResultState = 'waiting' | 'confirmed' | 'withdrawn';

/** The state of a result by its two dates. */
export function resultState(result: { confirmedOn: Day | null; withdrawnOn: Day | null }): ResultState {
  if (result.withdrawnOn !== null) return 'withdrawn';
  return result.confirmedOn === null ? 'waiting' : 'confirmed';
}

/** What stands against entering a result; the field of the form comes with it. */
export function ruleAgainstResult(result: NewResult, today: Day): { rule: ProfileRule; field: string } | null {
  if (result.evidenceLink === null && result.evidencePaper === '')
    return { rule: 'result-without-evidence', field: 'evidenceLink' };
  return result.year > Number(today.slice(0, 4)) ? { rule: 'result-year-ahead', field: 'year' } : null;
}

/** What stands against confirming a result. */
export function ruleAgainstConfirming(
  result: { personId: Id; confirmedOn: Day | null; withdrawnOn: Day | null },
  byId: Id,
): ProfileRule | null {
  if (result.withdrawnOn !== null) return 'result-withdrawn';
  if (result.confirmedOn !== null) return 'result-already-confirmed';
  return result.personId === byId ? 'result-of-own-confirmation' : null;
}
