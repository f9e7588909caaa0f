import { sql } from 'kysely';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { NotFound } from '#app/access/refusals.ts';
import type { Context } from '#app/core/context.server.ts';
import { addDays } from '#app/core/dates.ts';
import { StaleWrite } from '#app/core/errors.ts';
import { makeApproved, makeRegulation } from '#app/demo/factories/acts.ts';
import { makeUnit } from '#app/demo/factories/org-units.ts';
import { findSet } from '#app/features/act-registers/act-set.queries.server.ts';
import { setState } from '#app/features/act-registers/act-set.ts';
import { setMask, skipNumbers } from '#app/features/act-registers/numbering.operations.server.ts';
import { registerPaperAct } from '#app/features/act-registers/paper-act.operations.server.ts';
import { repealAct } from '#app/features/act-versions/act-version.operations.server.ts';
import { draftAct } from '#app/features/local-acts/act-draft.operations.server.ts';
import type { Id } from '#db/schema.ts';
import { testDatabase } from '#tests/support/database.ts';
import { openSite } from '#tests/support/site.ts';
import { actorWith, buildWorld, hire, TODAY, type World } from '#tests/support/world.ts';

const db = testDatabase();
const site = openSite(db);
let world: World;
let school: Id;
let curator: Context & { personId: Id };
let head: Context & { personId: Id };
let teacher: Id;

beforeAll(async () => {
  world = await buildWorld(db);
});

// A school of its own for every test: numbers begin anew.
beforeEach(async () => {
  school = (await makeUnit(world.system, { kind: 'school', parentId: world.municipality, name: 'Новая школа' })).id;
  curator = await actorWith(world, 'curator', school);
  head = await actorWith(world, 'head', school);
  teacher = await hire(world, school);
});

const order = async () => {
  const values = { curator: teacher, startedOn: TODAY };
  const { id } = await draftAct(curator, { kind: 'curator_order', unitId: school, values });
  return { id, number: (await makeApproved({ curator, head }, id)).number };
};
const orders = () => ({ unitId: school, journal: 'orders' }) as const;
const paper = (number: string) => ({
  ...{ kind: 'curator_order', heading: 'О назначении куратора', number },
  ...{ registeredOn: '2026-09-01', inForceOn: '2026-09-01' },
});

describe('numbers', () => {
  test('go up by one, each journal on its own, as the mask says', async () => {
    expect((await order()).number).toBe('1-Н');
    const { id } = await makeRegulation(curator, school);
    expect((await makeApproved({ curator, head }, id)).number).toBe('1-ЛА');
    await setMask(curator, orders(), { mask: '{nn}/{yy}', version: 0 });
    expect((await order()).number).toBe('02/26');
    await expect(setMask(curator, orders(), { mask: '{n}', version: 0 })).rejects.toThrow(StaleWrite);
    await expect(setMask(curator, orders(), { mask: 'Н', version: 1 })).rejects.toMatchObject({
      code: 'mask-without-ordinal',
    });
  });

  test('left out with a reason are passed over, and stay left out', async () => {
    await skipNumbers(curator, orders(), { year: 2026, first: 1, last: 56, reason: 'Велись на бумаге' });
    expect((await order()).number).toBe('57-Н');
    await expect(
      skipNumbers(curator, orders(), { year: 2026, first: 50, last: 60, reason: 'x' }),
    ).rejects.toMatchObject({ code: 'ordinals-taken' });
    await expect(
      skipNumbers(curator, orders(), { year: 2026, first: 70, last: 60, reason: 'x' }),
    ).rejects.toMatchObject({ code: 'ordinals-in-order' });
    const page = await (await site.get('/acts/numbering', { as: curator.personId })).text();
    expect(page).toContain('1-Н … 56-Н');
    expect(page).toContain('Велись на бумаге');
    expect(page).toContain('58-Н');
  });

  test('of an act on paper are taken out of the row; the same is not taken twice', async () => {
    await registerPaperAct(curator, school, paper('2-Н'));
    expect([(await order()).number, (await order()).number]).toEqual(['1-Н', '3-Н']);
    await expect(registerPaperAct(curator, school, paper('3-Н'))).rejects.toMatchObject({ code: 'act-number-taken' });
    await expect(registerPaperAct(curator, school, paper('01-05/17'))).resolves.toBeDefined();
  });

  test('left out for a paper act are filled by it, the reason stays', async () => {
    await skipNumbers(curator, orders(), { year: 2026, first: 1, last: 1, reason: 'Для приказа на бумаге' });
    const { id } = await registerPaperAct(curator, school, paper('1-Н'));
    const row = await db
      .selectFrom('actNumber')
      .select(['number', 'reason'])
      .where('actId', '=', id)
      .executeTakeFirstOrThrow();
    expect(row).toEqual({ number: '1-Н', reason: 'Для приказа на бумаге' });
    expect((await order()).number).toBe('2-Н');
  });

  test('are never given again: the database refuses to forget one', async () => {
    const { id } = await order();
    await expect(sql`delete from act_number where act_id = ${id}`.execute(db)).rejects.toThrow(/append-only/);
  });

  test('of another school are nobody’s business', async () => {
    const stranger = await actorWith(world, 'curator', world.sibling);
    await expect(setMask(stranger, orders(), { mask: '{n}', version: 0 })).rejects.toThrow(NotFound);
    await expect(skipNumbers(stranger, orders(), { year: 2026, first: 1, last: 1, reason: 'x' })).rejects.toThrow(
      NotFound,
    );
    await expect(registerPaperAct(stranger, school, paper('1-Н'))).rejects.toThrow(NotFound);
  });
});

describe('the register', () => {
  const found = async (query: string) => (await site.get(`/acts?${query}`, { as: curator.personId })).text();

  test('finds by words, type, state and the day an act was in force; the file says the same', async () => {
    await registerPaperAct(curator, school, { ...paper('01-05/17'), heading: 'О старом кураторе' });
    const { id } = await registerPaperAct(curator, school, { ...paper('01-05/18'), heading: 'О приказе с концом' });
    await repealAct(head, id, { repealedFrom: TODAY, reason: 'Заменён' });
    expect(await found('search=%D1%81%D1%82%D0%B0%D1%80%D0%BE%D0%BC')).toContain('О старом кураторе');
    expect(await found('search=%25')).not.toContain('О старом кураторе');
    expect(await found('kind=regulation')).not.toContain('О старом кураторе');
    expect(await found('state=repealed')).toContain('О приказе с концом');
    expect(await found('state=inForce')).not.toContain('О приказе с концом');
    expect(await found('asOf=21.11.2026')).toContain('О приказе с концом');
    expect(await found('asOf=22.11.2026')).not.toContain('О приказе с концом');
    expect(await found('asOf=31.08.2026')).not.toContain('О старом кураторе');
    const xlsx = await site.get('/acts.xlsx?asOf=21.11.2026', { as: curator.personId });
    expect(
      Buffer.from(await xlsx.arrayBuffer())
        .subarray(0, 2)
        .toString(),
    ).toBe('PK');
  });
});

describe('the obligatory set', () => {
  const kinds = async () =>
    Object.fromEntries((await findSet(curator, school)).map(({ item, state }) => [item, state.kind]));

  test('says what is missing, being made, there', async () => {
    expect(await kinds()).toEqual({
      ...{ introduction_order: 'missing', regulation: 'missing', road_map: 'missing' },
      ...{ assignment_order: 'there', programme: 'there' },
    });
    const { id } = await makeRegulation(curator, school);
    expect((await kinds()).regulation).toBe('inWork');
    await makeApproved({ curator, head }, id);
    expect((await kinds()).regulation).toBe('there');
    const html = await (await site.get('/acts/set', { as: curator.personId })).text();
    expect(html).toContain('/acts/new/road_map');
  });

  test('a road map of long ago is to be looked through again', () => {
    const facts = { inForce: { id: 'a', since: '2024-09-01' }, inWork: null, wanting: 0 };
    expect(setState('road_map', facts, TODAY)).toMatchObject({ kind: 'old' });
    expect(setState('road_map', { ...facts, inForce: { id: 'a', since: addDays(TODAY, -300) } }, TODAY).kind).toBe(
      'there',
    );
  });
});
