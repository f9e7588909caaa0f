import { sql } from 'kysely';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { NotFound } from '#app/access/refusals.ts';
import type { Context } from '#app/core/context.server.ts';
import { addDays } from '#app/core/dates.ts';
import { StaleWrite } from '#app/core/errors.ts';
import { newId } from '#app/core/ids.ts';
import { makeConsented, makeProposal } from '#app/demo/factories/mentorships.ts';
import { makePapers } from '#app/demo/factories/papers.ts';
import { cancelAct, draftOrder, editOrder, submitAct } from '#app/features/local-acts/local-act.operations.server.ts';
import { approveAct, returnAct } from '#app/features/local-acts/local-act-approval.operations.server.ts';
import type { Id } from '#db/schema.ts';
import { testDatabase } from '#tests/support/database.ts';
import { actorWith, as, buildWorld, grant, hire, hireYoung, TODAY, type World } from '#tests/support/world.ts';

const db = testDatabase();
let world: World;
let curator: Context & { personId: Id };
let head: Context & { personId: Id };

beforeAll(async () => {
  world = await buildWorld(db);
  curator = await actorWith(world, 'curator', world.school);
  head = await actorWith(world, 'head', world.school);
});

let mentorshipId: Id;
beforeEach(async () => {
  const mentorId = await hire(world, world.school);
  const menteeId = await hireYoung(world, world.school);
  mentorshipId = (await makeConsented(curator, { mentorId, menteeId })).id;
});

const order = (ids: Id[] = [mentorshipId]) => ({
  unitId: world.school,
  mentorshipIds: ids,
  programmeDueOn: addDays(TODAY, 30),
  control: 'author' as const,
});
const choices = { programmeDueOn: addDays(TODAY, 20), control: 'head' as const, corrections: [] };

async function submitted(): Promise<{ id: Id; hash: string }> {
  await makePapers({ curator, head }, mentorshipId);
  const { id } = await draftOrder(curator, order());
  await submitAct(curator, id, { version: 1 });
  return { id, hash: await hashOf(id) };
}

async function hashOf(id: Id): Promise<string> {
  return (await actOf(id)).documentHash;
}

function actOf(id: Id) {
  return db.selectFrom('localAct').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
}

async function stateOfMentorship(): Promise<string> {
  return (await db.selectFrom('mentorship').select('state').where('id', '=', mentorshipId).executeTakeFirstOrThrow())
    .state;
}

function actsInJournal(id: Id) {
  return db.selectFrom('journalEntry').select('act').where('objectId', '=', id).orderBy('id').execute();
}

describe('the way of an order', () => {
  test('from draft to approval: number, date, active mentorship, one journal line an act', async () => {
    const { id, hash } = await submitted();
    const { number } = await approveAct(head, id, { hash, registeredOn: TODAY });
    expect(await actOf(id)).toMatchObject({
      state: 'approved',
      number,
      registeredOn: TODAY,
      approvedBy: head.personId,
    });
    expect(await stateOfMentorship()).toBe('active');
    expect((await actsInJournal(id)).map(({ act }) => act)).toEqual(['draftOrder', 'submitAct', 'approveAct']);
  });

  test('numbers go up by one within the organisation and year', async () => {
    const first = await submitted();
    const one = await approveAct(head, first.id, { hash: first.hash, registeredOn: TODAY });
    mentorshipId = (
      await makeConsented(curator, {
        mentorId: await hire(world, world.school),
        menteeId: await hireYoung(world, world.school),
      })
    ).id;
    const second = await submitted();
    const two = await approveAct(head, second.id, { hash: second.hash, registeredOn: TODAY });
    expect(Number.parseInt(two.number, 10)).toBe(Number.parseInt(one.number, 10) + 1);
  });

  test('the head returns it with a reason, the curator mends it and sends it again', async () => {
    const { id } = await submitted();
    await returnAct(head, id, { reason: 'Исправьте срок' });
    expect(await actOf(id)).toMatchObject({ state: 'returned', returnReason: 'Исправьте срок' });
    await editOrder(curator, id, { ...choices, version: 3 });
    await submitAct(curator, id, { version: 4 });
    expect(await actOf(id)).toMatchObject({ state: 'review', returnReason: null });
  });

  test('a given-up draft frees its mentorships for another order', async () => {
    const { id } = await draftOrder(curator, order());
    await expect(draftOrder(curator, order())).rejects.toMatchObject({ code: 'in-another-order' });
    await cancelAct(curator, id, { version: 1 });
    await expect(draftOrder(curator, order())).resolves.toBeDefined();
  });

  test('a corrected form of a name comes into the text and is kept for the next order', async () => {
    const { id } = await draftOrder(curator, order());
    const member = await db
      .selectFrom('mentorshipMember')
      .select('personId')
      .where('mentorshipId', '=', mentorshipId)
      .where('side', '=', 'mentor')
      .executeTakeFirstOrThrow();
    const corrections = [
      { personId: member.personId, nameCase: 'accusative' as const, fullName: 'Зайца Петра Сергеевича' },
    ];
    await editOrder(curator, id, { ...choices, corrections, version: 1 });
    expect(JSON.stringify((await actOf(id)).document)).toContain('Зайца Петра Сергеевича');
    const kept = await db.selectFrom('personNameForm').selectAll().where('personId', '=', member.personId).execute();
    expect(kept).toMatchObject([
      { grammaticalCase: 'accusative', fullName: 'Зайца Петра Сергеевича', correctedBy: curator.personId },
    ]);
  });
});

describe('what stands against it', () => {
  test('only mentorships with both consents, of this organisation', async () => {
    const proposal = await makeProposal(curator, {
      mentorId: await hire(world, world.school),
      menteeId: await hireYoung(world, world.school),
    });
    await expect(draftOrder(curator, order([proposal.id]))).rejects.toMatchObject({ code: 'not-consented' });
    const siblingCurator = await actorWith(world, 'curator', world.sibling);
    await expect(draftOrder(siblingCurator, { ...order(), unitId: world.sibling })).rejects.toMatchObject({
      code: 'not-consented',
    });
    await expect(draftOrder(curator, order([]))).rejects.toMatchObject({ code: 'nothing-chosen' });
    await expect(draftOrder(curator, { ...order(), programmeDueOn: addDays(TODAY, -1) })).rejects.toMatchObject({
      code: 'programme-due-in-past',
    });
  });

  test('an organisation without a head cannot issue an order', async () => {
    const lonely = await actorWith(world, 'curator', world.farSchool);
    const pair = { mentorId: await hire(world, world.farSchool), menteeId: await hireYoung(world, world.farSchool) };
    const { id } = await makeConsented(lonely, pair);
    await expect(draftOrder(lonely, { ...order([id]), unitId: world.farSchool })).rejects.toMatchObject({
      code: 'no-head',
    });
  });

  test('its author never approves it, not even as head', async () => {
    const { id } = await draftOrder(head, order()).catch(() => ({ id: null }));
    const both = await as(world, head.personId);
    if (id) await expect(submitAct(both, id, { version: 1 })).rejects.toMatchObject({ code: 'approver-is-author' });
    await grant(world, head.personId, 'curator', world.school).catch(() => undefined);
    const act = await db
      .selectFrom('localAct')
      .select('state')
      .where('id', '=', id ?? newId())
      .execute();
    expect(act.every(({ state }) => state !== 'approved')).toBe(true);
  });

  test('only exactly the text that was shown', async () => {
    const { id } = await submitted();
    await expect(approveAct(head, id, { hash: '0'.repeat(64), registeredOn: TODAY })).rejects.toMatchObject({
      code: 'text-changed',
    });
    expect(await stateOfMentorship()).toBe('consented');
  });

  test('not with a date to come, not before the last consent', async () => {
    const { id, hash } = await submitted();
    await expect(approveAct(head, id, { hash, registeredOn: addDays(TODAY, 1) })).rejects.toMatchObject({
      code: 'date-in-future',
    });
    await expect(approveAct(head, id, { hash, registeredOn: addDays(TODAY, -1) })).rejects.toMatchObject({
      code: 'consent-after-order',
    });
    expect((await actOf(id)).state).toBe('review');
  });

  test('a text under review is not edited; a stale edit says so', async () => {
    const { id } = await draftOrder(curator, order());
    await expect(editOrder(curator, id, { ...choices, version: 7 })).rejects.toThrow(StaleWrite);
    await submitAct(curator, id, { version: 1 });
    await expect(editOrder(curator, id, { ...choices, version: 2 })).rejects.toMatchObject({ code: 'not-editable' });
  });

  test('an approved act never changes, whoever writes', async () => {
    const { id, hash } = await submitted();
    await approveAct(head, id, { hash, registeredOn: TODAY });
    await expect(sql`update local_act set heading = 'другое' where id = ${id}`.execute(db)).rejects.toThrow(
      /never changes/,
    );
    await expect(sql`delete from local_act where id = ${id}`.execute(db)).rejects.toThrow();
  });
});

describe('who may not', () => {
  test.each([
    ['curator', 'sibling'],
    ['head', 'sibling'],
    ['head', 'foreignSchool'],
    ['mentor', 'school'],
    ['psychologist', 'school'],
  ] as const)('a %s of %s neither edits nor approves: as if it were not there', async (role, place) => {
    const { id, hash } = await submitted();
    const stranger = await actorWith(world, role, world[place]);
    await expect(approveAct(stranger, id, { hash, registeredOn: TODAY })).rejects.toThrow(NotFound);
    await expect(cancelAct(stranger, id, { version: 2 })).rejects.toThrow(NotFound);
    expect((await actOf(id)).state).toBe('review');
  });

  test('the curator who may read it does not approve it', async () => {
    const { id, hash } = await submitted();
    await expect(approveAct(curator, id, { hash, registeredOn: TODAY })).rejects.toThrow('act.approve');
  });
});

describe('races', () => {
  test('eight approvals at once: one wins, one number, one notice', async () => {
    const { id, hash } = await submitted();
    const all = await Promise.allSettled(
      Array.from({ length: 8 }, () => approveAct(head, id, { hash, registeredOn: TODAY })),
    );
    expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect((await actsInJournal(id)).filter(({ act }) => act === 'approveAct')).toHaveLength(1);
  });

  test('approve against return: one of the two, never both', async () => {
    const { id, hash } = await submitted();
    const both = await Promise.allSettled([
      approveAct(head, id, { hash, registeredOn: TODAY }),
      returnAct(head, id, { reason: 'Подождите' }),
    ]);
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(['approved', 'returned']).toContain((await actOf(id)).state);
  });

  test('one mentorship never comes into two orders', async () => {
    const both = await Promise.allSettled([draftOrder(curator, order()), draftOrder(curator, order())]);
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  test('the same form posted five times draws up one order', async () => {
    const key = newId();
    const made = await Promise.all(Array.from({ length: 5 }, () => draftOrder(curator, order(), key)));
    expect(new Set(made.map(({ id }) => id)).size).toBe(1);
  });
});
