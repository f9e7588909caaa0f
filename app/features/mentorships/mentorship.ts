import { schoolYearStart } from '#app/core/dates.ts';
import type { Day, Id } from '#db/schema.ts';

/**
 * A mentorship: a mentor and a mentee (dated members), a form, a kind, a legal basis and a planned period. It is proposed
 * by a curator, agreed to by each side for itself, made active by the head's order (or, for kinds without a long
 * assignment, by the last consent), may rest during a dated pause, is closed by the curator.
 * Sources: Labour Code 351.8 (DOMAIN 2.3), DOMAIN 2.5, 2.6; BR-01 to BR-13.
 */
export const MENTORSHIP_STATES = [
  'proposed',
  'consented',
  'active',
  'closed',
  'declined',
  'withdrawn',
  'expired',
] as const;

/** State of a mentorship. */
export type MentorshipState = (typeof MENTORSHIP_STATES)[number];

/**
 * The whole life of a mentorship: from each state, those it may pass into; nothing else is ever written. From `proposed`
 * straight to `active` go the kinds that need no order (BR-09). A pause and a replaced mentor are dated rows beside an
 * active mentorship, not states of it.
 */
export const TRANSITIONS: Readonly<Record<MentorshipState, readonly MentorshipState[]>> = {
  proposed: ['consented', 'active', 'declined', 'withdrawn', 'expired'],
  consented: ['active', 'withdrawn'],
  active: ['closed'],
  closed: [],
  declined: [],
  withdrawn: [],
  expired: [],
};

/** Whether a mentorship may pass from one state into the other. */
export function mayBecome(from: MentorshipState, to: MentorshipState): boolean {
  return TRANSITIONS[from].includes(to);
}

/** States in which a mentorship takes a place of its mentor. */
export const LIVE_STATES = ['proposed', 'consented', 'active'] as const satisfies readonly MentorshipState[];

/** Proposals that came to nothing; which of these it was is told only to head and curator (BR-04). */
export const UNHELD_STATES = ['declined', 'withdrawn', 'expired'] as const satisfies readonly MentorshipState[];

/** Narrows a stored word to a state; an unknown one is a fault of the data. */
export function mentorshipState(word: string): MentorshipState {
  const known = MENTORSHIP_STATES.find((state) => state === word);
  if (!known) throw new Error(`unknown state of a mentorship: ${word}`);
  return known;
}

/** What stage a mentorship is shown at in lists: a refused proposal looks like a withdrawn one (BR-04). */
export const STAGES = ['proposed', 'consented', 'active', 'paused', 'closed', 'unheld', 'expired'] as const;

/** Stage of a mentorship. */
export type Stage = (typeof STAGES)[number];

/** The stage of a state. */
export function stageOf(state: MentorshipState): Stage {
  return state === 'declined' || state === 'withdrawn' ? 'unheld' : state;
}

/** The stage of a mentorship that may rest today. */
export function stageToday(state: MentorshipState, isPaused: boolean): Stage {
  return state === 'active' && isPaused ? 'paused' : stageOf(state);
}

/** What the members are shown: to them an expired proposal is one that came to nothing, whoever did not answer. */
export function stageToMembers(state: MentorshipState): Stage {
  const stage = stageOf(state);
  return stage === 'expired' ? 'unheld' : stage;
}

/** On what legal ground the mentor works (DOMAIN 2.3). */
export const LEGAL_BASES = [
  'labor_351_8',
  'job_function',
  'civil_contract',
  'cooperation_agreement',
  'volunteer',
  'student_activity',
] as const;

/** Legal basis of a mentorship. */
export type LegalBasis = (typeof LEGAL_BASES)[number];

/** Narrows a stored word to a legal basis; an unknown one is a fault of the data. */
export function legalBasis(word: string): LegalBasis {
  const known = LEGAL_BASES.find((basis) => basis === word);
  if (!known) throw new Error(`unknown legal basis: ${word}`);
  return known;
}

/** Side of a member. */
export type Side = 'mentor' | 'mentee';

/** Answer of a member to a proposal. */
export type Answer = 'given' | 'declined';

/** A period of days, both inclusive. */
export interface Period {
  startedOn: Day;
  endedOn: Day;
}

/** What a curator proposes. */
export interface NewMentorship extends Period {
  menteeId: Id;
  mentorId: Id;
  formCode: string;
  kindCode: string;
  legalBasis: LegalBasis;
  /** What it is about, in the curator's words; may be empty. */
  focus: string;
  /** Hours a week it takes of the mentor; null counts as one. */
  hoursPerWeek: number | null;
}

/** The most hours a week one mentorship may take: the weekly norm of a teacher. */
export const MOST_HOURS_PER_WEEK = 18;
/** Longest planned period in days, five years; the constraint `mentorship_too_long` says the same. */
export const LONGEST_DAYS = 1827;
/** How far back a proposal may start. */
export const START_BACK_DAYS = 60;
/** How long before the proposal a paper consent may be dated. */
export const PAPER_BACK_DAYS = 60;
/** The kind in which the younger teaches the elder (DOMAIN 2.5). */
export const REVERSE_KIND = 'reverse';
/** The kind mediated by electronic means alone (DOMAIN 2.5). */
export const REMOTE_KIND = 'virtual';

/** How many days a proposal waits for all its answers before it expires. */
export const ANSWER_DAYS = 14;

/** Kinds without a long assignment: consents are enough, no order names the people (BR-09). */
export const KINDS_WITHOUT_ORDER = ['situational', 'speed', 'virtual'] as const;

/** Whether mentorships of the kind become active only by an order. */
export function needsOrder(kindCode: string): boolean {
  return !KINDS_WITHOUT_ORDER.some((kind) => kind === kindCode);
}

/** Whether two periods share a day. */
export function overlap(one: Period, other: Period): boolean {
  return one.startedOn <= other.endedOn && other.startedOn <= one.endedOn;
}

/**
 * The planned end offered for a mentorship that starts on the day: 31 May of the school year; from April, 31 August;
 * from June, 31 May of the next year.
 */
export function usualEnd(startedOn: Day): Day {
  const month = startedOn.slice(5, 7);
  const spring = schoolYearStart(startedOn) + 1;
  if (month === '04' || month === '05') return `${spring}-08-31`;
  return month >= '06' && month < '09' ? `${spring + 1}-05-31` : `${spring}-05-31`;
}

/** Acts of the journal that make up the timeline of a mentorship. */
const TIMELINE_ACTS = [
  'proposeMentorship',
  'answerConsent',
  'recordPaperConsent',
  'activateMentorship',
  'beginMentorship',
  'withdrawMentorship',
  'expireMentorship',
  'addMember',
  'inviteMember',
  'replaceMentor',
  'endMembership',
  'pauseMentorship',
  'resumeMentorship',
  'writeTopic',
  'tellTopicResult',
  'closeMentorship',
  'planMentorshipEnd',
  'keepMentorship',
] as const;

/** One act of the timeline. */
export type TimelineAct = (typeof TIMELINE_ACTS)[number];

/** Narrows the name of an operation to an act of the timeline. */
export function isTimelineAct(act: string): act is TimelineAct {
  return TIMELINE_ACTS.some((known) => known === act);
}
