import { addDays } from '#app/core/dates.ts';
import type { Day } from '#db/schema.ts';

/**
 * How much a mentor carries and may carry, in people and in hours a week, over all live mentorships at whatever
 * organisation. The act of the home organisation sets a soft limit that warns and a hard one that refuses; the head may
 * raise the hard one for one mentor and period; the mentor may want less. Source: BR-07, 000-30, 000-31.
 */
export interface LoadLimits {
  /** Mentees at once from which the curator is warned. */
  peopleSoft: number;
  /** Mentees at once nobody passes without the head. */
  peopleHard: number;
  /** Hours a week from which the curator is warned. */
  hoursSoft: number;
  /** Hours a week nobody passes without the head. */
  hoursHard: number;
}

/** Limits where no act of the organisation says otherwise: BR-07 for people, half the weekly norm of 18 hours for hours. */
export const USUAL_LIMITS: LoadLimits = { peopleSoft: 3, peopleHard: 5, hoursSoft: 6, hoursHard: 9 };

/** Hours a week a mentorship takes when nothing is said. */
export const UNSAID_HOURS = 1;

/** Days, both inclusive. */
export interface Days {
  startedOn: Day;
  endedOn: Day;
}

/** Days of which the last may be open. */
interface OpenDays {
  startedOn: Day;
  endedOn: Day | null;
}

/** What a mentor may carry. */
export interface Allowance {
  /** Mentees at once the mentor wants at most; null = not said. */
  ownPeople: number | null;
  /** Hours a week the mentor wants at most; null = not said. */
  ownHours: number | null;
  /** Limits by the acts of the home organisation; days that none covers have the usual ones. */
  limits: readonly (LoadLimits & OpenDays)[];
  /** Hard limits the head has raised. */
  overrides: readonly ({ people: number; hours: number } & OpenDays)[];
}

/** What a mentor may carry and carries already. */
export interface MentorLoad {
  allowance: Allowance;
  /** Days of each mentee. */
  taken: readonly Days[];
  /** Days and hours a week of each mentorship, whatever the number of its mentees. */
  hoursTaken: readonly (Days & { hoursPerWeek: number })[];
}

/** The load of one day beside what is allowed on it. */
export interface DayLoad {
  people: number;
  hours: number;
  /** Mentees at once allowed: the hard limit or the mentor's own, whichever is lower. */
  mostPeople: number;
  /** Hours a week allowed. */
  mostHours: number;
  peopleSoft: number;
  hoursSoft: number;
}

/** Rules of load that refuse a mentorship. */
export type LoadRule = 'no-capacity' | 'no-hours';

/** What is said about the load before it refuses. */
export type LoadWarning = 'people-near-limit' | 'hours-near-limit';

/** An allowance by the usual limits and the own number of people, when there is one. */
export function usualAllowance(ownPeople: number | null = null): Allowance {
  return { ownPeople, ownHours: null, limits: [], overrides: [] };
}

/** The load of a day. */
export function loadOn({ allowance, taken, hoursTaken }: MentorLoad, day: Day): DayLoad {
  const act = allowance.limits.find((days) => covers(days, day)) ?? USUAL_LIMITS;
  const override = allowance.overrides.find((days) => covers(days, day));
  const most = { people: override?.people ?? act.peopleHard, hours: override?.hours ?? act.hoursHard };
  return {
    people: taken.filter((days) => covers(days, day)).length,
    hours: hoursTaken.filter((days) => covers(days, day)).reduce((sum, { hoursPerWeek }) => sum + hoursPerWeek, 0),
    mostPeople: Math.min(most.people, allowance.ownPeople ?? most.people),
    mostHours: Math.min(most.hours, allowance.ownHours ?? most.hours),
    peopleSoft: act.peopleSoft,
    hoursSoft: act.hoursSoft,
  };
}

/** The loads of every day of the period on which something changes, in order; between them nothing does. */
export function loadsDuring(load: MentorLoad, during: Days): DayLoad[] {
  return daysOfChange(load, during).map((day) => loadOn(load, day));
}

/** What refuses one more mentee with so many hours a week on some day of the period, in the order it is told. */
export function rulesOfLoad(load: MentorLoad, during: Days, hoursPerWeek: number | null): LoadRule[] {
  const hours = hoursPerWeek ?? UNSAID_HOURS;
  const days = loadsDuring(load, during);
  const rules: LoadRule[] = [];
  if (days.some((day) => day.people + 1 > day.mostPeople)) rules.push('no-capacity');
  if (days.some((day) => day.hours + hours > day.mostHours)) rules.push('no-hours');
  return rules;
}

/** What is said before one more mentee: that the soft limit is passed on some day. */
export function warningsOfLoad(load: MentorLoad, during: Days, hoursPerWeek: number | null): LoadWarning[] {
  const hours = hoursPerWeek ?? UNSAID_HOURS;
  const days = loadsDuring(load, during);
  const warnings: LoadWarning[] = [];
  if (days.some((day) => day.people + 1 > day.peopleSoft)) warnings.push('people-near-limit');
  if (days.some((day) => day.hours + hours > day.hoursSoft)) warnings.push('hours-near-limit');
  return warnings;
}

/** The rules that a load already agreed to breaks on some day of the period. */
export function rulesOfOverload(load: MentorLoad, during: Days): LoadRule[] {
  const days = loadsDuring(load, during);
  const rules: LoadRule[] = [];
  if (days.some((day) => day.people > day.mostPeople)) rules.push('no-capacity');
  if (days.some((day) => day.hours > day.mostHours)) rules.push('no-hours');
  return rules;
}

/** Places and hours a week that stay free on every day of the period; never below nought. */
export function freeDuring(load: MentorLoad, during: Days): { people: number; hours: number } {
  const days = loadsDuring(load, during);
  return {
    people: Math.max(0, Math.min(...days.map((day) => day.mostPeople - day.people))),
    hours: Math.max(0, Math.min(...days.map((day) => day.mostHours - day.hours))),
  };
}

/** The day of the period with the fewest free places: what a sentence about the load tells. */
export function tightestDay(load: MentorLoad, during: Days): DayLoad {
  const [first, ...others] = loadsDuring(load, during);
  const start = first ?? loadOn(load, during.startedOn);
  return others.reduce(
    (tightest, day) => (day.mostPeople - day.people < tightest.mostPeople - tightest.people ? day : tightest),
    start,
  );
}

/** The first day of the period from which one more mentee would fit until its end; null when there is none. */
export function fitsFrom(load: MentorLoad, during: Days, hoursPerWeek: number | null): Day | null {
  const ends = [...load.taken, ...load.hoursTaken, ...load.allowance.limits, ...load.allowance.overrides];
  const days = [
    during.startedOn,
    ...load.allowance.overrides.map(({ startedOn }) => startedOn),
    ...load.allowance.limits.map(({ startedOn }) => startedOn),
    ...ends.flatMap(({ endedOn }) => (endedOn === null ? [] : [addDays(endedOn, 1)])),
  ];
  const fitting = [...new Set(days)].sort().filter((day) => day >= during.startedOn);
  const until = (day: Day) => (day > during.endedOn ? day : during.endedOn);
  return (
    fitting.find((day) => rulesOfLoad(load, { startedOn: day, endedOn: until(day) }, hoursPerWeek).length === 0) ?? null
  );
}

function covers({ startedOn, endedOn }: OpenDays, day: Day): boolean {
  return startedOn <= day && (endedOn === null || endedOn >= day);
}

function daysOfChange({ allowance, taken, hoursTaken }: MentorLoad, during: Days): Day[] {
  const rules = [...allowance.limits, ...allowance.overrides];
  const days = [
    ...[...taken, ...hoursTaken, ...rules].map(({ startedOn }) => startedOn),
    ...rules.flatMap(({ endedOn }) => (endedOn === null ? [] : [addDays(endedOn, 1)])),
  ];
  const inside = days.filter((day) => day > during.startedOn && day <= during.endedOn);
  return [during.startedOn, ...[...new Set(inside)].sort()];
}
