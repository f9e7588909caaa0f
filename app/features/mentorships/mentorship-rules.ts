import { addDays, addYears, daysBetween } from '#app/core/dates.ts';
import type { Day, Id } from '#db/schema.ts';
import { type LoadRule, type MentorLoad, rulesOfLoad } from '../mentor-profiles/workload.ts';
import { isYoungTeacher } from '../people/young-teacher.ts';
import {
  type LegalBasis,
  LONGEST_DAYS,
  type MentorshipState,
  overlap,
  PAPER_BACK_DAYS,
  type Period,
  REMOTE_KIND,
  REVERSE_KIND,
  START_BACK_DAYS,
} from './mentorship.ts';

/** Why two people cannot be paired for a period. */
export type PairRule =
  | 'mentor-is-mentee'
  | 'already-paired'
  | 'mirror-pair'
  | 'outside-employment'
  | 'mentor-post'
  | 'mentor-young'
  | 'mentor-without-results'
  | 'not-taking'
  | 'not-ready-remote'
  | LoadRule;

/** Why the terms of a proposal are refused. */
export type TermsRule =
  | 'ends-before-start'
  | 'mentorship-too-long'
  | 'starts-too-far-back'
  | 'starts-too-far-ahead'
  | 'already-over'
  | 'basis-not-for-form'
  | 'basis-needs-one-employer'
  | 'unit-closed'
  | 'not-reverse'
  | 'minor-needs-unpaid-basis';

/** What a mentorship may lack besides consents before its order or its beginning. */
export type LackRule = 'topics-missing' | 'home-organisation-not-agreed' | 'guardian-consent-missing';

/** Why an answer, a withdrawal, an order or an end is refused. */
export type MentorshipRule =
  | 'not-awaiting-consent'
  | 'consent-already-answered'
  | 'answered-in-future'
  | 'answered-too-early'
  | 'not-withdrawable'
  | 'named-in-order'
  | 'not-active'
  | 'finish-before-start'
  | 'finish-in-future'
  | 'finish-after-term'
  | 'mentorship-not-consented'
  | 'consent-after-order'
  | 'terms-not-ready'
  | 'terms-changed'
  | 'topic-results-missing'
  | LackRule
  | LoadRule;

/** A post held at the home organisation. */
export interface Work {
  postCode: string;
  isTeaching: boolean;
  subject: string | null;
  startedOn: Day;
  endedOn: Day | null;
}

/** What the rules need of a person. */
export interface Participant {
  personId: Id;
  unitId: Id;
  work: readonly Work[];
}

/** What the rules need of a mentor: what is carried are live mentorships at whatever organisation. */
export interface Mentor extends Participant, MentorLoad {
  teachingSince: Day | null;
  /** A qualification category or a confirmed result (002-10). */
  hasResults: boolean;
  /** Takes new requests today. */
  isTaking: boolean;
  /** Ready to write and at ease on the internet (000-18). */
  isReadyRemote: boolean;
  /** Live mentorships with this very mentee; `mirrored` when the mentee teaches the mentor there. */
  withMentee: readonly (Period & { mirrored: boolean })[];
}

/** Posts that lead teachers; together with teaching posts they may mentor. */
export const LEADING_POSTS = ['head', 'deputy_head', 'unit_head', 'deputy_unit_head', 'senior_master'];

/** Every rule that stands against the pair, in the order they are told; empty when none does. */
export function rulesAgainstPair(
  pair: { mentor: Mentor; mentee: Participant; period: Period; kindCode: string; hoursPerWeek: number | null },
  today: Day,
): PairRule[] {
  const { mentor, mentee, period, kindCode, hoursPerWeek } = pair;
  if (mentor.personId === mentee.personId) return ['mentor-is-mentee'];
  const living = mentor.withMentee.filter((other) => overlap(other, period));
  const isReverse = kindCode === REVERSE_KIND;
  const rules: [PairRule, boolean][] = [
    ['already-paired', living.some(({ mirrored }) => !mirrored)],
    ['mirror-pair', !isReverse && living.some(({ mirrored }) => mirrored)],
    ['outside-employment', !covers(mentor.work, period) || !covers(mentee.work, period)],
    ['mentor-post', covers(mentor.work, period) && !covers(mentor.work.filter(mayMentor), period)],
    ['mentor-young', !isReverse && isNew(mentor, today)],
    // In reverse mentoring the younger side teaches what it has just learnt: there is nothing attested to ask for.
    ['mentor-without-results', !isReverse && !mentor.hasResults],
    ['not-taking', !mentor.isTaking],
    ['not-ready-remote', kindCode === REMOTE_KIND && !mentor.isReadyRemote],
  ];
  const told = rules.flatMap(([rule, holds]) => (holds ? [rule] : []));
  return [...told, ...rulesOfLoad(mentor, period, hoursPerWeek)];
}

function covers(work: readonly Work[], period: Period): boolean {
  return work.some(
    ({ startedOn, endedOn }) => startedOn <= period.startedOn && (endedOn === null || endedOn >= period.endedOn),
  );
}

function mayMentor(work: Work): boolean {
  return work.isTeaching || LEADING_POSTS.includes(work.postCode);
}

function isNew(mentor: Mentor, today: Day): boolean {
  return isYoungTeacher('three-years', { teachingSince: mentor.teachingSince, birthOn: null }, today) === true;
}

/**
 * What stands against the terms; the field of the form comes with it. Whether labour law reaches the form is told by the
 * directory. Source: DOMAIN 2.3, BR-12.
 */
export function ruleAgainstTerms(
  terms: Period & { underLabourLaw: boolean; legalBasis: LegalBasis },
  places: { mentorUnitId: Id; menteeUnitId: Id; unitEndedOn: Day | null },
  today: Day,
): { rule: TermsRule; field: string } | null {
  const { startedOn, endedOn } = terms;
  if (endedOn < startedOn) return { rule: 'ends-before-start', field: 'endedOn' };
  if (daysBetween(startedOn, endedOn) >= LONGEST_DAYS) return { rule: 'mentorship-too-long', field: 'endedOn' };
  if (startedOn < addDays(today, -START_BACK_DAYS)) return { rule: 'starts-too-far-back', field: 'startedOn' };
  if (startedOn > addYears(today, 1)) return { rule: 'starts-too-far-ahead', field: 'startedOn' };
  if (endedOn < today) return { rule: 'already-over', field: 'endedOn' };
  if (places.unitEndedOn !== null && places.unitEndedOn < endedOn) return { rule: 'unit-closed', field: 'endedOn' };
  const isOfEmployer = terms.legalBasis === 'labor_351_8' || terms.legalBasis === 'job_function';
  if (isOfEmployer && !terms.underLabourLaw) return { rule: 'basis-not-for-form', field: 'legalBasis' };
  if (isOfEmployer && places.mentorUnitId !== places.menteeUnitId)
    return { rule: 'basis-needs-one-employer', field: 'legalBasis' };
  return null;
}

/** What stands against a paper consent of this date. */
export function ruleAgainstPaperDate(answeredOn: Day, proposedOn: Day, today: Day): MentorshipRule | null {
  if (answeredOn > today) return 'answered-in-future';
  return answeredOn < addDays(proposedOn, -PAPER_BACK_DAYS) ? 'answered-too-early' : null;
}

/** What stands against withdrawing a proposal: it is over, in force, or already in the text of an order. */
export function ruleAgainstWithdrawing(state: MentorshipState, isInOrder: boolean): MentorshipRule | null {
  if (state !== 'proposed' && state !== 'consented') return 'not-withdrawable';
  return isInOrder ? 'named-in-order' : null;
}

/** What stands against closing on this last day: within the order's dates, not in the future (BR-12). */
export function ruleAgainstClosing(
  mentorship: Period & { state: MentorshipState },
  finishedOn: Day,
  today: Day,
): MentorshipRule | null {
  if (mentorship.state !== 'active') return 'not-active';
  if (finishedOn < mentorship.startedOn) return 'finish-before-start';
  if (finishedOn > today && finishedOn > mentorship.startedOn) return 'finish-in-future';
  return finishedOn > mentorship.endedOn ? 'finish-after-term' : null;
}

/** What stands against an order of this date making the mentorship active (BR-02). */
export function ruleAgainstActivating(
  facts: {
    state: MentorshipState;
    answers: readonly { personId: Id; answer: string; answeredOn: Day }[];
    /** Everyone who takes part. */
    members: readonly Id[];
  },
  registeredOn: Day,
): MentorshipRule | null {
  const given = facts.answers.filter(({ answer, personId }) => answer === 'given' && facts.members.includes(personId));
  if (facts.state !== 'consented' || given.length < facts.members.length) return 'mentorship-not-consented';
  return given.some(({ answeredOn }) => answeredOn > registeredOn) ? 'consent-after-order' : null;
}

/** The parts of a period that none of the others covers, in order: where a role is still missing. */
export function gapsIn(period: Period, covered: readonly { startedOn: Day; endedOn: Day | null }[]): Period[] {
  const gaps: Period[] = [];
  let from = period.startedOn;
  for (const other of [...covered].sort((one, two) => one.startedOn.localeCompare(two.startedOn))) {
    if (other.endedOn !== null && other.endedOn < from) continue;
    if (other.startedOn > period.endedOn) break;
    if (other.startedOn > from) gaps.push({ startedOn: from, endedOn: addDays(other.startedOn, -1) });
    if (other.endedOn === null || other.endedOn >= period.endedOn) return gaps;
    from = addDays(other.endedOn, 1);
  }
  gaps.push({ startedOn: from, endedOn: period.endedOn });
  return gaps;
}
