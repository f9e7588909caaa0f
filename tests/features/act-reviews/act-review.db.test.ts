import { sql } from 'kysely';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { NotFound } from '#app/access/refusals.ts';
import type { Context } from '#app/core/context.server.ts';
import { addDays } from '#app/core/dates.ts';
import { newId } from '#app/core/ids.ts';
import { makeApproved, makeRegulation, makeSubmitted } from '#app/demo/factories/acts.ts';
import { makeUnit } from '#app/demo/factories/org-units.ts';
import { answerReview, recordOpinion, withdrawAct } from '#app/features/act-reviews/act-review.operations.server.ts';
import { editAct } from '#app/features/local-acts/act-draft.operations.server.ts';
import { submitAct } from '#app/features/local-acts/local-act.operations.server.ts';
import { approveAct } from '#app/features/local-acts/local-act-approval.operations.server.ts';
import type { Id } from '#db/schema.ts';
import { testDatabase } from '#tests/support/database.ts';
import { openSite } from '#tests/support/site.ts';
import { actorWith, as, buildWorld, hire, TODAY, type World } from '#tests/support/world.ts';

const db = testDatabase();
const site = openSite(db);
let world: World;
let school: Id;
let curator: Context & { personId: Id };
let head: Context & { personId: Id };
let colleague: Context & { personId: Id };
let id: Id;

beforeAll(async () => {
  world = await buildWorld(db);
});

// A school of its own for every test: a regulation in force is one an organisation.
beforeEach(async () => {
  school = (await makeUnit(world.system, { kind: 'school', parentId: world.municipality, name: 'Новая школа' })).id;
  curator = await actorWith(world, 'curator', school);
  head = await actorWith(world, 'head', school);
  const personId = await hire(world, school);
  const account = { id: newId(), personId, login: `${personId}@test.ru`, passwordHash: null };
  await db.insertInto('account').values(account).execute();
  colleague = { ...(await as(world, personId)), personId };
  id = (await makeRegulation(curator, school)).id;
});

const act = () => db.selectFrom('localAct').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
const lines = async () =>
  (await db.selectFrom('journalEntry').select('act').where('objectId', '=', id).orderBy('id').execute()).map(
    (line) => line.act,
  );

async function asked(reviewDueOn = addDays(TODAY, 3)): Promise<string> {
  const { version, documentHash } = await act();
  await submitAct(curator, id, { version, reviewerIds: [colleague.personId], reviewDueOn });
  return documentHash;
}

const approve = (hash: string, by = head) => approveAct(by, id, { hash, registeredOn: TODAY });

describe('asking colleagues', () => {
  test('the head waits for the answer, given once, about exactly this text', async () => {
    const hash = await asked();
    await expect(approve(hash)).rejects.toMatchObject({ code: 'review-waiting' });
    const answer = { hash, answer: 'agreed', comment: '' } as const;
    await expect(answerReview(colleague, id, { ...answer, hash: '0'.repeat(64) })).rejects.toMatchObject({
      code: 'review-text-changed',
    });
    await answerReview(colleague, id, answer);
    await expect(answerReview(colleague, id, answer)).rejects.toMatchObject({ code: 'answered-already' });
    await approve(hash);
    expect(await lines()).toEqual(['draftAct', 'submitAct', 'answerReview', 'approveAct']);
  });

  test('a remark needs words; the head reads it and decides himself', async () => {
    const hash = await asked();
    const answer = { hash, answer: 'commented', comment: '' } as const;
    await expect(answerReview(colleague, id, answer)).rejects.toMatchObject({ code: 'comment-missing' });
    await answerReview(colleague, id, { ...answer, comment: 'Поправьте пункт 5' });
    const page = await (await site.get(`/acts/${id}/approve`, { as: head.personId })).text();
    expect(page).toContain('Поправьте пункт 5');
    await expect(approve(hash)).resolves.toBeDefined();
  });

  test('after the term the head decides without the answer', async () => {
    const hash = await asked();
    const later = { ...head, today: addDays(TODAY, 4) };
    await expect(approve(hash, later)).resolves.toBeDefined();
  });

  test('whoever was not asked finds nothing to answer; the asked reads and answers on his page', async () => {
    const hash = await asked();
    const stranger = await actorWith(world, 'mentor', school);
    await expect(answerReview(stranger, id, { hash, answer: 'agreed', comment: '' })).rejects.toThrow(NotFound);
    expect((await site.get(`/acts/${id}/review`, { as: stranger.personId })).status).toBe(404);
    const page = await (await site.get(`/acts/${id}/review`, { as: colleague.personId })).text();
    expect(page).toContain(hash);
    expect(await (await site.get('/', { as: colleague.personId })).text()).toContain('Посмотреть текст');
    const sent = await site.post(
      `/acts/${id}/review`,
      { hash, answer: 'agreed', comment: '' },
      { as: colleague.personId },
    );
    expect(sent.status).toBe(303);
  });

  test('an answer in the database never changes', async () => {
    const hash = await asked();
    await answerReview(colleague, id, { hash, answer: 'agreed', comment: '' });
    await expect(
      sql`update act_review set answer = 'commented', comment = 'x' where act_id = ${id}`.execute(db),
    ).rejects.toThrow(/never changes/);
  });
});

describe('who is asked no more', () => {
  const read = async () => (await site.get(`/acts/${id}/review`, { as: colleague.personId })).status;

  test('whoever has left the organisation reads and answers nothing; a role there is enough', async () => {
    const hash = await asked();
    expect(await read()).toBe(200);
    const work = db.updateTable('employment').where('personId', '=', colleague.personId);
    await work.set({ endedOn: addDays(TODAY, -1) }).execute();
    expect(await read()).toBe(404);
    expect((await site.get(`/acts/${id}`, { as: colleague.personId })).status).toBe(404);
    const answer = { hash, answer: 'agreed', comment: '' } as const;
    await expect(answerReview(colleague, id, answer)).rejects.toThrow(NotFound);
    const role = { id: newId(), personId: colleague.personId, unitId: school, startedOn: TODAY, role: 'hrOfficer' };
    await db.insertInto('roleGrant').values(role).execute();
    expect(await read()).toBe(200);
  });

  test('whoever is not named when the same text is submitted again; an answer given stays', async () => {
    const hash = await asked();
    await withdrawAct(curator, id);
    await submitAct(curator, id, { version: (await act()).version });
    expect((await act()).documentHash).toBe(hash);
    expect(await read()).toBe(404);
    await withdrawAct(curator, id);
    await asked();
    await answerReview(colleague, id, { hash, answer: 'agreed', comment: '' });
    await withdrawAct(curator, id);
    await submitAct(curator, id, { version: (await act()).version });
    const kept = await db.selectFrom('actReview').select(['personId', 'answer']).where('actId', '=', id).execute();
    expect(kept).toContainEqual({ personId: colleague.personId, answer: 'agreed' });
  });
});

describe('taking a text back', () => {
  test('its author does; then it is edited, and the changed text is asked about anew', async () => {
    const hash = await asked();
    await answerReview(colleague, id, { hash, answer: 'agreed', comment: '' });
    await withdrawAct(curator, id);
    const { version, state } = await act();
    expect(state).toBe('draft');
    await editAct(curator, id, { values: { site: 'new.example.ru' }, version });
    const changed = await asked();
    expect(changed).not.toBe(hash);
    await expect(approve(changed)).rejects.toMatchObject({ code: 'review-waiting' });
  });

  test('nobody else does, and not after the decision', async () => {
    const hash = await makeSubmitted(curator, id);
    const other = await actorWith(world, 'curator', school);
    await expect(withdrawAct(other, id)).rejects.toMatchObject({ code: 'not-author' });
    await expect(withdrawAct(await actorWith(world, 'curator', world.sibling), id)).rejects.toThrow(NotFound);
    await approve(hash);
    await expect(withdrawAct(curator, id)).rejects.toMatchObject({ code: 'not-under-review' });
  });
});

describe('council and union', () => {
  test('without the union’s opinion the regulation is not approved; one recorded about this text is enough', async () => {
    id = (await makeRegulation(curator, school, { unionOpinion: '' })).id;
    const hash = await makeSubmitted(curator, id);
    await expect(approve(hash)).rejects.toMatchObject({ code: 'union-missing' });
    const opinion = { hash, outcome: 'objected', number: '4', heldOn: '2026-11-20', note: '' };
    await expect(recordOpinion(curator, id, 'union', opinion)).rejects.toMatchObject({
      code: 'objection-without-reasons',
    });
    await recordOpinion(curator, id, 'union', { ...opinion, note: 'Не учтена нагрузка' });
    await expect(recordOpinion(curator, id, 'union', { ...opinion, note: 'ещё' })).rejects.toMatchObject({
      code: 'act-opinion-recorded-already',
    });
    await expect(approve(hash)).resolves.toBeDefined();
  });

  test('where there is no union that is said, without number and day', async () => {
    id = (await makeRegulation(curator, school, { unionOpinion: '' })).id;
    const hash = await makeSubmitted(curator, id);
    await recordOpinion(curator, id, 'union', { hash, outcome: 'absent', number: null, heldOn: null, note: '' });
    await expect(approve(hash)).resolves.toBeDefined();
    expect(await lines()).toContain('recordOpinion');
  });

  test('an opinion about an earlier text is none about the new one', async () => {
    id = (await makeRegulation(curator, school, { unionOpinion: '' })).id;
    const { documentHash: hash, version } = await act();
    await recordOpinion(curator, id, 'union', { hash, outcome: 'absent', number: null, heldOn: null, note: '' });
    await editAct(curator, id, { values: { site: 'other.example.ru' }, version });
    await expect(makeApproved({ curator, head }, id)).rejects.toMatchObject({ code: 'union-missing' });
  });
});
