import { beforeAll, describe, expect, test } from 'vitest';
import { Forbidden, NotFound } from '#app/access/refusals.ts';
import { RuleBroken } from '#app/core/errors.ts';
import { newId } from '#app/core/ids.ts';
import { transact } from '#app/core/transact.server.ts';
import { makeConsented } from '#app/demo/factories/mentorships.ts';
import { makeAward, makeMoney, makePaid, mentorOf } from '#app/demo/factories/stimuli.ts';
import { approveStimulus, payStimulus, proposeMoney } from '#app/features/stimuli/stimulus.operations.server.ts';
import type { Id } from '#db/schema.ts';
import { testDatabase } from '#tests/support/database.ts';
import { actorWith, as, buildWorld, grant, TODAY, type World } from '#tests/support/world.ts';
import { actsUpon, newsTo, order, pairAt, type School, schoolOf } from '../mentorships/pairs.ts';

const db = testDatabase();
let world: World;
let school: School;
let hrOfficer: Awaited<ReturnType<typeof actorWith>>;
let otherCurator: Awaited<ReturnType<typeof actorWith>>;

beforeAll(async () => {
  world = await buildWorld(db);
  school = await schoolOf(world, world.school);
  hrOfficer = await actorWith(world, 'hrOfficer', world.school);
  otherCurator = await actorWith(world, 'curator', world.sibling);
});

async function active(): Promise<{ id: Id; memberId: Id; mentorId: Id; menteeId: Id }> {
  const pair = await pairAt(world, world.school);
  const { id } = await makeConsented(school.curator, pair);
  await order(world, school, world.school, [id], TODAY);
  return { id, ...pair, memberId: await mentorOf(world.system, id) };
}

const stored = (id: Id) => db.selectFrom('stimulus').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
const countOf = async (personId: Id) =>
  (await db.selectFrom('stimulus').select('id').where('personId', '=', personId).execute()).length;

describe('money', () => {
  test('is proposed, approved and paid by three people; each act stands in the journal once', async () => {
    const pair = await active();
    const { id } = await makeMoney(school.curator, pair.memberId);
    expect(await stored(id)).toMatchObject({
      personId: pair.mentorId,
      unitId: world.school,
      regionId: world.region,
      isMoney: true,
      amountKopecks: 345_050,
      state: 'proposed',
      proposedBy: school.curator.personId,
    });
    expect(await newsTo(world, school.head.personId)).toContain('stimulus-to-approve');
    await approveStimulus(school.head, id, { version: 1 });
    expect(await newsTo(world, pair.mentorId)).toContain('stimulus-approved');
    await payStimulus(hrOfficer, id, { paidOn: TODAY, version: 2 });
    expect(await stored(id)).toMatchObject({ state: 'paid', paidOn: TODAY, paidBy: hrOfficer.personId, version: 3 });
    expect(await actsUpon(world, id)).toEqual(['proposeStimulus', 'approveStimulus', 'payStimulus']);
    const lines = await db.selectFrom('journalEntry').select(['before', 'after']).where('objectId', '=', id).execute();
    expect(JSON.stringify(lines)).not.toContain('345050');
  });

  test.each([
    [{ amountKopecks: 0 }, 'money-needs-amount-and-period'],
    [{ amountKopecks: 100_000_001 }, 'money-too-large'],
    [{ startedOn: '2026-11-30', endedOn: '2026-11-01' }, 'stimulus-period-in-order'],
    [{ basis: 'п.' }, 'stimulus-basis-length'],
  ])('%j is refused: %s', async (change, code) => {
    const pair = await active();
    await expect(makeMoney(school.curator, pair.memberId, change)).rejects.toMatchObject({ code });
    expect(await countOf(pair.mentorId)).toBe(0);
  });

  test('is proposed by the curator of that school alone, for a mentor of a mentorship in force', async () => {
    const pair = await active();
    for (const ctx of [school.head, hrOfficer, otherCurator, await as(world, pair.mentorId)]) {
      await expect(makeMoney(ctx, pair.memberId)).rejects.toThrow(NotFound);
    }
    await expect(makeMoney(school.curator, newId())).rejects.toThrow(NotFound);
    const mentee = await db
      .selectFrom('mentorshipMember')
      .select('id')
      .where('personId', '=', pair.menteeId)
      .executeTakeFirstOrThrow();
    await expect(makeMoney(school.curator, mentee.id)).rejects.toThrow(NotFound);
    const early = await makeConsented(school.curator, await pairAt(world, world.school));
    const memberId = await mentorOf(world.system, early.id);
    await expect(makeMoney(school.curator, memberId)).rejects.toMatchObject({
      code: 'stimulus-mentorship-not-in-force',
    });
  });

  test('the same form sent five times at once makes one record; other data under the key is refused', async () => {
    const pair = await active();
    const key = newId();
    const form = {
      memberId: pair.memberId,
      kind: 'stimulating' as const,
      basis: 'Приказ № 12',
      amountKopecks: 100,
      startedOn: '2026-11-01',
      endedOn: '2026-11-30',
    };
    const made = await Promise.all([1, 2, 3, 4, 5].map(() => proposeMoney(school.curator, form, key)));
    expect(new Set(made.map(({ id }) => id)).size).toBe(1);
    expect(await countOf(pair.mentorId)).toBe(1);
    const other = proposeMoney(school.curator, { ...form, amountKopecks: 200 }, key);
    await expect(other).rejects.toMatchObject({ code: 'once-different' });
    expect(await countOf(pair.mentorId)).toBe(1);
  });
});

describe('three different people', () => {
  test('one person with every role still takes only one step', async () => {
    const pair = await active();
    const everyRole = await actorWith(world, 'curator', world.school);
    await grant(world, everyRole.personId, 'head', world.school);
    await grant(world, everyRole.personId, 'hrOfficer', world.school);
    const one = await as(world, everyRole.personId);
    const twice = { code: 'stimulus-same-person-twice' };
    const mine = await makeMoney(one, pair.memberId);
    await expect(approveStimulus(one, mine.id, { version: 1 })).rejects.toMatchObject(twice);
    await approveStimulus(school.head, mine.id, { version: 1 });
    await expect(payStimulus(one, mine.id, { paidOn: TODAY, version: 2 })).rejects.toMatchObject(twice);
    const theirs = await makeMoney(school.curator, pair.memberId);
    await approveStimulus(one, theirs.id, { version: 1 });
    await expect(payStimulus(one, theirs.id, { paidOn: TODAY, version: 2 })).rejects.toMatchObject(twice);
  });

  test('the database holds the rule by itself, under the same code', async () => {
    const pair = await active();
    const { id } = await makeMoney(school.curator, pair.memberId);
    const force = (change: { approvedBy?: Id; paidBy?: Id }) =>
      transact(world.system, async (tx) => {
        await tx.db.updateTable('stimulus').set(change).where('id', '=', id).execute();
      });
    const { proposedBy } = await stored(id);
    await expect(force({ approvedBy: proposedBy })).rejects.toEqual(new RuleBroken('stimulus-same-person-twice'));
    await expect(force({ paidBy: proposedBy })).rejects.toEqual(new RuleBroken('stimulus-same-person-twice'));
    const { personId } = school.head;
    await expect(force({ approvedBy: personId, paidBy: personId })).rejects.toEqual(
      new RuleBroken('stimulus-same-person-twice'),
    );
  });

  test('nobody decides about the own recognition', async () => {
    const pair = await active();
    await grant(world, pair.mentorId, 'curator', world.school);
    await grant(world, pair.mentorId, 'head', world.school);
    const mentor = await as(world, pair.mentorId);
    const oneself = { code: 'stimulus-for-oneself' };
    await expect(makeMoney(mentor, pair.memberId)).rejects.toMatchObject(oneself);
    const { id } = await makeMoney(school.curator, pair.memberId);
    await expect(approveStimulus(mentor, id, { version: 1 })).rejects.toMatchObject(oneself);
  });
});

describe('decisions', () => {
  test('two heads at once approve once', async () => {
    const pair = await active();
    const { id } = await makeMoney(school.curator, pair.memberId);
    const second = await actorWith(world, 'head', world.school);
    const tries = await Promise.allSettled(
      [school.head, second].map((ctx) => approveStimulus(ctx, id, { version: 1 })),
    );
    expect(tries.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
    expect((await actsUpon(world, id)).filter((act) => act === 'approveStimulus')).toHaveLength(1);
  });

  test('belong to their roles and their school', async () => {
    const pair = await active();
    const { id } = await makeMoney(school.curator, pair.memberId);
    await expect(approveStimulus(hrOfficer, id, { version: 1 })).rejects.toThrow(Forbidden);
    await expect(approveStimulus(school.curator, id, { version: 1 })).rejects.toThrow(NotFound);
    const otherHead = await actorWith(world, 'head', world.sibling);
    await expect(approveStimulus(otherHead, id, { version: 1 })).rejects.toThrow(NotFound);
    await expect(payStimulus(school.head, id, { paidOn: TODAY, version: 1 })).rejects.toThrow(Forbidden);
    await expect(payStimulus(hrOfficer, id, { paidOn: TODAY, version: 1 })).rejects.toMatchObject({
      code: 'stimulus-not-approved',
    });
    expect((await stored(id)).state).toBe('proposed');
  });

  test('money is paid once, never for tomorrow; an award is approved and never paid', async () => {
    const pair = await active();
    const paid = await makePaid({ ...school, hrOfficer }, pair.memberId);
    const again = payStimulus(hrOfficer, paid.id, { paidOn: TODAY, version: 3 });
    await expect(again).rejects.toMatchObject({ code: 'stimulus-not-approved' });
    const money = await makeMoney(school.curator, pair.memberId);
    await approveStimulus(school.head, money.id, { version: 1 });
    const early = payStimulus(hrOfficer, money.id, { paidOn: '2026-11-23', version: 2 });
    await expect(early).rejects.toMatchObject({ code: 'paid-in-future', field: 'paidOn' });
    const award = await makeAward(school.curator, pair.memberId, { kind: 'state_badge' });
    await approveStimulus(school.head, award.id, { version: 1 });
    expect(await stored(award.id)).toMatchObject({ state: 'approved', isMoney: false, amountKopecks: null });
    const asMoney = payStimulus(hrOfficer, award.id, { paidOn: TODAY, version: 2 });
    await expect(asMoney).rejects.toMatchObject({ code: 'award-is-not-paid' });
  });
});
