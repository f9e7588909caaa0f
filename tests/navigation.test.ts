import { expect, test } from 'vitest';
import type { Actor } from '#app/access/actor.ts';
import type { Role } from '#app/access/roles.ts';
import { sectionsFor } from '#app/navigation.ts';
import { paths } from '#app/paths.ts';

function actorOf(role: Role): Actor {
  const grant = { id: 'grant', role, unitId: 'unit', regionId: 'region' };
  return { kind: 'person', personId: 'person', accountId: 'account', grants: [grant] };
}

const currentAt = (role: Role, path: string) =>
  sectionsFor(actorOf(role), path)
    .filter(({ current }) => current)
    .map(({ href }) => href);

test('one section is marked where the reader stands, and what lies inside another marks that one', () => {
  expect(currentAt('curator', paths.home())).toEqual([paths.home()]);
  expect(currentAt('curator', paths.people())).toEqual([paths.people()]);
  expect(currentAt('curator', paths.staffLists())).toEqual([paths.people()]);
  expect(currentAt('curator', paths.requests())).toEqual([paths.peopleWithoutMentor()]);
  expect(currentAt('municipalCoordinator', paths.requests())).toEqual([paths.requests()]);
  expect(currentAt('curator', paths.mySessions())).toEqual([]);
});

test('a school’s curator and head have a header of one line', () => {
  for (const role of ['curator', 'head'] as const) expect(sectionsFor(actorOf(role), '/').length).toBeLessThan(11);
});

test('nobody has sections before signing in', () => {
  expect(sectionsFor({ kind: 'anonymous' }, '/')).toEqual([]);
});
