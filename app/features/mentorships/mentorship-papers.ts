import type { Day, Id } from '#db/schema.ts';
import type { LegalBasis, MentorshipState, Side } from './mentorship.ts';

/**
 * The papers a mentorship stands on, in the order they come about, and what exactly is missing of each: the answer on
 * screens, in lists and at the moment an order would make the mentorship active is one and the same.
 * Sources: M-04; BR-01, BR-02, BR-05, BR-62; L-1, L-3; DOMAIN 2.2, 2.3.
 */
export const PAPERS = [
  'terms',
  'mentorConsent',
  'menteeConsent',
  'supplement',
  'programme',
  'order',
  'regulation',
] as const;

/** One paper. */
export type Paper = (typeof PAPERS)[number];

/** Papers an order waits for. */
const BEFORE_ORDER = ['terms', 'mentorConsent', 'menteeConsent', 'supplement', 'programme'] as const;

/** What is missing of a paper. */
export const PAPER_RULES = [
  'terms-need-content',
  'terms-need-form',
  'terms-need-pay',
  'zero-pay-needs-ground',
  'job-description-missing',
  'mentor-consent-missing',
  'mentee-consent-missing',
  'supplement-missing',
  'supplement-outdated',
  'supplement-unsigned',
  'programme-missing',
  'programme-not-approved',
  'order-missing',
  'order-not-approved',
  'regulation-missing',
] as const;

/** A rule about papers. */
export type PaperRule = (typeof PAPER_RULES)[number];

/** How a paper stands; `since` is the day it could have been there. */
export type PaperState =
  | { kind: 'there'; on: Day | null }
  | { kind: 'missing'; rule: PaperRule; since: Day; personId: Id | null; supplementId: Id | null }
  | { kind: 'unneeded' };

/** Everything the papers of one mentorship are judged by. */
export interface PaperFacts {
  id: Id;
  state: MentorshipState;
  legalBasis: LegalBasis;
  /** Kinds without a long assignment need neither programme nor order (BR-09). */
  needsOrder: boolean;
  proposedOn: Day;
  members: readonly { personId: Id; side: Side }[];
  consents: readonly { personId: Id; answeredOn: Day }[];
  terms: readonly TermsFacts[];
  supplements: readonly { id: Id; personId: Id; termsVersion: number; drawnOn: Day; signedOn: Day | null }[];
  programme: { isApproved: boolean; since: Day } | null;
  order: { id: Id; isApproved: boolean; since: Day } | null;
  regulationSince: Day | null;
}

/** What of a mentor's terms is there. */
export interface TermsFacts {
  personId: Id;
  version: number;
  changedOn: Day;
  hasContent: boolean;
  hasWork: boolean;
  payKind: string | null;
  hasZeroPayGround: boolean;
  hasJobDescription: boolean;
}

/** How every paper of the mentorship stands. */
export function papersOf(facts: PaperFacts): Record<Paper, PaperState> {
  return {
    terms: termsState(facts),
    mentorConsent: consentState(facts, 'mentor'),
    menteeConsent: consentState(facts, 'mentee'),
    supplement: supplementState(facts),
    programme: facts.needsOrder ? programmeState(facts) : { kind: 'unneeded' },
    order: facts.needsOrder ? orderState(facts) : { kind: 'unneeded' },
    regulation:
      facts.regulationSince === null
        ? missing('regulation-missing', facts.proposedOn)
        : { kind: 'there', on: facts.regulationSince },
  };
}

/** What an order still waits for, in the order the papers come about; empty when it may be approved (M-04). */
export function missingBeforeOrder(facts: PaperFacts): { paper: Paper; rule: PaperRule; personId: Id | null }[] {
  const states = papersOf(facts);
  return BEFORE_ORDER.flatMap((paper) => {
    const state = states[paper];
    return state.kind === 'missing' ? [{ paper, rule: state.rule, personId: state.personId }] : [];
  });
}

/** What is missing of one mentor's terms, null when they are whole; only these two bases have terms of their own. */
export function ruleOfTerms(
  basis: LegalBasis,
  terms: Omit<TermsFacts, 'personId' | 'changedOn'> | undefined,
): PaperRule | null {
  if (basis === 'job_function') return terms?.hasJobDescription ? null : 'job-description-missing';
  if (basis !== 'labor_351_8') return null;
  if (!terms?.hasContent) return 'terms-need-content';
  if (!terms.hasWork) return 'terms-need-form';
  if (terms.payKind === null) return 'terms-need-pay';
  return terms.payKind === 'none' && !terms.hasZeroPayGround ? 'zero-pay-needs-ground' : null;
}

function missing(rule: PaperRule, since: Day, personId: Id | null = null, supplementId: Id | null = null): PaperState {
  return { kind: 'missing', rule, since, personId, supplementId };
}

function mentorsOf({ members }: PaperFacts): Id[] {
  return members.flatMap(({ personId, side }) => (side === 'mentor' ? [personId] : []));
}

/** The first missing of several people's papers, or the day the last of them was there. */
function together(states: readonly PaperState[]): PaperState {
  const [first] = states.filter(({ kind }) => kind === 'missing');
  if (first) return first;
  const days = states.flatMap((state) => (state.kind === 'there' && state.on !== null ? [state.on] : []));
  return states.some(({ kind }) => kind === 'there')
    ? { kind: 'there', on: days.sort().at(-1) ?? null }
    : { kind: 'unneeded' };
}

function termsState(facts: PaperFacts): PaperState {
  if (facts.legalBasis !== 'labor_351_8' && facts.legalBasis !== 'job_function') return { kind: 'unneeded' };
  return together(
    mentorsOf(facts).map((personId) => {
      const terms = facts.terms.find((one) => one.personId === personId);
      const rule = ruleOfTerms(facts.legalBasis, terms);
      if (rule) return missing(rule, terms?.changedOn ?? facts.proposedOn, personId);
      return { kind: 'there', on: terms?.changedOn ?? null };
    }),
  );
}

function consentState(facts: PaperFacts, side: Side): PaperState {
  const rule = side === 'mentor' ? 'mentor-consent-missing' : 'mentee-consent-missing';
  return together(
    facts.members
      .filter((member) => member.side === side)
      .map(({ personId }) => {
        const consent = facts.consents.find((one) => one.personId === personId);
        return consent ? { kind: 'there', on: consent.answeredOn } : missing(rule, facts.proposedOn, personId);
      }),
  );
}

function supplementState(facts: PaperFacts): PaperState {
  if (facts.legalBasis !== 'labor_351_8') return { kind: 'unneeded' };
  return together(
    mentorsOf(facts).map((personId) => {
      const terms = facts.terms.find((one) => one.personId === personId);
      const supplement = facts.supplements.find((one) => one.personId === personId);
      if (!supplement) return missing('supplement-missing', terms?.changedOn ?? facts.proposedOn, personId);
      if (supplement.termsVersion !== terms?.version)
        return missing('supplement-outdated', terms?.changedOn ?? facts.proposedOn, personId);
      if (supplement.signedOn === null)
        return missing('supplement-unsigned', supplement.drawnOn, personId, supplement.id);
      return { kind: 'there', on: supplement.signedOn };
    }),
  );
}

function programmeState({ programme, proposedOn, members }: PaperFacts): PaperState {
  const mentor = members.find(({ side }) => side === 'mentor');
  if (!programme) return missing('programme-missing', proposedOn, mentor?.personId ?? null);
  return programme.isApproved
    ? { kind: 'there', on: programme.since }
    : missing('programme-not-approved', programme.since);
}

function orderState({ order, proposedOn, consents }: PaperFacts): PaperState {
  if (!order) {
    const last = consents.map(({ answeredOn }) => answeredOn).sort();
    return missing('order-missing', last.at(-1) ?? proposedOn);
  }
  return order.isApproved ? { kind: 'there', on: order.since } : missing('order-not-approved', order.since);
}
