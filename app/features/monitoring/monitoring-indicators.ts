/**
 * The indicators of monitoring as data. Every figure is made of additive counters: a unit's counters are the sum of
 * its organisations', shares are computed when read (D9). People are counted once, at their home organisation; a
 * mentorship belongs to the mentee's organisation and counts in a period it is in force for thirty days or more.
 * Names, formulas and legends are in `monitoring-indicators.text.ts`. Source: DOMAIN 4 and 10, BR-40, BR-44, BR-45.
 */
export const COUNTERS = [
  'organisations',
  'mentorships',
  'mentorshipsFullPapers',
  'mentorshipsAcross',
  'planItemsDue',
  'planItemsOnTime',
  'youngTeachers',
  'youngTeachersMentored',
  'mentors',
  'mentorSeats',
  'labourMentors',
  'labourMentorsPaid',
  'routeStepsDue',
  'routeStepsClosed',
  'mentees',
  'menteesInnovating',
  'newcomers',
  'newcomersStayed',
  'highestCategory',
  'mentorCategory',
  'planPeople',
  'planPeopleOnTime',
  'planPeopleLate',
  'routePeople',
  'routePeopleClosed',
  'routePeopleOpen',
] as const;

/** Name of a counter. */
export type Counter = (typeof COUNTERS)[number];

/** Whole numbers by counter; an absent one is zero. */
export type Counters = Readonly<Partial<Record<Counter, number>>>;

/** 1: the process of the programmes; 2: their influence on the participants (BR-40). */
export type Stage = 1 | 2;

/** Numbers of the indicators that today's records carry. */
export const INDICATOR_IDS = ['I-16', 'I-01', 'I-24', 'I-25', 'I-29', 'I-32', 'I-37', 'I-10', 'I-34', 'I-41'] as const;

/** Number of an indicator in DOMAIN 10. */
export type IndicatorId = (typeof INDICATOR_IDS)[number];

/** One indicator: part of a whole, or how many of one thing fall on one of another. */
export interface Indicator {
  readonly id: IndicatorId;
  readonly stage: Stage;
  /** `share`: part / whole in per cent; `ratio`: so many to one. */
  readonly kind: 'share' | 'ratio';
  /** m of the formula. */
  readonly part: Counter;
  /** N of the formula. */
  readonly whole: Counter;
  /** Version of the definition; it grows when the same facts would give another figure. */
  readonly version: number;
  /** Tiers that ask for it: organisation, municipality, region, federation. */
  readonly tiers: readonly ('organisation' | 'municipal' | 'regional' | 'federal')[];
  /** Below so many people the figure is not shown outside the organisation. */
  readonly leastPeople: number;
  /** Digits after the comma. */
  readonly digits: number;
  /** Counted for whole school years only. */
  readonly isYearOnly: boolean;
}

/** Groups smaller than this are not told to those who do not see the records (BR-44). */
export const LEAST_PEOPLE = 5;

const EVERY_TIER = ['organisation', 'municipal', 'regional', 'federal'] as const;

function share(id: IndicatorId, stage: Stage, part: Counter, whole: Counter): Indicator {
  const bounds = { tiers: EVERY_TIER, leastPeople: LEAST_PEOPLE, isYearOnly: false };
  return { id, stage, kind: 'share', part, whole, version: 1, digits: 1, ...bounds };
}

/** Every indicator in the order of the tables. */
export const indicators: readonly Indicator[] = [
  share('I-16', 1, 'youngTeachersMentored', 'youngTeachers'),
  share('I-01', 1, 'planItemsOnTime', 'planItemsDue'),
  { ...share('I-24', 1, 'mentorshipsFullPapers', 'mentorships'), version: 2 },
  share('I-25', 1, 'labourMentorsPaid', 'labourMentors'),
  { ...share('I-29', 1, 'mentorSeats', 'mentors'), kind: 'ratio', digits: 2 },
  share('I-32', 1, 'mentorshipsAcross', 'mentorships'),
  share('I-37', 1, 'routeStepsClosed', 'routeStepsDue'),
  share('I-10', 2, 'menteesInnovating', 'mentees'),
  { ...share('I-34', 2, 'newcomersStayed', 'newcomers'), isYearOnly: true },
  share('I-41', 2, 'mentorCategory', 'highestCategory'),
];

/** The indicators of a stage. */
export function indicatorsOf(stage: Stage): Indicator[] {
  return indicators.filter((indicator) => indicator.stage === stage);
}

/** How many people stand behind a counter that counts other things than people or pairs. */
export const peopleBehind: Readonly<Partial<Record<Counter, Counter>>> = {
  planItemsDue: 'planPeople',
  planItemsOnTime: 'planPeopleOnTime',
  routeStepsDue: 'routePeople',
  routeStepsClosed: 'routePeopleClosed',
  mentorSeats: 'mentors',
};

/** The value of a counter; a counter never stored is zero. */
export function countOf(counters: Counters, counter: Counter): number {
  return counters[counter] ?? 0;
}

/** The indicator's value, a share from 0 to 1 or a ratio; null when there is nothing to count of. */
export function indicatorValue(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}
