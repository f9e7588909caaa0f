import fc from 'fast-check';
import type { Counter } from '#app/features/monitoring/monitoring-indicators.ts';
import type { Part } from '#app/features/monitoring/monitoring-period.ts';

/** Counters by part of the year, as stored. */
export type Year = Partial<Record<Part, Record<string, number>>>;

/** Numbers whose year is the sum of the halves. */
export const flows: Counter[] = ['planItemsDue', 'planItemsOnTime', 'routeStepsDue', 'routeStepsClosed'];
/** Numbers whose year is that of the second half. */
export const states: Counter[] = ['youngTeachers', 'highestCategory', 'mentorCategory'];

const few = fc.oneof(fc.nat(4), fc.nat(4), fc.nat(30));
const half = fc.record({
  mentored: few,
  seniors: few,
  innovating: fc.nat(10),
  labour: few,
  others: few,
  paid: fc.nat(10),
  seats: fc.nat(3),
  pairs: few,
  full: fc.nat(10),
  across: fc.nat(10),
  onTime: few,
  late: few,
  closed: few,
  open: few,
});
/** One school's year at random, with many small groups. */
export const leaf = fc.record({
  h1: half,
  h2: half,
  unmentored: few,
  above: few,
  highest: few,
  stayed: few,
  gone: few,
});
/** The numbers a school's year is made of. */
export type Leaf = typeof leaf extends fc.Arbitrary<infer Value> ? Value : never;

function halfCounters(of: Leaf['h1'], young: number, state: Pick<Leaf, 'above' | 'highest'>): Record<string, number> {
  const mentees = of.mentored + of.seniors;
  const mentors = of.labour + of.others;
  return {
    youngTeachers: young,
    youngTeachersMentored: of.mentored,
    mentees,
    menteesInnovating: Math.round((mentees * of.innovating) / 10),
    mentors,
    labourMentors: of.labour,
    labourMentorsPaid: Math.round((of.labour * of.paid) / 10),
    mentorSeats: mentors === 0 ? 0 : mentors + of.seats,
    mentorships: of.pairs,
    mentorshipsFullPapers: Math.round((of.pairs * of.full) / 10),
    mentorshipsAcross: Math.round((of.pairs * of.across) / 10),
    planItemsDue: of.onTime + of.late,
    planItemsOnTime: of.onTime,
    planPeople: of.onTime + of.late,
    planPeopleOnTime: of.onTime,
    planPeopleLate: of.late,
    routeStepsDue: 2 * (of.closed + of.open),
    routeStepsClosed: 2 * of.closed,
    routePeople: of.closed + of.open,
    routePeopleClosed: of.closed,
    routePeopleOpen: of.open,
    mentorCategory: state.above,
    highestCategory: state.above + state.highest,
  };
}

/** Counters of the year and its halves that fit together. */
export function yearOf(from: Leaf, hasSecond: boolean): Year {
  const youngNow = Math.max(from.h1.mentored, hasSecond ? from.h2.mentored : 0) + from.unmentored;
  const h1 = halfCounters(from.h1, youngNow, from);
  const came = { newcomers: from.stayed + from.gone, newcomersStayed: from.stayed };
  if (!hasSecond) return { h1, year: { ...h1, ...came } };
  const h2 = halfCounters(from.h2, youngNow, from);
  const wider = from.h1.mentored > from.h2.mentored ? h1 : h2;
  const year: Record<string, number> = { ...wider, ...came };
  for (const counter of [
    ...flows,
    'planPeople',
    'planPeopleOnTime',
    'planPeopleLate',
    'routePeople',
    'routePeopleClosed',
    'routePeopleOpen',
  ])
    year[counter] = (h1[counter] ?? 0) + (h2[counter] ?? 0);
  for (const counter of states) year[counter] = h2[counter] ?? 0;
  return { h1, h2, year };
}
