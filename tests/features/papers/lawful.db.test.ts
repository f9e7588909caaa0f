import { beforeAll, describe, expect, test } from 'vitest';
import { Forbidden, NotFound } from '#app/access/refusals.ts';
import { addDays } from '#app/core/dates.ts';
import { StaleWrite } from '#app/core/errors.ts';
import { makeBareProposal, makeConsented, makeProposal } from '#app/demo/factories/mentorships.ts';
import { makeDrawn, makePapers, makeSupplement, makeTerms, makeUnpaid, versionOf } from '#app/demo/factories/papers.ts';
import { makeApproved, makeCompleteDraft } from '#app/demo/factories/programmes.ts';
import {
  annulSupplement,
  drawSupplement,
  recordSignatures,
} from '#app/features/contract-supplements/supplement.operations.server.ts';
import { draftOrder, submitAct } from '#app/features/local-acts/local-act.operations.server.ts';
import { approveAct } from '#app/features/local-acts/local-act-approval.operations.server.ts';
import { groundZeroPay, setContent, setPay, setWork } from '#app/features/mentorship-terms/terms.operations.server.ts';
import { answerConsent, recordPaperConsent } from '#app/features/mentorships/mentorship.operations.server.ts';
import { approveOrder } from '#app/features/papers/order-approval.operations.server.ts';
import { findOrderReadiness } from '#app/features/papers/order-approval.queries.server.ts';
import type { Id } from '#db/schema.ts';
import { testDatabase } from '#tests/support/database.ts';
import { actorWith, as, buildWorld, hire, TODAY, type World } from '#tests/support/world.ts';
import { actsUpon, newsTo, pairAt, type School, schoolOf, storedMentorship } from '../mentorships/pairs.ts';

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

describe('an order waits for every paper and names the missing one (M-04)', () => {
  test('the contract supplement', async () => {
    const { id } = await consented();
    await makeApproved(school.curator, id, school.head);
    expect(await refusalOfOrder(id)).toBe('supplement-missing');
    expect(await stateOf(id)).toBe('consented');
  });

  test('its signatures', async () => {
    const { id } = await consented();
    await makeApproved(school.curator, id, school.head);
    await makeDrawn(school.curator, id);
    expect(await refusalOfOrder(id)).toBe('supplement-unsigned');
  });

  test('a supplement by the terms as they are now', async () => {
    const { id, of } = await consented();
    await makeApproved(school.curator, id, school.head);
    await makeDrawn(school.curator, id);
    await setContent(school.curator, of, { content: 'Другая работа', version: 3 });
    expect(await refusalOfOrder(id)).toBe('supplement-outdated');
  });

  test('the head’s ground of zero pay', async () => {
    const { id } = await consented();
    await makeApproved(school.curator, id, school.head);
    await makeUnpaid(school.curator, id);
    expect(await refusalOfOrder(id)).toBe('zero-pay-needs-ground');
  });

  test('the programme, and its approval', async () => {
    const { id } = await consented();
    await makeSupplement(school.curator, id);
    expect(await refusalOfOrder(id)).toBe('programme-missing');
    const other = await consented();
    await makeSupplement(school.curator, other.id);
    await makeCompleteDraft(school.curator, other.id);
    expect(await refusalOfOrder(other.id)).toBe('programme-not-approved');
  });

  test('the reference to the job description where that is the basis, and no supplement then', async () => {
    const pair = await pairAt(world, world.school);
    const { id } = await makeBareProposal(school.curator, pair, { legalBasis: 'job_function' });
    for (const personId of [pair.mentorId, pair.menteeId])
      await recordPaperConsent(school.curator, id, { personId, answer: 'given', answeredOn: TODAY });
    await makeApproved(school.curator, id, school.head);
    expect(await refusalOfOrder(id)).toBe('job-description-missing');
    const living = db.selectFrom('localActMentorship').select('actId').where('mentorshipId', '=', id);
    await db.updateTable('localAct').set({ state: 'cancelled' }).where('id', 'in', living).execute();
    await makeTerms(school.curator, id);
    expect(await refusalOfOrder(id)).toBe('approved');
    expect(await stateOf(id)).toBe('active');
  });

  test('with everything there it makes the mentorship active', async () => {
    const { id } = await consented();
    await makePapers(school, id);
    expect(await refusalOfOrder(id)).toBe('approved');
    expect(await stateOf(id)).toBe('active');
  });
});

describe('the head’s one sitting', () => {
  test('approves the programmes that were read and the order together', async () => {
    const { id } = await consented();
    await makeSupplement(school.curator, id);
    const { version } = await makeCompleteDraft(school.curator, id);
    const { actId, hash } = await submitted(id);
    const ready = await findOrderReadiness(school.head, actId);
    expect(ready.lacking).toEqual([]);
    expect(ready.programmes.map(({ mentorshipId }) => mentorshipId)).toEqual([id]);
    const programmes = [{ mentorshipId: id, version }];
    await approveOrder(school.head, actId, { hash, registeredOn: TODAY, programmes });
    expect(await stateOf(id)).toBe('active');
    expect(await actsUpon(world, actId)).toEqual(['draftOrder', 'submitAct', 'approveAct']);
  });

  test('leaves nothing half done when something is missing', async () => {
    const { id } = await consented();
    const { version } = await makeCompleteDraft(school.curator, id);
    const { actId, hash } = await submitted(id);
    expect((await findOrderReadiness(school.head, actId)).lacking).toMatchObject([{ rule: 'supplement-missing' }]);
    const programmes = [{ mentorshipId: id, version }];
    await expect(approveOrder(school.head, actId, { hash, registeredOn: TODAY, programmes })).rejects.toMatchObject({
      code: 'supplement-missing',
    });
    const programme = db.selectFrom('programme').select('state').where('mentorshipId', '=', id);
    expect((await programme.executeTakeFirstOrThrow()).state).toBe('draft');
  });

  test('refuses a programme that was changed after it was read', async () => {
    const { id } = await consented();
    await makeSupplement(school.curator, id);
    const { version } = await makeCompleteDraft(school.curator, id);
    const { actId, hash } = await submitted(id);
    const programmes = [{ mentorshipId: id, version: version - 1 }];
    const approval = { hash, registeredOn: TODAY, programmes };
    await expect(approveOrder(school.head, actId, approval)).rejects.toThrow(StaleWrite);
  });

  test('an order whose text says other work than the terms is composed anew', async () => {
    const { id, of } = await consented();
    await makePapers(school, id);
    const { actId, hash } = await submitted(id);
    const supplement = db.selectFrom('contractSupplement').select(['id', 'version']).where('mentorshipId', '=', id);
    const signed = await supplement.executeTakeFirstOrThrow();
    await annulSupplement(hrOfficer, signed.id, { reason: 'Ошибка в содержании', version: signed.version });
    await setContent(school.curator, of, { content: 'Другая работа', version: 3 });
    await makeSupplement(school.curator, id);
    await expect(approveAct(school.head, actId, { hash, registeredOn: TODAY })).rejects.toMatchObject({
      code: 'text-outdated',
    });
  });
});

describe('terms', () => {
  test('the mentor agrees only to terms that are told, and to those on the page', async () => {
    const pair = await pairAt(world, world.school);
    const { id } = await makeBareProposal(school.curator, pair);
    const mentor = await as(world, pair.mentorId);
    await expect(answerConsent(mentor, id, { answer: 'given' })).rejects.toMatchObject({ code: 'terms-not-ready' });
    await makeTerms(school.curator, id);
    const late = answerConsent(mentor, id, { answer: 'given', termsVersion: 2 });
    await expect(late).rejects.toMatchObject({ code: 'terms-changed' });
    await answerConsent(mentor, id, { answer: 'given', termsVersion: 3 });
  });

  test('declining needs no terms', async () => {
    const pair = await pairAt(world, world.school);
    const { id } = await makeBareProposal(school.curator, pair);
    await answerConsent(await as(world, pair.mentorId), id, { answer: 'declined' });
    expect(await stateOf(id)).toBe('declined');
  });

  test('a change after the consent is told to the mentor; a stale one is refused with what stands there', async () => {
    const { mentorId, of } = await consented();
    await setContent(school.curator, of, { content: 'Новое', version: 3 });
    expect(await newsTo(world, mentorId)).toContain('terms-changed');
    const stale = setContent(school.curator, of, { content: 'Старое', version: 3 });
    await expect(stale).rejects.toMatchObject({ theirs: { content: 'Новое', version: '4' } });
  });

  test('zero pay waits for the head’s words, and other pay takes them back', async () => {
    const { id, of } = await consented();
    await makeUnpaid(school.curator, id);
    expect(await newsTo(world, school.head.personId)).toContain('zero-pay-to-decide');
    await expect(drawSupplement(school.curator, of, { version: 4 })).rejects.toMatchObject({
      code: 'zero-pay-needs-ground',
    });
    const ground = { zeroPayGround: 'Просьба работника от 20.11.2026', version: 4 };
    await expect(groundZeroPay(school.curator, of, ground)).rejects.toThrow(Forbidden);
    await groundZeroPay(school.head, of, ground);
    await drawSupplement(school.curator, of, { version: 5 });
    const stored = db.selectFrom('contractSupplement').select('document').where('mentorshipId', '=', id);
    expect(JSON.stringify(await stored.execute())).toContain('Просьба работника от 20.11.2026');
    const pay = { payKind: 'fixed', payKopecks: 345_050, payPercentHundredths: null } as const;
    const whole = { ...pay, payPeriod: 'monthly', payGround: 'приказ № 112' } as const;
    await setPay(school.curator, of, { ...whole, version: 5 });
    const terms = db.selectFrom('mentorshipTerms').select('zeroPayGround').where('mentorshipId', '=', id);
    expect(await terms.execute()).toEqual([{ zeroPayGround: null }]);
  });

  test('a mentor under eighteen is not paid', async () => {
    const { of, mentorId } = await consented();
    await db.updateTable('person').set({ birthOn: '2009-01-10' }).where('id', '=', mentorId).execute();
    const pay = { payKind: 'percent', payKopecks: null, payPercentHundredths: 1000 } as const;
    const refused = setPay(school.curator, of, { ...pay, payPeriod: 'once', payGround: 'приказ', version: 3 });
    await expect(refused).rejects.toMatchObject({ code: 'no-pay-for-minor', field: 'payKind' });
  });

  test('nobody but the curator of the organisation writes them', async () => {
    const { of, mentorId, menteeId } = await consented();
    const input = { content: 'Чужое', version: 3 };
    await expect(setContent(school.head, of, input)).rejects.toThrow(Forbidden);
    await expect(setContent(hrOfficer, of, input)).rejects.toThrow(Forbidden);
    for (const person of [stranger, await as(world, mentorId), await as(world, menteeId)])
      await expect(setContent(person, of, input)).rejects.toThrow(NotFound);
    const notMentor = { ...of, personId: await hire(world, world.school) };
    await expect(setContent(school.curator, notMentor, input)).rejects.toThrow(NotFound);
  });

  test('the same pay is not written twice by two people at once', async () => {
    const { of } = await consented();
    const writes = [1, 2, 3, 4].map((one) => setContent(school.curator, of, { content: `Вариант ${one}`, version: 3 }));
    const endings = await Promise.allSettled(writes);
    expect(endings.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });
});

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

test('work under the labour basis begins no sooner than its supplement is signed, even without an order', async () => {
  const pair = await pairAt(world, world.school);
  const { id } = await makeProposal(school.curator, pair, { kindCode: 'situational' });
  for (const personId of [pair.mentorId, pair.menteeId])
    await recordPaperConsent(school.curator, id, { personId, answer: 'given', answeredOn: TODAY });
  expect(await stateOf(id)).toBe('consented');
  await makeSupplement(school.curator, id, hrOfficer);
  expect(await stateOf(id)).toBe('active');
});
