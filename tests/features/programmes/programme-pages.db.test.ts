import { beforeAll, describe, expect, test } from 'vitest';
import type { Context } from '#app/core/context.server.ts';
import { makeConsented } from '#app/demo/factories/mentorships.ts';
import { makeApproved, makeCompleteDraft, makeDraft } from '#app/demo/factories/programmes.ts';
import { makeRoute } from '#app/demo/factories/routes.ts';
import { markPlanItemDone } from '#app/features/programmes/plan-item.operations.server.ts';
import { paths } from '#app/paths.ts';
import type { Id } from '#db/schema.ts';
import { readPdf } from '#tests/reports/read-pdf.ts';
import { testDatabase } from '#tests/support/database.ts';
import { openSite, type Site } from '#tests/support/site.ts';
import { actorWith, as, buildWorld, grant, TODAY, type World } from '#tests/support/world.ts';
import { pairAt, type School, schoolOf } from '../mentorships/pairs.ts';

const db = testDatabase();
const SECRET = 'Затруднение, известное только паре';
let world: World;
let school: School;
let site: Site;
let centreHead: Awaited<ReturnType<typeof actorWith>>;
let tutor: Awaited<ReturnType<typeof actorWith>>;

beforeAll(async () => {
  world = await buildWorld(db);
  school = await schoolOf(world, world.school);
  centreHead = await actorWith(world, 'centreHead', world.centre);
  tutor = await actorWith(world, 'tutor', world.centre);
  site = openSite(db);
});

async function agreed(): Promise<{ id: Id; mentorId: Id; menteeId: Id; mentor: Context }> {
  const pair = await pairAt(world, world.school);
  const { id } = await makeConsented(school.curator, pair);
  await grant(world, pair.mentorId, 'mentor', world.school);
  await grant(world, pair.menteeId, 'mentee', world.school);
  return { id, ...pair, mentor: await as(world, pair.mentorId) };
}

const html = async (path: string, personId: Id) => (await site.get(path, { as: personId })).text();
const status = async (path: string, personId: Id) => (await site.get(path, { as: personId })).status;

describe('the page of a programme', () => {
  test('invites the pair to start one, and tells the head who does', async () => {
    const pair = await agreed();
    const toDraft = paths.programmeDraft(pair.id);
    expect(await html(paths.programme(pair.id), pair.menteeId)).toContain(toDraft);
    const forHead = await html(paths.programme(pair.id), school.head.personId);
    expect(forHead).toContain('придёт вам на утверждение');
    expect(forHead).not.toContain(toDraft);
  });

  test('says what is missing and shows the head’s button switched off with the reason', async () => {
    const pair = await agreed();
    await makeDraft(pair.mentor, pair.id, { aim: '' });
    const shown = await html(paths.programme(pair.id), school.head.personId);
    expect(shown).toContain('Напишите цель программы.');
    expect(shown).toContain('Добавьте в план хотя бы одно мероприятие.');
    expect(shown).not.toContain(paths.programmeApprove(pair.id));
  });

  test('does not exist for others: another pair, another school, the HR officer', async () => {
    const pair = await agreed();
    await makeCompleteDraft(pair.mentor, pair.id);
    const stranger = await agreed();
    const otherCurator = await actorWith(world, 'curator', world.sibling);
    const hrOfficer = await actorWith(world, 'hrOfficer', world.school);
    for (const personId of [stranger.mentorId, stranger.menteeId, otherCurator.personId, hrOfficer.personId]) {
      expect(await status(paths.programme(pair.id), personId)).toBe(404);
      expect(await status(paths.programmePdf(pair.id), personId)).toBe(404);
    }
  });

  test('gives the tutor of the mentee the plan alone', async () => {
    const pair = await agreed();
    await makeRoute(centreHead, { personId: pair.menteeId, centreId: world.centre }, { tutorId: tutor.personId });
    const { itemId } = await makeApproved(pair.mentor, pair.id, school.head);
    await db
      .updateTable('programme')
      .set({ problem: SECRET, aim: SECRET })
      .where('mentorshipId', '=', pair.id)
      .execute();
    await markPlanItemDone(pair.mentor, itemId, { doneOn: TODAY, resultNote: SECRET, version: 1 });
    const shown = await html(paths.programme(pair.id), tutor.personId);
    expect(shown).toContain('Урок наставника с обсуждением');
    expect(shown).not.toContain(SECRET);
    expect(shown).not.toContain('Научиться вести работу в парах');
    expect(await status(paths.programmePdf(pair.id), tutor.personId)).toBe(404);
    expect(await status(paths.planItemDone(itemId), tutor.personId)).toBe(404);
    expect(await html(paths.programme(pair.id), pair.menteeId)).toContain(SECRET);
  });
});

describe('forms', () => {
  const draft = { problem: 'Шумно', aim: 'Тихо', startedOn: '', endedOn: '' };

  test('a draft without dates is refused with both fields named and what was typed kept', async () => {
    const pair = await agreed();
    const answer = await site.post(paths.programmeDraft(pair.id), draft, { as: pair.mentorId });
    expect(answer.status).toBe(422);
    const shown = await answer.text();
    expect(shown).toContain('Заполните поле «Первый день».');
    expect(shown).toContain('Заполните поле «Последний день».');
    expect(shown).toContain('Шумно');
  });

  test('a stale edit answers 409 with both texts; sent again it is kept', async () => {
    const pair = await agreed();
    const { id } = await makeDraft(pair.mentor, pair.id);
    await db.updateTable('programme').set({ aim: 'Чужая цель', version: 2 }).where('id', '=', id).execute();
    const dates = { startedOn: '01.12.2026', endedOn: '30.04.2027' };
    const edit = { problem: 'Шумно', aim: 'Моя цель', ...dates };
    const stale = await site.post(paths.programmeEdit(pair.id), { ...edit, version: '1' }, { as: pair.menteeId });
    expect(stale.status).toBe(409);
    const shown = await stale.text();
    expect(shown).toContain('Чужая цель');
    expect(shown).toContain('Моя цель');
    expect(shown).toMatch(/name="version" value="2"/);
    const again = await site.post(paths.programmeEdit(pair.id), { ...edit, version: '2' }, { as: pair.menteeId });
    expect(again.status).toBe(303);
    const kept = await db.selectFrom('programme').select(['aim', 'startedOn']).where('id', '=', id).executeTakeFirst();
    expect(kept).toEqual({ aim: 'Моя цель', startedOn: '2026-12-01' });
  });

  test('what was typed stays in sight when the head approved meanwhile', async () => {
    const pair = await agreed();
    await makeApproved(pair.mentor, pair.id, school.head);
    const goal = { aim: 'Набранная цель', indicator: 'уроков', startValue: '0', targetValue: '3' };
    const item = { kind: 'trial', topic: 'Набранная проба', dueOn: '10.12.2026', product: '' };
    const sent = [
      [paths.goalAdd(pair.id), goal, goal.aim],
      [paths.planItemAdd(pair.id), item, item.topic],
    ] as const;
    for (const [path, form, typed] of sent) {
      expect(await html(path, pair.mentorId)).toContain('Программа утверждена, её текст больше не меняется.');
      const answer = await site.post(path, form, { as: pair.mentorId });
      expect(answer.status).toBe(422);
      const shown = await answer.text();
      expect(shown).toContain('Программа утверждена, её текст больше не меняется.');
      expect(shown).toContain(typed);
    }
  });

  test('a goal, an item, the approval and a mark go through their pages', async () => {
    const pair = await agreed();
    await makeDraft(pair.mentor, pair.id);
    const post = async (path: string, form: Record<string, string>, personId: Id) =>
      (await site.post(path, form, { as: personId })).status;
    const goal = { aim: 'Пары', indicator: 'уроков', startValue: '0', targetValue: '3' };
    expect(await post(paths.goalAdd(pair.id), goal, pair.menteeId)).toBe(303);
    expect(await post(paths.goalAdd(pair.id), { ...goal, targetValue: '' }, pair.menteeId)).toBe(422);
    const item = { kind: 'trial', topic: 'Проба', dueOn: '10.12.2026', product: '' };
    expect(await post(paths.planItemAdd(pair.id), item, pair.mentorId)).toBe(303);
    expect(await post(paths.planItemAdd(pair.id), { ...item, kind: 'party' }, pair.mentorId)).toBe(422);
    expect(await html(paths.programmeApprove(pair.id), school.head.personId)).toContain('Проба');
    expect(await post(paths.programmeApprove(pair.id), { version: '3' }, school.curator.personId)).toBe(404);
    expect(await post(paths.programmeApprove(pair.id), { version: '3' }, school.head.personId)).toBe(303);
    const row = await db.selectFrom('planItem').select('id').where('topic', '=', 'Проба').executeTakeFirstOrThrow();
    const done = { doneOn: '22.11.2026', resultNote: 'Вышло', version: '1' };
    expect(await post(paths.planItemDone(row.id), done, pair.menteeId)).toBe(303);
    expect(await html(paths.programme(pair.id), pair.mentorId)).toContain('Вышло');
    for (const path of [paths.planItemEdit(row.id), paths.planItemRemove(row.id)]) {
      expect(await html(path, pair.mentorId)).toContain('Программа утверждена, её текст больше не меняется.');
    }
  });
});

test('the PDF holds the dates, the aim, every goal with its values and the plan', async () => {
  const pair = await agreed();
  await makeApproved(pair.mentor, pair.id, school.head);
  const answer = await site.get(paths.programmePdf(pair.id), { as: pair.menteeId });
  expect(answer.headers.get('Content-Type')).toBe('application/pdf');
  const file = Buffer.from(await answer.arrayBuffer());
  expect(file.subarray(0, 5).toString()).toBe('%PDF-');
  expect(readPdf(file).plain).toContain('/Lang (ru-RU)');
});
