import type { Day, Id } from '#db/schema.ts';

/**
 * Recognition of a mentor: a money record (its legal kind, basis act, period, kopecks) or a record of another kind, both
 * kept equally (BR-97). The curator proposes, the head approves, the HR officer marks money as paid: three different
 * people. Pay by Labour Code 351.8 is stimulating by the labour inspectorate's letter, compensatory by the ministry's
 * recommendations, so the kind is data. Source: REQUIREMENTS 002-27 to 002-33, DOMAIN 2.7, DT-24, BR-05.
 */
export const MONEY_KINDS = ['stimulating', 'compensatory'] as const;

/** Legal kind of a payment. */
export type MoneyKind = (typeof MONEY_KINDS)[number];

/** Recognition without money (DOMAIN 2.7), the state badge of decree 94 of 02.03.2018 included. */
export const AWARD_KINDS = [
  'diploma',
  'attestation_credit',
  'competition_credit',
  'reserve',
  'contest_nomination',
  'best_mentor_contest',
  'departmental_award',
  'social_programme',
  'grant',
  'state_badge',
] as const;

/** Kind of a recognition without money. */
export type AwardKind = (typeof AWARD_KINDS)[number];

/** Any kind. */
export type StimulusKind = MoneyKind | AwardKind;

/** proposed by the curator, approved by the head, paid (money only). */
export const STIMULUS_STATES = ['proposed', 'approved', 'paid'] as const;

/** State of a record. */
export type StimulusState = (typeof STIMULUS_STATES)[number];

/** Every rule of this feature. */
export type StimulusRule =
  | 'money-needs-amount-and-period'
  | 'money-too-large'
  | 'award-has-no-amount'
  | 'stimulus-basis-length'
  | 'stimulus-period-in-order'
  | 'stimulus-mentorship-not-in-force'
  | 'stimulus-for-oneself'
  | 'stimulus-same-person-twice'
  | 'stimulus-not-proposed'
  | 'stimulus-not-approved'
  | 'award-is-not-paid'
  | 'paid-in-future';

/** More than this in one record is taken for a slip of the hand: a million roubles, in kopecks. */
const LARGEST_KOPECKS = 100_000_000;

/** What everybody who proposes must fill. */
export interface ProposedFacts {
  recipientId: Id;
  mentorshipState: string;
  basis: string;
}

/** Why a recognition cannot be proposed by this person, or null. */
export function ruleAgainstProposing(facts: ProposedFacts, proposerId: Id): StimulusRule | null {
  if (facts.mentorshipState !== 'active' && facts.mentorshipState !== 'closed') {
    return 'stimulus-mentorship-not-in-force';
  }
  if (facts.recipientId === proposerId) return 'stimulus-for-oneself';
  return facts.basis.length < 3 ? 'stimulus-basis-length' : null;
}

/** Why these terms of a payment cannot stand, or null. Amounts are whole kopecks. */
export function ruleAgainstTerms(terms: { amountKopecks: number; startedOn: Day; endedOn: Day }): StimulusRule | null {
  if (terms.amountKopecks <= 0) return 'money-needs-amount-and-period';
  if (terms.amountKopecks > LARGEST_KOPECKS) return 'money-too-large';
  return terms.endedOn < terms.startedOn ? 'stimulus-period-in-order' : null;
}

/** A record as the next two people find it. */
export interface StandingRecord {
  isMoney: boolean;
  state: string;
  personId: Id;
  proposedBy: Id;
  approvedBy: Id | null;
}

/** Why this person cannot approve the record now, or null. */
export function ruleAgainstApproving(record: StandingRecord, approverId: Id): StimulusRule | null {
  if (record.state !== 'proposed') return 'stimulus-not-proposed';
  if (record.personId === approverId) return 'stimulus-for-oneself';
  return record.proposedBy === approverId ? 'stimulus-same-person-twice' : null;
}

/** Why this person cannot mark the record as paid on that day, or null. */
export function ruleAgainstPaying(record: StandingRecord, payerId: Id, paidOn: Day, today: Day): StimulusRule | null {
  if (!record.isMoney) return 'award-is-not-paid';
  if (record.state !== 'approved') return 'stimulus-not-approved';
  if (record.personId === payerId) return 'stimulus-for-oneself';
  if (record.proposedBy === payerId || record.approvedBy === payerId) return 'stimulus-same-person-twice';
  return paidOn > today ? 'paid-in-future' : null;
}

/** Narrows a stored word. */
export function stimulusState(word: string): StimulusState {
  return STIMULUS_STATES.find((state) => state === word) ?? 'proposed';
}

/** Narrows a stored word. */
export function stimulusKind(word: string): StimulusKind {
  return [...MONEY_KINDS, ...AWARD_KINDS].find((kind) => kind === word) ?? 'diploma';
}
