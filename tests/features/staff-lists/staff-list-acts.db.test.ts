import { sql } from 'kysely';
import { beforeEach, describe, expect, test } from 'vitest';
import { NotFound } from '#app/access/refusals.ts';
import { StaleWrite } from '#app/core/errors.ts';
import {
  correctMapping,
  discardStaffList,
  uploadStaffList,
} from '#app/features/staff-lists/staff-list.operations.server.ts';
import { applyStaffList } from '#app/features/staff-lists/staff-list-apply.operations.server.ts';
import { storedList } from '#app/features/staff-lists/staff-list-locked.server.ts';
import { storedJson } from '#app/features/staff-lists/staff-list-staging.server.ts';
import { testDatabase } from '#tests/support/database.ts';
import { actorWith, buildWorld, type World } from '#tests/support/world.ts';
import { checked, csv, rowsOf, runJob, sample, withNewSchool } from './lists.ts';

const db = testDatabase();
let world: World;
let curator: Awaited<ReturnType<typeof actorWith>>;

beforeEach(async () => {
  world = await withNewSchool(world ?? (await buildWorld(db)));
  curator = await actorWith(world, 'curator', world.school);
});

describe('uploading', () => {
  test('is for those who record people here, not for a neighbour, a head or a ministry', async () => {
    const file = sample('04-spisok.csv');
    for (const [role, unitId] of [
      ['curator', world.sibling],
      ['head', world.school],
      ['ministryOfficer', world.region],
    ] as const) {
      const actor = await actorWith(world, role, unitId);
      await expect(uploadStaffList(actor, { unitId: world.school, ...file })).rejects.toThrow(NotFound);
    }
    const { id } = await uploadStaffList(curator, { unitId: world.school, ...file });
    const lines = await db.selectFrom('journalEntry').select('act').where('objectId', '=', id).execute();
    expect(lines).toEqual([{ act: 'uploadStaffList' }]);
  });

  test('of the same bytes twice is one list while it waits', async () => {
    const upload = () => uploadStaffList(curator, { unitId: world.school, ...sample('04-spisok.csv') });
    const [first, second] = await Promise.all([upload(), upload()]);
    expect(second).toEqual(first);
  });

  test('is refused without a file, and when ten lists wait already', async () => {
    const upload = (bytes: string) =>
      uploadStaffList(curator, { unitId: world.school, fileName: 'a.csv', bytes: Buffer.from(bytes) });
    await expect(upload('')).rejects.toMatchObject({ code: 'no-file', field: 'file' });
    for (let count = 0; count < 10; count += 1) await upload(`Фамилия;Имя\nА${count};Б`);
    await expect(upload('one more')).rejects.toMatchObject({ code: 'too-many-waiting' });
  });

  test('keeps only the name of the file, without folders and unseen signs', async () => {
    const fileName = 'C:\\Кадры\\..\\спи\u202eсок\u0007.csv';
    const { id } = await uploadStaffList(curator, { unitId: world.school, fileName, bytes: Buffer.from('x') });
    expect((await storedList(db, id)).fileName).toBe('список.csv');
  });
});

describe('a file that cannot be read', () => {
  test.each([
    ['broken-zip', Buffer.from('PK\x03\x04 nothing')],
    ['old-excel', Buffer.from('D0CF11E0A1B11AE1', 'hex')],
    ['not-a-table', Buffer.from([0x25, 0x50, 0x44, 0x46, 0x00, 0x01, 0x02])],
  ])('is refused as %s, forgotten, and the uploader told', async (code, bytes) => {
    const list = await checked(world, curator, world.school, { fileName: 'список.xlsx', bytes });
    expect(list.state).toBe('refused');
    const stored = await db.selectFrom('staffList').select('refusalCode').where('id', '=', list.id).executeTakeFirst();
    expect(stored?.refusalCode).toBe(code);
    const file = db.selectFrom('staffListFile').select('bytes').where('staffListId', '=', list.id);
    expect(await file.execute()).toEqual([]);
    const notices = await db.selectFrom('notice').select('kind').where('personId', '=', curator.personId).execute();
    expect(notices).toContainEqual({ kind: 'staff-list-checked' });
    await expect(applyStaffList(curator, list.id, { version: list.version })).rejects.toMatchObject({
      code: 'list-not-checked',
    });
  });

  test('what the file brings is stored whatever signs it has', async () => {
    const { rows } = await sql<{ text: string }>`
      select ${storedJson({ text: 'А\u0000Б\ud800' })}::jsonb ->> 'text' as text
    `.execute(db);
    expect(rows).toEqual([{ text: 'АБ\ufffd' }]);
  });
});

describe('correcting and discarding', () => {
  test('a corrected meaning is read anew; an outdated form is refused', async () => {
    const list = await checked(world, curator, world.school, csv('Кто;Как;Должность', 'Орлова;Анна;методист'));
    expect(list.reading?.missing).toEqual(['lastName', 'firstName']);
    if (!list.mapping) throw new Error('no mapping was found');
    const fields = ['lastName', 'firstName', 'post'] as const;
    const columns = list.mapping.columns.map((column) => ({ ...column, field: fields[column.index] ?? null }));
    const mapping = { ...list.mapping, columns };
    await correctMapping(curator, list.id, { mapping, version: list.version });
    await expect(correctMapping(curator, list.id, { mapping, version: list.version })).rejects.toThrow(StaleWrite);
    await runJob(world);
    expect(await storedList(db, list.id)).toMatchObject({ state: 'checked', counts: { new: 1 } });
  });

  test('a discarded list leaves its line in the history and nothing of its people', async () => {
    const list = await checked(world, curator, world.school, sample('04-spisok.csv'));
    await discardStaffList(curator, list.id, { version: list.version });
    expect(await storedList(db, list.id)).toMatchObject({ state: 'discarded', reading: null });
    expect(await rowsOf(world, list.id)).toEqual([]);
    const again = discardStaffList(curator, list.id, { version: list.version + 1 });
    await expect(again).rejects.toMatchObject({ code: 'list-settled' });
  });

  test('a list discarded while it is being checked stays discarded and empty', async () => {
    const { id } = await uploadStaffList(curator, { unitId: world.school, ...sample('04-spisok.csv') });
    const checking = runJob(world);
    for (;;) {
      const list = await storedList(db, id);
      const done = await discardStaffList(curator, id, { version: list.version }).catch((error: unknown) => error);
      if (done === undefined) break;
    }
    await checking;
    expect((await storedList(db, id)).state).toBe('discarded');
    expect(await rowsOf(world, id)).toEqual([]);
  });
});
