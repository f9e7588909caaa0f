import type { Day, Id } from '#db/schema.ts';
import { LIVE_STATES, type MentorshipState } from '../mentorships/mentorship.ts';
import type { PaperRule } from '../mentorships/mentorship-papers.ts';

/**
 * A supplement to a mentor's labour contract (DT-08): drawn up from the terms, printed, signed on paper by both sides;
 * the program records the two dates. The text never changes afterwards: other terms need another supplement.
 * Sources: Labour Code 72, 351.8; DOMAIN 2.3, 9; BR-01, L-1, L-4 (electronic signing is not kept here).
 */
export const SUPPLEMENT_STATES = ['drawn', 'signed', 'annulled'] as const;

/** State of a supplement. */
export type SupplementState = (typeof SUPPLEMENT_STATES)[number];

/** Narrows a stored word; an unknown one is a fault of the data. */
export function supplementState(word: string): SupplementState {
  const known = SUPPLEMENT_STATES.find((state) => state === word);
  if (!known) throw new Error(`unknown state of a supplement: ${word}`);
  return known;
}

/** Why a supplement is not drawn up, signed or annulled. */
export type SupplementRule =
  | 'supplement-not-needed'
  | 'supplement-not-drawn'
  | 'supplement-annulled'
  | 'supplement-in-force'
  | 'supplement-after-start'
  | 'signed-in-future'
  | 'signed-before-drawn'
  | 'employer-without-head'
  | Extract<PaperRule, 'supplement-outdated'>;

/** The two dates on the paper. */
export interface Signatures {
  employeeSignedOn: Day;
  employerSignedOn: Day;
}

/** What stands against recording these signatures; the field comes with it. */
export function ruleAgainstSigning(
  supplement: { state: SupplementState; termsVersion: number; startedOn: Day; drawnOn: Day },
  terms: { version: number },
  signed: Signatures,
  today: Day,
): { rule: SupplementRule; field?: string } | null {
  if (supplement.state !== 'drawn') return { rule: 'supplement-not-drawn' };
  if (supplement.termsVersion !== terms.version) return { rule: 'supplement-outdated' };
  const dates: [string, Day][] = [
    ['employeeSignedOn', signed.employeeSignedOn],
    ['employerSignedOn', signed.employerSignedOn],
  ];
  for (const [field, day] of dates) {
    if (day > today) return { rule: 'signed-in-future', field };
    if (day < supplement.drawnOn) return { rule: 'signed-before-drawn', field };
    if (day > supplement.startedOn) return { rule: 'supplement-after-start', field };
  }
  return null;
}

/** What stands against giving it up: what an order in force stands on is ended, not annulled. */
export function ruleAgainstAnnulling(state: SupplementState, mentorshipState: MentorshipState): SupplementRule | null {
  if (state === 'annulled') return 'supplement-annulled';
  const isLive = LIVE_STATES.some((live) => live === mentorshipState);
  return state === 'signed' && (mentorshipState === 'active' || !isLive) ? 'supplement-in-force' : null;
}

/** Everything the supplement says; stored with it. */
export interface SupplementValues {
  organisation: string;
  signerId: Id;
  signerName: string;
  signerGenitive: string;
  employeeName: string;
  employeeSignature: string;
  employeePost: string;
  contractNumber: string;
  contractOn: Day;
  content: string;
  mentees: string[];
  startedOn: Day;
  endedOn: Day;
  workForm: string;
  volume: string;
  pay: string;
}
