import { beforeAll, describe, expect, test } from 'vitest';
import { Forbidden, NotFound } from '#app/access/refusals.ts';
import { addDays } from '#app/core/dates.ts';
import { makeConsented } from '#app/demo/factories/mentorships.ts';
import { makeDrawn, makePapers, versionOf } from '#app/demo/factories/papers.ts';
import { annulSupplement, recordSignatures } from '#app/features/contract-supplements/supplement.operations.server.ts';
import { draftOrder, submitAct } from '#app/features/local-acts/local-act.operations.server.ts';
import { approveAct } from '#app/features/local-acts/local-act-approval.operations.server.ts';
import { setContent, setWork } from '#app/features/mentorship-terms/terms.operations.server.ts';
import type { Id } from '#db/schema.ts';
import { testDatabase } from '#tests/support/database.ts';
import { actorWith, as, buildWorld, TODAY, type World } from '#tests/support/world.ts';
import { actsUpon, pairAt, type School, schoolOf, storedMentorship } from '../mentorships/pairs.ts';

const db = testDatabase();
let world: World;
let school: School;
let hrOfficer: Awaited<ReturnType<typeof actorWith>>;
let stranger: Awaited<ReturnType<typeof actorWith>>;

beforeAll(async () => {
  world = await buildWorld(db);
  school = await schoolOf(world, world.school);
  hrOfficer = await actorWith(world, 'hrOfficer', world.school);
  stranger = await actorWith(world, 'curator', world.sibling);
});

async function consented() {
  const pair = await pairAt(world, world.school);
  const { id } = await makeConsented(school.curator, pair);
  return { id, ...pair, of: { mentorshipId: id, personId: pair.mentorId } };
}

async function submitted(id: Id): Promise<{ actId: Id; hash: string }> {
  const draft = { unitId: world.school, mentorshipIds: [id], programmeDueOn: TODAY, control: 'head' as const };
  const { id: actId } = await draftOrder(school.curator, draft);
  await submitAct(school.curator, actId, { version: 1 });
  const act = db.selectFrom('localAct').select('documentHash').where('id', '=', actId);
  return { actId, hash: (await act.executeTakeFirstOrThrow()).documentHash };
}

async function refusalOfOrder(id: Id): Promise<unknown> {
  const { actId, hash } = await submitted(id);
  return approveAct(school.head, actId, { hash, registeredOn: TODAY }).then(
    () => 'approved',
    (error: { code?: string }) => error.code,
  );
}

const stateOf = async (id: Id) => (await storedMentorship(world, id)).state;

describe('the supplement', () => {
  const signatures = { employeeSignedOn: TODAY, employerSignedOn: TODAY };

  test('says content, term, form, size and conditions of pay, and the notice of three working days', async () => {
    const { id } = await consented();
    await makeDrawn(school.curator, id);
    const stored = db.selectFrom('contractSupplement').select('document').where('mentorshipId', '=', id);
    const text = JSON.stringify(await stored.executeTakeFirstOrThrow());
    for (const words of ['Работа с классом на уроке', '31 мая 2027', 'очно', '4 часа в месяц', '15 % оклада'])
      expect(text.replaceAll('\u00a0', ' ')).toContain(words);
    expect(text).toContain('не менее чем за три рабочих дня');
    expect(text).toContain('ДОПОЛНИТЕЛЬНОЕ СОГЛАШЕНИЕ');
  });

  test('is signed once, however often it is recorded', async () => {
    const { id } = await consented();
    const supplement = await makeDrawn(school.curator, id);
    const both = [school.curator, hrOfficer, school.curator, hrOfficer].map((who) =>
      recordSignatures(who, supplement, { ...signatures, version: 1 }),
    );
    const endings = await Promise.allSettled(both);
    expect(endings.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const acts = await actsUpon(world, supplement);
    expect(acts.filter((act) => act === 'recordSupplementSigned')).toHaveLength(1);
  });

  test.each([
    [{ employeeSignedOn: addDays(TODAY, 1), employerSignedOn: TODAY }, 'signed-in-future'],
    [{ employeeSignedOn: TODAY, employerSignedOn: addDays(TODAY, -1) }, 'signed-before-drawn'],
  ])('refuses %j: %s', async (typed, code) => {
    const { id } = await consented();
    const supplement = await makeDrawn(school.curator, id);
    await expect(recordSignatures(hrOfficer, supplement, { ...typed, version: 1 })).rejects.toMatchObject({ code });
  });

  test('is signed by the first day of the work: later the term is moved and another one drawn up', async () => {
    const { id, of } = await consented();
    const supplement = await makeDrawn(school.curator, id);
    const tomorrow = { ...hrOfficer, today: addDays(TODAY, 1), now: '2026-11-23T07:00:00.000Z' };
    const late = { employeeSignedOn: tomorrow.today, employerSignedOn: tomorrow.today };
    await expect(recordSignatures(tomorrow, supplement, { ...late, version: 1 })).rejects.toMatchObject({
      code: 'supplement-after-start',
    });
    const version = await versionOf(school.curator, of);
    await setWork({ ...school.curator, today: tomorrow.today, now: tomorrow.now }, of, {
      ...{ startedOn: tomorrow.today, endedOn: '2027-05-31', workForm: 'remote', volumeHours: 2, volumePer: 'week' },
      ...{ contractNumber: '17', contractOn: '2015-09-01', version },
    });
    await expect(recordSignatures(tomorrow, supplement, { ...late, version: 1 })).rejects.toMatchObject({
      code: 'supplement-outdated',
    });
    const again = await makeDrawn(school.curator, id);
    await recordSignatures(tomorrow, again, { ...late, version: 1 });
  });

  test('holds its terms: they change only after it is annulled, and never once it is in force', async () => {
    const { id, of } = await consented();
    await makePapers(school, id);
    const change = { content: 'Другое', version: 3 };
    await expect(setContent(school.curator, of, change)).rejects.toMatchObject({ code: 'terms-signed' });
    expect(await refusalOfOrder(id)).toBe('approved');
    const living = db.selectFrom('contractSupplement').select(['id', 'version']).where('mentorshipId', '=', id);
    const { id: supplement, version } = await living.executeTakeFirstOrThrow();
    const reason = { reason: 'Передумали', version };
    await expect(annulSupplement(hrOfficer, supplement, reason)).rejects.toMatchObject({
      code: 'supplement-in-force',
    });
  });

  test('races with the approval of the order: never active without it', async () => {
    for (let round = 0; round < 8; round += 1) {
      const { id } = await consented();
      await makePapers(school, id);
      const living = db.selectFrom('contractSupplement').select(['id', 'version']).where('mentorshipId', '=', id);
      const signed = await living.executeTakeFirstOrThrow();
      const { actId, hash } = await submitted(id);
      await Promise.allSettled([
        approveAct(school.head, actId, { hash, registeredOn: TODAY }),
        annulSupplement(hrOfficer, signed.id, { reason: 'Ошибка', version: signed.version }),
      ]);
      const { state } = await db
        .selectFrom('contractSupplement')
        .select('state')
        .where('id', '=', signed.id)
        .executeTakeFirstOrThrow();
      expect([await stateOf(id), state]).toEqual(state === 'signed' ? ['active', 'signed'] : ['consented', 'annulled']);
    }
  });

  test('is for those who keep papers there', async () => {
    const { id, mentorId, menteeId } = await consented();
    const supplement = await makeDrawn(school.curator, id);
    const input = { ...signatures, version: 1 };
    await expect(recordSignatures(school.head, supplement, input)).rejects.toThrow(Forbidden);
    await expect(recordSignatures(await as(world, mentorId), supplement, input)).rejects.toThrow(Forbidden);
    await expect(recordSignatures(await as(world, menteeId), supplement, input)).rejects.toThrow(NotFound);
    await expect(recordSignatures(stranger, supplement, input)).rejects.toThrow(NotFound);
  });
});
