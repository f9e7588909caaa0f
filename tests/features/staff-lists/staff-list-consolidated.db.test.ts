import { beforeEach, describe, expect, test } from 'vitest';
import { NotFound } from '#app/access/refusals.ts';
import {
  discardStaffList,
  recheckStaffList,
  uploadStaffList,
} from '#app/features/staff-lists/staff-list.operations.server.ts';
import { applyStaffList } from '#app/features/staff-lists/staff-list-apply.operations.server.ts';
import { storedList } from '#app/features/staff-lists/staff-list-locked.server.ts';
import { placeOrganisations } from '#app/features/staff-lists/staff-list-places.operations.server.ts';
import { testDatabase } from '#tests/support/database.ts';
import { actorWith, buildWorld, hire, type World } from '#tests/support/world.ts';
import { applied, checked, csv, HEADER, person, rowsOf, runJob, sample, withNewSchool } from './lists.ts';

const db = testDatabase();
let world: World & { schoolName: string };
let curator: Awaited<ReturnType<typeof actorWith>>;

beforeEach(async () => {
  world = await withNewSchool(world ?? (await buildWorld(db)));
  curator = await actorWith(world, 'curator', world.school);
});

describe('a consolidated list', () => {
  test('only adds: whom an organisation has recorded stays as recorded', async () => {
    const coordinator = await actorWith(world, 'municipalCoordinator', world.municipality);
    await hire(world, world.school, {
      lastName: 'Орлова',
      firstName: 'Анна',
      middleName: 'Львовна',
      birthOn: '1990-04-12',
      category: 'first',
    });
    const place = world.schoolName;
    const file = csv(`${HEADER};Категория`, `${person('Орлова', place)};высшая`, `${person('Зуева', place)};высшая`);
    const list = await applied(world, coordinator, world.municipality, file);
    expect(list.counts).toMatchObject({ new: 1, changed: 0, unchanged: 1 });
    const rows = await rowsOf(world, list.id);
    expect(rows[0]).toMatchObject({ outcome: 'unchanged', personId: null, changes: null });
    const orlova = await db
      .selectFrom('person')
      .select('category')
      .where('lastName', '=', 'Орлова')
      .where('unitId', '=', world.school)
      .executeTakeFirst();
    expect(orlova?.category).toBe('first');
  });

  test('asks about names it does not know and goes on when they are decided', async () => {
    const coordinator = await actorWith(world, 'municipalCoordinator', world.municipality);
    const file = csv(HEADER, person('Орлова', 'Школа будущего'), person('Зуева', 'Совсем другая'));
    const list = await checked(world, coordinator, world.municipality, file);
    expect(list).toMatchObject({ undecided: 2, counts: { unplaced: 2 } });
    const act = applyStaffList(coordinator, list.id, { version: list.version });
    await expect(act).rejects.toMatchObject({ code: 'organisations-undecided' });
    const places = [
      { nameInFile: 'Школа будущего', unitId: world.school },
      { nameInFile: 'Совсем другая', unitId: null },
    ];
    const outside = { places: [{ nameInFile: 'Школа будущего', unitId: world.sibling }], version: list.version };
    await expect(placeOrganisations(coordinator, list.id, outside)).rejects.toMatchObject({
      code: 'organisation-outside',
    });
    await placeOrganisations(coordinator, list.id, { places, version: list.version });
    const placed = await storedList(db, list.id);
    expect(placed).toMatchObject({ undecided: 0, counts: { new: 1, unplaced: 1 } });
    await recheckStaffList(coordinator, list.id, { version: placed.version });
    await runJob(world);
    expect(await storedList(db, list.id)).toMatchObject({ undecided: 0, counts: { new: 1, unplaced: 1 } });
  });

  test('is not for the coordinator of another municipality, and a school’s own list is not the coordinator’s', async () => {
    const coordinator = await actorWith(world, 'municipalCoordinator', world.municipality);
    const neighbour = await actorWith(world, 'municipalCoordinator', world.otherMunicipality);
    const upload = uploadStaffList(neighbour, { unitId: world.municipality, ...sample('04-spisok.csv') });
    await expect(upload).rejects.toThrow(NotFound);
    const toSchool = uploadStaffList(coordinator, { unitId: world.school, ...sample('04-spisok.csv') });
    await expect(toSchool).rejects.toThrow(NotFound);
    const own = await checked(world, curator, world.school, sample('04-spisok.csv'));
    const act = discardStaffList(coordinator, own.id, { version: own.version });
    await expect(act).rejects.toThrow(NotFound);
  });
});
