import { addYears } from '#app/core/dates.ts';
import type { Day } from '#db/schema.ts';
import type { MentorshipState } from '../mentorships/mentorship.ts';

/**
 * The legal representative of a minor: who, by which document, how to reach; and the consent on paper to the minor's part
 * in one mentorship, which the curator records with its date and, when it is taken back, with that date. Without it the
 * mentorship stands in no order; taken back later, the part must end. Sources: 152-FZ article 9 (6), Civil Code 26, 28;
 * DOMAIN 6.2, DT-31; BR-83.
 */
export type GuardianRule =
  | 'guardian-already-recorded'
  | 'guardian-unneeded'
  | 'guardian-consent-already-recorded'
  | 'guardian-consent-in-future'
  | 'guardian-consent-too-early'
  | 'guardian-consent-withdrawn'
  | 'guardian-withdrawal-in-future'
  | 'guardian-withdrawal-before-consent'
  | 'guardian-of-another'
  | 'mentorship-over';

/** How long before it is recorded a guardian may have signed, in years. */
const PAPER_YEARS = 1;

/** What stands against recording a guardian's consent; the field comes with it. */
export function ruleAgainstGuardianConsent(
  facts: { isMinor: boolean; mentorshipState: MentorshipState },
  consentedOn: Day,
  today: Day,
): { rule: GuardianRule; field?: string } | null {
  if (!['proposed', 'consented', 'active'].includes(facts.mentorshipState)) return { rule: 'mentorship-over' };
  if (!facts.isMinor) return { rule: 'guardian-unneeded' };
  if (consentedOn > today) return { rule: 'guardian-consent-in-future', field: 'consentedOn' };
  if (consentedOn < addYears(today, -PAPER_YEARS)) return { rule: 'guardian-consent-too-early', field: 'consentedOn' };
  return null;
}

/** What stands against recording that it was taken back. */
export function ruleAgainstGuardianWithdrawal(
  consent: { consentedOn: Day; withdrawnOn: Day | null },
  withdrawnOn: Day,
  today: Day,
): GuardianRule | null {
  if (consent.withdrawnOn !== null) return 'guardian-consent-withdrawn';
  if (withdrawnOn > today) return 'guardian-withdrawal-in-future';
  return withdrawnOn < consent.consentedOn ? 'guardian-withdrawal-before-consent' : null;
}
