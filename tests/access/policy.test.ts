import { expect, test } from 'vitest';
import type { Actor } from '#app/access/actor.ts';
import { grantsFor, holdsByRole, mayHold } from '#app/access/actor.ts';
import { linesOf, mayGrant, type Permission, policy } from '#app/access/policy.ts';
import { ROLES, type Role } from '#app/access/roles.ts';

const permissions = Object.keys(policy).filter((name): name is Permission => name in policy);

/** Permissions a role holds by name. */
function heldBy(role: Role): string[] {
  return permissions.filter((permission) => linesOf(permission).some(([holder]) => holder === role));
}

test.each(['ministryOfficer', 'federalOperator', 'methodologist'] as const)(
  '%s reads numbers and units, never people',
  (role) => {
    expect(heldBy(role).sort()).toEqual(['monitoring.read', 'unit.read']);
  },
);

test('the administrator holds no content of mentoring', () => {
  const content = /^(person|mentorship|programme|route|stimulus|act|matching|mentorProfile|monitoring|staffList)\./;
  expect(heldBy('administrator').filter((permission) => content.test(permission))).toEqual([]);
});

test('the auditor reads the journal and nothing else', () => {
  expect(heldBy('auditor')).toEqual(['journal.read']);
});

test('who may give roles has a list of them, and only who has a list may give', () => {
  const givers = linesOf('grant.manage').map(([holder]) => holder);
  expect(givers.sort()).toEqual(Object.keys(mayGrant).sort());
  const inviters = linesOf('account.invite').map(([holder]) => holder);
  expect(inviters.sort()).toEqual(givers);
});

test('no pay for tutors and mentees of another, no route content for the head', () => {
  expect(heldBy('tutor').some((permission) => permission.startsWith('stimulus.'))).toBe(false);
  expect(heldBy('mentor').some((permission) => permission.startsWith('stimulus.'))).toBe(false);
  expect(heldBy('head')).not.toContain('route.read');
  expect(heldBy('hrOfficer')).not.toContain('mentorship.content');
});

const person = (role: Role): Actor => ({
  kind: 'person',
  personId: 'p',
  accountId: 'a',
  grants: [{ id: 'g', role, unitId: 'u', regionId: 'r' }],
});

test('nobody without a session holds anything', () => {
  for (const permission of permissions) expect(mayHold({ kind: 'anonymous' }, permission)).toBe(false);
});

test('holding by role is told from holding about oneself', () => {
  expect(mayHold(person('mentor'), 'stimulus.read')).toBe(true);
  expect(holdsByRole(person('mentor'), 'stimulus.read')).toBe(false);
  expect(holdsByRole(person('head'), 'stimulus.read')).toBe(true);
});

test('grants are found by the role of a line alone', () => {
  for (const role of ROLES) expect(grantsFor(person(role), role)).toHaveLength(1);
  expect(grantsFor(person('mentor'), 'head')).toEqual([]);
});
