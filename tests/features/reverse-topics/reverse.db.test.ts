import { beforeAll, describe, expect, test } from 'vitest';
import { NotFound } from '#app/access/refusals.ts';
import { StaleWrite } from '#app/core/errors.ts';
import { makeConsented, makeProposal } from '#app/demo/factories/mentorships.ts';
import { draftOrder } from '#app/features/local-acts/local-act.operations.server.ts';
import { closeMentorship } from '#app/features/mentorships/mentorship.operations.server.ts';
import { tellTopicResult, writeTopic } from '#app/features/reverse-topics/topic.operations.server.ts';
import type { Id } from '#db/schema.ts';
import { order, type School, schoolOf, storedMentorship } from '#tests/features/mentorships/pairs.ts';
import { testDatabase } from '#tests/support/database.ts';
import { openSite } from '#tests/support/site.ts';
import { actorWith, as, buildWorld, hire, hireYoung, TODAY, type World } from '#tests/support/world.ts';

const db = testDatabase();
let world: World;
let school: School;

beforeAll(async () => {
  world = await buildWorld(db);
  school = await schoolOf(world, world.school);
});

/** The young one teaches the elder. */
async function pair() {
  return { mentorId: await hireYoung(world, world.school), menteeId: await hire(world, world.school) };
}

async function reverse() {
  const people = await pair();
  const { id } = await makeConsented(school.curator, people, { kindCode: 'reverse' });
  return { ...people, id };
}

const written = { topic: 'Электронный журнал', goal: 'Ведёт журнал без помощи', version: 0 };
const draft = (id: Id) =>
  draftOrder(school.curator, { unitId: world.school, mentorshipIds: [id], programmeDueOn: TODAY, control: 'head' });

async function active() {
  const made = await reverse();
  for (const personId of [made.mentorId, made.menteeId]) await writeTopic(school.curator, made.id, personId, written);
  await order(world, school, world.school, [made.id], TODAY);
  return made;
}

describe('a reverse pair (M-19)', () => {
  test('keeps by what its mentor stands lower, and is refused when by nothing', async () => {
    const { id } = await makeProposal(school.curator, await pair(), { kindCode: 'reverse' });
    expect((await storedMentorship(world, id)).reverseGround).toBe('age,tenure');
    const backwards = { mentorId: await hire(world, world.school), menteeId: await hireYoung(world, world.school) };
    await expect(makeProposal(school.curator, backwards, { kindCode: 'reverse' })).rejects.toMatchObject({
      code: 'not-reverse',
      field: 'kindCode',
    });
  });

  test('stands in no order without both topics, and the order speaks of both as equals', async () => {
    const { id, mentorId, menteeId } = await reverse();
    await expect(draft(id)).rejects.toMatchObject({ code: 'topics-missing' });
    await writeTopic(await as(world, mentorId), id, mentorId, written);
    await expect(draft(id)).rejects.toMatchObject({ code: 'topics-missing' });
    await writeTopic(await as(world, mentorId), id, menteeId, { ...written, topic: 'Дисциплина на уроке' });
    const act = await draft(id);
    const { document } = await db
      .selectFrom('localAct')
      .select('document')
      .where('id', '=', act.id)
      .executeTakeFirstOrThrow();
    expect(JSON.stringify(document)).toContain('друг за другом на равных');
    expect(JSON.stringify(document)).toContain('Дисциплина на уроке');
    await expect(writeTopic(school.curator, id, mentorId, { ...written, version: 1 })).rejects.toMatchObject({
      code: 'topics-fixed',
    });
  });

  test('takes a place of each: both teach', async () => {
    const { menteeId } = await reverse();
    await db
      .insertInto('mentorProfile')
      .values({ personId: menteeId, unitId: world.school, regionId: world.region, loadLimitPeople: 1 })
      .execute();
    const next = { mentorId: menteeId, menteeId: await hireYoung(world, world.school) };
    await expect(makeProposal(school.curator, next)).rejects.toMatchObject({ code: 'no-capacity' });
  });

  test('closes only with a result in both directions', async () => {
    const { id, mentorId, menteeId } = await active();
    const end = async () => ({
      finishedOn: TODAY,
      version: (await storedMentorship(world, id)).version,
      outcome: 'Оба довольны',
    });
    await expect(closeMentorship(school.curator, id, await end())).rejects.toMatchObject({
      code: 'topic-results-missing',
    });
    await tellTopicResult(await as(world, menteeId), id, mentorId, { result: 'Веду сама', version: 1 });
    await expect(closeMentorship(school.curator, id, await end())).rejects.toMatchObject({
      code: 'topic-results-missing',
    });
    await tellTopicResult(await as(world, mentorId), id, menteeId, { result: 'На уроке тихо', version: 1 });
    await closeMentorship(school.curator, id, await end());
    expect(await storedMentorship(world, id)).toMatchObject({ state: 'closed', outcome: 'Оба довольны' });
  });

  test('is written by its two people and the curator, on a fresh page, for a third person not at all', async () => {
    const { id, mentorId } = await reverse();
    await writeTopic(school.curator, id, mentorId, written);
    await expect(writeTopic(school.curator, id, mentorId, written)).rejects.toThrow(StaleWrite);
    const stranger = await actorWith(world, 'mentor', world.school);
    await expect(writeTopic(stranger, id, mentorId, written)).rejects.toThrow(NotFound);
    await expect(writeTopic(school.curator, id, stranger.personId, written)).rejects.toThrow(NotFound);
    await expect(tellTopicResult(school.curator, id, mentorId, { result: 'рано', version: 1 })).rejects.toMatchObject({
      code: 'result-too-early',
    });
  });

  test('shows its two people as equals on every page', async () => {
    const site = openSite(db);
    const { id, mentorId } = await active();
    const page = await (await site.get(`/mentorships/${id}`, { as: school.curator.personId })).text();
    expect(page).toContain('каждый учит и каждый учится');
    expect(page).toContain('по возрасту, по стажу');
    const consent = await (await site.get(`/mentorships/${id}/consent`, { as: mentorId })).text();
    expect(consent).toContain('и наставник, и наставляемый');
    const topics = await (await site.get(`/mentorships/${id}/topics`, { as: mentorId })).text();
    expect(topics).toContain('Электронный журнал');
    expect(topics).toContain('Записать результат');
  });
});
