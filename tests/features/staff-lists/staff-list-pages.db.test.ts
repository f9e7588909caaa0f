import { beforeAll, describe, expect, test } from 'vitest';
import { newId } from '#app/core/ids.ts';
import { applyStaffList } from '#app/features/staff-lists/staff-list-apply.operations.server.ts';
import { storedList } from '#app/features/staff-lists/staff-list-locked.server.ts';
import { paths } from '#app/paths.ts';
import { readWorkbookRows } from '#reports/workbook-xlsx.ts';
import { testDatabase } from '#tests/support/database.ts';
import { openSite, type Site } from '#tests/support/site.ts';
import { actorWith, buildWorld, hire, type World } from '#tests/support/world.ts';
import { checked, csv, rowsOf, runJob, sample } from './lists.ts';

const db = testDatabase();
let world: World;
let site: Site;
let woken: string[];
let curator: Awaited<ReturnType<typeof actorWith>>;

beforeAll(async () => {
  world = await buildWorld(db);
  woken = [];
  site = openSite(db, { wake: (job) => woken.push(job) });
  curator = await actorWith(world, 'curator', world.school);
});

function uploadForm(unitId: string, file: { fileName: string; bytes: Uint8Array } | null): FormData {
  const form = new FormData();
  form.set('unitId', unitId);
  form.set('file', new File(file ? [file.bytes as Uint8Array<ArrayBuffer>] : [], file?.fileName ?? ''));
  return form;
}

async function textOf(path: string, as = curator.personId): Promise<string> {
  const answer = await site.get(path, { as });
  expect(answer.status).toBe(200);
  return (await answer.text()).replaceAll('<!-- -->', '');
}

describe('the way of a list through the pages', () => {
  test('upload, progress, rows by tab with reasons, apply, account', async () => {
    const answer = await site.post(paths.staffListUpload(), uploadForm(world.school, sample('02-tarifikaciya.xlsx')), {
      as: curator.personId,
    });
    expect(answer.status).toBe(303);
    expect(woken).toEqual(['staff-list']);
    const path = answer.headers.get('Location') ?? '';
    const id = path.split('/').at(-1) ?? '';
    expect(await textOf(path)).toContain('data-refresh="1"');

    await runJob(world);
    const page = await textOf(path);
    for (const part of ['Новые: 27', 'Не загрузятся: 8', 'Дата рожд.', paths.staffListApply(id)]) {
      expect(page).toContain(part);
    }
    expect(page).not.toContain('data-refresh');
    const refused = await textOf(`${path}?show=refused`);
    for (const part of ['G10', '31.02.1990', 'Такого дня в календаре нет', 'Первая строка: 6']) {
      expect(refused).toContain(part);
    }

    const { version } = await storedList(db, id);
    const stale = await site.post(paths.staffListApply(id), { version: '1' }, { as: curator.personId });
    expect(stale.status).toBe(409);
    const applied = await site.post(paths.staffListApply(id), { version: String(version) }, { as: curator.personId });
    expect(applied.headers.get('Location')).toBe(path);
    const account = await textOf(path);
    expect(account).toContain('Добавлено: 27\u00a0человек');
    expect(account).not.toContain(paths.staffListDiscard(id));
    expect(await textOf(paths.staffLists())).toContain('02-tarifikaciya.xlsx');
  });

  test('a form without a file, and a file that is no table, say what to do', async () => {
    const empty = await site.post(paths.staffListUpload(), uploadForm(world.school, null), { as: curator.personId });
    expect(empty.status).toBe(422);
    expect(await empty.text()).toContain('Выберите файл со списком');
    const list = await checked(world, curator, world.school, {
      fileName: 'фото.xlsx',
      bytes: Buffer.from('PK nothing'),
    });
    expect(await textOf(paths.staffList(list.id))).toContain('Файл не прочитан');
  });

  test('a changed row shows what stood and what will stand', async () => {
    await hire(world, world.school, {
      lastName: 'Чижова',
      firstName: 'Анна',
      middleName: null,
      birthOn: '1990-04-12',
      category: 'first',
    });
    const file = csv('Фамилия;Имя;Дата рождения;Должность;Категория', 'Чижова;Анна;12.04.1990;учитель;высшая');
    const list = await checked(world, curator, world.school, file);
    const page = await textOf(paths.staffList(list.id));
    expect(page).toContain('Категория: первая → высшая');
  });

  test('a list whose base has moved says so and offers a recheck', async () => {
    const file = csv('Фамилия;Имя;Дата рождения;Должность', 'Поздняя;Анна;12.04.1990;учитель');
    const list = await checked(world, curator, world.school, file);
    await hire(world, world.school, {
      lastName: 'Поздняя',
      firstName: 'Анна',
      middleName: null,
      birthOn: '1990-04-12',
    });
    const form = { version: String(list.version) };
    const answer = await site.post(paths.staffListApply(list.id), form, { as: curator.personId });
    expect(answer.status).toBe(422);
    const html = await answer.text();
    expect(html).toContain('Список устарел');
    expect(html).toContain(paths.staffListRecheck(list.id));
    const again = await site.post(paths.staffListRecheck(list.id), form, { as: curator.personId });
    expect(again.status).toBe(303);
    expect((await storedList(db, list.id)).state).toBe('uploaded');
  });
});

describe('the meaning of columns', () => {
  test('is corrected on its page; a meaning given twice is refused at its field', async () => {
    const list = await checked(world, curator, world.school, csv('Кто;Как;Должность', 'Орлова;Анна;методист'));
    expect(await textOf(paths.staffList(list.id))).toContain('Не понятно, где имена');
    const path = paths.staffListMapping(list.id);
    expect(await textOf(path)).toContain('Например: Орлова');
    const form = { version: String(list.version), sheet: '0', headerRow: '1', column0: 'lastName', column2: 'post' };
    const twice = await site.post(path, { ...form, column1: 'lastName' }, { as: curator.personId });
    expect(twice.status).toBe(422);
    expect(await twice.text()).toContain('выбрано для двух столбцов');
    const strange = await site.post(path, { ...form, column1: 'salary' }, { as: curator.personId });
    expect(strange.status).toBe(422);
    expect((await site.post(path, { ...form, column1: 'firstName' }, { as: curator.personId })).status).toBe(303);
    await runJob(world);
    expect(await storedList(db, list.id)).toMatchObject({ state: 'checked', counts: { new: 1 } });
  });

  test('is found anew when another row is named as the header', async () => {
    const file = csv('Список;школы;;', 'Фамилия;Имя;Отчество;Должность', 'Орлова;Анна;;методист', 'Зуева;Инна;;тьютор');
    const list = await checked(world, curator, world.school, file);
    const form = { version: String(list.version), sheet: '0', headerRow: '3' };
    await site.post(paths.staffListMapping(list.id), form, { as: curator.personId });
    await runJob(world);
    expect((await storedList(db, list.id)).mapping?.headerRow).toBe(3);
  });
});

describe('unknown organisations', () => {
  test('are asked about by name; the answer is read by the order of the page', async () => {
    const coordinator = await actorWith(world, 'municipalCoordinator', world.municipality);
    const row = (last: string, place: string) => `${place};${last};Анна;12.04.1990;методист`;
    const file = csv(
      'Организация;Фамилия;Имя;Дата рождения;Должность',
      row('Аистова', 'Б-дом'),
      row('Белкина', 'А-дом'),
    );
    const list = await checked(world, coordinator, world.municipality, file);
    const path = paths.staffListOrganisations(list.id);
    expect(await textOf(paths.staffList(list.id), coordinator.personId)).toContain(path);
    const html = await textOf(path, coordinator.personId);
    expect(html.indexOf('А-дом')).toBeLessThan(html.indexOf('Б-дом'));
    const form = { version: String(list.version), place0: world.school, place1: 'skip' };
    expect((await site.post(path, form, { as: coordinator.personId })).status).toBe(303);
    const rows = await rowsOf(world, list.id);
    expect(rows.map(({ outcome, unitId }) => [outcome, unitId])).toEqual([
      ['unplaced', null],
      ['new', world.school],
    ]);
  });
});

describe('refused rows as XLSX', () => {
  test('keep their cells, end with the reason, and can be loaded again', async () => {
    const list = await checked(
      world,
      await actorWith(world, 'curator', world.sibling),
      world.sibling,
      sample('02-tarifikaciya.xlsx'),
    );
    const reader = await actorWith(world, 'hrOfficer', world.sibling);
    const answer = await site.get(paths.staffListRefusedXlsx(list.id), { as: reader.personId });
    expect(answer.status).toBe(200);
    const bytes = Buffer.from(await answer.arrayBuffer());
    const rows: string[][] = [];
    for await (const row of readWorkbookRows(bytes, { maxRows: 100, maxColumns: 30, maxText: 2000 })) {
      rows.push(row.cells.map((cell) => cell?.text ?? ''));
    }
    const header = rows.findIndex((row) => row.includes('Дата рожд.'));
    expect(rows.length - header - 1).toBe(8);
    expect(rows[header + 1]?.slice(1, 3)).toEqual(['Ермакова Вера Ильинична', 'учитель (география)']);
    expect(rows[header + 1]?.at(-1)).toContain('G10: Такого дня в календаре нет');
    const again = await checked(world, reader, world.sibling, { fileName: 'исправить.xlsx', bytes });
    expect(again.counts.refused + again.counts.new).toBe(8);
  });
});

describe('those who have nothing to do with a list', () => {
  test('find no page of it: a neighbour, the ministry, the head, a coordinator above a school’s own list', async () => {
    const list = await checked(world, curator, world.school, sample('04-spisok.csv'));
    const pages = [
      paths.staffList(list.id),
      paths.staffListMapping(list.id),
      paths.staffListOrganisations(list.id),
      paths.staffListRecheck(list.id),
      paths.staffListApply(list.id),
      paths.staffListDiscard(list.id),
      paths.staffListRefusedXlsx(list.id),
    ];
    for (const [role, unit] of [
      ['curator', world.sibling],
      ['ministryOfficer', world.region],
      ['head', world.school],
      ['municipalCoordinator', world.municipality],
    ] as const) {
      const actor = await actorWith(world, role, unit);
      for (const page of pages) expect((await site.get(page, { as: actor.personId })).status).toBe(404);
      const posts = [paths.staffListApply(list.id), paths.staffListDiscard(list.id), paths.staffListRecheck(list.id)];
      for (const page of posts) {
        const answer = await site.post(page, { version: String(list.version) }, { as: actor.personId });
        expect(answer.status).toBe(404);
      }
    }
    expect((await storedList(db, list.id)).version).toBe(list.version);
    expect((await site.get(paths.staffList(newId()), { as: curator.personId })).status).toBe(404);
    await applyStaffList(curator, list.id, { version: list.version });
  });

  test('the ministry and a mentor have no list of lists', async () => {
    for (const [role, unit] of [['ministryOfficer', world.region] as const, ['mentor', world.school] as const]) {
      const actor = await actorWith(world, role, unit);
      expect((await site.get(paths.staffLists(), { as: actor.personId })).status).toBe(404);
      expect((await site.get(paths.staffListUpload(), { as: actor.personId })).status).toBe(404);
    }
  });
});
