import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { linesOf, mayGrant, type Permission, policy } from '#app/access/policy.ts';
import { ROLES } from '#app/access/roles.ts';
import { withPolicyTable } from './policy-table.ts';

const permissions = Object.keys(policy).filter((name): name is Permission => name in policy);

test('README prints the policy in force; run `npm run policy` after a change', () => {
  const readme = readFileSync(join(import.meta.dirname, '../../README.md'), 'utf8');
  expect(withPolicyTable(readme)).toBe(readme);
});

test.each(ROLES)('%s stands in the policy or may be granted by somebody', (role) => {
  const holds = permissions.some((name) => linesOf(name).some(([holder]) => holder === role));
  expect(holds).toBe(true);
  expect(Object.values(mayGrant).some((roles) => roles.includes(role))).toBe(true);
});

test.each(['ministryOfficer', 'methodologist', 'federalOperator', 'auditor'])('%s has no way to a person', (role) => {
  const personal = permissions.filter((name) =>
    /^(person|mentorship|route|programme|stimulus|mentorProfile|act)\./.test(name),
  );
  expect(personal.filter((name) => linesOf(name).some(([holder]) => holder === role))).toEqual([]);
});

test('nobody grants a role that reaches further than the giver', () => {
  expect(mayGrant.head).not.toContain('head');
  expect(mayGrant.curator).toEqual(['mentor', 'mentee']);
  expect(mayGrant.centreHead).toEqual(['tutor']);
});
