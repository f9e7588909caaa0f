import { fullYears } from '#app/core/dates.ts';
import type { Day, Id } from '#db/schema.ts';
import { fitsFrom, freeDuring, type LoadWarning, tightestDay, warningsOfLoad } from '../mentor-profiles/workload.ts';
import type { Period } from '../mentorships/mentorship.ts';
import { type Mentor, type PairRule, type Participant, rulesAgainstPair } from '../mentorships/mentorship-rules.ts';
import type { Category } from '../people/person.ts';
import { normalSubject } from '../people/subject.ts';

/**
 * The first form of matching: people of the mentee's organisation are refused by hard rules, each with its code, or
 * ranked by a score of five parts, each with a ceiling of its own, 100 together. The same input always gives the same
 * order. Nothing here decides: the curator does. Source: MATCHING 3.
 */
export const SCORE_CEILINGS = {
  subject: 35,
  experience: 20,
  capacity: 20,
  category: 15,
  organisation: 10,
} as const;

/** Part of the score. */
export type PartCode = keyof typeof SCORE_CEILINGS;

/** Order of the parts wherever they are shown. */
export const PART_CODES: readonly PartCode[] = ['subject', 'experience', 'category', 'organisation', 'capacity'];

/** Who is looked for a mentor. */
export interface MenteeFacts extends Participant {
  teachingSince: Day | null;
}

/** Who could be the mentor. */
export interface CandidateFacts extends Mentor {
  /** Lower-case full name, the stable key of ties. */
  nameKey: string;
  category: Category;
  /** Last day of a pause in new requests; null when there is none or no day was named. */
  pauseEndsOn: Day | null;
}

/** A part of the score with the facts it was counted from. */
export interface ScorePart {
  code: PartCode;
  points: number;
  ceiling: number;
  values: PartValues;
}

/** Facts behind a part; the page makes a sentence of them. */
export interface PartValues {
  /** Subjects both teach, or the post both hold when neither has a subject. */
  shared?: string[];
  /** Subjects the candidate teaches. */
  own?: string[];
  /** Whole years of teaching; null when not known. */
  years?: number | null;
  category?: Category;
  isHome?: boolean;
  taken?: number;
  limit?: number;
}

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
  | 'ready-remote';

/** Why a candidate is not offered. */
export interface Refusal {
  code: PairRule;
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
}

/** Ranks the candidates and tells why the rest is not offered. */
export function match(question: MatchQuestion): MatchResult {
  const { mentee, candidates, period, kindCode, hoursPerWeek, today } = question;
  const inOrder = [...candidates].sort(byName);
  const judged = inOrder.map((candidate) => ({
    candidate,
    rules: rulesAgainstPair({ mentor: candidate, mentee, period, kindCode, hoursPerWeek }, today),
  }));
  const ranked = judged.flatMap(({ candidate, rules }) => (rules.length === 0 ? [scored(candidate, question)] : []));
  const refused = judged.flatMap(({ candidate, rules }) =>
    rules.length > 0
      ? [{ personId: candidate.personId, refusals: rules.map((rule) => why(rule, candidate, question)) }]
      : [],
  );
  // Sorting is stable, so equal scores keep the order of names and ids.
  return { ranked: ranked.sort((one, other) => other.total - one.total), refused };
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
  const { mentee, period, hoursPerWeek, today } = question;
  const values: Record<PartCode, { share: number; values: PartValues }> = {
    subject: subjectShare(candidate, mentee, period),
    experience: experienceShare(candidate.teachingSince, today),
    category: { share: CATEGORY_SHARES[candidate.category], values: { category: candidate.category } },
    organisation: homeShare(candidate, mentee),
    capacity: capacityShare(candidate, period),
  };
  const parts = PART_CODES.map((code) => {
    const ceiling = SCORE_CEILINGS[code];
    return { code, ceiling, points: Math.round(values[code].share * ceiling), values: values[code].values };
  });
  const total = parts.reduce((sum, { points }) => sum + points, 0);
  return { personId: candidate.personId, total, parts, warnings: warningsOfLoad(candidate, period, hoursPerWeek) };
}

const CATEGORY_SHARES: Record<Category, number> = {
  none: 0,
  first: 0.6,
  highest: 0.8,
  methodist_teacher: 1,
  mentor_teacher: 1,
};

/** Years of teaching that count in full: more of them do not make a better mentor. */
const FULL_EXPERIENCE_YEARS = 15;
/** The same post without a common subject is worth this share of the part. */
const SAME_POST_SHARE = 0.3;

function subjectShare(candidate: CandidateFacts, mentee: MenteeFacts, period: Period) {
  const own = subjectsOf(candidate, period);
  const wanted = subjectsOf(mentee, period);
  const shared = own.filter((subject) => wanted.includes(subject));
  if (shared.length > 0) return { share: 1, values: { shared, own } };
  const posts = mentee.work.map(({ postCode }) => postCode);
  const isSamePost = candidate.work.some(({ postCode }) => posts.includes(postCode));
  if (!isSamePost) return { share: 0, values: { shared: [], own } };
  // Educators, psychologists, methodists have no subject: for them the post is the field.
  return { share: own.length === 0 && wanted.length === 0 ? 1 : SAME_POST_SHARE, values: { shared: [], own } };
}

function subjectsOf({ work }: Participant, period: Period): string[] {
  const held = work.filter(
    ({ startedOn, endedOn }) => startedOn <= period.endedOn && (endedOn ?? '9999') >= period.startedOn,
  );
  const subjects = held.flatMap(({ subject }) => (subject ?? '').split(/[,;/]/u).map((one) => normalSubject(one)));
  return [...new Set(subjects.filter((subject) => subject !== ''))].sort(compare);
}

function experienceShare(teachingSince: Day | null, today: Day) {
  if (teachingSince === null) return { share: 0, values: { years: null } };
  const years = Math.max(0, fullYears(teachingSince, today));
  return { share: Math.min(1, years / FULL_EXPERIENCE_YEARS), values: { years } };
}

function homeShare(candidate: CandidateFacts, mentee: MenteeFacts) {
  const isHome = candidate.unitId === mentee.unitId;
  return { share: isHome ? 1 : 0, values: { isHome } };
}

function capacityShare(candidate: CandidateFacts, period: Period) {
  const { people, mostPeople: limit } = tightestDay(candidate, period);
  const taken = Math.min(people, limit);
  return { share: limit === 0 ? 0 : (limit - taken) / limit, values: { taken, limit } };
}

function why(code: PairRule, candidate: CandidateFacts, question: MatchQuestion): Refusal {
  const nothing = { code: 'nothing', on: null } as const;
  switch (code) {
    case 'mentor-is-mentee':
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
