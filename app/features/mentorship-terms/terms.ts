import { fullYears } from '#app/core/dates.ts';
import type { Day } from '#db/schema.ts';
import type { PayKind, PayPeriod, VolumePeriod, WorkForm } from '../mentorships/mentor-work.ts';
import { type LegalBasis, LIVE_STATES, type MentorshipState, type Period } from '../mentorships/mentorship.ts';

/**
 * Terms of one mentor's work in a mentorship: what the work is, from when until when, in what form, how many hours, and
 * how it is paid and by which act. Under Labour Code 351.8 all of it stands in the contract supplement; where the work is
 * part of the job already, a reference to the job description stands instead.
 * Sources: DOMAIN 2.3, DT-06, DT-08; BR-01, BR-05, BR-83; L-1, L-3.
 * `HIGHEST_…` and `MOST_…` are what the forms accept: 200 % of the salary, a million roubles a period, 200 hours.
 */
export const HIGHEST_PERCENT_HUNDREDTHS = 20_000;
/** Highest sum of one period: a million roubles in kopecks. */
export const HIGHEST_PAY_KOPECKS = 100_000_000;
/** Highest volume in hours. */
export const MOST_VOLUME_HOURS = 200;

/** Bases on which the terms of the work are set here: the others are set by agreements of their own. */
export const BASES_WITH_TERMS = ['labor_351_8', 'job_function'] as const satisfies readonly LegalBasis[];

/** What the second step asks. */
export interface WorkTerms extends Period {
  workForm: WorkForm;
  volumeHours: number;
  volumePer: VolumePeriod;
  contractNumber: string;
  contractOn: Day;
}

/** What the third step asks; a size only where its kind has one. */
export interface PayTerms {
  payKind: PayKind;
  payPercentHundredths: number | null;
  payKopecks: number | null;
  payPeriod: PayPeriod | null;
  payGround: string;
}

/** Why terms are refused. */
export type TermsOfWorkRule =
  | 'terms-not-for-basis'
  | 'mentorship-over'
  | 'terms-signed'
  | 'terms-outside-mentorship'
  | 'contract-after-work'
  | 'pay-size-missing'
  | 'pay-period-missing'
  | 'pay-ground-missing'
  | 'no-pay-for-minor'
  | 'zero-pay-not-set'
  | 'supplement-exists'
  | 'terms-already-begun'
  | 'terms-ends-before-start'
  | 'pay-size-by-kind'
  | 'zero-pay-ground-by-head';

/** What stands against changing the terms now; what both sides have signed is changed by annulling it first. */
export function ruleAgainstChangingTerms(
  mentorship: { state: MentorshipState; legalBasis: LegalBasis },
  isSigned: boolean,
): TermsOfWorkRule | null {
  if (!LIVE_STATES.some((state) => state === mentorship.state)) return 'mentorship-over';
  if (!BASES_WITH_TERMS.some((basis) => basis === mentorship.legalBasis)) return 'terms-not-for-basis';
  return isSigned ? 'terms-signed' : null;
}

/** What stands against this term and contract; the field of the form comes with it (BR-12). */
export function ruleAgainstWork(work: WorkTerms, mentorship: Period): { rule: TermsOfWorkRule; field: string } | null {
  if (work.endedOn < work.startedOn) return { rule: 'terms-ends-before-start', field: 'endedOn' };
  if (work.startedOn < mentorship.startedOn) return { rule: 'terms-outside-mentorship', field: 'startedOn' };
  if (work.endedOn > mentorship.endedOn) return { rule: 'terms-outside-mentorship', field: 'endedOn' };
  return work.contractOn > work.startedOn ? { rule: 'contract-after-work', field: 'contractOn' } : null;
}

/** What stands against this pay (BR-05, BR-83, 002-28). */
export function ruleAgainstPay(pay: PayTerms, isMinor: boolean): { rule: TermsOfWorkRule; field: string } | null {
  if (pay.payKind === 'none') return null;
  if (isMinor) return { rule: 'no-pay-for-minor', field: 'payKind' };
  if (pay.payKind === 'percent' && pay.payPercentHundredths === null)
    return { rule: 'pay-size-missing', field: 'payPercentHundredths' };
  if (pay.payKind === 'fixed' && pay.payKopecks === null) return { rule: 'pay-size-missing', field: 'payKopecks' };
  if (pay.payPeriod === null) return { rule: 'pay-period-missing', field: 'payPeriod' };
  return pay.payGround === '' ? { rule: 'pay-ground-missing', field: 'payGround' } : null;
}

/** Pay with only what its kind holds: a size typed for another kind is dropped. */
export function payOfKind(pay: PayTerms): PayTerms {
  const { payKind } = pay;
  if (payKind === 'none')
    return { payKind, payPercentHundredths: null, payKopecks: null, payPeriod: null, payGround: '' };
  return {
    ...pay,
    payPercentHundredths: payKind === 'percent' ? pay.payPercentHundredths : null,
    payKopecks: payKind === 'fixed' ? pay.payKopecks : null,
  };
}

/** Whether somebody born on the day is under eighteen on another (BR-83); unknown counts as grown up. */
export function isMinorOn(birthOn: Day | null, day: Day): boolean {
  return birthOn !== null && fullYears(birthOn, day) < 18;
}
