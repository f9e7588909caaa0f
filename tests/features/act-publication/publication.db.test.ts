import { beforeAll, describe, expect, test } from 'vitest';
import { NotFound } from '#app/access/refusals.ts';
import type { Context } from '#app/core/context.server.ts';
import { makeApproved, makeRegulation } from '#app/demo/factories/acts.ts';
import { makeConsent } from '#app/demo/factories/consents.ts';
import { nameHider, withoutNames } from '#app/features/act-publication/nameless.ts';
import { publishAct, unpublishAct } from '#app/features/act-publication/publication.operations.server.ts';
import { registerPaperAct } from '#app/features/act-registers/paper-act.operations.server.ts';
import { draftAct } from '#app/features/local-acts/act-draft.operations.server.ts';
import { editPerson } from '#app/features/people/person-card.operations.server.ts';
import type { Id } from '#db/schema.ts';
import { type Document, paragraph } from '#reports/document.ts';
import { addPair } from '#tests/features/monitoring/facts.ts';
import { testDatabase } from '#tests/support/database.ts';
import { openSite } from '#tests/support/site.ts';
import { actorWith, as, buildWorld, hire, hireYoung, TODAY, type World } from '#tests/support/world.ts';

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

test('former names, forms kept by hand, the prepositional and headings are withheld; the consent of one shows one', async () => {
  const renamed = await hire(world, world.school, { lastName: 'Девичева', firstName: 'Анна', middleName: 'Ильинична' });
  const kept = await hire(world, world.school, { lastName: 'Заяц', firstName: 'Пётр', middleName: 'Сергеевич' });
  const corrected = { correctedBy: curator.personId, correctedAt: curator.now };
  await db
    .insertInto('personNameForm')
    .values([
      { personId: kept, grammaticalCase: 'dative', fullName: 'Зайцуу Петру Сергеевичу', ...corrected },
      { personId: renamed, grammaticalCase: 'dative', fullName: 'Девичевойс Анне Ильиничне', ...corrected },
    ])
    .execute();
  const card = { lastName: 'Мужнина', firstName: 'Анна', middleName: 'Ильинична', category: 'none' } as const;
  const rest = { birthOn: null, email: null, phone: null, teachingSince: null };
  await editPerson(curator, renamed, { ...card, ...rest, version: 1 });
  const forms = db.selectFrom('personNameForm').select('fullName').where('personId', '=', renamed);
  expect(await forms.execute()).toEqual([]);
  const own1 = 'Девичевой А. И. и Девичевойс А. И. поручить кабинет, Зайцуу П. С. помочь; о Мужниной знают все.';
  const { id: act } = await makeRegulation(curator, world.school, { own1 });
  await makeApproved({ curator, head }, act);
  await publishAct(curator, act);
  const { id: paper } = await registerPaperAct(curator, world.school, {
    ...{ kind: 'road_map', heading: 'Дорожная карта Мужниной Анны', number: '7' },
    ...{ registeredOn: TODAY, inForceOn: TODAY },
  });
  await publishAct(curator, paper);
  const pages = [
    `/published/${world.school}`,
    `/published/${world.school}/${paper}`,
    `/published/${world.school}/${act}`,
  ];
  const shown = async () => (await Promise.all(pages.map(text))).join('\n');
  const before = await shown();
  expect(before).toContain('поручить кабинет');
  expect(before).toContain('Дорожная карта [имя не публикуется]');
  expect(before).not.toMatch(/Девичев|Мужнин|Зайцуу/);
  await makeConsent(await as(world, renamed), 'dissemination');
  const after = await shown();
  expect(after).toMatch(/Дорожная карта Мужниной Анны/);
  expect(after).not.toContain('Зайцуу');
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
    expect(withoutNames(document(words), nameHider([forms], '[—]')).blocks).toEqual(document(shown).blocks);
  });

  test.each([
    ['о наставнике Королеве И. И. говорят', 'о наставнике [—] говорят'],
    ['Королев Иван — наставник', '[—] — наставник'],
    ['Иван Иванович Королёв, Король', '[—], Король'],
    ['Ко\u00adролёв и коро\u0301лёвский', '[—] и коро\u0301лёвский'],
  ])('%s', (words, shown) => {
    const known = {
      surnames: ['Королёв', 'Королёве'],
      fullNames: ['Королёв Иван Иванович', 'Королёве Иване Ивановиче'],
    };
    expect(nameHider([known], '[—]')(words)).toBe(shown);
  });
});
