import { fullYears } from '#app/core/dates.ts';
import type { Day, Id } from '#db/schema.ts';
import type { Format, FreeSlot, Strength } from '../mentor-profiles/mentor-profile.ts';
import type { Period } from '../mentorships/mentorship.ts';
import type { Work } from '../mentorships/mentorship-rules.ts';
import type { Category } from '../people/person.ts';
import { normalSubject } from '../people/subject.ts';
import { PART_CODES, type PartCode, type Weights } from './weights.ts';

/**
 * The soft score of a pair: six parts, each a share of its own ceiling, rounded one by one, so that the parts sum to the
 * total shown. A fact nobody has recorded never refuses anybody: it only gives less. Source: MATCHING 3.2.
 */
export interface ScoreFacts {
  personId: Id;
  unitId: Id;
  /** Kind of the home organisation. */
  unitKind: string;
  municipalityId: Id | null;
  regionId: Id | null;
  work: readonly Work[];
  teachingSince: Day | null;
  category: Category;
  /** Subjects besides those of the posts, lower case. */
  subjects: readonly string[];
  /** Competence areas by name in which the person helps, with how well. */
  strengths: readonly Strength[];
  /** Competence areas by name in which the person seeks help. */
  difficulties: readonly string[];
  /** Formats of contact; none = not said. */
  formats: readonly Format[];
  slots: readonly FreeSlot[];
  /** Colleagues the person asked for. */
  prefers: readonly Id[];
  /** Colleagues the person asked not to be offered. */
  avoids: readonly Id[];
}

/** Load of the mentor on the tightest day. */
export interface Load {
  taken: number;
  limit: number;
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
  /** Areas or subjects of both. */
  shared?: string[];
  /** Areas the mentee asked about that the mentor does not cover. */
  missing?: string[];
  /** Subjects the candidate teaches. */
  own?: string[];
  /** Areas stand for nothing: one of the two has named none, so experience speaks. */
  isByExperience?: boolean;
  /** Whole years of teaching; null when not known. */
  years?: number | null;
  category?: Category;
  /** Common minutes a week; null when one of the two has not told the free time. */
  minutes?: number | null;
  isRemote?: boolean;
  tier?: Tier;
  taken?: number;
  limit?: number;
  isAsked?: boolean;
  isOffered?: boolean;
}

/** How near the home organisations of the two are. */
export type Tier = 'organisation' | 'municipality' | 'region' | 'country';

/** What the score is asked about a pair in. */
export interface ScoreQuestion {
  weights: Weights;
  period: Period;
  today: Day;
  isRemoteAllowed: boolean;
}

/** A person made ready to be scored many times. */
export interface Scored {
  facts: ScoreFacts;
  subjects: string[];
  posts: string[];
  /** Level of each strength by area. */
  levels: ReadonlyMap<string, number>;
  years: number | null;
}

interface Part {
  share: number;
  values: PartValues;
}

/** Experience and category stand for strengths nobody has named, at no more than this share. */
const EXPERIENCE_SHARE = 0.5;
/** Years of teaching that count in full: more of them do not make a better mentor. */
const FULL_EXPERIENCE_YEARS = 15;
/** Levels of a strength: 3 covers a difficulty wholly. */
const FULL_LEVEL = 3;
/** The same post without a common subject is worth this share of the part. */
const SAME_POST_SHARE = 0.3;
/** Common time that leaves nothing to wish: two lessons a week. */
const ENOUGH_MINUTES = 90;
/** Working at a distance is worth this share of common time in one place. */
const REMOTE_SHARE = 0.6;
/** Free time not told, the same workplace: they will find some. */
const SAME_PLACE_SHARE = 0.5;

const TIER_SHARES: Record<Tier, number> = { organisation: 1, municipality: 0.7, region: 0.4, country: 0 };
const CATEGORY_SHARES: Record<Category, number> = {
  none: 0,
  first: 0.6,
  highest: 0.8,
  methodist_teacher: 1,
  mentor_teacher: 1,
};

/** Makes a person ready to be scored for a period. */
export function readyToScore(facts: ScoreFacts, { period, today }: Pick<ScoreQuestion, 'period' | 'today'>): Scored {
  const held = facts.work.filter(
    ({ startedOn, endedOn }) => startedOn <= period.endedOn && (endedOn ?? '9999') >= period.startedOn,
  );
  const taught = held.flatMap(({ subject }) => (subject ?? '').split(/[,;/]/u).map((one) => normalSubject(one)));
  const subjects = [...taught, ...facts.subjects];
  return {
    facts,
    subjects: [...new Set(subjects.filter((subject) => subject !== ''))].sort(),
    posts: facts.work.map(({ postCode }) => postCode),
    levels: new Map(facts.strengths.map(({ areaCode, level }) => [areaCode, level])),
    years: facts.teachingSince === null ? null : Math.max(0, fullYears(facts.teachingSince, today)),
  };
}

/** The six parts of a pair in their order; their points sum to the total. */
export function partsOf(mentee: Scored, mentor: Scored, load: Load, question: ScoreQuestion): ScorePart[] {
  const found: Record<PartCode, Part> = {
    strengths: strengthsPart(mentee, mentor),
    subject: subjectPart(mentee, mentor),
    freeTime: timePart(mentee, mentor, question.isRemoteAllowed),
    distance: distancePart(mentee.facts, mentor.facts),
    loadLeft: loadPart(load),
    wishes: wishesPart(mentee.facts, mentor.facts),
  };
  return PART_CODES.map((code) => {
    const ceiling = question.weights[code];
    return { code, ceiling, points: Math.round(found[code].share * ceiling), values: found[code].values };
  });
}

/** The total of a pair, 0 to 100. */
export function totalOf(parts: readonly ScorePart[]): number {
  return parts.reduce((sum, { points }) => sum + points, 0);
}

function strengthsPart({ facts: mentee }: Scored, { facts: mentor, years, levels }: Scored): Part {
  const { difficulties } = mentee;
  if (difficulties.length === 0 || mentor.strengths.length === 0) {
    const experience = years === null ? 0 : Math.min(1, years / FULL_EXPERIENCE_YEARS);
    const share = EXPERIENCE_SHARE * (0.6 * experience + 0.4 * CATEGORY_SHARES[mentor.category]);
    return { share, values: { isByExperience: true, years, category: mentor.category } };
  }
  const shared = difficulties.filter((area) => levels.has(area));
  const covered = shared.reduce((sum, area) => sum + Math.min(FULL_LEVEL, levels.get(area) ?? 0) / FULL_LEVEL, 0);
  const missing = difficulties.filter((area) => !levels.has(area));
  return { share: covered / difficulties.length, values: { shared, missing } };
}

function subjectPart(mentee: Scored, mentor: Scored): Part {
  const own = mentor.subjects;
  const shared = own.filter((subject) => mentee.subjects.includes(subject));
  if (shared.length > 0) return { share: 1, values: { shared, own } };
  const isSamePost = mentor.posts.some((post) => mentee.posts.includes(post));
  if (!isSamePost) return { share: 0, values: { shared: [], own } };
  // Educators, psychologists, methodists have no subject: for them the post is the field.
  const isField = own.length === 0 && mentee.subjects.length === 0;
  return { share: isField ? 1 : SAME_POST_SHARE, values: { shared: [], own } };
}

function timePart({ facts: mentee }: Scored, { facts: mentor }: Scored, isRemoteAllowed: boolean): Part {
  const isRemote = isRemoteAllowed && mayWorkRemotely(mentee) && mayWorkRemotely(mentor);
  const least = isRemote ? REMOTE_SHARE : 0;
  const minutes = commonMinutes(mentee, mentor);
  if (minutes === null) {
    const share = mentee.unitId === mentor.unitId ? SAME_PLACE_SHARE : 0;
    return { share: Math.max(share, least), values: { minutes, isRemote } };
  }
  return { share: Math.max(Math.min(1, minutes / ENOUGH_MINUTES), least), values: { minutes, isRemote } };
}

/** Common free minutes of a week; null when one of the two has told none. */
export function commonMinutes(one: Pick<ScoreFacts, 'slots'>, other: Pick<ScoreFacts, 'slots'>): number | null {
  if (one.slots.length === 0 || other.slots.length === 0) return null;
  let minutes = 0;
  for (const mine of one.slots) {
    for (const theirs of other.slots) {
      if (mine.weekday !== theirs.weekday) continue;
      const from = Math.max(mine.fromMinute, theirs.fromMinute);
      minutes += Math.max(0, Math.min(mine.toMinute, theirs.toMinute) - from);
    }
  }
  return minutes;
}

/** Whether the person has said to work at a distance. */
export function mayWorkRemotely({ formats }: Pick<ScoreFacts, 'formats'>): boolean {
  return formats.some((format) => format !== 'in_person');
}

function distancePart(mentee: ScoreFacts, mentor: ScoreFacts): Part {
  const tier = tierOf(mentee, mentor);
  return { share: TIER_SHARES[tier], values: { tier } };
}

function tierOf(one: ScoreFacts, other: ScoreFacts): Tier {
  if (one.unitId === other.unitId) return 'organisation';
  if (one.municipalityId !== null && one.municipalityId === other.municipalityId) return 'municipality';
  return one.regionId !== null && one.regionId === other.regionId ? 'region' : 'country';
}

function loadPart({ taken, limit }: Load): Part {
  const busy = Math.min(taken, limit);
  return { share: limit === 0 ? 0 : (limit - busy) / limit, values: { taken: busy, limit } };
}

function wishesPart(mentee: ScoreFacts, mentor: ScoreFacts): Part {
  const isAsked = mentee.prefers.includes(mentor.personId);
  const isOffered = mentor.prefers.includes(mentee.personId);
  return { share: (isAsked ? 0.7 : 0) + (isOffered ? 0.3 : 0), values: { isAsked, isOffered } };
}
