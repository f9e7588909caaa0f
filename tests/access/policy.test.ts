import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { AccessObject } from '#app/access/objects.server.ts';
import { linesOf, mayGrant, type Permission, policy } from '#app/access/policy.ts';
import { ROLES } from '#app/access/roles.ts';
import { objectOf } from '#app/access/within.server.ts';
import { withPolicyTable } from './policy-table.ts';

const ROOT = join(import.meta.dirname, '../..');
const sourcesOf = (folder: string) =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => join(ROOT, folder, name));

const permissions = Object.keys(policy).filter((name): name is Permission => name in policy);

test('README prints the policy in force; run `npm run policy` after a change', () => {
  const readme = readFileSync(join(import.meta.dirname, '../../README.md'), 'utf8');
  expect(withPolicyTable(readme)).toBe(readme);
});

test.each(permissions)('somebody asks about %s', (name) => {
  const askers = sourcesOf('app').filter((file) => !file.endsWith('access/policy.ts'));
  expect(askers.filter((file) => readFileSync(file, 'utf8').includes(`'${name}'`))).not.toEqual([]);
});

test.each(permissions)('every line of %s says of which rows it holds', (name) => {
  const object: AccessObject = objectOf(name);
  const silent = linesOf(name).filter(([holder, reach]) => {
    const [how, only] = reach.split('.');
    const isKnown =
      how === 'own'
        ? object.own[holder]
        : how === 'below'
          ? object.inBelow
          : how === 'municipality'
            ? object.inMunicipalities
            : true;
    return !isKnown || (only && !object.only?.[only]);
  });
  expect(silent).toEqual([]);
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
