import { type Holder, linesOf, mayGrant, type Permission, policy } from '#app/access/policy.ts';
import { roleNames } from '#app/access/roles.text.ts';
import { isRole } from '#app/access/roles.ts';
import { deviations } from './deviations.ts';

const START = '<!-- policy: made by `npm run policy` -->';
const END = '<!-- end of policy -->';

/** The policy as tables for people: permission and who holds it how far; who grants; where it departs from what was first written. */
export function policyTable(): string {
  const names = Object.keys(policy).filter((name): name is Permission => name in policy);
  const rows = names.map((name) => {
    const holders = linesOf(name).map(([holder, reach]) => `${wordFor(holder)}: ${reach}`);
    return `| \`${name}\` | ${holders.join('; ')} |`;
  });
  const grants = Object.entries(mayGrant).map(
    ([giver, roles]) =>
      `| ${isRole(giver) ? roleNames[giver] : giver} | ${roles.map((role) => roleNames[role]).join(', ')} |`,
  );
  return [
    '| permission | who: how far |',
    '| --- | --- |',
    ...rows,
    '',
    '| who grants | which roles |',
    '| --- | --- |',
    ...grants,
    '',
    '| where building went another way than the table first written | why |',
    '| --- | --- |',
    ...deviations.map(({ cell, reason }) => `| ${cell} | ${reason} |`),
  ].join('\n');
}

function wordFor(holder: Holder): string {
  return holder === 'everyone' ? 'everyone signed in' : `${holder} (${roleNames[holder]})`;
}

/** The README with the table put between its marks. Throws when the marks are gone. */
export function withPolicyTable(readme: string): string {
  const from = readme.indexOf(START);
  const to = readme.indexOf(END);
  if (from < 0 || to < from) throw new Error('README lost the marks of the policy table');
  return `${readme.slice(0, from)}${START}\n\n${policyTable()}\n\n${readme.slice(to)}`;
}
