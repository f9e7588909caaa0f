import { sql } from 'kysely';
import { beforeEach, describe, expect, test } from 'vitest';
import { Forbidden, NotFound } from '#app/access/refusals.ts';
import { StaleWrite } from '#app/core/errors.ts';
import { endGrant } from '#app/features/accounts/grant.operations.server.ts';
import { recheckStaffList, uploadStaffList } from '#app/features/staff-lists/staff-list.operations.server.ts';
import { MOST_ROWS_AT_ONCE } from '#app/features/staff-lists/staff-list.ts';
import { applyStaffList } from '#app/features/staff-lists/staff-list-apply.operations.server.ts';
import { storedList } from '#app/features/staff-lists/staff-list-locked.server.ts';
import { listRefusalSentence } from '#app/features/staff-lists/staff-list-words.ts';
import { checkStaffLists } from '#app/features/staff-lists/staff-lists.jobs.server.ts';
import { paths } from '#app/paths.ts';
import type { Id } from '#db/schema.ts';
import { testDatabase } from '#tests/support/database.ts';
import { openSite, testServices } from '#tests/support/site.ts';
import { actorWith, buildWorld, hire, type World } from '#tests/support/world.ts';
import {
  checked,
  csv,
  HEADER,
  listServices,
  peopleHash,
  person,
  rowsOf,
  runJob,
  sample,
  withNewSchool,
} from './lists.ts';

const db = testDatabase();
const site = openSite(db);
let world: World & { schoolName: string };
let curator: Awaited<ReturnType<typeof actorWith>>;

beforeEach(async () => {
  world = await withNewSchool(world ?? (await buildWorld(db)));
  curator = await actorWith(world, 'curator', world.school);
});

async function countPeople(unitId: Id): Promise<number> {
  const row = await db
    .selectFrom('person')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('unitId', '=', unitId)
    .executeTakeFirstOrThrow();
  return row.count;
}

describe('applying', () => {
  test('twice at once applies once', async () => {
    const list = await checked(world, curator, world.school, sample('04-spisok.csv'));
    const apply = () => applyStaffList(curator, list.id, { version: list.version });
    const results = await Promise.allSettled([apply(), apply(), apply()]);
    expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(1);
    for (const result of results) if (result.status === 'rejected') expect(result.reason).toBeInstanceOf(StaleWrite);
    expect(await countPeople(world.school)).toBe(26);
  });

  test('two lists with the same people leaves each person once', async () => {
    const one = await checked(world, curator, world.school, csv(HEADER, person('Орлова')));
    const two = await checked(world, curator, world.school, csv(HEADER, person('Орлова'), person('Зуева')));
    const results = await Promise.allSettled(
      [one, two].map((list) => applyStaffList(curator, list.id, { version: list.version })),
    );
    const refused = results.flatMap((result) => (result.status === 'rejected' ? [result.reason] : []));
    expect(refused).toMatchObject([{ code: 'list-outdated' }]);
    const names = await db.selectFrom('person').select('lastName').where('unitId', '=', world.school).execute();
    expect(names.filter(({ lastName }) => lastName === 'Орлова')).toHaveLength(1);
  });

  test('is refused when a person was recorded by hand since the check, and goes on after a recheck', async () => {
    const list = await checked(world, curator, world.school, csv(HEADER, person('Орлова')));
    const hired = await hire(world, world.school, {
      lastName: 'Орлова',
      firstName: 'Анна',
      middleName: 'Львовна',
      birthOn: '1990-04-12',
      employment: { postCode: 'methodist', subject: null, startedOn: '2015-09-01' },
    });
    const before = await peopleHash(world);
    await expect(applyStaffList(curator, list.id, { version: list.version })).rejects.toMatchObject({
      code: 'list-outdated',
    });
    expect(await peopleHash(world)).toBe(before);
    await recheckStaffList(curator, list.id, { version: list.version });
    await runJob(world);
    const again = await storedList(db, list.id);
    expect(again.counts).toMatchObject({ new: 0, unchanged: 1 });
    expect((await rowsOf(world, list.id))[0]?.personId).toBe(hired);
  });

  test('is refused when the organisation of a consolidated list has been given its last day', async () => {
    const coordinator = await actorWith(world, 'municipalCoordinator', world.municipality);
    const list = await checked(world, coordinator, world.municipality, csv(HEADER, person('Орлова', world.schoolName)));
    await sql`update org_unit set ended_on = '2026-12-31' where id = ${world.school}`.execute(db);
    const act = applyStaffList(coordinator, list.id, { version: list.version });
    await expect(act).rejects.toMatchObject({ code: 'unit-closed' });
  });

  test('is refused when the organisation of a consolidated list has left the municipality', async () => {
    const coordinator = await actorWith(world, 'municipalCoordinator', world.municipality);
    const list = await checked(world, coordinator, world.municipality, csv(HEADER, person('Орлова', world.schoolName)));
    await sql`delete from org_unit_ancestor where unit_id = ${world.school} and ancestor_id = ${world.municipality}`.execute(
      db,
    );
    const act = applyStaffList(coordinator, list.id, { version: list.version });
    await expect(act).rejects.toMatchObject({ code: 'list-outdated' });
  });

  test.each(['person', 'employment', 'journal_entry', 'monitoring_dirty', 'staff_list_file', 'staff_list'])(
    'cut off while it writes %s leaves nothing behind',
    async (table) => {
      const list = await checked(world, curator, world.school, sample('04-spisok.csv'));
      const before = await peopleHash(world);
      await sql`create function cut_off() returns trigger language plpgsql as $$ begin
        raise exception 'cut off' using errcode = 'XX000'; end $$`.execute(db);
      await sql`create trigger cut_off after insert or update or delete on ${sql.table(table)}
        for each statement execute function cut_off()`.execute(db);
      const act = applyStaffList(curator, list.id, { version: list.version });
      await expect(act).rejects.toThrow('cut off');
      await sql`drop trigger cut_off on ${sql.table(table)}`.execute(db);
      await sql`drop function cut_off`.execute(db);
      expect(await peopleHash(world)).toBe(before);
      expect(await storedList(db, list.id)).toMatchObject({ state: 'checked', version: list.version });
      await applyStaffList(curator, list.id, { version: list.version });
      expect(await countPeople(world.school)).toBe(26);
    },
  );

  test('is not for a curator of another school, nor for a head', async () => {
    const list = await checked(world, curator, world.school, sample('04-spisok.csv'));
    for (const [role, unitId] of [['curator', world.sibling] as const, ['head', world.school] as const]) {
      const actor = await actorWith(world, role, unitId);
      const act = applyStaffList(actor, list.id, { version: list.version });
      await expect(act).rejects.toSatisfy((error) => error instanceof NotFound || error instanceof Forbidden);
    }
    expect((await storedList(db, list.id)).state).toBe('checked');
  });
});

describe('a list too long for one request', () => {
  const long = () => {
    const word = (number: number) => String(number).replace(/\d/g, (digit) => 'абвгдежзик'[Number(digit)] ?? '');
    return csv(HEADER, ...Array.from({ length: MOST_ROWS_AT_ONCE + 1 }, (_, index) => person(`Длинная${word(index)}`)));
  };

  test('is applied by the job in the name of the one who pressed, who is told', async () => {
    const list = await checked(world, curator, world.school, long());
    expect(await applyStaffList(curator, list.id, { version: list.version })).toEqual({ isDone: false });
    expect(await storedList(db, list.id)).toMatchObject({ state: 'applying', appliedBy: curator.personId });
    await Promise.all([runJob(world), runJob(world)]);
    expect(await storedList(db, list.id)).toMatchObject({ state: 'applied', appliedBy: curator.personId });
    expect(await countPeople(world.school)).toBe(MOST_ROWS_AT_ONCE + 2);
    const line = await db
      .selectFrom('journalEntry')
      .select(['actorId', 'systemName'])
      .where('objectId', '=', list.id)
      .where('act', '=', 'applyStaffList')
      .execute();
    expect(line).toEqual([{ actorId: curator.personId, systemName: null }]);
    const notices = await db.selectFrom('notice').select('kind').where('personId', '=', curator.personId).execute();
    expect(notices.map(({ kind }) => kind)).toContain('staff-list-applied');
  });

  test('is given back when the right was withdrawn meanwhile', async () => {
    const list = await checked(world, curator, world.school, long());
    await applyStaffList(curator, list.id, { version: list.version });
    const grant = await db
      .selectFrom('roleGrant')
      .select(['id', 'version'])
      .where('personId', '=', curator.personId)
      .executeTakeFirstOrThrow();
    await endGrant(world.system, grant.id, { endedOn: '2026-11-21', version: grant.version });
    await runJob(world);
    expect((await storedList(db, list.id)).state).toBe('checked');
    expect(await countPeople(world.school)).toBe(1);
  });

  test('left by a job that died is taken up again after its time', async () => {
    const list = await checked(world, curator, world.school, sample('04-spisok.csv'));
    await sql`update staff_list set state = 'checking', busy_until = now() + interval '1 minute'
      where id = ${list.id}`.execute(db);
    await runJob(world);
    expect((await storedList(db, list.id)).state).toBe('checking');
    await sql`update staff_list set busy_until = now() - interval '1 second' where id = ${list.id}`.execute(db);
    await runJob(world);
    expect(await storedList(db, list.id)).toMatchObject({ state: 'checked', counts: { new: 25 } });
  });

  test('that never comes to an end is given back after a few tries, in words, and can be applied anew', async () => {
    const list = await checked(world, curator, world.school, long());
    await applyStaffList(curator, list.id, { version: list.version });
    await diedOften(list.id);
    const given = await storedList(db, list.id);
    expect(given).toMatchObject({ state: 'checked', tries: 0 });
    expect(await pageOf(list.id)).toContain(listRefusalSentence('too-many-tries'));
    await applyStaffList(curator, list.id, { version: given.version });
    await runJob(world);
    expect((await storedList(db, list.id)).state).toBe('applied');
  });
});

test('a list whose check always times out is refused after a few tries and keeps nobody waiting', async () => {
  const { id } = await uploadStaffList(curator, { unitId: world.school, ...sample('04-spisok.csv') });
  const behind = await uploadStaffList(curator, { unitId: world.school, ...csv(HEADER, person('Следующая')) });
  const whole = listServices(world);
  const parse: typeof whole.staffLists.parse = (bytes, fileName, options) =>
    fileName === '04-spisok.csv'
      ? Promise.reject(Object.assign(new Error('canceling statement'), { code: '57014' }))
      : whole.staffLists.parse(bytes, fileName, options);
  const services = { ...whole, log: testServices(db).log, staffLists: { ...whole.staffLists, parse } };
  let failed = 0;
  while ((await storedList(db, id)).state !== 'refused' && failed < 20) {
    await checkStaffLists(world.system, services).catch(() => {
      failed += 1;
    });
  }
  expect(failed).toBe(5);
  expect(await pageOf(id)).toContain(listRefusalSentence('too-many-tries'));
  expect((await storedList(db, behind.id)).state).toBe('checked');
  const file = db.selectFrom('staffListFile').select('staffListId').where('staffListId', '=', id);
  expect(await file.execute()).toEqual([]);
});

/** The list as jobs leave it that died upon it, as often as it is tried; then the job runs once more. */
async function diedOften(id: string): Promise<void> {
  await sql`update staff_list set tries = 5, busy_until = now() - interval '1 second' where id = ${id}`.execute(db);
  const quiet = { ...listServices(world), log: testServices(db).log };
  await checkStaffLists(world.system, quiet);
}

async function pageOf(id: string): Promise<string> {
  return (await (await site.get(paths.staffList(id), { as: curator.personId })).text()).replaceAll('&quot;', '"');
}
