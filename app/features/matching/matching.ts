import type { Day, Id } from '#db/schema.ts';
import { fitsFrom, freeDuring, type LoadWarning, tightestDay, warningsOfLoad } from '../mentor-profiles/workload.ts';
import { type Period, REVERSE_KIND } from '../mentorships/mentorship.ts';
import { type Mentor, type PairRule, type Participant, rulesAgainstPair } from '../mentorships/mentorship-rules.ts';
import type { Category } from '../people/person.ts';
import { type EngineRule, engineRulesAgainst, SUPERIOR_FORM } from './pool-rules.ts';
import { partsOf, readyToScore, type ScoreFacts, type ScorePart, totalOf } from './score.ts';
import { USUAL_WEIGHTS, type Weights } from './weights.ts';

/**
 * Matching for one mentee: people are refused by hard rules, each with its code, or ranked by the score of six parts. The
 * same input always gives the same order. Nothing here decides: the curator does. Source: MATCHING 3.
 */
export type { ScorePart } from './score.ts';

/** Who is looked for a mentor. */
export interface MenteeFacts extends Participant {
  teachingSince: Day | null;
  /** What the score knows besides; nothing when left out. */
  weighed?: Weighed;
}

/** Who could be the mentor. */
export interface CandidateFacts extends Mentor {
  /** Lower-case full name, the stable key of ties. */
  nameKey: string;
  category: Category;
  /** Last day of a pause in new requests; null when there is none or no day was named. */
  pauseEndsOn: Day | null;
  /** What the score knows besides; nothing when left out. */
  weighed?: Weighed;
}

/** What the score weighs of a person besides what the rules need. */
export type Weighed = Pick<
  ScoreFacts,
  | 'unitKind'
  | 'municipalityId'
  | 'regionId'
  | 'subjects'
  | 'strengths'
  | 'difficulties'
  | 'formats'
  | 'slots'
  | 'prefers'
  | 'avoids'
>;

const NOTHING_KNOWN: Weighed = {
  unitKind: '',
  municipalityId: null,
  regionId: null,
  subjects: [],
  strengths: [],
  difficulties: [],
  formats: [],
  slots: [],
  prefers: [],
  avoids: [],
};

/** A candidate with the reasons of the place. */
export interface Ranked {
  personId: Id;
  total: number;
  parts: ScorePart[];
  /** What is said of the load before it refuses. */
  warnings: LoadWarning[];
}

/** What would change a refusal. */
export type ChangeCode =
  | 'nothing'
  | 'place-frees'
  | 'raise-limit'
  | 'end-of-pair'
  | 'reverse-kind'
  | 'longer-employment'
  | 'other-post'
  | 'more-experience'
  | 'fewer-hours'
  | 'confirmed-result'
  | 'pause-ends'
  | 'ready-remote'
  | 'other-form'
  | 'common-format';

/** Why a candidate is not offered. */
export interface Refusal {
  code: PairRule | EngineRule;
  values: {
    taken?: number;
    limit?: number;
    hours?: number;
    mostHours?: number;
    endedOn?: Day;
    teachingSince?: Day | null;
  };
  whatWouldChange: { code: ChangeCode; on: Day | null };
}

/** A candidate with everything that stands against. */
export interface Refused {
  personId: Id;
  refusals: Refusal[];
}

/** The answer of the engine. */
export interface MatchResult {
  ranked: Ranked[];
  refused: Refused[];
}

/** What is asked of the engine. */
export interface MatchQuestion {
  mentee: MenteeFacts;
  candidates: readonly CandidateFacts[];
  period: Period;
  kindCode: string;
  /** Hours a week it would take; null counts as one. */
  hoursPerWeek: number | null;
  today: Day;
  /** Weights of the organisation; the usual ones when left out. */
  weights?: Weights;
}

/** Ranks the candidates and tells why the rest is not offered. */
export function match(question: MatchQuestion): MatchResult {
  const { mentee, candidates, period, kindCode, hoursPerWeek, today } = question;
  const inOrder = [...candidates].sort(byName);
  const judged = inOrder.map((candidate) => {
    const rules = rulesAgainstPair({ mentor: candidate, mentee, period, kindCode, hoursPerWeek }, today);
    const isSelf = candidate.personId === mentee.personId;
    return { candidate, rules: isSelf ? rules : [...rules, ...engineRules(candidate, question)] };
  });
  // Whom one of the two would rather not have is told to nobody: left out in silence, not refused.
  const told = judged.filter(({ rules }) => !rules.includes('avoided'));
  const ranked = told.flatMap(({ candidate, rules }) => (rules.length === 0 ? [scored(candidate, question)] : []));
  const refused = told.flatMap(({ candidate, rules }) =>
    rules.length > 0
      ? [{ personId: candidate.personId, refusals: rules.map((rule) => why(rule, candidate, question)) }]
      : [],
  );
  // Sorting is stable, so equal scores keep the order of names and ids.
  return { ranked: ranked.sort((one, other) => other.total - one.total), refused };
}

// One by one the curator chooses the form afterwards, and one of the forms has the superior as mentor; remote is his to allow.
function engineRules(candidate: CandidateFacts, { mentee, period, kindCode }: MatchQuestion): EngineRule[] {
  const asked = { period, kindCode, formCode: SUPERIOR_FORM, isRemoteAllowed: true };
  return engineRulesAgainst(factsOf(mentee, 'none'), factsOf(candidate, candidate.category), asked);
}

function byName(one: CandidateFacts, other: CandidateFacts): number {
  return compare(one.nameKey, other.nameKey) || compare(one.personId, other.personId);
}

// Not localeCompare: the order must not depend on the machine's locale data.
function compare(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

function scored(candidate: CandidateFacts, question: MatchQuestion): Ranked {
  const { mentee, period, kindCode, hoursPerWeek, today, weights = USUAL_WEIGHTS } = question;
  const asked = { weights, period, today, isRemoteAllowed: true };
  const { people, mostPeople: limit } = tightestDay(candidate, period);
  const load = { taken: Math.min(people, limit), limit };
  const [one, other] = [
    readyToScore(factsOf(mentee, 'none'), asked),
    readyToScore(factsOf(candidate, candidate.category), asked),
  ];
  const there = partsOf(one, other, load, asked);
  // In a reverse pair both teach and both learn: it is worth what the weaker direction is worth.
  const back = kindCode === REVERSE_KIND ? partsOf(other, one, load, asked) : there;
  const parts = totalOf(back) < totalOf(there) ? back : there;
  const warnings = warningsOfLoad(candidate, period, hoursPerWeek);
  return { personId: candidate.personId, total: totalOf(parts), parts, warnings };
}

function factsOf(person: MenteeFacts, category: Category): ScoreFacts {
  const { personId, unitId, work, teachingSince, weighed = NOTHING_KNOWN } = person;
  return { ...weighed, personId, unitId, work, teachingSince, category };
}

function why(code: PairRule | EngineRule, candidate: CandidateFacts, question: MatchQuestion): Refusal {
  const nothing = { code: 'nothing', on: null } as const;
  switch (code) {
    case 'mentor-is-mentee':
    case 'avoided':
      return { code, values: {}, whatWouldChange: nothing };
    case 'no-capacity':
    case 'no-hours':
      return loadRefusal(code, candidate, question);
    case 'mentor-without-results':
      return { code, values: {}, whatWouldChange: { code: 'confirmed-result', on: null } };
    case 'not-taking':
      return { code, values: {}, whatWouldChange: { code: 'pause-ends', on: candidate.pauseEndsOn } };
    case 'not-ready-remote':
      return { code, values: {}, whatWouldChange: { code: 'ready-remote', on: null } };
    case 'already-paired': {
      const endedOn = lastDay(candidate);
      return { code, values: { endedOn }, whatWouldChange: { code: 'end-of-pair', on: endedOn ?? null } };
    }
    case 'mirror-pair':
      return { code, values: {}, whatWouldChange: { code: 'reverse-kind', on: null } };
    case 'mentor-young':
      return {
        code,
        values: { teachingSince: candidate.teachingSince },
        whatWouldChange: { code: 'more-experience', on: null },
      };
    case 'outside-employment':
      return { code, values: {}, whatWouldChange: { code: 'longer-employment', on: null } };
    case 'mentor-post':
      return { code, values: {}, whatWouldChange: { code: 'other-post', on: null } };
    case 'direct-subordination':
      return { code, values: {}, whatWouldChange: { code: 'other-form', on: null } };
    case 'format-not-common':
    case 'no-common-time':
      return { code, values: {}, whatWouldChange: { code: 'common-format', on: null } };
  }
}

function loadRefusal(
  code: 'no-capacity' | 'no-hours',
  candidate: CandidateFacts,
  { period, hoursPerWeek }: MatchQuestion,
): Refusal {
  const on = fitsFrom(candidate, period, hoursPerWeek);
  const { people: taken, mostPeople: limit, hours, mostHours } = tightestDay(candidate, period);
  const values = code === 'no-capacity' ? { taken, limit } : { hours, mostHours };
  if (limit > 0 && on !== null) return { code, values, whatWouldChange: { code: 'place-frees', on } };
  const isOfferable = code === 'no-hours' && freeDuring(candidate, period).hours > 0;
  return { code, values, whatWouldChange: { code: isOfferable ? 'fewer-hours' : 'raise-limit', on: null } };
}

function lastDay({ withMentee }: CandidateFacts): Day | undefined {
  return withMentee
    .map(({ endedOn }) => endedOn)
    .sort(compare)
    .at(-1);
}
