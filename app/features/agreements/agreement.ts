import { addYears } from '#app/core/dates.ts';
import type { Day, Id } from '#db/schema.ts';

/**
 * An agreement on co-operation or social partnership: a dated record of the paper two organisations signed, kept by one of
 * them. It is the ground on which mentors and whole components of the system come from outside. An agreement of a
 * municipality speaks for every organisation below it. Source: REQUIREMENTS 002-23, DOMAIN 2.2, 2.3 (legal basis
 * `cooperation_agreement`).
 */
export type AgreementState = 'coming' | 'inForce' | 'over';

/** States in the order of the filter. */
export const AGREEMENT_STATES = ['inForce', 'coming', 'over'] as const satisfies readonly AgreementState[];

/** Rules an act may break; constraints of the database bear the same codes. */
export type AgreementRule =
  | 'agreement-needs-one-partner'
  | 'agreement-with-itself'
  | 'agreement-partner-closed'
  | 'agreement-unit-closed'
  | 'agreement-signed-in-future'
  | 'agreement-starts-too-late'
  | 'agreement-period-in-order'
  | 'agreement-number-taken'
  | 'agreement-already-over'
  | 'agreement-ends-before-start'
  | 'agreement-ends-later';

/** What is written on the paper. */
export interface AgreementTerms {
  number: string;
  signedOn: Day;
  startedOn: Day;
  endedOn: Day | null;
  subject: string;
}

/** The parties as somebody names them: a unit of the tree or an outside name. */
export interface AgreementParties {
  unitId: Id;
  partnerUnitId: Id | null;
  partnerName: string | null;
}

/** Why these two cannot be the parties, or null. */
export function ruleAgainstParties({ unitId, partnerUnitId, partnerName }: AgreementParties): AgreementRule | null {
  if ((partnerUnitId === null) === (partnerName === null)) return 'agreement-needs-one-partner';
  return partnerUnitId === unitId ? 'agreement-with-itself' : null;
}

/** The field of the form and the rule, when the terms cannot stand; null otherwise. */
export function ruleAgainstTerms(
  { signedOn, startedOn, endedOn }: AgreementTerms,
  today: Day,
): [AgreementRule, 'signedOn' | 'startedOn' | 'endedOn'] | null {
  if (signedOn > today) return ['agreement-signed-in-future', 'signedOn'];
  if (startedOn > addYears(today, 1)) return ['agreement-starts-too-late', 'startedOn'];
  return endedOn !== null && endedOn < startedOn ? ['agreement-period-in-order', 'endedOn'] : null;
}

/** Why the agreement cannot end early on this day, or null. */
export function ruleAgainstEnding(
  agreement: { startedOn: Day; endedOn: Day | null },
  endedOn: Day,
  today: Day,
): AgreementRule | null {
  const over = ruleAgainstEndingAtAll(agreement, today);
  if (over) return over;
  if (endedOn < agreement.startedOn) return 'agreement-ends-before-start';
  return agreement.endedOn !== null && endedOn >= agreement.endedOn ? 'agreement-ends-later' : null;
}

/** Why there is nothing left to end, or null. */
export function ruleAgainstEndingAtAll({ endedOn }: { endedOn: Day | null }, today: Day): AgreementRule | null {
  return endedOn !== null && endedOn < today ? 'agreement-already-over' : null;
}

/** Where the agreement stands on a day. */
export function agreementState(
  { startedOn, endedOn }: { startedOn: Day; endedOn: Day | null },
  on: Day,
): AgreementState {
  if (startedOn > on) return 'coming';
  return endedOn !== null && endedOn < on ? 'over' : 'inForce';
}
