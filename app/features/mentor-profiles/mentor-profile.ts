import type { Day, Id } from '#db/schema.ts';
import type { Category } from '../people/person.ts';
import type { Allowance } from './workload.ts';

/**
 * A mentor's profile: what the mentor offers (formats, subjects, strengths by the nine areas, free time, how many people
 * and hours), the measurable results with their evidence, and what was said of readiness. A mentee chooses by it
 * (000-35); whoever has neither a category nor a confirmed result is not proposed as a mentor (002-10, BR-13).
 */
export const FORMATS = ['in_person', 'remote', 'hybrid'] as const;

/** Format of contact (000-1). */
export type Format = (typeof FORMATS)[number];

/** Narrows stored words to formats; an unknown one is a fault of the data. */
export function formatsOf(words: readonly string[]): Format[] {
  return words.map((word) => {
    const known = FORMATS.find((format) => format === word);
    if (!known) throw new Error(`unknown format: ${word}`);
    return known;
  });
}

/** Why a change of a profile, a result, free time or limits is refused. */
export type ProfileRule =
  | 'only-owner-opens'
  | 'pause-is-over'
  | 'result-without-evidence'
  | 'result-of-own-confirmation'
  | 'result-year-ahead'
  | 'result-already-confirmed'
  | 'result-withdrawn'
  | 'slot-ends-before-start'
  | 'slots-overlap'
  | 'soft-limit-above-hard'
  | 'limits-overlap'
  | 'limits-in-past'
  | 'overrides-overlap'
  | 'override-ends-before-start'
  | 'override-below-act'
  | 'override-too-long'
  | 'override-in-past';

/** Side a participant speaks for. */
export const SIDES = ['mentor', 'mentee'] as const;

/** One side. */
export type ReadySide = (typeof SIDES)[number];

/** The most mentees at once a mentor may offer (BR-07). */
export const MOST_OWN_PEOPLE = 5;
/** The most hours a week a mentor may offer. */
export const MOST_OWN_HOURS = 36;
/** The most subjects besides those taught. */
export const MOST_SUBJECTS = 10;

/** A strength in one of the nine areas, level 1 to 3. */
export interface Strength {
  areaCode: string;
  level: number;
}

/** Free time in a usual week: 1 Monday to 7 Sunday, minutes since midnight, the last one outside. */
export interface FreeSlot {
  weekday: number;
  fromMinute: number;
  toMinute: number;
}

/** What matching and the rules know of a person as a mentor. */
export interface ProfileFacts {
  personId: Id;
  /** Words of the mentor about the own strengths. */
  strengthsText: string;
  strengths: readonly Strength[];
  /** Subjects besides those taught, lower case. */
  subjects: readonly string[];
  formats: readonly Format[];
  slots: readonly FreeSlot[];
  /** A qualification category, or a result that curator or head has confirmed. */
  hasResults: boolean;
  /** Takes new requests today. */
  isTaking: boolean;
  /** Last day of the pause; null when there is no pause or no day was named. */
  notTakingUntil: Day | null;
  /** Has said to be ready to write and to be at ease on the internet (000-18). */
  isReadyRemote: boolean;
  hasAcceptedCode: boolean;
  isOpenOutside: boolean;
  allowance: Allowance;
}

/** Whether the category stands for attested results: any but none (order 196 of 24.03.2023). */
export function isAttested(category: Category): boolean {
  return category !== 'none';
}

/** Whether new requests are taken on this day. */
export function isTakingOn(pause: { isTaking: boolean; notTakingUntil: Day | null }, day: Day): boolean {
  return pause.isTaking || (pause.notTakingUntil !== null && pause.notTakingUntil < day);
}

/** What a profile may still lack, in the order it is told. */
export const MISSING_PARTS = ['results', 'formats', 'strengths', 'slots', 'readiness', 'code'] as const;

/** A part a profile lacks. */
export type MissingPart = (typeof MISSING_PARTS)[number];

/** What the profile lacks. */
export function missingIn(facts: ProfileFacts): MissingPart[] {
  const lacks: Record<MissingPart, boolean> = {
    results: !facts.hasResults,
    formats: facts.formats.length === 0,
    strengths: facts.strengths.length === 0,
    slots: facts.slots.length === 0,
    readiness: !facts.isReadyRemote,
    code: !facts.hasAcceptedCode,
  };
  return MISSING_PARTS.filter((part) => lacks[part]);
}
