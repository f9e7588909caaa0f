import { describe, expect, test } from 'vitest';
import {
  isMinor,
  reverseGrounds,
  type Standing,
  standsLowerBy,
} from '#app/features/mentorships/mentorship-standing.ts';

const elder: Standing = { birthOn: '1975-03-01', teachingSince: '1998-09-01', leads: false };
const young: Standing = { birthOn: '2000-03-01', teachingSince: '2024-09-01', leads: false };

describe('the teaching side of a reverse mentorship stands lower (004-1)', () => {
  test.each([
    ['a young teacher to an elder', young, elder, ['age', 'tenure']],
    ['a teacher to the administration', elder, { ...elder, leads: true }, ['post']],
    ['one day younger', { ...elder, birthOn: '1975-03-02' }, elder, ['age']],
    ['one day less of service', { ...elder, teachingSince: '1998-09-02' }, elder, ['tenure']],
    ['equals', elder, elder, []],
    ['an elder to a young one', elder, young, []],
    ['unknown dates', { birthOn: null, teachingSince: null, leads: false }, elder, []],
  ] as const)('%s', (_, mentor, mentee, grounds) => {
    expect(standsLowerBy(mentor, mentee)).toEqual(grounds);
  });

  test('is kept and read back', () => {
    expect(reverseGrounds('age,post')).toEqual(['age', 'post']);
    expect(reverseGrounds(null)).toEqual([]);
  });
});

test.each([
  ['2008-11-23', true],
  ['2008-11-22', false],
  ['1980-01-01', false],
  [null, false],
])('born %s is a minor on 22 November 2026: %s (BR-83)', (birthOn, minor) => {
  expect(isMinor(birthOn, '2026-11-22')).toBe(minor);
});
