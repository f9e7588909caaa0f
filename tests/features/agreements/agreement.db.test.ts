import { beforeAll, describe, expect, test } from 'vitest';
import { NotFound } from '#app/access/refusals.ts';
import { StaleWrite } from '#app/core/errors.ts';
import { newId } from '#app/core/ids.ts';
import { makeAgreement } from '#app/demo/factories/agreements.ts';
import { makeUnit } from '#app/demo/factories/org-units.ts';
import { editAgreement, endAgreement } from '#app/features/agreements/agreement.operations.server.ts';
import {
  findAgreementInForce,
  listAgreementChoices,
  listPartners,
} from '#app/features/agreements/agreement.queries.server.ts';
import { paths } from '#app/paths.ts';
import type { Id } from '#db/schema.ts';
import { testDatabase } from '#tests/support/database.ts';
import { openSite, type Site } from '#tests/support/site.ts';
import { actorWith, buildWorld, TODAY, type World } from '#tests/support/world.ts';

const db = testDatabase();
type Actor = Awaited<ReturnType<typeof actorWith>>;
let world: World;
let site: Site;
let head: Actor;
let otherCurator: Actor;
let coordinator: Actor;
let numbered = 0;

beforeAll(async () => {
  world = await buildWorld(db);
  site = openSite(db);
  head = await actorWith(world, 'head', world.school);
  otherCurator = await actorWith(world, 'curator', world.sibling);
  coordinator = await actorWith(world, 'municipalCoordinator', world.municipality);
});

const number = () => {
  numbered += 1;
  return `С-${numbered}`;
};
const stored = (id: Id) =>
  db.selectFrom('cooperationAgreement').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
const actsUpon = async (id: Id) =>
  (await db.selectFrom('journalEntry').select('act').where('objectId', '=', id).orderBy('id').execute()).map(
    ({ act }) => act,
  );
const terms = (change = {}) => ({
  number: number(),
  signedOn: '2026-09-01',
  startedOn: '2026-09-01',
  endedOn: '2027-05-31',
  subject: 'Физика',
  ...change,
});

describe('an agreement', () => {
  test('is recorded, corrected and ended by the head; each act stands in the journal once', async () => {
    const { id } = await makeAgreement(head, world.school, { partnerUnitId: world.centre, partnerName: null });
    expect(await stored(id)).toMatchObject({
      unitId: world.school,
      regionId: world.region,
      partnerUnitId: world.centre,
    });
    await editAgreement(head, id, { ...terms({ number: '1/2' }), version: 1 });
    await endAgreement(head, id, { endedOn: TODAY, endReason: 'Центр переехал', version: 2 });
    expect(await stored(id)).toMatchObject({ number: '1/2', endedOn: TODAY, endReason: 'Центр переехал', version: 3 });
    expect(await actsUpon(id)).toEqual(['addAgreement', 'editAgreement', 'endAgreement']);
  });

  test('belongs to its keeper: for everybody else it does not exist', async () => {
    const { id } = await makeAgreement(head, world.school, { number: number() });
    for (const stranger of [otherCurator, coordinator]) {
      await expect(makeAgreement(stranger, world.school, { number: number() })).rejects.toThrow(NotFound);
      await expect(editAgreement(stranger, id, { ...terms(), version: 1 })).rejects.toThrow(NotFound);
      const ending = { endedOn: TODAY, endReason: 'Нет', version: 1 };
      await expect(endAgreement(stranger, id, ending)).rejects.toThrow(NotFound);
      expect((await site.get(paths.agreement(id), { as: stranger.personId })).status).toBe(404);
    }
    const municipal = await makeAgreement(coordinator, world.municipality, { number: number() });
    expect((await site.get(paths.agreement(municipal.id), { as: coordinator.personId })).status).toBe(200);
    expect((await site.get(paths.agreement(municipal.id), { as: head.personId })).status).toBe(404);
    expect((await stored(id)).version).toBe(1);
  });

  test('is refused with a sentence: no partner, itself, a closed one, a number taken, an unknown unit', async () => {
    const closed = await makeUnit(world.system, { kind: 'school', parentId: world.municipality, name: 'Была' });
    await db.updateTable('orgUnit').set({ endedOn: '2026-11-21' }).where('id', '=', closed.id).execute();
    const twice = { number: number(), signedOn: '2026-10-01', startedOn: '2026-10-01' };
    await makeAgreement(head, world.school, twice);
    const refusals: [Parameters<typeof makeAgreement>[2], string][] = [
      [{ partnerName: null }, 'agreement-needs-one-partner'],
      [{ partnerUnitId: newId(), partnerName: null }, 'agreement-needs-one-partner'],
      [{ partnerUnitId: world.foreignSchool, partnerName: null }, 'agreement-needs-one-partner'],
      [{ partnerUnitId: world.school, partnerName: null }, 'agreement-with-itself'],
      [{ partnerUnitId: closed.id, partnerName: null, number: number() }, 'agreement-partner-closed'],
      [twice, 'agreement-number-taken'],
    ];
    for (const [change, code] of refusals) {
      await expect(makeAgreement(head, world.school, change)).rejects.toMatchObject({ code });
    }
  });

  test('edited from an old page is refused, with what stands there now', async () => {
    const { id } = await makeAgreement(head, world.school, { number: number() });
    await editAgreement(head, id, { ...terms({ subject: 'Химия' }), version: 1 });
    const late = editAgreement(head, id, { ...terms({ subject: 'Биология' }), version: 1 });
    await expect(late).rejects.toThrow(StaleWrite);
    await expect(late).rejects.toMatchObject({ theirs: { subject: 'Химия', version: '2' } });
    expect((await stored(id)).subject).toBe('Химия');
  });

  test('a form sent twice records one', async () => {
    const key = newId();
    const form = {
      ...{
        unitId: world.school,
        partnerUnitId: '',
        partnerName: 'Технопарк',
        number: number(),
        subject: 'Робототехника',
      },
      ...{ signedOn: '01.09.2026', startedOn: '01.09.2026', endedOn: '', _once: key },
    };
    const answers = await Promise.all(
      [1, 2, 3].map(() => site.post(paths.agreementAdd(), form, { as: head.personId })),
    );
    expect(answers.map(({ status }) => status)).toEqual([303, 303, 303]);
    const kept = await db
      .selectFrom('cooperationAgreement')
      .select('id')
      .where('partnerName', '=', 'Технопарк')
      .execute();
    expect(kept).toHaveLength(1);
  });
});

describe('an agreement in force', () => {
  test('holds both ways, on its first and last day, and not a day longer', async () => {
    const term = { partnerUnitId: world.farSchool, partnerName: null, startedOn: '2026-10-01', endedOn: '2026-10-31' };
    const { id } = await makeAgreement(otherCurator, world.sibling, { ...term, number: number() });
    for (const day of ['2026-10-01', '2026-10-31']) {
      expect(await findAgreementInForce(world.system, world.sibling, world.farSchool, day)).toMatchObject({ id });
      expect(await findAgreementInForce(world.system, world.farSchool, world.sibling, day)).toMatchObject({ id });
    }
    for (const day of ['2026-09-30', '2026-11-01']) {
      expect(await findAgreementInForce(world.system, world.sibling, world.farSchool, day)).toBeNull();
    }
    expect(await findAgreementInForce(world.system, world.school, world.farSchool, '2026-10-15')).toBeNull();
  });

  test('of a municipality speaks for every organisation below it', async () => {
    const agreed = { partnerUnitId: world.otherMunicipality, partnerName: null, number: number() };
    const { id } = await makeAgreement(coordinator, world.municipality, agreed);
    expect(await findAgreementInForce(world.system, world.school, world.farSchool, TODAY)).toMatchObject({ id });
    expect(await findAgreementInForce(world.system, world.farSchool, world.sibling, TODAY)).toMatchObject({ id });
    expect(await findAgreementInForce(world.system, world.school, world.sibling, TODAY)).toBeNull();
    expect(await findAgreementInForce(world.system, world.school, world.foreignSchool, TODAY)).toBeNull();
  });

  test('is offered for choosing only to its keeper, and not once it is over', async () => {
    const { id } = await makeAgreement(head, world.school, { number: number(), partnerName: 'Вуз Один' });
    const over = { number: number(), partnerName: 'Вуз Два', endedOn: '2026-11-21' };
    await makeAgreement(head, world.school, over);
    const offered = await listAgreementChoices(head, world.school);
    expect(offered.map((choice) => choice.id)).toContain(id);
    expect(offered.map(({ partner }) => partner)).not.toContain('Вуз Два');
    expect(await listAgreementChoices(otherCurator, world.school)).toEqual([]);
  });
});

test('partners on offer stand in the same region, the nearest first, and are found by a part of the name', async () => {
  const near = await listPartners(head, [world.school], '');
  const ids = near.map(({ id }) => id);
  expect(ids).not.toContain(world.foreignSchool);
  expect(ids).not.toContain(world.school);
  expect(ids.indexOf(world.sibling)).toBeLessThan(ids.indexOf(world.farSchool));
  expect((await listPartners(head, [world.school], 'лесн школ')).map(({ id }) => id)).toEqual([world.farSchool]);
});

test('the list narrows by word and state', async () => {
  const partner = `Технопарк ${number()}`;
  await makeAgreement(head, world.school, { partnerName: partner, number: number(), endedOn: '2026-10-31' });
  const html = async (query: Record<string, string>) =>
    (await site.get(`${paths.agreements()}?${new URLSearchParams(query)}`, { as: head.personId })).text();
  expect(await html({ search: partner })).toContain(partner);
  expect(await html({ search: partner, state: 'over' })).toContain(partner);
  expect(await html({ search: partner, state: 'inForce' })).toContain('По такому отбору соглашений нет');
});
