import { expect, test } from 'vitest';
import { actTypeOf, actTypes, isDrawnUp, SIGNATURE_KINDS } from '#app/features/local-acts/act-type.ts';

test('every type of the issue is there once, under its own code', () => {
  const numbers = actTypes.map(({ dt }) => dt);
  const asked = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 14, 15, 20, 21, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34];
  expect(numbers).toEqual(asked.map((number) => `DT-${String(number).padStart(2, '0')}`));
  expect(new Set(actTypes.map(({ title }) => title)).size).toBe(actTypes.length);
});

test('the obligatory set is the four of the model regulation', () => {
  const set = actTypes.filter(({ isObligatory }) => isObligatory).map(({ code, obligatory }) => [obligatory, code]);
  expect(set).toEqual([
    [1, 'introduction_order'],
    [1, 'regulation'],
    [2, 'road_map'],
    [3, 'assignment_order'],
    [4, 'programme'],
  ]);
});

test('every type may be signed on paper and names only known kinds of signature', () => {
  for (const { signatureKinds } of actTypes) {
    expect(signatureKinds).toContain('paper');
    expect(signatureKinds.every((kind) => SIGNATURE_KINDS.includes(kind))).toBe(true);
  }
});

test('a change of a labour contract is never signed by a simple or unqualified signature', () => {
  expect(actTypeOf('contract_supplement').signatureKinds).toEqual(['paper', 'qualified']);
});

test('papers with tables of their own are not drawn up as acts, and an unknown code is a fault', () => {
  expect(isDrawnUp('regulation')).toBe(true);
  expect(isDrawnUp('data_consent')).toBe(false);
  expect(isDrawnUp('toString')).toBe(false);
  expect(() => actTypeOf('poem')).toThrow('poem');
});
