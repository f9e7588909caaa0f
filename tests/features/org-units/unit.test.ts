import { expect, test } from 'vitest';
import {
  isOrganisation,
  kindsUnder,
  mayStandUnder,
  ORGANISATION_KINDS,
  UNIT_KINDS,
} from '#app/features/org-units/unit.ts';
import {
  ruleAgainstAdding,
  ruleAgainstChange,
  ruleAgainstClosing,
  ruleAgainstMoving,
  type UnitFacts,
} from '#app/features/org-units/unit-rules.ts';

const municipality: UnitFacts = {
  id: 'm',
  kind: 'municipality',
  regionId: 'r',
  startedOn: '2010-09-01',
  endedOn: null,
};
const school: UnitFacts = { ...municipality, id: 's', kind: 'school' };
const nothing = { children: 0, employments: 0, mentorships: 0, routes: 0 };

test('every kind but the federation has a place, and nothing stands under an organisation', () => {
  for (const kind of UNIT_KINDS) {
    const above = UNIT_KINDS.filter((parent) => mayStandUnder(kind, parent));
    expect([kind, above.length > 0]).toEqual([kind, kind !== 'federation']);
  }
  for (const kind of ORGANISATION_KINDS) expect([kind, kindsUnder(kind)]).toEqual([kind, []]);
});

test('tells organisations from bodies', () => {
  expect(isOrganisation('school')).toBe(true);
  expect(isOrganisation('professional_growth_center')).toBe(false);
});

test.each([
  ['school', '2015-09-01', municipality, null],
  ['school', '2009-09-01', municipality, 'starts-before-parent'],
  ['region', '2015-09-01', municipality, 'kind-not-under-parent'],
  ['school', '2015-09-01', { ...municipality, endedOn: '2030-01-01' }, 'parent-closed'],
  ['school', '2015-09-01', null, 'kind-not-under-parent'],
  ['federation', '2015-09-01', null, null],
] as const)('judges adding %s since %s: case %#', (kind, startedOn, parent, rule) => {
  expect(ruleAgainstAdding(kind, startedOn, parent)).toBe(rule);
});

test.each([
  [school, '2026-11-22', null],
  [school, '2026-11-23', 'change-in-future'],
  [school, '2020-08-31', 'change-before-current'],
  [{ ...school, endedOn: '2026-12-31' }, '2026-11-22', 'unit-closed'],
] as const)('judges a change: case %#', (unit, from, rule) => {
  expect(ruleAgainstChange(unit, from, '2020-09-01', '2026-11-22')).toBe(rule);
});

test.each([
  [school, municipality, false, null],
  [school, { ...municipality, regionId: 'other' }, false, 'moves-to-another-region'],
  [school, { ...municipality, endedOn: '2026-12-31' }, false, 'parent-closed'],
  [school, { ...municipality, startedOn: '2027-01-01' }, false, 'starts-before-parent'],
  [school, { ...municipality, kind: 'regional_ministry' }, false, 'kind-not-under-parent'],
  [municipality, municipality, true, 'moves-under-itself'],
  [{ ...municipality, kind: 'region' }, municipality, false, 'region-stays'],
] as const)('judges a move: case %#', (unit, parent, isBelow, rule) => {
  expect(ruleAgainstMoving(unit, parent, isBelow, '2026-11-22')).toBe(rule);
});

test.each([
  ['2026-12-31', nothing, null],
  ['2020-08-31', nothing, 'ends-before-start'],
  ['2026-12-31', { ...nothing, children: 1 }, 'children-open'],
  ['2026-12-31', { ...nothing, employments: 1 }, 'people-employed'],
  ['2026-12-31', { ...nothing, mentorships: 1 }, 'mentorships-live'],
  ['2026-12-31', { ...nothing, routes: 1 }, 'routes-open'],
] as const)('judges closing on %s: case %#', (endedOn, life, rule) => {
  expect(ruleAgainstClosing(school, endedOn, '2020-09-01', 39, life)).toBe(rule);
});

test('nothing is closed more than a year ahead', () => {
  expect(ruleAgainstClosing(school, '2029-01-01', '2020-09-01', 770, nothing)).toBe('ends-too-late');
});
