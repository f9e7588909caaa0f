import { beforeAll, describe, expect, test } from 'vitest';
import { addUnit } from '#app/features/org-units/unit.operations.server.ts';
import { testDatabase } from '#tests/support/database.ts';
import { actorWith, buildWorld, type World } from '#tests/support/world.ts';
import { applied, checked, peopleHash, rowsOf, sample } from './lists.ts';

const db = testDatabase();
let world: World;
let curator: Awaited<ReturnType<typeof actorWith>>;

beforeAll(async () => {
  world = await buildWorld(db);
  curator = await actorWith(world, 'curator', world.school);
});

const none = { new: 0, changed: 0, unchanged: 0, refused: 0, unplaced: 0 };

describe.each([
  ['01-gimnaziya.xlsx', 48, 0],
  ['02-tarifikaciya.xlsx', 27, 8],
  ['04-spisok.csv', 25, 0],
])('%s', (fileName, people, refused) => {
  test('is checked and applied to the promised numbers, and again changes nothing', async () => {
    const before = await db
      .selectFrom('person')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow();
    const list = await applied(world, curator, world.school, sample(fileName));
    expect(list).toMatchObject({ state: 'applied', counts: { ...none, new: people, refused } });
    const after = await db
      .selectFrom('person')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow();
    expect(after.count - before.count).toBe(people);
    const hash = await peopleHash(world);
    const again = await checked(world, curator, world.school, sample(fileName));
    expect(again.counts).toEqual({ ...none, unchanged: people, refused });
    expect(await peopleHash(world)).toBe(hash);
  });
});

test('the consolidated list distributes its people over sixteen organisations', async () => {
  const coordinator = await actorWith(world, 'municipalCoordinator', world.otherMunicipality);
  const names = [
    ['kindergarten', 'МБДОУ Детский сад «Сказка»'],
    ['school', 'Лицей «Высота»'],
    ['supplementary_education', 'Дом творчества'],
    ['school', 'Заречная школа'],
    ...Array.from({ length: 12 }, (_, index) => ['school', `Школа № ${index + 1}`]),
  ];
  for (const [kind, name] of names) {
    const unit = { parentId: world.otherMunicipality, kind, name, shortName: name, startedOn: '2010-09-01' };
    await addUnit(world.system, unit as Parameters<typeof addUnit>[1]);
  }
  const list = await applied(world, coordinator, world.otherMunicipality, sample('03-svod-municipaliteta.xlsx'));
  expect(list).toMatchObject({ state: 'applied', scope: 'consolidated', undecided: 0, counts: { ...none, new: 620 } });
  const rows = await rowsOf(world, list.id);
  expect(new Set(rows.map((row) => row.unitId)).size).toBe(16);
  const hash = await peopleHash(world);
  const again = await checked(world, coordinator, world.otherMunicipality, sample('03-svod-municipaliteta.xlsx'));
  expect(again.counts).toEqual({ ...none, unchanged: 620 });
  expect(await peopleHash(world)).toBe(hash);
});

test('an applied list leaves one journal line, marks for the counters, and no file', async () => {
  const other = await actorWith(world, 'hrOfficer', world.farSchool);
  const list = await applied(world, other, world.farSchool, sample('04-spisok.csv'));
  const lines = await db
    .selectFrom('journalEntry')
    .select(['act', 'actorId', 'after'])
    .where('objectId', '=', list.id)
    .execute();
  expect(lines.filter((line) => line.act === 'applyStaffList')).toMatchObject([
    { actorId: other.personId, after: { new: 25, refused: 0 } },
  ]);
  const marks = await db.selectFrom('monitoringDirty').select('period').where('unitId', '=', world.farSchool).execute();
  expect(marks.length).toBeGreaterThan(0);
  expect(
    await db.selectFrom('staffListFile').select('staffListId').where('staffListId', '=', list.id).execute(),
  ).toEqual([]);
});
