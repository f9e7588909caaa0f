import { expect, test } from 'vitest';
import { isYoungTeacher } from '#app/features/people/young-teacher.ts';

const TODAY = '2026-11-22';

test.each([
  ['three-years', '2023-11-22', null, true],
  ['three-years', '2023-11-21', null, false],
  ['three-years', '2026-09-01', null, true],
  ['three-years', null, '2003-01-01', null],
  ['thirty-five-or-three', '2023-11-23', '1970-01-01', true],
  ['thirty-five-or-three', '2023-11-22', '1970-01-01', false],
  ['thirty-five-or-three', '2010-09-01', '1990-11-23', true],
  ['thirty-five-or-three', '2010-09-01', '1990-11-22', false],
  ['thirty-five-or-three', null, '2000-01-01', true],
  ['thirty-five-or-three', null, '1970-01-01', null],
  ['thirty-five-or-three', '2010-09-01', null, null],
] as const)('%s: teaching since %s, born %s: %s', (rule, teachingSince, birthOn, expected) => {
  expect(isYoungTeacher(rule, { teachingSince, birthOn }, TODAY)).toBe(expected);
});
