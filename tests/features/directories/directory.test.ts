import { describe, expect, test } from 'vitest';
import {
  type Entry,
  fitsSides,
  partiesOf,
  ruleAgainstEntry,
  ruleAgainstKindOfForm,
  ruleAgainstSwitching,
  ruleAgainstVersion,
  traitsOf,
} from '#app/features/directories/directory.ts';

const TODAY = '2026-11-22';
const traits = { underLabourLaw: true, needsOrder: true, hasRolesPerTopic: false, isEvent: false, isGroup: false };
const form: Entry = {
  ...traits,
  directory: 'form',
  code: 'teacher_teacher',
  name: 'педагог – педагог',
  meaning: 'смысл',
  source: 'источник',
  lists: ['teacher'],
  mentorSides: ['employee'],
  menteeSides: ['employee'],
  isRegional: false,
  startedOn: '2020-01-01',
  endedOn: null,
  isOff: false,
};

describe('an entry in a proposal', () => {
  test.each([
    ['is taken when in force and on', form, null],
    ['is unknown when the region does not know it', null, 'entry-unknown'],
    ['is not in force without a version on the day', { ...form, startedOn: null }, 'entry-not-in-force'],
    ['is off when the region switched it off', { ...form, isOff: true }, 'entry-off'],
  ])('%s', (_what, entry, expected) => {
    expect(ruleAgainstEntry(entry)).toBe(expected);
  });

  test('a reverse form asks for a kind with roles by topic; a plain form takes either', () => {
    const reverse = { ...traits, hasRolesPerTopic: true };
    expect(ruleAgainstKindOfForm(reverse, traits)).toBe('form-needs-topics');
    expect(ruleAgainstKindOfForm(reverse, reverse)).toBeNull();
    expect(ruleAgainstKindOfForm(traits, reverse)).toBeNull();
  });

  test('form and kind together: labour law and order need both, events and groups need one', () => {
    const speed = { ...traits, needsOrder: false, isEvent: true };
    const student = { ...traits, underLabourLaw: false };
    expect(traitsOf(student, speed)).toEqual({
      underLabourLaw: false,
      needsOrder: false,
      hasRolesPerTopic: false,
      isEvent: true,
      isGroup: false,
    });
  });
});

describe('sides', () => {
  const teacher = { postCodes: ['teacher'], unitKind: 'school' };
  const head = { postCodes: ['head'], unitKind: 'school' };
  const pupil = { postCodes: [], unitKind: 'school' };
  const partner = { postCodes: [], unitKind: 'partner_organization' };
  const lecturer = { postCodes: ['lecturer'], unitKind: 'college' };

  test('a worker may study besides; a pupil works nowhere; a partner stays a partner', () => {
    expect(partiesOf(teacher)).toEqual(['employee', 'student']);
    expect(partiesOf(head)).toContain('leader');
    expect(partiesOf(pupil)).toEqual(['student', 'pupil']);
    expect(partiesOf(partner)).toEqual(['partner']);
    expect(partiesOf(lecturer)).toContain('lecturer');
  });

  test.each([
    ['employee', 'employee', teacher, teacher, true],
    ['employee', 'pupil', teacher, teacher, false],
    ['employee', 'pupil', teacher, pupil, true],
    ['leader', 'employee', teacher, teacher, false],
    ['leader', 'employee', head, teacher, true],
    ['partner', 'employee', partner, teacher, true],
    ['lecturer', 'employee', teacher, teacher, false],
  ] as const)('%s and %s', (mentorSide, menteeSide, mentor, mentee, fits) => {
    const sided = { ...form, mentorSides: [mentorSide], menteeSides: [menteeSide] };
    expect(fitsSides(sided, mentor, mentee)).toBe(fits);
  });
});

test.each([
  [{ startedOn: '2026-11-21', endedOn: null }, null, 'version-in-past'],
  [{ startedOn: TODAY, endedOn: '2026-11-21' }, null, 'version-ends-before-start'],
  [{ startedOn: '2027-01-01', endedOn: null }, '2027-01-01', 'version-not-later'],
  [{ startedOn: '2027-01-02', endedOn: null }, '2027-01-01', null],
  [{ startedOn: TODAY, endedOn: TODAY }, '2020-01-01', null],
])('a version %j after %s: %s', (version, last, expected) => {
  expect(ruleAgainstVersion(version, last, TODAY)).toBe(expected);
});

test.each([
  [false, { isOff: true, from: TODAY }, 1, null],
  [false, { isOff: true, from: '2026-11-21' }, 1, 'switch-in-past'],
  [true, { isOff: true, from: TODAY }, 1, 'already-off'],
  [false, { isOff: false, from: TODAY }, 1, 'already-on'],
  [false, { isOff: true, from: TODAY }, 0, 'nothing-left-on'],
  [true, { isOff: false, from: TODAY }, 0, null],
])('switching an entry that is off (%s) to %j with %i others open: %s', (isOff, wanted, others, expected) => {
  expect(ruleAgainstSwitching({ isOff }, wanted, others, TODAY)).toBe(expected);
});
