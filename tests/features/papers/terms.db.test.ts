import { beforeAll, describe, expect, test } from 'vitest';
import { Forbidden, NotFound } from '#app/access/refusals.ts';
import { makeBareProposal, makeConsented } from '#app/demo/factories/mentorships.ts';
import { makeTerms, makeUnpaid } from '#app/demo/factories/papers.ts';
import { drawSupplement } from '#app/features/contract-supplements/supplement.operations.server.ts';
import { groundZeroPay, setContent, setPay } from '#app/features/mentorship-terms/terms.operations.server.ts';
import { answerConsent } from '#app/features/mentorships/mentorship.operations.server.ts';
import type { Id } from '#db/schema.ts';
import { testDatabase } from '#tests/support/database.ts';
import { actorWith, as, buildWorld, hire, type World } from '#tests/support/world.ts';
import { newsTo, pairAt, type School, schoolOf, storedMentorship } from '../mentorships/pairs.ts';

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

const stateOf = async (id: Id) => (await storedMentorship(world, id)).state;

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
    await db
      .updateTable('person')
      .set({ birthOn: '2009-01-10', teachingSince: null })
      .where('id', '=', mentorId)
      .execute();
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
