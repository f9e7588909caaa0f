import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  itemState,
  missingParts,
  type ProgrammeRule,
  ruleAgainstChanging,
  ruleAgainstDone,
  ruleAgainstDue,
  ruleAgainstPeriod,
} from '#app/features/programmes/programme.ts';

const goal = { aim: 'вести пары', indicator: 'уроков в неделю', startValue: '0', targetValue: '3' };
const complete = {
  problem: 'шумно на уроке',
  aim: 'спокойный урок',
  startedOn: '2026-09-01',
  endedOn: '2027-05-31',
  goals: [goal],
  items: ['2026-10-01'],
};

describe('what is missing before approval', () => {
  test('nothing, when everything is filled', () => {
    expect(missingParts(complete)).toEqual([]);
  });

  test.each([
    [{ problem: '' }, 'programme-needs-problem'],
    [{ aim: '' }, 'programme-needs-aim'],
    [{ goals: [] }, 'programme-needs-goal'],
    [{ goals: [{ ...goal, indicator: '' }] }, 'programme-goal-not-measurable'],
    [{ goals: [goal, { ...goal, startValue: ' ' }] }, 'programme-goal-not-measurable'],
    [{ goals: [{ ...goal, targetValue: '' }] }, 'programme-goal-not-measurable'],
    [{ items: [] }, 'programme-needs-item'],
    [{ items: ['2026-10-01', '2027-06-01'] }, 'plan-items-outside'],
  ])('%j is named', (without, code) => {
    expect(missingParts({ ...complete, ...without })).toEqual([code]);
  });

  test('every part at once, in the order it is filled in', () => {
    expect(missingParts({ ...complete, problem: '', aim: '', goals: [], items: [] })).toEqual([
      'programme-needs-problem',
      'programme-needs-aim',
      'programme-needs-goal',
      'programme-needs-item',
    ]);
  });
});

describe('dates', () => {
  const mentorship = { startedOn: '2026-09-01', endedOn: '2027-05-31' };
  test.each<[string, string, string[], ProgrammeRule | null]>([
    ['2026-09-01', '2027-05-31', [], null],
    ['2026-10-02', '2026-10-01', [], 'programme-ends-before-start'],
    ['2026-08-31', '2027-05-31', [], 'programme-outside-mentorship'],
    ['2026-09-01', '2027-06-01', [], 'programme-outside-mentorship'],
    ['2026-10-01', '2027-01-31', ['2026-10-01', '2027-01-31'], null],
    ['2026-10-01', '2027-01-31', ['2027-02-01'], 'plan-items-outside'],
  ])('%s to %s with items %j: %s', (startedOn, endedOn, items, code) => {
    expect(ruleAgainstPeriod({ startedOn, endedOn }, mentorship, items)).toBe(code);
  });

  test('an item is due within the programme, both ends included', () => {
    const day = fc.date({ min: new Date('2026-01-01'), max: new Date('2028-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(day, (date) => {
        const dueOn = date.toISOString().slice(0, 10);
        const isInside = dueOn >= '2026-09-01' && dueOn <= '2027-05-31';
        expect(ruleAgainstDue(dueOn, mentorship)).toBe(isInside ? null : 'plan-item-outside-programme');
      }),
    );
  });
});

test.each([
  ['draft', 'consented', null],
  ['draft', 'active', null],
  ['draft', 'proposed', null],
  ['draft', 'closed', 'mentorship-not-ready'],
  ['draft', 'withdrawn', 'mentorship-not-ready'],
  ['approved', 'active', 'programme-already-approved'],
])('a %s programme of a %s mentorship: %s', (state, mentorshipState, code) => {
  expect(ruleAgainstChanging({ state, mentorshipState })).toBe(code);
});

test.each([
  [{ state: 'approved', doneOn: null }, '2026-11-22', null],
  [{ state: 'approved', doneOn: null }, '2026-11-23', 'done-in-future'],
  [{ state: 'approved', doneOn: null }, '2026-08-31', 'done-before-start'],
  [{ state: 'approved', doneOn: '2026-11-01' }, '2026-11-22', 'plan-item-already-done'],
  [{ state: 'draft', doneOn: null }, '2026-11-22', 'programme-not-approved'],
])('marking %j done on %s: %s', (item, doneOn, code) => {
  expect(ruleAgainstDone({ ...item, startedOn: '2026-09-01' }, doneOn, '2026-11-22')).toBe(code);
});

test.each([
  [{ dueOn: '2026-11-22', doneOn: null }, 'ahead'],
  [{ dueOn: '2026-11-21', doneOn: null }, 'overdue'],
  [{ dueOn: '2026-11-21', doneOn: '2026-11-22' }, 'done'],
] as const)('an item %j stands as %s', (item, state) => {
  expect(itemState(item, '2026-11-22')).toBe(state);
});
