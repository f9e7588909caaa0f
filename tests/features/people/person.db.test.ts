import { beforeAll, describe, expect, test } from 'vitest';
import { Forbidden, NotFound } from '#app/access/refusals.ts';
import { RuleBroken, StaleWrite } from '#app/core/errors.ts';
import { newId } from '#app/core/ids.ts';
import { makeEmployment } from '#app/demo/factories/people.ts';
import { findProfileFacts } from '#app/features/mentor-profiles/profile-facts.server.ts';
import { addUnit, closeUnit } from '#app/features/org-units/unit.operations.server.ts';
import { addPerson } from '#app/features/people/person.operations.server.ts';
import { findPerson, listPeople } from '#app/features/people/person.queries.server.ts';
import type { NewPerson } from '#app/features/people/person.ts';
import { editPerson, endEmployment } from '#app/features/people/person-card.operations.server.ts';
import { paths } from '#app/paths.ts';
import { testDatabase } from '#tests/support/database.ts';
import { openSite } from '#tests/support/site.ts';
import { actorWith, as, buildWorld, grant, hire, hireYoung, TODAY, type World } from '#tests/support/world.ts';

const db = testDatabase();
const site = openSite(db);
let world: World;
let curator: Awaited<ReturnType<typeof actorWith>>;
let stranger: Awaited<ReturnType<typeof actorWith>>;

beforeAll(async () => {
  world = await buildWorld(db);
  curator = await actorWith(world, 'curator', world.school);
  stranger = await actorWith(world, 'curator', world.sibling);
});

const closing = { kind: 'school', name: 'Школа у реки', shortName: 'У реки', startedOn: '2020-09-01' } as const;

function newTeacher(overrides: Partial<NewPerson> = {}): NewPerson {
  return {
    unitId: world.school,
    lastName: 'Королёва',
    firstName: 'Анна',
    middleName: 'Фёдоровна',
    birthOn: '1999-03-04',
    email: 'koroleva@shkola.example',
    phone: '+79123456789',
    category: 'none',
    teachingSince: '2025-09-01',
    employment: { postCode: 'teacher', subject: 'химия', startedOn: '2025-09-01' },
    ...overrides,
  };
}

const card = {
  lastName: 'Новикова',
  firstName: 'Анна',
  middleName: null,
  birthOn: '1999-03-04',
  email: null,
  phone: null,
  category: 'first',
  teachingSince: '2025-09-01',
} as const;

async function journalOf(objectId: string) {
  return db.selectFrom('journalEntry').select(['act', 'actorId', 'after']).where('objectId', '=', objectId).execute();
}

async function employmentOf(personId: string) {
  return db
    .selectFrom('employment')
    .select(['id', 'version', 'endedOn'])
    .where('personId', '=', personId)
    .executeTakeFirstOrThrow();
}

describe('a new person', () => {
  test('is recorded with the first employment, one journal line and a mark for the counters', async () => {
    const { id } = await addPerson(curator, newTeacher());
    expect(await journalOf(id)).toMatchObject([{ act: 'addPerson', actorId: curator.personId }]);
    expect(await employmentOf(id)).toMatchObject({ endedOn: null });
    const marks = await db.selectFrom('monitoringDirty').select('period').where('unitId', '=', world.school).execute();
    expect(marks.map(({ period }) => period)).toContain('2026-year');
  });

  test('posted twice with one key is one person', async () => {
    const key = newId();
    const input = newTeacher({ lastName: 'Дважды' });
    const [first, second] = await Promise.all([addPerson(curator, input, key), addPerson(curator, input, key)]);
    expect(second.id).toBe(first.id);
    const found = await db.selectFrom('person').select('id').where('lastName', '=', 'Дважды').execute();
    expect(found).toHaveLength(1);
  });

  test('cannot be recorded by the curator of another school', async () => {
    await expect(addPerson(stranger, newTeacher())).rejects.toThrow(NotFound);
  });

  test.each<[string, Partial<NewPerson>]>([
    ['birth-in-future', { birthOn: '2027-01-01' }],
    ['too-young', { birthOn: '2020-01-01', teachingSince: null }],
    ['teaching-before-birth', { birthOn: '2000-01-01', teachingSince: '2010-01-01' }],
    ['teaching-in-future', { teachingSince: '2027-09-01' }],
  ])('is refused by the rule %s', async (code, overrides) => {
    const refusal = await addPerson(curator, newTeacher(overrides)).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(RuleBroken);
    expect(refusal).toMatchObject({ code });
  });
});

describe('a correction of a card', () => {
  test('is written once, and the journal tells which fields without their texts', async () => {
    const id = await hire(world, world.school, { birthOn: '1999-03-04', teachingSince: '2025-09-01' });
    await editPerson(curator, id, { ...card, version: 1 });
    const lines = await journalOf(id);
    expect(lines.at(-1)).toMatchObject({ act: 'editPerson' });
    expect(JSON.stringify(lines.at(-1)?.after)).not.toContain('Новикова');
    expect(lines.at(-1)?.after).toEqual({ changed: ['lastName', 'firstName', 'middleName', 'category'] });
  });

  test('based on an older version is refused with what stands there now', async () => {
    const id = await hire(world, world.school, { lastName: 'Первая' });
    const both = await Promise.allSettled([
      editPerson(curator, id, { ...card, lastName: 'Одна', version: 1 }),
      editPerson(curator, id, { ...card, lastName: 'Другая', version: 1 }),
    ]);
    const refused = both.flatMap((result) => (result.status === 'rejected' ? [result.reason] : []));
    expect(refused).toHaveLength(1);
    expect(refused[0]).toBeInstanceOf(StaleWrite);
    const winner = both[0]?.status === 'fulfilled' ? 'Одна' : 'Другая';
    expect(refused[0].theirs).toMatchObject({ lastName: winner, version: '2' });
  });

  test('dates a category; one whose term is over is none to lists and to who looks for a mentor', async () => {
    const id = await hire(world, world.school, { lastName: 'Срокова' });
    const dated = { ...card, lastName: 'Срокова', categoryFrom: '2021-11-22', categoryUntil: '2026-11-21' };
    await editPerson(curator, id, { ...dated, version: 1 });
    const listed = await listPeople(curator, { page: 1, search: 'Срокова', who: 'all' });
    expect(listed.map(({ category }) => category)).toEqual(['none']);
    expect((await findProfileFacts(curator, [id])).get(id)?.hasResults).toBe(false);
    const shown = await (await site.get(paths.person(id), { as: curator.personId })).text();
    expect(shown).toContain('срок истёк 21.11.2026');
    await editPerson(curator, id, { ...dated, categoryUntil: null, version: 2 });
    expect((await findProfileFacts(curator, [id])).get(id)?.hasResults).toBe(true);
    for (const [change, code] of [
      [{ categoryUntil: '2021-11-21' }, 'category-ends-before-start'],
      [{ category: 'none' }, 'category-none-dated'],
      [{ categoryFrom: '2026-11-23', categoryUntil: null }, 'category-in-future'],
    ] as const) {
      const wrong = editPerson(curator, id, { ...dated, ...change, version: 3 });
      await expect(wrong).rejects.toMatchObject({ code });
    }
  });

  test('does not make somebody hired as a child', async () => {
    const id = await hire(world, world.school, { birthOn: '1980-05-17' });
    const wrong = { ...card, birthOn: '2003-05-17', teachingSince: null, version: 1 };
    const refusal = await editPerson(curator, id, wrong).catch((error: unknown) => error);
    expect(refusal).toMatchObject({ code: 'hired-before-birth', field: 'birthOn' });
  });

  test('is not for a head who may read, nor for a stranger who may not', async () => {
    const id = await hire(world, world.school);
    const head = await actorWith(world, 'head', world.school);
    await expect(editPerson(head, id, { ...card, version: 1 })).rejects.toThrow(Forbidden);
    await expect(editPerson(stranger, id, { ...card, version: 1 })).rejects.toThrow(NotFound);
  });
});

describe('the end of an employment', () => {
  test('is a day, kept with a journal line, and is not set twice', async () => {
    const id = await hire(world, world.school);
    const work = await employmentOf(id);
    await endEmployment(curator, work.id, { endedOn: '2026-11-20', version: 1 });
    expect(await employmentOf(id)).toMatchObject({ endedOn: '2026-11-20', version: 2 });
    expect(await journalOf(work.id)).toMatchObject([{ act: 'endEmployment' }]);
    const again = endEmployment(curator, work.id, { endedOn: '2026-11-21', version: 2 });
    await expect(again).rejects.toMatchObject({ code: 'already-ended' });
    const stale = endEmployment(curator, work.id, { endedOn: '2026-11-21', version: 1 });
    await expect(stale).rejects.toMatchObject({ theirs: { endedOn: '20.11.2026', version: '2' } });
  });

  test('is not for a curator of another school', async () => {
    const work = await employmentOf(await hire(world, world.school));
    await expect(endEmployment(stranger, work.id, { endedOn: '2026-11-20', version: 1 })).rejects.toThrow(NotFound);
  });

  test('the same post cannot be added over days it already has', async () => {
    const personId = await hire(world, world.school);
    await makeEmployment(curator, { personId, unitId: world.school });
    const again = makeEmployment(curator, { personId, unitId: world.school, startedOn: '2022-01-01' });
    await expect(again).rejects.toMatchObject({ code: 'employment-overlaps' });
  });
});

test('no post is added where the organisation is closing', async () => {
  const personId = await hire(world, world.school);
  const unitId = await addUnit(world.system, { ...closing, parentId: world.municipality });
  await grant(world, curator.personId, 'curator', unitId.id);
  await closeUnit(world.system, unitId.id, { endedOn: TODAY, version: 1 });
  const both = await as(world, curator.personId);
  await expect(makeEmployment(both, { personId, unitId: unitId.id })).rejects.toMatchObject({ code: 'unit-closed' });
});

describe('the list and the card', () => {
  const filter = { search: '', who: 'all', page: 1 } as const;

  test.each(['ёлкина', 'ЕЛКИНА', 'мария ёлк', 'елкина  мария'])('finds «%s»', async (search) => {
    const known = await db.selectFrom('person').select('id').where('lastName', '=', 'Ёлкина').executeTakeFirst();
    const id = known?.id ?? (await hire(world, world.school, { lastName: 'Ёлкина', firstName: 'Мария' }));
    expect((await listPeople(curator, { ...filter, search })).map((person) => person.id)).toEqual([id]);
    expect(await listPeople(stranger, { ...filter, search })).toEqual([]);
  });

  test('takes the signs of a pattern as they are written', async () => {
    expect(await listPeople(curator, { ...filter, search: '%' })).toEqual([]);
    expect(await listPeople(curator, { ...filter, search: '_' })).toEqual([]);
  });

  test('tells the young and the former apart', async () => {
    const young = await hireYoung(world, world.school);
    const gone = await hire(world, world.school);
    const work = await employmentOf(gone);
    await endEmployment(curator, work.id, { endedOn: '2026-11-01', version: 1 });
    const ids = async (who: 'all' | 'young' | 'former') =>
      (await listPeople(curator, { ...filter, who })).map((person) => person.id);
    expect(await ids('young')).toContain(young);
    expect(await ids('young')).not.toContain(gone);
    expect(await ids('former')).toContain(gone);
    expect(await ids('former')).not.toContain(young);
    expect(await ids('all')).not.toContain(gone);
  });

  test('private facts reach those of the organisation and the person, nobody else', async () => {
    const id = await hire(world, world.school, { phone: '+79990001122' });
    expect((await findPerson(curator, id)).personal).toMatchObject({ phone: '+79990001122' });
    const psychologist = await actorWith(world, 'psychologist', world.school);
    expect((await findPerson(psychologist, id)).personal).toBeNull();
    await expect(findPerson(stranger, id)).rejects.toThrow(NotFound);
  });
});
