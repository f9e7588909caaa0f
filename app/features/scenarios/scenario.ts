import type { Day, Id } from '#db/schema.ts';
import type { Traits } from '../directories/directory.ts';
import type { EngineRule } from '../matching/pool-rules.ts';
import type { ScorePart } from '../matching/score.ts';
import type { PartCode, WeightsVersion } from '../matching/weights.ts';
import type { PairRule } from '../mentorships/mentorship-rules.ts';

/**
 * A scenario: mentors for many people at once, computed, explained, looked at beside others, and published as proposals
 * or put aside. Nothing is promised to anybody until it is published. Source: MATCHING 3.1 to 3.5.
 */
export const SCENARIO_STATES = ['waiting', 'solving', 'solved', 'failed', 'published', 'discarded'] as const;

/** State of a scenario. */
export type ScenarioState = (typeof SCENARIO_STATES)[number];

/** Whose mentors are sought: young teachers without one, everybody without one, authors of open requests. */
export const POOLS = ['young', 'all', 'requests'] as const;

/** Choice of mentees. */
export type Pool = (typeof POOLS)[number];

/** Most mentees first, then quality; or only pairs that reach a threshold. */
export const AIMS = ['coverage', 'quality'] as const;

/** What comes first. */
export type AimKind = (typeof AIMS)[number];

/** What a curator asks for. */
export interface ScenarioTerms {
  name: string;
  pool: Pool;
  aim: AimKind;
  /** Least score of a pair under `quality`. */
  threshold: number;
  isRemoteAllowed: boolean;
  formCode: string;
  kindCode: string;
  hoursPerWeek: number;
  startedOn: Day;
  endedOn: Day;
}

/** A scenario as it is solved. */
export interface ScenarioQuestion extends ScenarioTerms {
  unitId: Id;
  weights: WeightsVersion;
}

/** A decision of the curator about a pair. */
export interface Pin {
  menteeId: Id;
  mentorId: Id;
  kind: 'pin' | 'ban';
}

/** Why a candidate is not taken: a rule of mentorships, of the engine, or the curator's own. */
export type CandidateRule = PairRule | EngineRule | 'side-not-for-form' | 'banned' | 'under-threshold' | 'mirrored';

/** Why somebody is left without a mentor: nobody may, or all who may have their places full. */
export type UnplacedCode = 'nobody-may' | 'places-taken';

/** Facts behind being left. */
export interface Unplaced {
  code: UnplacedCode;
  /** Candidates by the rule that refused them, greatest first. */
  counts: [CandidateRule, number][];
  /** Candidates no rule refuses; all of them are full with others. */
  allowed: number;
  /** Mentors of the same subject, and how many of them have a free place. */
  subject: { name: string; mentors: number; free: number } | null;
  /** Whether working at a distance would place the person. */
  isPlacedRemotely: boolean;
}

/** The next best mentor of somebody placed. */
export interface Alternative {
  mentorId: Id;
  total: number;
  /** All places of the mentor went to others; otherwise the score is lower, or equal and later by name. */
  isFull: boolean;
}

/** What came out for one mentee and why. */
export interface MenteeOutcome {
  personId: Id;
  factsHash: string;
  mentorId: Id | null;
  total: number | null;
  isPinned: boolean;
  parts: ScorePart[];
  /** The parts that speak most for the pair, at most three. */
  reasons: PartCode[];
  alternative: Alternative | null;
  /** Mentors no rule refuses, best first, by position, with their scores. */
  ranked: [number, number][];
  /** Positions of the refused by rule: the first that stands against. */
  refused: [CandidateRule, number[]][];
  unplaced: Unplaced | null;
}

/** A possible mentor in the answer. */
export interface MentorOutcome {
  personId: Id;
  factsHash: string;
  capacity: number;
  used: number;
  taken: number;
  limit: number;
}

/** A pin that could not be held. */
export interface BrokenPin {
  menteeId: Id;
  mentorId: Id;
  code: CandidateRule | 'not-in-pool' | 'no-place-left';
}

/** Sums of an answer. */
export interface ScenarioFigures {
  mentees: number;
  mentors: number;
  places: number;
  placed: number;
  total: number;
  /** Lower median of the scores of pairs; null without pairs. */
  median: number | null;
  /** Pairs far below it, and the line under which they are. */
  farBelow: number;
  line: number | null;
  /** How many more would be placed if pairs might work at a distance; null where they already may. */
  remoteGain: number | null;
  brokenPins: BrokenPin[];
}

/** The whole answer, in a fixed order: equal questions give equal bytes. */
export interface ScenarioAnswer {
  mentees: MenteeOutcome[];
  mentors: MentorOutcome[];
  figures: ScenarioFigures;
}

/** How a pin stands to an answer: computed with it, to be counted next time, or not next time. */
export const PIN_STATES = ['counted', 'added', 'dropped'] as const;

/** One of these. */
export type PinState = (typeof PIN_STATES)[number];

/** Why a scenario could not be solved. */
export const FAILURES = ['nobody-waits', 'nobody-to-mentor', 'too-many-people', 'too-heavy', 'fault'] as const;

/** One of the reasons. */
export type FailureCode = (typeof FAILURES)[number];

/** Why an act upon a scenario is refused. */
export type ScenarioRule =
  | 'unit-closed'
  | 'too-many-scenarios'
  | 'scenario-busy'
  | 'scenario-settled'
  | 'scenario-not-solved'
  | 'nothing-to-publish'
  | 'pin-against-rule'
  | 'not-in-scenario'
  | 'already-pinned-or-banned'
  | 'mentee-pinned-twice'
  | 'kind-one-by-one'
  | 'nobody-left-to-propose';

/** The most scenarios of an organisation that wait or stand unpublished. */
export const MOST_OPEN_SCENARIOS = 20;

/** The most people on one side of a scenario. */
export const MOST_PEOPLE = 3000;

/** Whether mentorships of the kind may be put together for many at once: roles by topic, groups and events may not. */
export function isForMany(kind: Traits): boolean {
  return !kind.hasRolesPerTopic && !kind.isGroup && !kind.isEvent;
}

/** What stands against publishing. */
export function ruleAgainstPublishing(scenario: { state: ScenarioState; placed: number }): ScenarioRule | null {
  if (scenario.state === 'waiting' || scenario.state === 'solving') return 'scenario-busy';
  if (scenario.state !== 'solved') return 'scenario-settled';
  return scenario.placed === 0 ? 'nothing-to-publish' : null;
}

/** What stands against pinning, banning or taking that back. */
export function ruleAgainstPinning(state: ScenarioState): ScenarioRule | null {
  if (state === 'waiting' || state === 'solving') return 'scenario-busy';
  return state === 'solved' ? null : 'scenario-settled';
}

/** What stands against putting a scenario aside. */
export function ruleAgainstDiscarding(state: ScenarioState): ScenarioRule | null {
  return state === 'published' || state === 'discarded' ? 'scenario-settled' : null;
}
