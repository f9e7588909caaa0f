import { beforeAll, expect, test } from 'vitest';
import { paths } from '#app/paths.ts';
import type { Id } from '#db/schema.ts';
import { testDatabase } from '#tests/support/database.ts';
import { openSite } from '#tests/support/site.ts';
import { actorWith, buildWorld, hire, type World } from '#tests/support/world.ts';

const db = testDatabase();
const site = openSite(db);
let world: World;
let administrator: Id;
let head: Id;
let curator: Id;
let teacher: Id;
let foreignTeacher: Id;

beforeAll(async () => {
  world = await buildWorld(db);
  administrator = (await actorWith(world, 'administrator', world.region)).personId;
  head = (await actorWith(world, 'head', world.school)).personId;
  curator = (await actorWith(world, 'curator', world.school)).personId;
  teacher = await hire(world, world.school, { lastName: 'Ершова' });
  foreignTeacher = await hire(world, world.foreignSchool, { lastName: 'Дальняя' });
});

test('every page of access opens for those who look after it', async () => {
  const pages = [
    paths.accounts(),
    paths.accountsAt(world.school),
    paths.grants(teacher),
    paths.grantAdd(teacher),
    paths.invite(teacher),
  ];
  for (const page of pages) {
    for (const as of [administrator, head, curator]) {
      const response = await site.get(page, { as });
      expect([page, response.status]).toEqual([page, 200]);
    }
  }
});

test('people outside reach are as if they did not exist', async () => {
  for (const page of [paths.grants(foreignTeacher), paths.grantAdd(foreignTeacher), paths.invite(foreignTeacher)]) {
    for (const as of [administrator, head, curator]) expect((await site.get(page, { as })).status).toBe(404);
  }
  const list = await (await site.get(paths.accounts(), { as: administrator })).text();
  expect(list).toContain('Ершова');
  expect(list).not.toContain('Дальняя');
});

test('a link that may not be made is shown as an act that is switched off, with its reason', async () => {
  const above = await (await site.get(paths.invite(head), { as: curator })).text();
  expect(above).toContain('Ссылку сделает тот, кто стоит выше');
  expect(above).not.toContain('name="login"');
  const list = await (await site.get(paths.accounts(), { as: curator })).text();
  expect(list).not.toContain(paths.invite(curator));
  expect(list).toContain(paths.invite(teacher));
});

test('teachers have no pages of access at all', async () => {
  for (const page of [paths.accounts(), paths.official(), paths.grants(teacher)]) {
    expect((await site.get(page, { as: teacher })).status).toBe(404);
  }
});

test('a role is given by its form, shown in the list and ended by its form', async () => {
  const form = { role: 'mentor', unitId: world.school, startedOn: '22.11.2026', endedOn: '' };
  expect((await site.post(paths.grantAdd(teacher), form, { as: curator })).status).toBe(303);
  const page = await (await site.get(paths.grants(teacher), { as: curator })).text();
  expect(page).toContain('наставник');
  const grant = await db
    .selectFrom('roleGrant')
    .select(['id', 'version'])
    .where('personId', '=', teacher)
    .executeTakeFirstOrThrow();
  const stale = { when: 'now', endedOn: '', version: '7' };
  expect((await site.post(paths.grantEnd(grant.id), stale, { as: curator })).status).toBe(409);
  const missing = { when: 'day', endedOn: '', version: String(grant.version) };
  expect((await site.post(paths.grantEnd(grant.id), missing, { as: curator })).status).toBe(422);
  const now = { when: 'now', endedOn: '', version: String(grant.version) };
  expect((await site.post(paths.grantEnd(grant.id), now, { as: curator })).status).toBe(303);
});

test('an official is added with a role and a link that is shown once to be copied', async () => {
  const form = {
    lastName: 'Министрова',
    firstName: 'Анна',
    middleName: '',
    email: '',
    login: 'ministry@region.ru',
    unitId: world.region,
    role: 'ministryOfficer',
    startedOn: '22.11.2026',
    _once: crypto.randomUUID(),
  };
  const first = await site.post(paths.official(), form, { as: administrator });
  expect(first.status).toBe(303);
  const cookie = first.headers.getSetCookie().find((line) => line.startsWith('ryadom-link='));
  const address = first.headers.get('Location') ?? '';
  const shown = await site.get(address, { as: administrator, headers: { Cookie: cookie?.split(';')[0] ?? '' } });
  expect(await shown.text()).toMatch(/\/invitation\/[\w-]{40,}/);
  expect(await (await site.get(address, { as: administrator })).text()).not.toMatch(/\/invitation\/[\w-]{40,}/);
  const again = await site.post(paths.official(), form, { as: administrator });
  expect(again.status).toBe(303);
  expect(again.headers.getSetCookie().some((line) => line.startsWith('ryadom-link='))).toBe(false);
  const people = await db.selectFrom('person').select('id').where('lastName', '=', 'Министрова').execute();
  expect(people).toHaveLength(1);
  expect((await site.get(paths.official(), { as: head })).status).toBe(404);
});
