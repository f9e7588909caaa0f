import { beforeAll, expect, test } from 'vitest';
import { newId } from '#app/core/ids.ts';
import type { Id } from '#db/schema.ts';
import { testDatabase } from '#tests/support/database.ts';
import { openSite, type Site } from '#tests/support/site.ts';
import { actorWith, buildWorld, hire, hireYoung, type World } from '#tests/support/world.ts';
import { broken } from './rounds.ts';

const ROUNDS = 60;
const TIMES = 5;
const db = testDatabase();
let world: World;
let site: Site;
let curatorId: Id;

beforeAll(async () => {
  world = await buildWorld(db);
  site = openSite(db);
  curatorId = (await actorWith(world, 'curator', world.school)).personId;
});

/** What came of one form sent several times at once, as statuses and the different places it led to. */
async function sent(path: string, form: Record<string, string>): Promise<{ statuses: number[]; places: Set<string> }> {
  const answers = await Promise.all(Array.from({ length: TIMES }, () => site.post(path, form, { as: curatorId })));
  const places = answers.map((answer) => answer.headers.get('Location') ?? '');
  return { statuses: answers.map(({ status }) => status), places: new Set(places) };
}

async function count(table: 'person' | 'mentorship'): Promise<number> {
  const row = await db
    .selectFrom(table)
    .select(({ fn }) => fn.countAll<number>().as('rows'))
    .executeTakeFirstOrThrow();
  return row.rows;
}

const terms = {
  formCode: 'teacher_teacher',
  kindCode: 'one_to_one',
  legalBasis: 'labor_351_8',
  hoursPerWeek: '2',
  focus: 'Ведение урока',
};
const period = { startedOn: '22.11.2026', endedOn: '31.05.2027' };
const teacher = { firstName: 'Анна', middleName: '', birthOn: '12.04.1990', email: '', phone: '', category: 'none' };
const work = {
  teachingSince: '01.09.2012',
  categoryFrom: '',
  categoryUntil: '',
  postCode: 'teacher',
  subject: 'физика',
  startedOn: '01.09.2020',
};

test(`a form sent ${TIMES} times at once acts once and leads to one place, ${ROUNDS} rounds`, async () => {
  const wrong = await broken(ROUNDS, async (number) => {
    const isPerson = number % 2 === 0;
    const mentorId = await hire(world, world.school);
    const menteeId = await hireYoung(world, world.school);
    const table = isPerson ? 'person' : 'mentorship';
    const before = await count(table);
    const { statuses, places } = isPerson
      ? await sent('/people/add', { _once: newId(), unitId: world.school, lastName: 'Повторова', ...teacher, ...work })
      : await sent(`/matching/${menteeId}/propose/${mentorId}`, { _once: newId(), ...terms, ...period });
    const made = (await count(table)) - before;
    return [
      ...(made === 1 ? [] : [`${made} made`]),
      ...(statuses.every((status) => status === 303) ? [] : [`answers ${statuses.join()}`]),
      ...(places.size === 1 ? [] : [`led to ${[...places].join()}`]),
    ];
  });
  console.log(`${ROUNDS} rounds of repeated forms, ${wrong.length} broken`);
  expect(wrong).toEqual([]);
});

test('the same key with other content, and the key of another person, make nothing', async () => {
  const key = newId();
  const form = { _once: key, unitId: world.school, lastName: 'Ключева', ...teacher, ...work };
  expect((await site.post('/people/add', form, { as: curatorId })).status).toBe(303);
  const before = await count('person');
  expect((await site.post('/people/add', { ...form, lastName: 'Иная' }, { as: curatorId })).status).toBe(422);
  expect(await count('person')).toBe(before);
  const other = await actorWith(world, 'curator', world.school);
  const withOther = await count('person');
  expect((await site.post('/people/add', { ...form, lastName: 'Иная' }, { as: other.personId })).status).toBe(303);
  expect(await count('person')).toBe(withOther + 1);
});
