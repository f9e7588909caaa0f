import { describe, expect, test } from 'vitest';
import {
  agreementState,
  ruleAgainstEnding,
  ruleAgainstParties,
  ruleAgainstTerms,
} from '#app/features/agreements/agreement.ts';

const TODAY = '2026-11-22';
const terms = {
  number: '5',
  signedOn: '2026-09-01',
  startedOn: '2026-09-01',
  endedOn: '2027-05-31',
  subject: 'Физика',
};

describe('the parties', () => {
  test.each([
    [null, null, 'agreement-needs-one-partner'],
    ['other', 'Вуз', 'agreement-needs-one-partner'],
    ['own', null, 'agreement-with-itself'],
    ['other', null, null],
    [null, 'Вуз', null],
  ])('%s and %s: %s', (partnerUnitId, partnerName, rule) => {
    expect(ruleAgainstParties({ unitId: 'own', partnerUnitId, partnerName })).toBe(rule);
  });
});

describe('the terms', () => {
  test.each([
    [{ signedOn: '2026-11-23' }, 'agreement-signed-in-future'],
    [{ startedOn: '2027-11-23', endedOn: null }, 'agreement-starts-too-late'],
    [{ endedOn: '2026-08-31' }, 'agreement-period-in-order'],
    [{ signedOn: TODAY, startedOn: '2027-11-22', endedOn: null }, undefined],
    [{ endedOn: '2026-09-01' }, undefined],
  ])('%j: %s', (change, rule) => {
    expect(ruleAgainstTerms({ ...terms, ...change }, TODAY)?.[0]).toBe(rule);
  });
});

describe('an early end', () => {
  test.each([
    ['2026-08-31', 'agreement-ends-before-start'],
    ['2027-05-31', 'agreement-ends-later'],
    ['2027-05-30', null],
    ['2026-09-01', null],
  ])('on %s: %s', (endedOn, rule) => {
    expect(ruleAgainstEnding(terms, endedOn, TODAY)).toBe(rule);
  });

  test('is not possible when the term is over', () => {
    expect(ruleAgainstEnding({ ...terms, endedOn: '2026-11-21' }, '2026-10-01', TODAY)).toBe('agreement-already-over');
  });
});

test.each([
  ['2026-08-31', 'coming'],
  ['2026-09-01', 'inForce'],
  ['2027-05-31', 'inForce'],
  ['2027-06-01', 'over'],
])('on %s the agreement is %s', (day, state) => {
  expect(agreementState(terms, day)).toBe(state);
});
