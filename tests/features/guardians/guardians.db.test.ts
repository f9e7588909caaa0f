import { beforeAll, describe, expect, test } from 'vitest';
import { NotFound } from '#app/access/refusals.ts';
import { personOf } from '#app/core/context.server.ts';
import { StaleWrite } from '#app/core/errors.ts';
import { makeBareProposal, makeConsented } from '#app/demo/factories/mentorships.ts';
import { recordDestruction } from '#app/features/erasures/erasure.operations.server.ts';
import { addGuardian, editGuardian } from '#app/features/guardians/guardian.operations.server.ts';
import { ruleAgainstGuardianConsent, ruleAgainstGuardianWithdrawal } from '#app/features/guardians/guardian.ts';
import {
  recordGuardianConsent,
  withdrawGuardianConsent,
} from '#app/features/guardians/guardian-consent.operations.server.ts';
import { listTasks } from '#app/features/home/home.queries.server.ts';
import { takeIn } from '#app/features/memberships/membership.operations.server.ts';
import { answerChange } from '#app/features/memberships/membership-answer.operations.server.ts';
import { carryOutChange } from '#app/features/memberships/membership-done.operations.server.ts';
import { recordPaperConsent } from '#app/features/mentorships/mentorship.operations.server.ts';
import { listLacks } from '#app/features/mentorships/mentorship-lacks.server.ts';
import { recordWithdrawalPaper } from '#app/features/personal-consents/consent-withdrawal.operations.server.ts';
import { recordConsentPaper } from '#app/features/personal-consents/personal-consent.operations.server.ts';
import { paths } from '#app/paths.ts';
import type { Id } from '#db/schema.ts';
import { newsTo, order, type School, schoolOf, storedMentorship } from '#tests/features/mentorships/pairs.ts';
import { testDatabase } from '#tests/support/database.ts';
import { openSite, type Site } from '#tests/support/site.ts';
import { actorWith, as, buildWorld, hire, hireYoung, TODAY, type World } from '#tests/support/world.ts';

const db = testDatabase();
const PERIOD = { startedOn: TODAY, endedOn: '2027-05-31' };
const FACTS = { fullName: 'Мамина Ольга Петровна', rightDocument: 'Свидетельство о рождении', contact: '+79991112233' };
let world: World;
let site: Site;
let school: School;
let strangers: Awaited<ReturnType<typeof actorWith>>[];

beforeAll(async () => {
  world = await buildWorld(db);
  site = openSite(db);
  school = await schoolOf(world, world.school);
  strangers = [await actorWith(world, 'curator', world.sibling), await actorWith(world, 'mentor', world.school)];
});

async function minorPair(kindCode = 'one_to_one') {
  const minorId = await hireYoung(world, world.school, { birthOn: '2010-05-05' });
  const mentorId = await hire(world, world.school);
  const pair = { menteeId: minorId, mentorId };
  const { id } = await makeBareProposal(school.curator, pair, { ...PERIOD, legalBasis: 'volunteer', kindCode });
  const guardianId = (await addGuardian(school.curator, minorId, FACTS)).id;
  return { id, minorId, mentorId, guardianId };
}

async function consentBoth({ id, minorId, mentorId }: { id: Id; minorId: Id; mentorId: Id }) {
  for (const personId of [mentorId, minorId])
    await recordPaperConsent(school.curator, id, { personId, answer: 'given', answeredOn: TODAY });
}

const given = (pair: { id: Id; minorId: Id; guardianId: Id }) =>
  recordGuardianConsent(
    school.curator,
    { mentorshipId: pair.id, personId: pair.minorId },
    { guardianId: pair.guardianId, consentedOn: TODAY },
  );

describe('rules of a guardian’s consent', () => {
  test.each([
    [{ isMinor: true, mentorshipState: 'closed' }, TODAY, 'mentorship-over'],
    [{ isMinor: false, mentorshipState: 'proposed' }, TODAY, 'guardian-unneeded'],
    [{ isMinor: true, mentorshipState: 'proposed' }, '2026-11-23', 'guardian-consent-in-future'],
    [{ isMinor: true, mentorshipState: 'proposed' }, '2025-11-21', 'guardian-consent-too-early'],
    [{ isMinor: true, mentorshipState: 'active' }, '2025-11-22', undefined],
  ] as const)('%j dated %s: %s', (facts, day, rule) => {
    expect(ruleAgainstGuardianConsent(facts, day, TODAY)?.rule).toBe(rule);
  });

  test.each([
    [{ consentedOn: TODAY, withdrawnOn: TODAY }, TODAY, 'guardian-consent-withdrawn'],
    [{ consentedOn: TODAY, withdrawnOn: null }, '2026-11-23', 'guardian-withdrawal-in-future'],
    [{ consentedOn: TODAY, withdrawnOn: null }, '2026-11-21', 'guardian-withdrawal-before-consent'],
    [{ consentedOn: TODAY, withdrawnOn: null }, TODAY, null],
  ])('%j taken back on %s: %s', (consent, day, rule) => {
    expect(ruleAgainstGuardianWithdrawal(consent, day, TODAY)).toBe(rule);
  });
});

describe('a mentorship with a minor', () => {
  test('goes to no order without the guardian’s consent, and does with it', async () => {
    const pair = await minorPair();
    await consentBoth(pair);
    expect(await listLacks(school.curator, [pair.id])).toMatchObject([{ rule: 'guardian-consent-missing' }]);
    await expect(order(world, school, world.school, [pair.id], TODAY)).rejects.toMatchObject({
      code: 'guardian-consent-missing',
    });
    const page = await (await site.get(paths.mentorship(pair.id), { as: school.curator.personId })).text();
    expect(page).toContain('Согласие законного представителя');
    expect(page).toContain(paths.guardianConsent(pair.id, pair.minorId));
    await given(pair);
    expect(await listLacks(school.curator, [pair.id])).toEqual([]);
  });

  test('on the minor’s 18th birthday needs it no more; the day before it does', async () => {
    const pair = await minorPair();
    await db.updateTable('person').set({ birthOn: '2008-11-22' }).where('id', '=', pair.minorId).execute();
    expect(await listLacks(school.curator, [pair.id])).toEqual([]);
    await db.updateTable('person').set({ birthOn: '2008-11-23' }).where('id', '=', pair.minorId).execute();
    expect(await listLacks(school.curator, [pair.id])).toMatchObject([{ rule: 'guardian-consent-missing' }]);
  });

  test('of a kind without an order begins when the last of the three has agreed', async () => {
    const pair = await minorPair('situational');
    await consentBoth(pair);
    expect((await storedMentorship(world, pair.id)).state).toBe('consented');
    await given(pair);
    expect((await storedMentorship(world, pair.id)).state).toBe('active');
  });

  test('comes to a running group with the guardian’s consent only, and never to one where work is paid', async () => {
    const first = { menteeId: await hireYoung(world, world.school), mentorId: await hire(world, world.school) };
    const { id } = await makeConsented(school.curator, first, {
      ...PERIOD,
      legalBasis: 'volunteer',
      kindCode: 'group',
    });
    await order(world, school, world.school, [id], TODAY);
    const minorId = await hireYoung(world, world.school, { birthOn: '2010-05-05' });
    const guardianId = (await addGuardian(school.curator, minorId, FACTS)).id;
    await takeIn(school.curator, id, { personId: minorId, side: 'mentee', startedOn: TODAY });
    const invitation = db.selectFrom('membershipChange').select(['id', 'version']).where('mentorshipId', '=', id);
    const { id: changeId } = await invitation.executeTakeFirstOrThrow();
    expect(
      (await site.get(`/mentorships/${id}/guardian-consent/${minorId}`, { as: personOf(school.curator) })).status,
    ).toBe(200);
    await answerChange(await as(world, minorId), changeId, { answer: 'given' });
    const ground = { startedOn: TODAY, ground: 'приказ № 18-Н', orderedOn: TODAY, version: 2 };
    await expect(carryOutChange(school.curator, changeId, ground)).rejects.toMatchObject({
      code: 'guardian-consent-missing',
    });
    await given({ id, minorId, guardianId });
    await carryOutChange(school.curator, changeId, ground);
    expect(await listLacks(school.curator, [id])).toEqual([]);
    const paid = { menteeId: await hireYoung(world, world.school), mentorId: await hire(world, world.school) };
    const { id: paidId } = await makeConsented(school.curator, paid, { ...PERIOD, kindCode: 'group' });
    await order(world, school, world.school, [paidId], TODAY);
    const joining = { personId: minorId, side: 'mentee' as const, startedOn: TODAY };
    await expect(takeIn(school.curator, paidId, joining)).rejects.toMatchObject({ code: 'minor-needs-unpaid-basis' });
  });

  test('whose guardian takes the consent back stops on its way; a running one must be ended', async () => {
    const pair = await minorPair('situational');
    await consentBoth(pair);
    const { id } = await given(pair);
    await withdrawGuardianConsent(school.curator, id, { withdrawnOn: TODAY, version: 1 });
    expect(await newsTo(world, school.head.personId)).toContain('guardian-withdrew-active');
    const tasks = await listTasks(await as(world, school.curator.personId));
    expect(tasks).toContainEqual(
      expect.objectContaining({ kind: 'guardian-withdrew', href: paths.mentorshipClose(pair.id) }),
    );
    const due = await db.selectFrom('erasureDue').selectAll().where('guardianConsentId', '=', id).execute();
    expect(due).toMatchObject([{ dataClass: 'guardian', dueOn: '2026-12-22', personId: pair.minorId }]);
    await given(pair);
    expect(await listTasks(await as(world, school.curator.personId))).not.toContainEqual(
      expect.objectContaining({ kind: 'guardian-withdrew' }),
    );
  });
});

describe('a guardian', () => {
  test('is kept by the curator of the minor’s organisation; for strangers there is none', async () => {
    const pair = await minorPair();
    for (const stranger of strangers) {
      await expect(addGuardian(stranger, pair.minorId, FACTS)).rejects.toThrow(NotFound);
      await expect(editGuardian(stranger, pair.guardianId, { ...FACTS, version: 1 })).rejects.toThrow(NotFound);
      await expect(
        recordGuardianConsent(
          stranger,
          { mentorshipId: pair.id, personId: pair.minorId },
          { guardianId: pair.guardianId, consentedOn: TODAY },
        ),
      ).rejects.toThrow(NotFound);
    }
    await expect(addGuardian(school.head, pair.minorId, FACTS)).rejects.toThrow();
    await expect(addGuardian(school.curator, pair.minorId, FACTS)).rejects.toMatchObject({
      code: 'guardian-already-recorded',
    });
    await editGuardian(school.curator, pair.guardianId, { ...FACTS, contact: 'Улица Мира, 5', version: 1 });
    await expect(editGuardian(school.curator, pair.guardianId, { ...FACTS, version: 1 })).rejects.toThrow(StaleWrite);
  });

  test('of another child signs for nobody else, and the journal holds no word of the guardian', async () => {
    const [one, other] = [await minorPair(), await minorPair()];
    await expect(given({ ...one, guardianId: other.guardianId })).rejects.toMatchObject({
      code: 'guardian-of-another',
    });
    const { id } = await given(one);
    await expect(given(one)).rejects.toMatchObject({ code: 'guardian-consent-already-recorded' });
    const lines = await db
      .selectFrom('journalEntry')
      .select(['act', 'before', 'after'])
      .where('objectId', 'in', [id, one.guardianId])
      .orderBy('id')
      .execute();
    expect(lines.map(({ act }) => act)).toEqual(['addGuardian', 'recordGuardianConsent']);
    expect(JSON.stringify(lines)).not.toContain('Мамина');
  });

  test('goes with the last consent she signed, of whatever kind, and an emptied record is never filled again', async () => {
    const pair = await minorPair();
    const { id: part } = await given(pair);
    const consent = { givenOn: TODAY, guardianId: pair.guardianId, categories: [], conditions: '' };
    const of = { personId: pair.minorId, purpose: 'data_processing' } as const;
    const { id: own } = await recordConsentPaper(school.curator, of, consent);
    await withdrawGuardianConsent(school.curator, part, { withdrawnOn: TODAY, version: 1 });
    const due = async () =>
      (
        await db
          .selectFrom('erasureDue')
          .select('id')
          .where('personId', '=', pair.minorId)
          .where('dataClass', '=', 'guardian')
          .where('settledOn', 'is', null)
          .execute()
      ).map(({ id }) => id);
    const act = async () => ({ dueIds: await due(), actedOn: TODAY, commission: 'Иванов И. И.' });
    const guardian = () => db.selectFrom('guardian').selectAll().where('id', '=', pair.guardianId).executeTakeFirst();
    expect(await recordDestruction(school.head, await act())).toEqual({ id: null, settled: 1 });
    expect(await guardian()).toMatchObject({ fullName: FACTS.fullName, endedOn: null });
    await recordWithdrawalPaper(school.curator, own, { withdrawnOn: TODAY, version: 1 });
    expect(await recordDestruction(school.head, await act())).toMatchObject({ id: expect.any(String), settled: 0 });
    expect(await guardian()).toMatchObject({ fullName: '—', contact: '—', endedOn: TODAY });
    const papers = db.selectFrom('guardianConsent').select('guardianName').where('id', '=', part);
    expect(await papers.execute()).toEqual([{ guardianName: '—' }]);
    await expect(editGuardian(school.curator, pair.guardianId, { ...FACTS, version: 2 })).rejects.toThrow(NotFound);
    const form = { fullName: 'Снова Она', rightDocument: 'Паспорт', contact: 'дом', version: '2' };
    const refilled = await site.post(paths.guardianEdit(pair.guardianId), form, { as: school.curator.personId });
    expect(refilled.status).toBe(404);
  });

  test('follows the ward to another school: the new curator keeps the record, the former one has none', async () => {
    const { minorId, guardianId } = await minorPair();
    await db.updateTable('person').set({ unitId: world.sibling }).where('id', '=', minorId).execute();
    const there = await actorWith(world, 'curator', world.sibling);
    await expect(editGuardian(school.curator, guardianId, { ...FACTS, version: 1 })).rejects.toThrow(NotFound);
    expect((await site.get(paths.guardianEdit(guardianId), { as: school.curator.personId })).status).toBe(404);
    expect((await site.get(paths.guardianEdit(guardianId), { as: there.personId })).status).toBe(200);
    await editGuardian(there, guardianId, { ...FACTS, contact: 'Улица Новая, 1', version: 1 });
    const lines = db.selectFrom('journalEntry').select('unitId').where('objectId', '=', guardianId);
    expect(await lines.where('act', '=', 'editGuardian').execute()).toEqual([{ unitId: world.sibling }]);
  });

  test('gets a paper to sign, with the name of the child and the document of right', async () => {
    const pair = await minorPair();
    const answer = await site.get(paths.guardianBlankPdf(pair.id, pair.minorId), { as: school.curator.personId });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('Content-Type')).toBe('application/pdf');
    const refused = await site.get(paths.guardianBlankPdf(pair.id, pair.minorId), { as: school.head.personId });
    expect(refused.status).toBe(404);
  });
});
