import { describe, expect, test } from 'vitest';
import {
  ruleAgainstApproving,
  ruleAgainstPaying,
  ruleAgainstProposing,
  ruleAgainstTerms,
} from '#app/features/stimuli/stimulus.ts';

const today = '2026-11-22';
const proposed = { isMoney: true, state: 'proposed', personId: 'mentor', proposedBy: 'curator', approvedBy: null };
const approved = { ...proposed, state: 'approved', approvedBy: 'head' };

test.each([
  [{}, null],
  [{ mentorshipState: 'closed' }, null],
  [{ mentorshipState: 'consented' }, 'stimulus-mentorship-not-in-force'],
  [{ recipientId: 'curator' }, 'stimulus-for-oneself'],
  [{ basis: 'п.' }, 'stimulus-basis-length'],
])('proposing with %j: %s', (change, code) => {
  const facts = { recipientId: 'mentor', mentorshipState: 'active', basis: 'пункт 4.2', ...change };
  expect(ruleAgainstProposing(facts, 'curator')).toBe(code);
});

test.each([
  [1, '2026-11-30', null],
  [0, '2026-11-30', 'money-needs-amount-and-period'],
  [100_000_000, '2026-11-30', null],
  [100_000_001, '2026-11-30', 'money-too-large'],
  [1, '2026-10-31', 'stimulus-period-in-order'],
])('%i kopecks until %s: %s', (amountKopecks, endedOn, code) => {
  expect(ruleAgainstTerms({ amountKopecks, startedOn: '2026-11-01', endedOn })).toBe(code);
});

describe('three different people', () => {
  test.each([
    ['head', null],
    ['curator', 'stimulus-same-person-twice'],
    ['mentor', 'stimulus-for-oneself'],
  ])('%s approves: %s', (person, code) => {
    expect(ruleAgainstApproving(proposed, person)).toBe(code);
  });

  test.each([
    ['hrOfficer', null],
    ['curator', 'stimulus-same-person-twice'],
    ['head', 'stimulus-same-person-twice'],
    ['mentor', 'stimulus-for-oneself'],
  ])('%s pays: %s', (person, code) => {
    expect(ruleAgainstPaying(approved, person, today, today)).toBe(code);
  });
});

test('a decision is taken once, in order, about money only, on a day that has come', () => {
  expect(ruleAgainstApproving(approved, 'head')).toBe('stimulus-not-proposed');
  expect(ruleAgainstPaying(proposed, 'hrOfficer', today, today)).toBe('stimulus-not-approved');
  expect(ruleAgainstPaying({ ...approved, state: 'paid' }, 'hrOfficer', today, today)).toBe('stimulus-not-approved');
  expect(ruleAgainstPaying({ ...approved, isMoney: false }, 'hrOfficer', today, today)).toBe('award-is-not-paid');
  expect(ruleAgainstPaying(approved, 'hrOfficer', '2026-11-23', today)).toBe('paid-in-future');
});
