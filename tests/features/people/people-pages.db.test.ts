import { beforeAll, expect, test } from 'vitest';
import { newId } from '#app/core/ids.ts';
import { paths } from '#app/paths.ts';
import { readWorkbookRows } from '#reports/workbook-xlsx.ts';
import { testDatabase } from '#tests/support/database.ts';
import { openSite, type Site } from '#tests/support/site.ts';
import { actorWith, buildWorld, hire, type World } from '#tests/support/world.ts';

const db = testDatabase();
let world: World;
let site: Site;
let curator: Awaited<ReturnType<typeof actorWith>>;
let stranger: Awaited<ReturnType<typeof actorWith>>;
let teacher: string;

beforeAll(async () => {
  world = await buildWorld(db);
  site = openSite(db);
  curator = await actorWith(world, 'curator', world.school);
  stranger = await actorWith(world, 'curator', world.sibling);
  teacher = await hire(world, world.school, { lastName: 'Ершова', phone: '+79990001122', birthOn: '1981-02-03' });
});

const work = { postCode: 'teacher', subject: 'ХИМИЯ и ИЗО', startedOn: '01.09.2026' };
const typed = {
  lastName: 'Жукова',
  firstName: 'Алла',
  middleName: '',
  birthOn: '',
  email: '',
  phone: '8 (912) 345-67-89',
  category: 'none',
  teachingSince: '',
  categoryFrom: '',
  categoryUntil: '',
};

test('the list shows the school, its search and its next steps', async () => {
  const html = await (await site.get(`${paths.people()}?search=ершова`, { as: curator.personId })).text();
  expect(html).toContain('Ершова Пётр Сергеевич');
  expect(html).toContain(paths.staffListUpload());
  expect(html).toContain('Гимназия № 2: 1\u00a0человек');
});

test('an empty finding says what to change', async () => {
  const html = await (await site.get(`${paths.people()}?search=нетникого`, { as: curator.personId })).text();
  expect(html).toContain('Никто не подошёл');
});

test('the ministry and a mentor have no page of people', async () => {
  for (const [role, unit] of [['ministryOfficer', world.region] as const, ['mentor', world.school] as const]) {
    const actor = await actorWith(world, role, unit);
    expect((await site.get(paths.people(), { as: actor.personId })).status).toBe(404);
    expect((await site.get(paths.peopleXlsx(), { as: actor.personId })).status).toBe(404);
  }
});

test('the card shows private facts, both rules and the acts; a stranger gets nothing', async () => {
  const html = await (await site.get(paths.person(teacher), { as: curator.personId })).text();
  for (const part of ['03.02.1981', '+7\u00a0999\u00a0000-11-22', 'стаж не больше трёх лет', paths.match(teacher)]) {
    expect(html).toContain(part);
  }
  const answers = await Promise.all(
    [paths.person(teacher), paths.personEdit(teacher), paths.employmentAdd(teacher), paths.person(newId())].map(
      (path) => site.get(path, { as: stranger.personId }),
    ),
  );
  expect(answers.map((answer) => answer.status)).toEqual([404, 404, 404, 404]);
});

test('a psychologist sees the card without birth date, phone and acts', async () => {
  const psychologist = await actorWith(world, 'psychologist', world.school);
  const html = await (await site.get(paths.person(teacher), { as: psychologist.personId })).text();
  expect(html).toContain('Ершова');
  for (const part of ['03.02.1981', '000-11-22', paths.personEdit(teacher)]) expect(html).not.toContain(part);
});

test('a new person is added, the phone and the subject in their stored form', async () => {
  const form = { ...typed, ...work, unitId: world.school, _once: newId() };
  const answer = await site.post(paths.personAdd(), form, { as: curator.personId });
  expect(answer.status).toBe(303);
  const person = await db
    .selectFrom('person')
    .innerJoin('employment', 'employment.personId', 'person.id')
    .select(['phone', 'subject', 'middleName', 'person.id'])
    .where('lastName', '=', 'Жукова')
    .executeTakeFirstOrThrow();
  expect(person).toMatchObject({ phone: '+79123456789', subject: 'химия и ИЗО', middleName: null });
  expect(answer.headers.get('Location')).toBe(paths.person(person.id));
});

test('a refused form keeps what was typed and names every field', async () => {
  const form = { ...typed, ...work, unitId: world.school, lastName: '', startedOn: '31.02.2026', phone: '123' };
  const answer = await site.post(paths.personAdd(), form, { as: curator.personId });
  expect(answer.status).toBe(422);
  const html = await answer.text();
  for (const part of ['Заполните поле «Фамилия»', 'нужна дата', 'Проверьте поле «Телефон»', '31.02.2026']) {
    expect(html).toContain(part);
  }
});

test('a post outside the nomenclature and a field nobody asked for are refused with a sentence', async () => {
  const base = { ...typed, ...work, unitId: world.school };
  const strange = await site.post(paths.personAdd(), { ...base, postCode: 'king' }, { as: curator.personId });
  expect(strange.status).toBe(422);
  expect(await strange.text()).toContain('нет в номенклатуре');
  const extra = await site.post(paths.personAdd(), { ...base, regionId: world.otherRegion }, { as: curator.personId });
  expect(extra.status).toBe(422);
});

test('a stale correction is answered 409 with both texts', async () => {
  const id = await hire(world, world.school, { lastName: 'Староверова' });
  const first = { ...typed, lastName: 'Первая', version: '1' };
  expect((await site.post(paths.personEdit(id), first, { as: curator.personId })).status).toBe(303);
  const second = await site.post(paths.personEdit(id), { ...first, lastName: 'Вторая' }, { as: curator.personId });
  expect(second.status).toBe(409);
  const html = await second.text();
  expect(html).toContain('Первая');
  expect(html).toContain('Вторая');
  expect(html).toContain('name="version" value="2"');
});

test('an employment is added and ended on pages of their own', async () => {
  const id = await hire(world, world.school, { lastName: 'Совместителева' });
  const more = { unitId: world.school, postCode: 'methodist', subject: '', startedOn: '01.10.2026' };
  expect((await site.post(paths.employmentAdd(id), more, { as: curator.personId })).status).toBe(303);
  const html = await (await site.get(paths.person(id), { as: curator.personId })).text();
  const [, employmentId = ''] = /employments\/([0-9a-f-]{36})\/end/.exec(html) ?? [];
  const ended = await site.post(
    paths.employmentEnd(employmentId),
    { endedOn: '20.11.2026', version: '1' },
    { as: curator.personId },
  );
  expect(ended.status).toBe(303);
  expect((await site.get(paths.employmentEnd(employmentId), { as: stranger.personId })).status).toBe(404);
});

test('the XLSX holds what the page shows with the same filter', async () => {
  const answer = await site.get(`${paths.peopleXlsx()}?search=ершова`, { as: curator.personId });
  expect(answer.headers.get('Content-Type')).toContain('spreadsheetml');
  const rows: string[][] = [];
  const bytes = Buffer.from(await answer.arrayBuffer());
  for await (const row of readWorkbookRows(bytes, { maxRows: 100, maxColumns: 20, maxText: 500 })) {
    rows.push(row.cells.map((cell) => cell?.text ?? ''));
  }
  const people = rows.slice(rows.findIndex((row) => row[0] === 'Имя') + 1);
  expect(people).toEqual([['Ершова Пётр Сергеевич', 'Учитель', 'математика', 'высшая', '2004-09-01']]);
});
