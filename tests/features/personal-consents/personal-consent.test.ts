import { describe, expect, test } from 'vitest';
import { pointsOf, ruleAgainstTextPeriod } from '#app/features/consent-texts/consent-text.ts';
import {
  consentState,
  destroyBy,
  ruleAgainstPaper,
  ruleAgainstSigning,
  ruleAgainstWithdrawing,
  signersOn,
} from '#app/features/personal-consents/personal-consent.ts';

const TODAY = '2026-11-22';

describe('who signs by age', () => {
  test.each([
    ['2012-11-23', 'the day before 14', { self: false, guardian: true }],
    ['2012-11-22', 'on the 14th birthday', { self: true, guardian: true }],
    ['2008-11-23', 'the day before 18', { self: true, guardian: true }],
    ['2008-11-22', 'on the 18th birthday', { self: true, guardian: false }],
    [null, 'with an unknown birth day', { self: true, guardian: false }],
  ])('born %s (%s)', (birthOn, _, signers) => {
    expect(signersOn(birthOn, TODAY)).toEqual(signers);
  });

  test('born on 29 February somebody is a day older on 1 March of a common year, not before', () => {
    expect(signersOn('2008-02-29', '2026-02-28')).toEqual({ self: true, guardian: true });
    expect(signersOn('2008-02-29', '2026-03-01')).toEqual({ self: true, guardian: false });
  });
});

const adult = { self: true, guardian: false };
const minor = { self: true, guardian: true };

describe('an own signature', () => {
  test.each([
    ['data_processing', [], adult, undefined],
    ['dissemination', [], adult, 'categories-missing'],
    ['dissemination', ['name'], adult, undefined],
    ['dissemination', ['name'], minor, 'minor-never-published'],
    ['centre_transfer', [], minor, 'minor-signs-with-guardian'],
  ] as const)('for %s with %j by %j: %s', (purpose, categories, signers, rule) => {
    expect(ruleAgainstSigning({ purpose, categories }, signers)?.rule).toBe(rule);
  });
});

describe('a paper', () => {
  test.each([
    ['2026-11-23', false, adult, 'consent-signed-in-future'],
    ['2025-11-21', false, adult, 'consent-signed-too-early'],
    ['2025-11-22', false, adult, undefined],
    [TODAY, false, minor, 'guardian-missing'],
    [TODAY, true, minor, undefined],
  ] as const)('of %s, guardian %s, %j: %s', (givenOn, hasGuardian, signers, rule) => {
    const choice = { purpose: 'data_processing', categories: [] } as const;
    expect(ruleAgainstPaper(choice, { givenOn, hasGuardian, signers }, TODAY)?.rule).toBe(rule);
  });

  test('never publishes a minor, with a guardian or without', () => {
    const choice = { purpose: 'dissemination', categories: ['name'] } as const;
    const paper = { givenOn: TODAY, hasGuardian: true, signers: minor };
    expect(ruleAgainstPaper(choice, paper, TODAY)?.rule).toBe('minor-never-published');
  });
});

test.each([
  [{ givenOn: '2026-11-01', endedOn: '2026-11-10' }, TODAY, 'consent-not-in-force'],
  [{ givenOn: '2026-11-01', endedOn: null }, '2026-11-23', 'withdrawn-in-future'],
  [{ givenOn: '2026-11-01', endedOn: null }, '2026-10-31', 'withdrawn-before-given'],
  [{ givenOn: TODAY, endedOn: null }, TODAY, null],
])('taking back %j on %s: %s', (consent, day, rule) => {
  expect(ruleAgainstWithdrawing(consent, day, TODAY)).toBe(rule);
});

test('thirty days to destroy begin with the withdrawal', () => {
  expect(destroyBy('2026-11-22')).toBe('2026-12-22');
  expect(destroyBy('2027-01-31')).toBe('2027-03-02');
});

test('a consent to an earlier text is in force and asked for anew', () => {
  const given = { textKey: 'data-consent/1', endedOn: null, endKind: null };
  expect(consentState(given, 'data-consent/1')).toBe('given');
  expect(consentState(given, 'data-consent/2')).toBe('outdated');
  expect(consentState({ ...given, endedOn: TODAY, endKind: 'withdrawn' }, 'data-consent/1')).toBe('withdrawn');
  expect(consentState({ ...given, endedOn: TODAY, endKind: 'replaced' }, 'data-consent/1')).toBe('replaced');
});

describe('a text of one’s own', () => {
  test.each([
    ['2026-11-21', null, 'consent-text-starts-in-past'],
    ['2027-11-23', null, 'consent-text-starts-too-late'],
    [TODAY, '2026-11-21', 'consent-text-ends-before-start'],
    [TODAY, TODAY, undefined],
  ])('from %s to %s: %s', (startedOn, endedOn, rule) => {
    expect(ruleAgainstTextPeriod({ startedOn, endedOn }, TODAY)?.rule).toBe(rule);
  });

  test('is a point a line, and what looks like a place to fill in is only text', () => {
    expect(pointsOf(' Цель: {{purpose}} \n\n Срок \n')).toEqual(['Цель: { {purpose}}', 'Срок']);
  });
});
