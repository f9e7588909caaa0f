import { beforeAll, describe, expect, test } from 'vitest';
import { Forbidden, NotFound } from '#app/access/refusals.ts';
import { StaleWrite } from '#app/core/errors.ts';
import { makeConsented, makeProposal } from '#app/demo/factories/mentorships.ts';
import { draftOrder } from '#app/features/local-acts/local-act.operations.server.ts';
import {
  answerConsent,
  closeMentorship,
  recordPaperConsent,
  withdrawMentorship,
} from '#app/features/mentorships/mentorship.operations.server.ts';
import type { Id } from '#db/schema.ts';
import { testDatabase } from '#tests/support/database.ts';
import { actorWith, as, buildWorld, grant, hireYoung, TODAY, type World } from '#tests/support/world.ts';
import { actsUpon, newsTo, order, pairAt, type School, schoolOf, storedMentorship } from './pairs.ts';

const db = testDatabase();
let world: World;
let school: School;
let other: School;

beforeAll(async () => {
  world = await buildWorld(db);
  school = await schoolOf(world, world.school);
  other = await schoolOf(world, world.sibling);
});

async function proposed() {
  const pair = await pairAt(world, world.school);
  return { ...pair, ...(await makeProposal(school.curator, pair)) };
}

async function active(startedOn = TODAY) {
  const pair = await pairAt(world, world.school);
  const { id } = await makeConsented(school.curator, pair, { startedOn });
  await order(world, school, world.school, [id], TODAY);
  return { ...pair, id };
}

const stateOf = async (id: Id) => (await storedMentorship(world, id)).state;

const rolesOf = (personId: Id) =>
  db
    .selectFrom('roleGrant')
    .select(['role', 'unitId', 'startedOn', 'endedOn', 'grantedBy'])
    .where('personId', '=', personId)
    .orderBy('startedOn')
    .execute();

describe('consents', () => {
  test('both sides agree on their own pages and the proposer is told', async () => {
    const { id, mentorId, menteeId } = await proposed();
    await answerConsent(await as(world, menteeId), id, { answer: 'given' });
    expect(await stateOf(id)).toBe('proposed');
    await answerConsent(await as(world, mentorId), id, { answer: 'given' });
    expect(await stateOf(id)).toBe('consented');
    const answers = await db.selectFrom('consent').selectAll().where('mentorshipId', '=', id).execute();
    expect(answers.map(({ manner, answeredOn }) => [manner, answeredOn])).toEqual([
      ['electronic', TODAY],
      ['electronic', TODAY],
    ]);
    expect(await actsUpon(world, id)).toEqual(['proposeMentorship', 'answerConsent', 'answerConsent']);
    expect(await newsTo(world, school.curator.personId)).toContain('mentorship-consented');
  });

  test('one refusal ends the proposal; neither the journal nor the other side learns of it', async () => {
    const { id, mentorId, menteeId } = await proposed();
    await answerConsent(await as(world, mentorId), id, { answer: 'declined' });
    expect(await stateOf(id)).toBe('declined');
    const lines = await db.selectFrom('journalEntry').selectAll().where('objectId', '=', id).execute();
    expect(JSON.stringify(lines)).not.toContain('declined');
    expect(await newsTo(world, menteeId)).not.toContain('mentorship-declined');
    expect(await newsTo(world, school.curator.personId)).toContain('mentorship-declined');
    await expect(answerConsent(await as(world, menteeId), id, { answer: 'given' })).rejects.toMatchObject({
      code: 'not-awaiting-consent',
    });
  });

  test('nobody answers twice, for the other side, or about somebody else’s pair', async () => {
    const { id, menteeId } = await proposed();
    await answerConsent(await as(world, menteeId), id, { answer: 'given' });
    await expect(answerConsent(await as(world, menteeId), id, { answer: 'declined' })).rejects.toMatchObject({
      code: 'consent-already-answered',
    });
    await expect(answerConsent(school.curator, id, { answer: 'given' })).rejects.toThrow(Forbidden);
    await expect(answerConsent(school.head, id, { answer: 'given' })).rejects.toThrow(Forbidden);
    const strangers = [
      await actorWith(world, 'mentor', world.school),
      await actorWith(world, 'curator', world.sibling),
      await actorWith(world, 'ministryOfficer', world.region),
      await actorWith(world, 'administrator', world.federation),
    ];
    for (const stranger of strangers) {
      await expect(answerConsent(stranger, id, { answer: 'given' })).rejects.toThrow(NotFound);
    }
    expect(await stateOf(id)).toBe('proposed');
  });

  test('paper answers are recorded by the curator with the paper’s date', async () => {
    const { id, mentorId, menteeId } = await proposed();
    const paper = { personId: mentorId, answer: 'given', answeredOn: '2026-11-20' } as const;
    await recordPaperConsent(school.curator, id, paper);
    const [kept] = await db.selectFrom('consent').selectAll().where('mentorshipId', '=', id).execute();
    expect(kept).toMatchObject({ manner: 'paper', answeredOn: '2026-11-20', recordedBy: school.curator.personId });
    await expect(
      recordPaperConsent(school.curator, id, { ...paper, personId: menteeId, answeredOn: '2026-11-23' }),
    ).rejects.toMatchObject({ code: 'answered-in-future', field: 'answeredOn' });
    await expect(
      recordPaperConsent(school.curator, id, { ...paper, personId: menteeId, answeredOn: '2026-09-22' }),
    ).rejects.toMatchObject({ code: 'answered-too-early', field: 'answeredOn' });
    const oldest = { ...paper, personId: menteeId, answeredOn: '2026-09-23' };
    await expect(recordPaperConsent(school.head, id, oldest)).rejects.toThrow(Forbidden);
    await expect(recordPaperConsent(other.curator, id, oldest)).rejects.toThrow(NotFound);
    await expect(recordPaperConsent(await as(world, menteeId), id, oldest)).rejects.toThrow(NotFound);
    await expect(
      recordPaperConsent(school.curator, id, { ...oldest, personId: await hireYoung(world, world.school) }),
    ).rejects.toThrow(NotFound);
    await recordPaperConsent(school.curator, id, oldest);
    expect(await stateOf(id)).toBe('consented');
  });

  test('both answers at once are both kept and complete the consents', async () => {
    for (let round = 0; round < 25; round += 1) {
      const { id, mentorId, menteeId } = await proposed();
      const sides = [await as(world, mentorId), await as(world, menteeId)];
      await Promise.all(sides.map((side) => answerConsent(side, id, { answer: 'given' })));
      expect(await stateOf(id)).toBe('consented');
    }
  });
});

describe('the order', () => {
  test('makes the mentorship active, opens both roles for its term and tells both', async () => {
    const { id, mentorId, menteeId } = await active();
    const kept = await storedMentorship(world, id);
    expect(kept).toMatchObject({ state: 'active', finishedOn: null });
    expect(kept.activatedAt).not.toBeNull();
    const term = { unitId: world.school, startedOn: TODAY, endedOn: '2027-05-31', grantedBy: school.head.personId };
    expect(await rolesOf(mentorId)).toEqual([{ role: 'mentor', ...term }]);
    expect(await rolesOf(menteeId)).toEqual([{ role: 'mentee', ...term }]);
    expect(await newsTo(world, mentorId)).toEqual([
      'mentorship-proposed',
      'programme-approved',
      'mentorship-active',
      'act-to-read',
    ]);
    expect(await actsUpon(world, id)).toContain('activateMentorship');
    const dirty = await db.selectFrom('monitoringDirty').selectAll().where('unitId', '=', world.school).execute();
    expect(dirty.length).toBeGreaterThan(0);
  });

  test('does not open a role that is held already, and carries a shorter one on', async () => {
    const { mentorId, menteeId } = await pairAt(world, world.school);
    await grant(world, mentorId, 'mentor', world.school);
    const { id } = await makeConsented(school.curator, { mentorId, menteeId }, { endedOn: '2026-12-31' });
    await order(world, school, world.school, [id], TODAY);
    expect(await rolesOf(mentorId)).toHaveLength(1);
    const secondMentor = (await pairAt(world, world.school)).mentorId;
    const next = await makeConsented(school.curator, { mentorId: secondMentor, menteeId });
    await order(world, school, world.school, [next.id], TODAY);
    expect((await rolesOf(menteeId)).map(({ startedOn, endedOn }) => [startedOn, endedOn])).toEqual([
      [TODAY, '2026-12-31'],
      ['2027-01-01', '2027-05-31'],
    ]);
  });

  test('is refused when a consent is later than its date', async () => {
    const { id } = await makeConsented(school.curator, await pairAt(world, world.school));
    await expect(order(world, school, world.school, [id], '2026-11-21')).rejects.toMatchObject({
      code: 'consent-after-order',
    });
    expect(await stateOf(id)).toBe('consented');
    const paired = await makeConsented(school.curator, await pairAt(world, world.school), { answeredDaysAgo: 1 });
    await order(world, school, world.school, [paired.id], TODAY);
    expect(await stateOf(paired.id)).toBe('active');
  });

  test('is refused without both consents and beyond a limit lowered meanwhile', async () => {
    const waiting = await proposed();
    const draft = {
      unitId: world.school,
      mentorshipIds: [waiting.id],
      programmeDueOn: TODAY,
      control: 'head' as const,
    };
    await expect(draftOrder(school.curator, draft)).rejects.toMatchObject({ code: 'not-consented' });
    const pair = await pairAt(world, world.school);
    const one = await makeConsented(school.curator, pair);
    const menteeId = await hireYoung(world, world.school);
    const two = await makeConsented(school.curator, { mentorId: pair.mentorId, menteeId });
    const limited = db.updateTable('mentorProfile').set({ loadLimitPeople: 1 });
    await limited.where('personId', '=', pair.mentorId).execute();
    await order(world, school, world.school, [one.id], TODAY);
    await expect(order(world, school, world.school, [two.id], TODAY)).rejects.toMatchObject({ code: 'no-capacity' });
    expect([await stateOf(one.id), await stateOf(two.id)]).toEqual(['active', 'consented']);
    expect((await rolesOf(menteeId)).length).toBe(0);
  });
});

describe('withdrawing', () => {
  test('takes a proposal back and tells both; not what stands in an order or is in force', async () => {
    const { id, mentorId, menteeId } = await proposed();
    await withdrawMentorship(school.curator, id, { version: 1 });
    expect(await stateOf(id)).toBe('withdrawn');
    expect(await newsTo(world, mentorId)).toEqual(['mentorship-proposed', 'mentorship-withdrawn']);
    expect(await newsTo(world, menteeId)).toEqual(['mentorship-proposed', 'mentorship-withdrawn']);
    expect(await actsUpon(world, id)).toEqual(['proposeMentorship', 'withdrawMentorship']);
    const made = await makeConsented(school.curator, await pairAt(world, world.school));
    const draft = { unitId: world.school, mentorshipIds: [made.id], programmeDueOn: TODAY, control: 'head' as const };
    await draftOrder(school.curator, draft);
    const { version } = await storedMentorship(world, made.id);
    await expect(withdrawMentorship(school.curator, made.id, { version })).rejects.toMatchObject({
      code: 'named-in-order',
    });
    const living = await active();
    const { version: living2 } = await storedMentorship(world, living.id);
    await expect(withdrawMentorship(school.curator, living.id, { version: living2 })).rejects.toMatchObject({
      code: 'not-withdrawable',
    });
  });

  test('is not for others, nor on an old page', async () => {
    const { id, mentorId } = await proposed();
    await expect(withdrawMentorship(school.head, id, { version: 1 })).rejects.toThrow(Forbidden);
    await expect(withdrawMentorship(other.curator, id, { version: 1 })).rejects.toThrow(NotFound);
    await answerConsent(await as(world, mentorId), id, { answer: 'given' });
    await expect(withdrawMentorship(school.curator, id, { version: 7 })).rejects.toThrow(StaleWrite);
    expect(await stateOf(id)).toBe('proposed');
  });

  test('races with the last consent: the mentorship ends in one of the two states, never in a third', async () => {
    for (let round = 0; round < 20; round += 1) {
      const { id, mentorId, menteeId } = await proposed();
      await answerConsent(await as(world, mentorId), id, { answer: 'given' });
      const { version } = await storedMentorship(world, id);
      const mentee = await as(world, menteeId);
      await Promise.allSettled([
        answerConsent(mentee, id, { answer: 'given' }),
        withdrawMentorship(school.curator, id, { version }),
      ]);
      const answers = await db.selectFrom('consent').select('id').where('mentorshipId', '=', id).execute();
      const state = await stateOf(id);
      expect(['consented', 'withdrawn']).toContain(state);
      expect(answers).toHaveLength(state === 'consented' ? 2 : 1);
    }
  });
});

describe('closing', () => {
  test('ends the mentorship, its members and the roles it opened on the last day', async () => {
    const { id, mentorId, menteeId } = await active('2026-10-15');
    const { version } = await storedMentorship(world, id);
    await closeMentorship(school.curator, id, { finishedOn: TODAY, version });
    expect(await storedMentorship(world, id)).toMatchObject({ state: 'closed', finishedOn: TODAY });
    const sides = await db.selectFrom('mentorshipMember').select('endedOn').where('mentorshipId', '=', id).execute();
    expect(sides.map(({ endedOn }) => endedOn)).toEqual([TODAY, TODAY]);
    for (const personId of [mentorId, menteeId]) {
      expect((await rolesOf(personId)).map(({ endedOn }) => endedOn)).toEqual([TODAY]);
      expect(await newsTo(world, personId)).toContain('mentorship-closed');
    }
    expect(await actsUpon(world, id)).toContain('closeMentorship');
  });

  test('keeps a role that another mentorship still needs', async () => {
    const first = await active();
    const menteeId = await hireYoung(world, world.school);
    const second = await makeConsented(school.curator, { mentorId: first.mentorId, menteeId });
    await order(world, school, world.school, [second.id], TODAY);
    const { version } = await storedMentorship(world, first.id);
    await closeMentorship(school.curator, first.id, { finishedOn: TODAY, version });
    expect((await rolesOf(first.mentorId)).map(({ endedOn }) => endedOn)).toEqual(['2027-05-31']);
  });

  test.each([
    ['2026-11-23', 'finish-in-future'],
    ['2026-10-14', 'finish-before-start'],
  ])('refuses %s: %s', async (finishedOn, code) => {
    const { id } = await active('2026-10-15');
    const { version } = await storedMentorship(world, id);
    await expect(closeMentorship(school.curator, id, { finishedOn, version })).rejects.toMatchObject({
      code,
      field: 'finishedOn',
    });
    expect(await stateOf(id)).toBe('active');
  });

  test('is for the curator of the organisation only, once, on a fresh page', async () => {
    const { id, mentorId } = await active();
    const { version } = await storedMentorship(world, id);
    const end = { finishedOn: TODAY, version };
    await expect(closeMentorship(school.head, id, end)).rejects.toThrow(Forbidden);
    await expect(closeMentorship(await as(world, mentorId), id, end)).rejects.toThrow(Forbidden);
    await expect(closeMentorship(other.curator, id, end)).rejects.toThrow(NotFound);
    await expect(closeMentorship(school.curator, id, { ...end, version: version - 1 })).rejects.toThrow(StaleWrite);
    const results = await Promise.allSettled([1, 2].map(() => closeMentorship(school.curator, id, end)));
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect((await actsUpon(world, id)).filter((act) => act === 'closeMentorship')).toHaveLength(1);
  });
});
