import { beforeAll, describe, expect, test } from 'vitest';
import { NotFound } from '#app/access/refusals.ts';
import type { Context } from '#app/core/context.server.ts';
import { makeApproved, makeRegulation } from '#app/demo/factories/acts.ts';
import { withoutNames } from '#app/features/act-publication/nameless.ts';
import { publishAct, unpublishAct } from '#app/features/act-publication/publication.operations.server.ts';
import { draftAct } from '#app/features/local-acts/act-draft.operations.server.ts';
import type { Id } from '#db/schema.ts';
import { type Document, paragraph } from '#reports/document.ts';
import { addPair } from '#tests/features/monitoring/facts.ts';
import { testDatabase } from '#tests/support/database.ts';
import { openSite } from '#tests/support/site.ts';
import { actorWith, buildWorld, hire, hireYoung, TODAY, type World } from '#tests/support/world.ts';

const db = testDatabase();
const site = openSite(db);
let world: World;
let curator: Context & { personId: Id };
let head: Context & { personId: Id };
let id: Id;

beforeAll(async () => {
  world = await buildWorld(db);
  curator = await actorWith(world, 'curator', world.school);
  head = await actorWith(world, 'head', world.school);
  id = (await makeRegulation(curator, world.school)).id;
});

const text = async (path: string) => (await site.get(path)).text();

test('an approved regulation is published for everybody without a name, and taken down at once', async () => {
  await expect(publishAct(curator, id)).rejects.toMatchObject({ code: 'publish-not-approved' });
  await makeApproved({ curator, head }, id);
  const page = `/published/${world.school}`;
  expect(await text(page)).not.toContain(id);
  await publishAct(curator, id);
  await expect(publishAct(curator, id)).rejects.toMatchObject({ code: 'published-already' });
  expect(await text(page)).toContain(`/published/${world.school}/${id}`);
  const shown = await text(`${page}/${id}`);
  const { lastName } = await db
    .selectFrom('person')
    .select('lastName')
    .where('id', '=', head.personId)
    .executeTakeFirstOrThrow();
  expect(shown).toContain('ПОЛОЖЕНИЕ');
  expect(shown).not.toContain(lastName);
  await unpublishAct(head, id);
  expect((await site.get(`${page}/${id}`)).status).toBe(404);
  await expect(unpublishAct(head, id)).rejects.toMatchObject({ code: 'not-published' });
});

test('a mentor lent by another school is withheld like everybody else', async () => {
  const lent = await hire(world, world.school, { lastName: 'Соседова', firstName: 'Анна', middleName: 'Павловна' });
  await addPair(world, world.sibling, { id: lent, unitId: world.school }, [await hireYoung(world, world.sibling)]);
  const by = {
    curator: await actorWith(world, 'curator', world.sibling),
    head: await actorWith(world, 'head', world.sibling),
  };
  const own1 = 'Занятия ведёт Соседова А. П., наставник из другой школы.';
  const { id: regulation } = await makeRegulation(by.curator, world.sibling, { own1 });
  await makeApproved(by, regulation);
  await publishAct(by.curator, regulation);
  const shown = await text(`/published/${world.sibling}/${regulation}`);
  expect(shown).toContain('наставник из другой школы');
  expect(shown).not.toContain('Соседова');
});

test('orders about people are not published; another school publishes nothing here', async () => {
  const values = { curator: await hire(world, world.school), startedOn: TODAY };
  const { id: order } = await draftAct(curator, { kind: 'curator_order', unitId: world.school, values });
  await makeApproved({ curator, head }, order);
  await expect(publishAct(head, order)).rejects.toMatchObject({ code: 'publish-not-public' });
  await expect(publishAct(await actorWith(world, 'head', world.sibling), id)).rejects.toThrow(NotFound);
  expect((await site.get(`/published/${world.sibling}/${order}`)).status).toBe(404);
});

describe('names withheld', () => {
  const document = (words: string): Document => ({
    ...{ language: 'ru', title: '', kind: 'x', profile: 'plain', orientation: 'portrait', footer: null },
    blocks: [paragraph(words)],
  });
  const forms = {
    surnames: ['Ершова', 'Ершовой', 'Ершову'],
    fullNames: ['Ершова Татьяна Викторовна', 'Ершовой Татьяне Викторовне', 'Ершову Татьяну Викторовну'],
  };

  test.each([
    ['Назначить Ершову Татьяну Викторовну куратором.', 'Назначить [—] куратором.'],
    ['Поручить Ершовой\u00a0Т.\u00a0В. до мая', 'Поручить [—] до мая'],
    ['Директор Т.В. Ершова', 'Директор [—]'],
    ['ЕРШОВА ТАТЬЯНА ВИКТОРОВНА', '[—]'],
    ['Ершовка — село, не фамилия', 'Ершовка — село, не фамилия'],
  ])('%s', (words, shown) => {
    expect(withoutNames(document(words), [forms], '[—]').blocks).toEqual(document(shown).blocks);
  });
});
