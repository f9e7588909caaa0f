import { beforeAll, expect, test } from 'vitest';
import { Forbidden, NotFound } from '#app/access/refusals.ts';
import type { Context } from '#app/core/context.server.ts';
import { addUnit, closeUnit, moveUnit, renameUnit } from '#app/features/org-units/unit.operations.server.ts';
import type { UnitKind } from '#app/features/org-units/unit.ts';
import { paths } from '#app/paths.ts';
import type { Id } from '#db/schema.ts';
import { testDatabase } from '#tests/support/database.ts';
import { openSite } from '#tests/support/site.ts';
import { actorWith, buildWorld, hire, TODAY, type World } from '#tests/support/world.ts';

const db = testDatabase();
const site = openSite(db);
let world: World;
let administrator: Context & { personId: Id };
let head: Context & { personId: Id };

beforeAll(async () => {
  world = await buildWorld(db);
  administrator = await actorWith(world, 'administrator', world.region);
  head = await actorWith(world, 'head', world.school);
});

const add = async (ctx: Context, parentId: Id, kind: UnitKind = 'school', name = 'Новая школа') =>
  (await addUnit(ctx, { parentId, kind, name, shortName: name, startedOn: '2020-09-01' })).id;

const linesOf = (id: Id, act: string) =>
  db
    .selectFrom('journalEntry')
    .select(['actorId', 'before', 'after'])
    .where('objectId', '=', id)
    .where('act', '=', act)
    .execute();

test('an administrator adds below the own unit; nobody else adds anywhere', async () => {
  const id = await add(administrator, world.municipality);
  expect(await linesOf(id, 'addUnit')).toHaveLength(1);
  await add(administrator, world.region, 'municipality');
  await expect(add(administrator, world.federation, 'region')).rejects.toBeInstanceOf(NotFound);
  await expect(add(administrator, world.foreignMunicipality)).rejects.toBeInstanceOf(NotFound);
  await expect(add(head, world.municipality)).rejects.toBeInstanceOf(NotFound);
  await expect(add(administrator, world.school, 'partner_organization')).rejects.toThrow('kind-not-under-parent');
});

test('the same form posted twice adds once', async () => {
  const form = {
    kind: 'kindergarten',
    name: 'Детский сад № 9',
    shortName: 'Сад № 9',
    startedOn: '01.09.2020',
    timeZone: 'Europe/Moscow',
    _once: crypto.randomUUID(),
  };
  const first = await site.post(paths.unitAdd(world.municipality), form, { as: administrator.personId });
  const second = await site.post(paths.unitAdd(world.municipality), form, { as: administrator.personId });
  expect([first.status, second.status]).toEqual([303, 303]);
  expect(second.headers.get('Location')).toBe(first.headers.get('Location'));
});

test('a new name keeps the old one in history, and the same day corrects it', async () => {
  const id = await add(administrator, world.municipality);
  await renameUnit(administrator, id, { name: 'Лицей', shortName: 'Лицей', from: '2024-09-01', version: 1 });
  await renameUnit(administrator, id, { name: 'Лицей № 1', shortName: 'Лицей № 1', from: '2024-09-01', version: 2 });
  const names = await db
    .selectFrom('orgUnitName')
    .select(['name', 'startedOn', 'endedOn'])
    .where('unitId', '=', id)
    .orderBy('startedOn')
    .execute();
  expect(names).toEqual([
    { name: 'Новая школа', startedOn: '2020-09-01', endedOn: '2024-08-31' },
    { name: 'Лицей № 1', startedOn: '2024-09-01', endedOn: null },
  ]);
  await expect(
    renameUnit(administrator, id, { name: 'Старое', shortName: 'Старое', from: TODAY, version: 1 }),
  ).rejects.toThrow('stale');
  await expect(
    renameUnit(administrator, id, { name: 'Раньше', shortName: 'Раньше', from: '2024-08-31', version: 3 }),
  ).rejects.toThrow('change-before-current');
});

test('nobody manages the own unit, and who only reads is told so', async () => {
  const rename = { name: 'Своё', shortName: 'Своё', from: TODAY, version: 1 };
  await expect(renameUnit(administrator, world.region, rename)).rejects.toBeInstanceOf(Forbidden);
  await expect(renameUnit(head, world.school, rename)).rejects.toBeInstanceOf(Forbidden);
  await expect(renameUnit(head, world.foreignSchool, rename)).rejects.toBeInstanceOf(NotFound);
});

test('a move needs both parents within reach and stays inside the region', async () => {
  const id = await add(administrator, world.municipality);
  await moveUnit(administrator, id, { parentId: world.otherMunicipality, from: '2026-09-01', version: 1 });
  const above = await db
    .selectFrom('orgUnitAncestor')
    .select('ancestorId')
    .where('unitId', '=', id)
    .orderBy('depth')
    .execute();
  expect(above.map((row) => row.ancestorId)).toEqual([id, world.otherMunicipality, world.region, world.federation]);
  const back = { from: TODAY, version: 2 };
  await expect(moveUnit(administrator, id, { parentId: world.foreignMunicipality, ...back })).rejects.toBeInstanceOf(
    NotFound,
  );
  await expect(moveUnit(world.system, id, { parentId: world.foreignMunicipality, ...back })).rejects.toThrow(
    'moves-to-another-region',
  );
  await expect(moveUnit(administrator, id, { parentId: world.otherMunicipality, ...back })).rejects.toThrow(
    'already-there',
  );
  const local = await actorWith(world, 'administrator', world.otherMunicipality);
  await expect(moveUnit(local, id, { parentId: world.municipality, ...back })).rejects.toBeInstanceOf(NotFound);
});

test('a unit with people or units in it is not closed; closing ends the rights there', async () => {
  const municipality = await add(administrator, world.region, 'municipality', 'Закрываемый район');
  const id = await add(administrator, municipality, 'school', 'Закрываемая школа');
  const close = { endedOn: TODAY, version: 1 };
  await expect(closeUnit(administrator, municipality, close)).rejects.toThrow('children-open');
  const worker = await hire(world, id);
  await expect(closeUnit(administrator, id, close)).rejects.toThrow('people-employed');
  await db.updateTable('employment').set({ endedOn: TODAY }).where('personId', '=', worker).execute();
  await closeUnit(administrator, id, close);
  await expect(add(administrator, id, 'school')).rejects.toThrow('kind-not-under-parent');
  await expect(closeUnit(administrator, id, { ...close, version: 2 })).rejects.toThrow('unit-closed');
  await closeUnit(administrator, municipality, close);
  await expect(add(administrator, municipality)).rejects.toBeInstanceOf(Error);
});

test('a unit is not closed under a person being added to it', async () => {
  for (let round = 0; round < 10; round += 1) {
    const id = await add(administrator, world.municipality, 'municipal_authority', `Управление ${round}`);
    const [closed, added] = await Promise.allSettled([
      closeUnit(administrator, id, { endedOn: TODAY, version: 1 }),
      add(administrator, id, 'municipal_methodical_service', `Служба ${round}`),
    ]);
    expect([closed.status, added.status].filter((status) => status === 'fulfilled')).toHaveLength(1);
  }
});

test('a school is not closed under a teacher being hired, and hires nobody once its last day is set', async () => {
  for (let round = 0; round < 10; round += 1) {
    const id = await add(administrator, world.municipality, 'school', `Малая школа ${round}`);
    const [closed, hired] = await Promise.allSettled([
      closeUnit(administrator, id, { endedOn: TODAY, version: 1 }),
      hire(world, id),
    ]);
    expect([closed.status, hired.status].filter((status) => status === 'fulfilled')).toHaveLength(1);
  }
  const closing = await add(administrator, world.municipality, 'school', 'Закрывается сегодня');
  await closeUnit(administrator, closing, { endedOn: TODAY, version: 1 });
  await expect(hire(world, closing)).rejects.toThrow('unit-closed');
});

test('pages show what the viewer may do and no more', async () => {
  const own = await (await site.get(paths.unit(world.school), { as: head.personId })).text();
  expect(own).not.toContain(paths.unitRename(world.school));
  const managed = await (await site.get(paths.unit(world.school), { as: administrator.personId })).text();
  expect(managed).toContain(paths.unitRename(world.school));
  expect((await site.get(paths.unit(world.foreignSchool), { as: head.personId })).status).toBe(404);
  expect((await site.get(paths.unitClose(world.school), { as: head.personId })).status).toBe(404);
  for (const page of [paths.unitAdd(world.municipality), paths.unitMove(world.school), paths.unitClose(world.school)]) {
    expect([page, (await site.get(page, { as: administrator.personId })).status]).toEqual([page, 200]);
  }
});

test('the tree shows the own branch only, and finds by part of a name', async () => {
  const branch = await (await site.get(paths.units(), { as: head.personId })).text();
  expect(branch).toContain('Гимназия № 2');
  expect(branch).toContain('Верхневолжская область');
  expect(branch).not.toContain('Школа № 5');
  const found = await (await site.get(`${paths.units()}?search=лесная`, { as: administrator.personId })).text();
  expect(found).toContain('Лесная школа');
  expect(found).not.toContain('Гимназия № 2');
  await add(administrator, world.municipality, 'school', 'Зелёный лицей');
  const typed = await (await site.get(`${paths.units()}?search=ЗЕЛЕНЫЙ`, { as: administrator.personId })).text();
  expect(typed).toContain('Зелёный лицей');
  const nothing = await (await site.get(`${paths.units()}?search=%25`, { as: administrator.personId })).text();
  expect(nothing).toContain('ничего не нашлось');
});

test('people of an organisation are listed only for those who may read them', async () => {
  const worker = await hire(world, world.school, { lastName: 'Видимова' });
  const seen = await (await site.get(paths.unit(world.school), { as: head.personId })).text();
  expect(seen).toContain('Видимова');
  const officer = await actorWith(world, 'ministryOfficer', world.region);
  const page = await site.get(paths.unit(world.school), { as: officer.personId });
  expect(page.status).toBe(200);
  expect(await page.text()).not.toMatch(/Видимова|Иванов[а-з]* Пётр/);
  expect(worker).toBeTruthy();
});
