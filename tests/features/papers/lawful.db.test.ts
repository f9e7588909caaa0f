import { beforeAll, describe, expect, test } from 'vitest';
import { StaleWrite } from '#app/core/errors.ts';
import { makeBareProposal, makeConsented, makeProposal } from '#app/demo/factories/mentorships.ts';
import { makeDrawn, makePapers, makeSupplement, makeTerms, makeUnpaid } from '#app/demo/factories/papers.ts';
import { makeApproved, makeCompleteDraft } from '#app/demo/factories/programmes.ts';
import { annulSupplement } from '#app/features/contract-supplements/supplement.operations.server.ts';
import { draftOrder, submitAct } from '#app/features/local-acts/local-act.operations.server.ts';
import { approveAct } from '#app/features/local-acts/local-act-approval.operations.server.ts';
import { setContent } from '#app/features/mentorship-terms/terms.operations.server.ts';
import { recordPaperConsent } from '#app/features/mentorships/mentorship.operations.server.ts';
import { approveOrder } from '#app/features/papers/order-approval.operations.server.ts';
import { findOrderReadiness } from '#app/features/papers/order-approval.queries.server.ts';
import type { Id } from '#db/schema.ts';
import { testDatabase } from '#tests/support/database.ts';
import { actorWith, buildWorld, TODAY, type World } from '#tests/support/world.ts';
import { actsUpon, pairAt, type School, schoolOf, storedMentorship } from '../mentorships/pairs.ts';

const db = testDatabase();
let world: World;
let school: School;
let hrOfficer: Awaited<ReturnType<typeof actorWith>>;

beforeAll(async () => {
  world = await buildWorld(db);
  school = await schoolOf(world, world.school);
  hrOfficer = await actorWith(world, 'hrOfficer', world.school);
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

test('work under the labour basis begins no sooner than its supplement is signed, even without an order', async () => {
  const pair = await pairAt(world, world.school);
  const { id } = await makeProposal(school.curator, pair, { kindCode: 'situational' });
  for (const personId of [pair.mentorId, pair.menteeId])
    await recordPaperConsent(school.curator, id, { personId, answer: 'given', answeredOn: TODAY });
  expect(await stateOf(id)).toBe('consented');
  await makeSupplement(school.curator, id, hrOfficer);
  expect(await stateOf(id)).toBe('active');
});
