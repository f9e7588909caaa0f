import { expect, test } from 'vitest';
import { mayGrant } from '#app/access/policy.ts';
import { ROLES, type Role } from '#app/access/roles.ts';
import { mayGive, ruleAgainstEnding, ruleAgainstPeriod, standsAtKind } from '#app/features/accounts/grant.ts';

/** A school in a municipality in a region, distances counted from the school. */
const school = {
  id: 'school',
  kind: 'school',
  depths: new Map([
    ['school', 0],
    ['municipality', 1],
    ['region', 2],
  ]),
};

test.each([
  ['administrator', 'region', 'head', true],
  ['administrator', 'municipality', 'administrator', true],
  ['administrator', 'school', 'administrator', false],
  ['administrator', 'sibling', 'mentor', false],
  ['head', 'school', 'curator', true],
  ['head', 'school', 'head', false],
  ['head', 'municipality', 'curator', false],
  ['curator', 'school', 'mentee', true],
  ['curator', 'school', 'curator', false],
  ['mentor', 'school', 'mentee', false],
  ['ministryOfficer', 'region', 'mentor', false],
] as [Role, string, Role, boolean][])('%s at %s gives %s at the school: %s', (own, unitId, role, expected) => {
  expect(mayGive([{ role: own, unitId }], role, school)).toBe(expected);
});

test('a peer appoints an administrator only at a region or the federation', () => {
  const region = { id: 'region', kind: 'region', depths: new Map([['region', 0]]) };
  expect(mayGive([{ role: 'administrator', unitId: 'region' }], 'administrator', region)).toBe(true);
});

test('two weak grants do not add up to a strong one', () => {
  const both: { role: Role; unitId: string }[] = [
    { role: 'curator', unitId: 'school' },
    { role: 'head', unitId: 'sibling' },
  ];
  expect(mayGive(both, 'psychologist', school)).toBe(false);
});

test('nobody but an administrator gives a role that may itself be used to give', () => {
  for (const giver of ROLES.filter((role) => role !== 'administrator')) {
    const stronger = (mayGrant[giver] ?? []).filter((role) => {
      const further = mayGrant[role] ?? [];
      return further.some((given) => !mayGrant[giver]?.includes(given));
    });
    expect([giver, stronger]).toEqual([giver, []]);
  }
});

test('every role stands somewhere, and participants only at organisations', () => {
  for (const role of ['mentor', 'mentee', 'head', 'curator'] as const) {
    expect(standsAtKind(role, 'school')).toBe(true);
    expect(standsAtKind(role, 'region')).toBe(false);
  }
  expect(standsAtKind('tutor', 'professional_growth_center')).toBe(true);
  expect(standsAtKind('tutor', 'school')).toBe(false);
});

const place = { kind: 'school', startedOn: '2020-09-01', endedOn: '2027-06-30', localDay: '2026-11-22' } as const;

test.each([
  ['mentor', '2026-09-01', null, null],
  ['tutor', '2026-09-01', null, 'role-not-for-unit'],
  ['mentor', '2019-09-01', null, 'grant-starts-before-unit'],
  ['mentor', '2027-09-01', null, 'grant-unit-closed'],
  ['mentor', '2026-09-01', '2026-08-31', 'grant-ends-before-start'],
] as const)('judges %s from %s to %s: %s', (role, from, to, rule) => {
  expect(ruleAgainstPeriod(role, place, from, to)).toBe(rule);
});

const dayBefore = { start: '2026-08-31', today: '2026-11-21' };

test.each([
  [null, '2026-11-22', null],
  [null, '2026-11-21', null],
  [null, '2026-11-20', 'grant-ends-in-past'],
  [null, '2026-08-30', 'grant-ends-before-start'],
  ['2026-11-21', '2026-12-01', 'grant-already-ended'],
] as const)('judges the end of a grant that ended %s on %s: %s', (endedOn, end, rule) => {
  expect(ruleAgainstEnding({ startedOn: '2026-09-01', endedOn }, end, dayBefore)).toBe(rule);
});
