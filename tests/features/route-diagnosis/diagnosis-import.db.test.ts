import { beforeAll, expect, test } from 'vitest';
import { NotFound } from '#app/access/refusals.ts';
import type { AppServices } from '#app/core/services.server.ts';
import { addInstrument } from '#app/features/diagnostic-instruments/instrument.operations.server.ts';
import { assignTutor, openRoute } from '#app/features/educational-routes/route.operations.server.ts';
import { applyDiagnoses, uploadDiagnoses } from '#app/features/route-diagnosis/diagnosis-import.operations.server.ts';
import { findImport } from '#app/features/route-diagnosis/diagnosis-import.queries.server.ts';
import { rowSentences } from '#app/features/route-diagnosis/diagnosis-sheet.text.ts';
import type { Id } from '#db/schema.ts';
import { testDatabase } from '#tests/support/database.ts';
import { actorWith, buildWorld, hire, TODAY, type World } from '#tests/support/world.ts';

const db = testDatabase();
let world: World;
let centreHead: Awaited<ReturnType<typeof actorWith>>;
let foreignHead: Awaited<ReturnType<typeof actorWith>>;
let instrumentId: Id;
const routes: Record<string, Id> = {};

beforeAll(async () => {
  world = await buildWorld(db);
  centreHead = await actorWith(world, 'centreHead', world.centre);
  foreignHead = await actorWith(world, 'centreHead', world.foreignCentre);
  const scale = {
    scheme: 'four',
    maximum: 25,
    lowCutPercent: 60,
    highCutPercent: 80,
    startedOn: '2026-09-01',
  } as const;
  const words = { unitId: world.centre, name: 'Диагностика', edition: '1', provider: null };
  instrumentId = (await addInstrument(centreHead, { ...words, ...scale })).id;
  const open = async (lastName: string, unitId: Id, by: typeof centreHead, centreId: Id) => {
    const personId = await hire(world, unitId, { lastName, firstName: 'Анна', middleName: 'Олеговна' });
    routes[lastName] = (await openRoute(by, { personId, centreId, years: 4, startedOn: TODAY, tutorId: null })).id;
  };
  await open('Ёлкина', world.school, centreHead, world.centre);
  await open('Берёзова', world.farSchool, centreHead, world.centre);
  await open('Чужова', world.foreignSchool, foreignHead, world.foreignCentre);
});

/** Services whose reader gives these rows as one sheet. */
function sheetOf(rows: string[][]): Pick<AppServices, 'staffLists'> {
  const cells = (row: string[]) => row.map((text) => (text === '' ? null : { kind: 'text' as const, text }));
  const sheet = {
    name: 'Лист1',
    isHidden: false,
    rows: rows.map((row, index) => ({ rowNumber: index + 1, cells: cells(row) })),
  };
  const staffLists: unknown = { sheets: async () => [sheet] };
  return { staffLists } as Pick<AppServices, 'staffLists'>;
}

const HEAD = ['ФИО', 'Нормативно-правовой блок', 'Методический блок'];
const upload = (rows: string[][], by = centreHead) =>
  uploadDiagnoses(by, sheetOf(rows), {
    ...{ unitId: world.centre, instrumentId, madeOn: TODAY, fileName: 'итоги.xlsx', bytes: new Uint8Array([1]) },
  });
const sheets = (routeId: Id | undefined) =>
  db
    .selectFrom('routeDiagnosis')
    .select('id')
    .where('routeId', '=', routeId ?? '')
    .execute();

test('writes results of a group in two steps; people of another centre are refused by a sentence', async () => {
  const { id } = await upload([
    HEAD,
    ['Елкина Анна Олеговна', '20', '10'],
    ['Чужова Анна Олеговна', '20', '10'],
    ['Берёзова Анна Олеговна', '26', ''],
    ['Ёлкина Анна Олеговна', '1', '1'],
    ['Берёзова Анна Олеговна', '', ''],
    ['Берёзова Анна Олеговна', 'много', ''],
    ['Берёзова  Анна Олеговна', '24', ''],
  ]);
  const file = await findImport(centreHead, id);
  expect(file.refusals.map(({ row, code }) => [row, code])).toEqual([
    [3, 'row-other-centre'],
    [4, 'row-points-over'],
    [5, 'row-twice'],
    [6, 'row-nothing'],
    [7, 'row-points-unreadable'],
  ]);
  expect(rowSentences['row-other-centre']).toContain('людей другого центра');
  expect(file.results).toHaveLength(2);
  expect(await sheets(routes.Ёлкина)).toHaveLength(0);
  await applyDiagnoses(centreHead, id, { version: 1 });
  for (const owner of ['Ёлкина', 'Берёзова']) expect(await sheets(routes[owner])).toHaveLength(1);
  expect(await sheets(routes.Чужова)).toHaveLength(0);
  await expect(applyDiagnoses(centreHead, id, { version: 2 })).rejects.toMatchObject({
    code: 'results-already-applied',
  });
});

test('two presses at once write the results once', async () => {
  const before = await sheets(routes.Берёзова);
  const { id } = await upload([HEAD, ['Берёзова Анна Олеговна', '24', '']]);
  const both = await Promise.allSettled([1, 2].map(() => applyDiagnoses(centreHead, id, { version: 1 })));
  expect(both.filter(({ status }) => status === 'rejected')).toHaveLength(1);
  expect(await sheets(routes.Берёзова)).toHaveLength(before.length + 1);
});

test.each<[string[][], string]>([
  [[['Кто', 'Сколько']], 'results-file-columns'],
  [[['ФИО', 'Неизвестный блок']], 'results-file-columns'],
  [[HEAD, ...Array.from({ length: 1001 }, (_, index) => [`Никто ${index}`, '1', '1'])], 'results-file-too-many'],
])('a file %# is refused: %s', async (rows, code) => {
  await expect(upload(rows)).rejects.toMatchObject({ code });
});

test('a tutor loads and writes results of his own people; others are refused by a sentence, even of his centre', async () => {
  const tutor = await actorWith(world, 'tutor', world.centre);
  await assignTutor(centreHead, routes.Ёлкина ?? '', { tutorId: tutor.personId, from: TODAY });
  const { id } = await upload([HEAD, ['Ёлкина Анна Олеговна', '20', ''], ['Берёзова Анна Олеговна', '20', '']], tutor);
  const { results, refusals } = await findImport(tutor, id);
  expect([results.map(({ routeId }) => routeId), refusals.map(({ code }) => code)]).toEqual([
    [routes.Ёлкина],
    ['row-other-centre'],
  ]);
  const before = await sheets(routes.Ёлкина);
  await applyDiagnoses(tutor, id, { version: 1 });
  expect(await sheets(routes.Ёлкина)).toHaveLength(before.length + 1);
  await expect(findImport(await actorWith(world, 'tutor', world.centre), id)).rejects.toThrow(NotFound);
});

test('nobody but the head of that centre and its tutors loads; each writes what he loaded', async () => {
  await expect(upload([HEAD], foreignHead)).rejects.toThrow(NotFound);
  const tutor = await actorWith(world, 'tutor', world.centre);
  await expect(upload([HEAD], await actorWith(world, 'tutor', world.foreignCentre))).rejects.toThrow(NotFound);
  const { id } = await upload([HEAD, ['Берёзова Анна Олеговна', '24', '']]);
  for (const stranger of [foreignHead, tutor])
    await expect(applyDiagnoses(stranger, id, { version: 1 })).rejects.toThrow(NotFound);
  await expect(findImport(tutor, id)).rejects.toThrow(NotFound);
});

test('who has left the centre is neither named nor written, the others are; then only numbers stay (BR-22)', async () => {
  const { id } = await upload([
    HEAD,
    ['Берёзова Анна Олеговна', '24', ''],
    ['Ёлкина Анна Олеговна', '20', '10'],
    ['Неизвестная Анна Олеговна', '1', '1'],
  ]);
  const before = { gone: await sheets(routes.Ёлкина), stays: await sheets(routes.Берёзова) };
  const moveTo = (centreId: Id) =>
    db
      .updateTable('educationalRoute')
      .set({ centreId })
      .where('id', '=', routes.Ёлкина ?? '')
      .execute();
  await moveTo(world.foreignCentre);
  const checked = await findImport(centreHead, id);
  expect(checked.results.map(({ name }) => name)).toEqual(['Берёзова Анна Олеговна']);
  expect(checked.counts).toEqual({ taken: 1, gone: 1, refused: 1 });
  await applyDiagnoses(centreHead, id, { version: 1 });
  expect(await sheets(routes.Ёлкина)).toEqual(before.gone);
  expect(await sheets(routes.Берёзова)).toHaveLength(before.stays.length + 1);
  const applied = await findImport(centreHead, id);
  expect([applied.results, applied.refusals, applied.counts]).toEqual([[], [], checked.counts]);
  const kept = await db.selectFrom('diagnosisImport').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
  expect(JSON.stringify(kept)).not.toContain('Анна');
  await moveTo(world.centre);
});
