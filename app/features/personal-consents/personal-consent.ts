import { addDays, addYears, fullYears } from '#app/core/dates.ts';
import type { Day } from '#db/schema.ts';
import type { OwnPurpose } from '../consent-texts/consent-text.ts';

/**
 * A consent about personal data: one document, one purpose, one operator (the organisation it is given to), kept exactly as
 * signed. It is given on the person's own page by a simple signature (who, when, hash of the text shown) or recorded from
 * paper by the curator, and withdrawn by the person at once. Not giving it is no act: nothing is stored and nothing else
 * depends on it. Sources: 152-FZ articles 9, 10.1, 21; DOMAIN 6.2; BR-80, BR-82, BR-83.
 */
export const CATEGORIES = [
  'name',
  'post',
  'subject',
  'qualification',
  'experience',
  'achievements',
  'photo',
  'contacts',
] as const;

/** A category of data that may be published (152-FZ article 10.1: chosen one by one). */
export type Category = (typeof CATEGORIES)[number];

/** Reads the stored categories back; a word that is none any more permits nothing. */
export function categoriesOf(stored: unknown): Category[] {
  return Array.isArray(stored) ? CATEGORIES.filter((category) => stored.includes(category)) : [];
}

/** Why a consent is not given, recorded or withdrawn; the constraint of the database bears the first code. */
export type PersonalConsentRule =
  | 'consent-already-given'
  | 'consent-text-changed'
  | 'consent-not-in-force'
  | 'categories-missing'
  | 'minor-never-published'
  | 'minor-signs-with-guardian'
  | 'guardian-missing'
  | 'consent-signed-in-future'
  | 'consent-signed-too-early'
  | 'withdrawn-in-future'
  | 'withdrawn-before-given';

/** Ages at which who signs changes, in full years (BR-83). */
const OWN_WORD_YEARS = 14;
const MAJORITY_YEARS = 18;

/** Who signs about the data of a person of this age on the day. */
export interface Signers {
  self: boolean;
  guardian: boolean;
}

/** Under 14 the guardian alone, from 14 both, from 18 the person alone; an unknown birth day counts as an adult's (BR-83). */
export function signersOn(birthOn: Day | null, day: Day): Signers {
  const years = birthOn === null ? MAJORITY_YEARS : fullYears(birthOn, day);
  return { self: years >= OWN_WORD_YEARS, guardian: years < MAJORITY_YEARS };
}

/** What somebody is about to sign. */
export interface Choice {
  purpose: OwnPurpose;
  categories: readonly Category[];
}

/** What stands against giving a consent on the own page; the field comes with it. */
export function ruleAgainstSigning(
  { purpose, categories }: Choice,
  { guardian }: Signers,
): { rule: PersonalConsentRule; field?: string } | null {
  if (guardian) return { rule: purpose === 'dissemination' ? 'minor-never-published' : 'minor-signs-with-guardian' };
  return purpose === 'dissemination' && categories.length === 0
    ? { rule: 'categories-missing', field: 'categories' }
    : null;
}

/** What stands against recording a paper; a minor's bears the guardian's signature too. */
export function ruleAgainstPaper(
  { purpose, categories }: Choice,
  paper: { givenOn: Day; hasGuardian: boolean; signers: Signers },
  today: Day,
): { rule: PersonalConsentRule; field?: string } | null {
  if (paper.givenOn > today) return { rule: 'consent-signed-in-future', field: 'givenOn' };
  if (paper.givenOn < addYears(today, -1)) return { rule: 'consent-signed-too-early', field: 'givenOn' };
  if (paper.signers.guardian && purpose === 'dissemination') return { rule: 'minor-never-published' };
  if (paper.signers.guardian && !paper.hasGuardian) return { rule: 'guardian-missing', field: 'guardianId' };
  return purpose === 'dissemination' && categories.length === 0
    ? { rule: 'categories-missing', field: 'categories' }
    : null;
}

/** What stands against ending a consent on a day. */
export function ruleAgainstWithdrawing(
  { givenOn, endedOn }: { givenOn: Day; endedOn: Day | null },
  withdrawnOn: Day,
  today: Day,
): PersonalConsentRule | null {
  if (endedOn !== null) return 'consent-not-in-force';
  if (withdrawnOn > today) return 'withdrawn-in-future';
  return withdrawnOn < givenOn ? 'withdrawn-before-given' : null;
}

/** Days the operator has to destroy the data after a withdrawal (152-FZ article 21, part 5). */
const DESTROY_DAYS = 30;

/** Last day to destroy what was withdrawn on a day. */
export function destroyBy(withdrawnOn: Day): Day {
  return addDays(withdrawnOn, DESTROY_DAYS);
}

/** What of the data each withdrawn consent leaves to be destroyed. */
export const classOfPurpose: Record<OwnPurpose, 'contacts' | 'published' | 'transferred'> = {
  data_processing: 'contacts',
  dissemination: 'published',
  centre_transfer: 'transferred',
};

/** How a consent stands: given to the present text, to an earlier one, or over. */
export type ConsentState = 'given' | 'outdated' | 'withdrawn' | 'replaced';

/** The state of a stored consent beside the text in force. */
export function consentState(
  consent: { textKey: string; endedOn: Day | null; endKind: string | null },
  keyInForce: string,
): ConsentState {
  if (consent.endedOn !== null) return consent.endKind === 'replaced' ? 'replaced' : 'withdrawn';
  return consent.textKey === keyInForce ? 'given' : 'outdated';
}
