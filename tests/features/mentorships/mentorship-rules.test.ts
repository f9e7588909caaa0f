import { describe, expect, test } from 'vitest';
import { usualAllowance } from '#app/features/mentor-profiles/workload.ts';
import type { Period } from '#app/features/mentorships/mentorship.ts';
import {
  type Mentor,
  type Participant,
  ruleAgainstActivating,
  ruleAgainstClosing,
  ruleAgainstPaperDate,
  ruleAgainstTerms,
  ruleAgainstWithdrawing,
  rulesAgainstPair,
  type Work,
} from '#app/features/mentorships/mentorship-rules.ts';

const TODAY = '2026-11-22';
const YEAR: Period = { startedOn: TODAY, endedOn: '2027-05-31' };
const SCHOOL = 'school';

const teaching: Work = {
  postCode: 'teacher',
  isTeaching: true,
  subject: 'физика',
  startedOn: '2015-09-01',
  endedOn: null,
};
const mentee: Participant = { personId: 'mentee', unitId: SCHOOL, work: [{ ...teaching, startedOn: '2026-09-01' }] };
const mentor: Mentor = {
  personId: 'mentor',
  unitId: SCHOOL,
  work: [teaching],
  teachingSince: '2004-09-01',
  allowance: usualAllowance(3),
  hoursTaken: [],
  hasResults: true,
  isTaking: true,
  isReadyRemote: true,
  taken: [],
  withMentee: [],
};

function against(changed: Partial<Mentor>, kindCode = 'one_to_one', period = YEAR): string[] {
  return rulesAgainstPair({ mentor: { ...mentor, ...changed }, mentee, period, kindCode, hoursPerWeek: null }, TODAY);
}

describe('a pair', () => {
  test('of an experienced and a young teacher is not refused', () => {
    expect(against({})).toEqual([]);
  });

  test('of one person is refused and nothing else is said', () => {
    expect(against({ personId: 'mentee', work: [] })).toEqual(['mentor-is-mentee']);
  });

  test('that lives already is refused on the days it lives', () => {
    const living = [{ startedOn: '2026-09-01', endedOn: TODAY, mirrored: false }];
    expect(against({ withMentee: living })).toEqual(['already-paired']);
    expect(against({ withMentee: living }, 'one_to_one', { startedOn: '2026-11-23', endedOn: '2027-05-31' })).toEqual(
      [],
    );
  });

  test('turned round is refused unless it is reverse (BR-08)', () => {
    const mirrored = [{ ...YEAR, mirrored: true }];
    expect(against({ withMentee: mirrored })).toEqual(['mirror-pair']);
    expect(against({ withMentee: mirrored }, 'reverse')).toEqual([]);
  });

  test.each<[string, Work[]]>([
    ['nobody employs', []],
    ['is hired later', [{ ...teaching, startedOn: '2026-12-01' }]],
    ['leaves before the end', [{ ...teaching, endedOn: '2027-05-30' }]],
  ])('with a mentor whom or who %s is refused', (_, work) => {
    expect(against({ work })).toEqual(['outside-employment']);
  });

  test('within a contract that ends on the last day is not refused', () => {
    expect(against({ work: [{ ...teaching, endedOn: '2027-05-31' }] })).toEqual([]);
  });

  test('whose mentee does not work on the first day is refused', () => {
    const later = { ...mentee, work: [{ ...teaching, startedOn: '2026-11-23' }] };
    expect(
      rulesAgainstPair({ mentor, mentee: later, period: YEAR, kindCode: 'one_to_one', hoursPerWeek: null }, TODAY),
    ).toEqual(['outside-employment']);
  });

  test.each([
    ['academic_secretary', ['mentor-post']],
    ['head', []],
    ['deputy_head', []],
  ])('with a mentor who is only %s', (postCode, rules) => {
    expect(against({ work: [{ ...teaching, isTeaching: false, postCode }] })).toEqual(rules);
  });

  test('with a mentor of at most three years is refused unless it is reverse; an unknown beginning does not refuse', () => {
    expect(against({ teachingSince: '2023-11-22' })).toEqual(['mentor-young']);
    expect(against({ teachingSince: '2023-11-22' }, 'reverse')).toEqual([]);
    expect(against({ teachingSince: '2023-11-21' })).toEqual([]);
    expect(against({ teachingSince: null })).toEqual([]);
  });

  test('beyond the mentor’s limit on some day is refused', () => {
    const spring = { startedOn: '2027-03-01', endedOn: '2027-06-30' };
    expect(against({ allowance: usualAllowance(2), taken: [spring, spring] })).toEqual(['no-capacity']);
    expect(against({ allowance: usualAllowance(3), taken: [spring, spring] })).toEqual([]);
    expect(against({ allowance: usualAllowance(0) })).toEqual(['no-capacity']);
  });

  test('of a mentor with neither category nor confirmed result is refused, but for reverse (002-10)', () => {
    expect(against({ hasResults: false })).toEqual(['mentor-without-results']);
    expect(against({ hasResults: false }, 'reverse')).toEqual([]);
  });

  test('of a mentor who takes nobody now is refused; not ready for remote work refuses the remote kind only', () => {
    expect(against({ isTaking: false })).toEqual(['not-taking']);
    expect(against({ isReadyRemote: false })).toEqual([]);
    expect(against({ isReadyRemote: false }, 'virtual')).toEqual(['not-ready-remote']);
  });

  test('is told every rule that stands against it', () => {
    expect(against({ teachingSince: '2026-09-01', allowance: usualAllowance(0) })).toEqual([
      'mentor-young',
      'no-capacity',
    ]);
  });
});

describe('terms', () => {
  const terms = { ...YEAR, underLabourLaw: true, legalBasis: 'labor_351_8' as const };
  const places = { mentorUnitId: SCHOOL, menteeUnitId: SCHOOL, unitEndedOn: null };
  const rule = (changed: object, place: object = {}) =>
    ruleAgainstTerms({ ...terms, ...changed }, { ...places, ...place }, TODAY)?.rule ?? null;

  test.each([
    [{}, null],
    [{ endedOn: '2026-11-21' }, 'ends-before-start'],
    [{ endedOn: TODAY }, null],
    [{ endedOn: '2031-11-22' }, null],
    [{ endedOn: '2031-11-23' }, 'mentorship-too-long'],
    [{ startedOn: '2026-09-23' }, null],
    [{ startedOn: '2026-09-22' }, 'starts-too-far-back'],
    [{ startedOn: '2027-11-22', endedOn: '2028-05-31' }, null],
    [{ startedOn: '2027-11-23', endedOn: '2028-05-31' }, 'starts-too-far-ahead'],
    [{ startedOn: '2026-10-01', endedOn: '2026-11-21' }, 'already-over'],
    [{ underLabourLaw: false }, 'basis-not-for-form'],
    [{ underLabourLaw: false, legalBasis: 'job_function' }, 'basis-not-for-form'],
    [{ underLabourLaw: false, legalBasis: 'student_activity' }, null],
  ])('%j: %s', (changed, expected) => {
    expect(rule(changed)).toBe(expected);
  });

  test('Labour Code 351.8 needs one employer (DOMAIN 2.3)', () => {
    expect(rule({}, { mentorUnitId: 'other' })).toBe('basis-needs-one-employer');
    expect(rule({ legalBasis: 'cooperation_agreement' }, { mentorUnitId: 'other' })).toBeNull();
  });

  test('the organisation exists to the last day', () => {
    expect(rule({}, { unitEndedOn: '2027-05-30' })).toBe('unit-closed');
    expect(rule({}, { unitEndedOn: '2027-05-31' })).toBeNull();
  });
});

test.each([
  ['2026-11-22', null],
  ['2026-11-23', 'answered-in-future'],
  ['2026-09-21', null],
  ['2026-09-20', 'answered-too-early'],
])('a paper of %s for a proposal of 20 November: %s', (answeredOn, rule) => {
  expect(ruleAgainstPaperDate(answeredOn, '2026-11-20', TODAY)).toBe(rule);
});

test('only a proposal that no order names is withdrawn', () => {
  expect(ruleAgainstWithdrawing('proposed', false)).toBeNull();
  expect(ruleAgainstWithdrawing('consented', false)).toBeNull();
  expect(ruleAgainstWithdrawing('consented', true)).toBe('named-in-order');
  for (const state of ['active', 'closed', 'declined', 'withdrawn'] as const) {
    expect(ruleAgainstWithdrawing(state, false)).toBe('not-withdrawable');
  }
});

describe('the last day', () => {
  const going = { state: 'active' as const, startedOn: '2026-09-01', endedOn: '2027-05-31' };
  test.each([
    [TODAY, null],
    ['2026-09-01', null],
    ['2026-08-31', 'finish-before-start'],
    ['2026-11-23', 'finish-in-future'],
  ])('%s: %s', (finishedOn, rule) => {
    expect(ruleAgainstClosing(going, finishedOn, TODAY)).toBe(rule);
  });

  test('is within the order’s dates, and only of a mentorship in force', () => {
    expect(ruleAgainstClosing({ ...going, endedOn: '2026-11-01' }, '2026-11-02', TODAY)).toBe('finish-after-term');
    expect(ruleAgainstClosing({ ...going, state: 'consented' }, TODAY, TODAY)).toBe('not-active');
  });

  test('of a mentorship that has not begun is its first day', () => {
    expect(ruleAgainstClosing({ ...going, startedOn: '2027-01-11' }, '2027-01-11', TODAY)).toBeNull();
    expect(ruleAgainstClosing({ ...going, startedOn: '2027-01-11' }, '2027-01-12', TODAY)).toBe('finish-in-future');
  });
});

test('an order needs every consent, none later than itself (BR-02)', () => {
  const given = (personId: string, answeredOn: string) => ({ personId, answer: 'given', answeredOn });
  const answers = [given('mentor', '2026-11-20'), given('mentee', '2026-11-21')];
  const facts = { state: 'consented' as const, members: ['mentor', 'mentee'], answers };
  expect(ruleAgainstActivating(facts, '2026-11-21')).toBeNull();
  expect(ruleAgainstActivating(facts, '2026-11-20')).toBe('consent-after-order');
  const one = [given('mentor', '2026-11-20')];
  expect(ruleAgainstActivating({ ...facts, answers: one }, TODAY)).toBe('mentorship-not-consented');
  const ofAnother = [...one, given('who left', '2026-11-20')];
  expect(ruleAgainstActivating({ ...facts, answers: ofAnother }, TODAY)).toBe('mentorship-not-consented');
  expect(ruleAgainstActivating({ ...facts, state: 'withdrawn' }, TODAY)).toBe('mentorship-not-consented');
});
