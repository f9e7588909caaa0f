import { beforeAll, describe, expect, test } from 'vitest';
import { makeConsent } from '#app/demo/factories/consents.ts';
import { recordDestruction } from '#app/features/erasures/erasure.operations.server.ts';
import { listDue } from '#app/features/erasures/erasure.queries.server.ts';
import { destroyedClasses, ruleAgainstAct } from '#app/features/erasures/erasure.ts';
import { listTasks } from '#app/features/home/home.queries.server.ts';
import { queueLetter } from '#app/features/notifications/mail.operations.server.ts';
import { withdrawConsent } from '#app/features/personal-consents/consent-withdrawal.operations.server.ts';
import { answerMove, askToMove } from '#app/features/route-transfers/move.operations.server.ts';
import { forgetOldContacts } from '#app/features/staff-lists/staff-list-contacts.server.ts';
import { paths } from '#app/paths.ts';
import type { Id } from '#db/schema.ts';
import { applied, csv } from '#tests/features/staff-lists/lists.ts';
import { testDatabase } from '#tests/support/database.ts';
import { openSite, type Site } from '#tests/support/site.ts';
import { actorWith, as, buildWorld, hire, TODAY, type World } from '#tests/support/world.ts';

const db = testDatabase();
type Actor = Awaited<ReturnType<typeof actorWith>>;
const COMMISSION = 'Петрова А. А., заместитель директора\nСидоров Б. Б., секретарь';
let world: World;
let site: Site;
let head: Actor;
let strangers: Actor[];

beforeAll(async () => {
  world = await buildWorld(db);
  site = openSite(db);
  head = await actorWith(world, 'head', world.school);
  strangers = [
    await actorWith(world, 'head', world.sibling),
    await actorWith(world, 'curator', world.school),
    await actorWith(world, 'administrator', world.region),
  ];
});

async function withdrawn(unitId = world.school): Promise<{ personId: Id; dueId: Id }> {
  const personId = await hire(world, unitId, { phone: '+79990001122', email: 'lichnaya@example.ru' });
  const own = await as(world, personId);
  await withdrawConsent(own, await makeConsent(own, 'data_processing'), { version: 1 });
  const due = db.selectFrom('erasureDue').select('id').where('personId', '=', personId);
  return { personId, dueId: (await due.executeTakeFirstOrThrow()).id };
}

const act = (dueIds: Id[], actedOn = TODAY) => ({ dueIds, actedOn, commission: COMMISSION });
const contactsOf = (personId: Id) =>
  db.selectFrom('person').select(['phone', 'email']).where('id', '=', personId).executeTakeFirstOrThrow();

describe('rules of an act', () => {
  test.each([
    [{ chosen: 0, found: [] }, TODAY, 'erasures-missing'],
    [{ chosen: 2, found: [{ startedOn: TODAY }] }, TODAY, 'erasure-not-due'],
    [{ chosen: 1, found: [{ startedOn: TODAY }] }, '2026-11-23', 'act-in-future'],
    [{ chosen: 1, found: [{ startedOn: TODAY }] }, '2026-11-21', 'act-before-withdrawal'],
    [{ chosen: 1, found: [{ startedOn: TODAY }] }, TODAY, undefined],
  ])('%j on %s: %s', (lines, day, rule) => {
    expect(ruleAgainstAct(lines, day, TODAY)?.rule).toBe(rule);
  });

  test('the act counts records and people by class', () => {
    const lines = [
      { dataClass: 'published' as const, personId: 'a' },
      { dataClass: 'published' as const, personId: 'a' },
      { dataClass: 'contacts' as const, personId: 'b' },
    ];
    expect(destroyedClasses(lines)).toEqual([
      { dataClass: 'contacts', records: 1, people: 1 },
      { dataClass: 'published', records: 2, people: 1 },
    ]);
  });
});

test('the head sees what is due, destroys it with the act in one step, and the act names nobody', async () => {
  const { personId, dueId } = await withdrawn();
  expect(await listTasks(await as(world, head.personId))).toContainEqual(
    expect.objectContaining({ kind: 'erasure-due', until: '2026-12-22' }),
  );
  expect((await listDue(head, 1)).map(({ id }) => id)).toContain(dueId);
  const id = (await recordDestruction(head, act([dueId]))).id ?? '';
  expect(await contactsOf(personId)).toEqual({ phone: null, email: null });
  expect((await listDue(head, 1)).map((line) => line.id)).not.toContain(dueId);
  const html = await (await site.get(paths.destructionAct(id), { as: head.personId })).text();
  for (const words of ['Петрова А. А.', 'Контактные данные', 'АКТ']) expect(html).toContain(words);
  const person = db.selectFrom('person').select('lastName').where('id', '=', personId);
  expect(html).not.toContain((await person.executeTakeFirstOrThrow()).lastName);
  const lines = db.selectFrom('journalEntry').select(['act', 'after', 'personId']).where('objectId', '=', id);
  expect(await lines.execute()).toMatchObject([{ act: 'recordDestruction', personId: null }]);
});

test('nobody else destroys or reads: another head, the curator, the administrator', async () => {
  const { personId, dueId } = await withdrawn();
  for (const stranger of strangers) {
    await expect(recordDestruction(stranger, act([dueId]))).rejects.toMatchObject({ code: 'erasure-not-due' });
    expect((await listDue(stranger, 1)).map(({ id }) => id)).not.toContain(dueId);
  }
  expect((await contactsOf(personId)).phone).toBe('+79990001122');
  const id = (await recordDestruction(head, act([dueId]))).id ?? '';
  const [otherHead, , administrator] = strangers;
  for (const stranger of [otherHead, administrator])
    expect((await site.get(paths.destructionAct(id), { as: stranger?.personId ?? '' })).status).toBe(404);
});

test('a line is destroyed once; two acts at once have one winner, and a new consent saves the data', async () => {
  const { dueId } = await withdrawn();
  const both = await Promise.allSettled([recordDestruction(head, act([dueId])), recordDestruction(head, act([dueId]))]);
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  const saved = await withdrawn();
  await makeConsent(await as(world, saved.personId), 'data_processing');
  await expect(recordDestruction(head, act([saved.dueId]))).rejects.toMatchObject({ code: 'erasure-not-due' });
  expect((await contactsOf(saved.personId)).email).toBe('lichnaya@example.ru');
});

const settledOf = (personId: Id) =>
  db
    .selectFrom('erasureDue')
    .select(['dataClass', 'actId', 'settledGround'])
    .where('personId', '=', personId)
    .orderBy('createdAt')
    .orderBy('dataClass')
    .execute();
const dueOf = async (personId: Id) =>
  (await db.selectFrom('erasureDue').select('id').where('personId', '=', personId).execute()).map(({ id }) => id);

async function movedToSibling(personId: Id): Promise<Actor> {
  const own = await as(world, personId);
  const to = { unitId: world.sibling, postCode: 'teacher', subject: null, startsOn: TODAY, takesRoute: false };
  const { id } = await askToMove(own, to);
  await answerMove(await actorWith(world, 'curator', world.sibling), id, { answer: 'accepted', version: 1 });
  return { ...(await as(world, personId)), personId };
}

describe('what an act never says', () => {
  test('a former school empties nothing of who has moved on and consented elsewhere, and records no act', async () => {
    const personId = await hire(world, world.school, { phone: '+79990001122', email: 'lichnaya@example.ru' });
    const own = await as(world, personId);
    const first = await makeConsent(own, 'data_processing');
    const there = await movedToSibling(personId);
    await makeConsent(there, 'data_processing');
    await withdrawConsent(there, first, { version: 1 });
    expect(await recordDestruction(head, act(await dueOf(personId)))).toEqual({ id: null, settled: 1 });
    expect(await contactsOf(personId)).toEqual({ phone: '+79990001122', email: 'lichnaya@example.ru' });
    expect(await settledOf(personId)).toMatchObject([{ actId: null, settledGround: 'moved' }]);
    const page = await (await site.get(paths.erasures(), { as: head.personId })).text();
    expect(page).toContain('человек работает в другой организации');
  });

  test('a line that waits when its person moves is closed by the move', async () => {
    const { personId, dueId } = await withdrawn();
    await movedToSibling(personId);
    expect(await settledOf(personId)).toMatchObject([{ settledGround: 'moved' }]);
    await expect(recordDestruction(head, act([dueId]))).rejects.toMatchObject({ code: 'erasure-not-due' });
  });

  test('a class nothing was deleted for: what went to the centre or stood on a page is closed beside the act', async () => {
    const { personId } = await withdrawn();
    const own = await as(world, personId);
    await withdrawConsent(own, await makeConsent(own, 'centre_transfer'), { version: 1 });
    const { id, settled } = await recordDestruction(head, act(await dueOf(personId)));
    expect(settled).toBe(1);
    const html = await (await site.get(paths.destructionAct(id ?? ''), { as: head.personId })).text();
    expect(html).toContain('Контактные данные');
    expect(html).not.toContain('подготовленные для передачи');
    expect(await settledOf(personId)).toMatchObject([
      { dataClass: 'contacts', actId: id, settledGround: null },
      { dataClass: 'transferred', actId: null, settledGround: 'not-kept' },
    ]);
  });
});

describe('copies of contacts', () => {
  const header = 'Фамилия;Имя;Отчество;Дата рождения;Должность;Дата приёма;Телефон;Электронная почта';
  const row = (last: string, email: string) =>
    `${last};Анна;Львовна;12.04.1990;методист;01.09.2015;+79995554433;${email}`;
  const stored = async () =>
    JSON.stringify(await db.selectFrom('staffListRow').select(['personId', 'found', 'changes']).execute());

  async function listed(last: string, email: string): Promise<Id> {
    const curator = await actorWith(world, 'curator', world.school);
    await applied(world, curator, world.school, csv(header, row(last, email)));
    const found = db.selectFrom('person').select('id').where('lastName', '=', last);
    return (await found.executeTakeFirstOrThrow()).id;
  }

  test('go from the rows of applied lists and from letters; the act names the login that stays', async () => {
    const personId = await listed('Списочная', 'spisok@example.ru');
    await listed('Соседняя', 'sosed@example.ru');
    const letter = { subject: 'Приглашение', body: 'Ссылка' };
    await queueLetter(world.system, { recipient: 'spisok@example.ru', ...letter });
    await queueLetter(world.system, { recipient: 'sosed@example.ru', ...letter });
    const own = await as(world, personId);
    await withdrawConsent(own, await makeConsent(own, 'data_processing'), { version: 1 });
    expect(await stored()).toContain('spisok@example.ru');
    const { id } = await recordDestruction(head, act(await dueOf(personId)));
    expect(await stored()).not.toContain('spisok@example.ru');
    expect(await stored()).toContain('sosed@example.ru');
    const letters = db.selectFrom('outboxMail').select('recipient').where('recipient', 'like', 'so%');
    expect(await letters.execute()).toEqual([{ recipient: 'sosed@example.ru' }]);
    expect(await db.selectFrom('outboxMail').select('recipient').execute()).not.toContainEqual({
      recipient: 'spisok@example.ru',
    });
    const html = await (await site.get(paths.destructionAct(id ?? ''), { as: head.personId })).text();
    expect(html).toContain('Имя для входа в систему');
  });

  test('go from every list a month after it is done with, not a day before', async () => {
    await listed('Месячная', 'mesyac@example.ru');
    const on = (today: string) => ({ ...world.system, today });
    await forgetOldContacts(on('2026-12-22'));
    expect(await stored()).toContain('mesyac@example.ru');
    await forgetOldContacts(on('2026-12-23'));
    expect(await stored()).not.toContain('@example.ru');
    expect(await stored()).toContain('Месячная');
  });
});

test('the act outlives everything: it is neither changed nor removed', async () => {
  const { dueId } = await withdrawn();
  const id = (await recordDestruction(head, act([dueId]))).id ?? '';
  const change = db.updateTable('destructionAct').set({ commission: 'Никто' }).where('id', '=', id).execute();
  await expect(change).rejects.toThrow('never changes');
  await expect(db.deleteFrom('destructionAct').where('id', '=', id).execute()).rejects.toThrow('never changes');
});
