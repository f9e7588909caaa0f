import { beforeAll, describe, expect, test } from 'vitest';
import { Forbidden, NotFound } from '#app/access/refusals.ts';
import { StaleWrite } from '#app/core/errors.ts';
import { makeProposal } from '#app/demo/factories/mentorships.ts';
import { takeIn, withdrawChange } from '#app/features/memberships/membership.operations.server.ts';
import { recordChangePaper } from '#app/features/memberships/membership-answer.operations.server.ts';
import { carryOutChange, endMembership } from '#app/features/memberships/membership-done.operations.server.ts';
import { answerConsent } from '#app/features/mentorships/mentorship.operations.server.ts';
import type { Day, Id } from '#db/schema.ts';
import {
  actsUpon,
  newsTo,
  order,
  pairAt,
  type School,
  schoolOf,
  storedMentorship,
} from '#tests/features/mentorships/pairs.ts';
import { testDatabase } from '#tests/support/database.ts';
import { as, buildWorld, hireYoung, TODAY, type World } from '#tests/support/world.ts';
import { castOf, ground, mentee } from './cast.ts';

const db = testDatabase();
let world: World;
let school: School;
let other: School;

beforeAll(async () => {
  world = await buildWorld(db);
  school = await schoolOf(world, world.school);
  other = await schoolOf(world, world.sibling);
});

const { limit, young, teacher, groupProposed, active, membersOf, memberId, openChange } = castOf(db, () => ({
  world,
  school,
}));

const mentor = (personId: Id, startedOn: Day | null = null) => ({ personId, side: 'mentor' as const, startedOn });

describe('a group before anybody has answered', () => {
  test('takes mentees in, asks each for consent, and one order begins it for all', async () => {
    const { id, mentorId, menteeId } = await groupProposed();
    const second = await young();
    await takeIn(school.curator, id, mentee(second));
    expect(await newsTo(world, second)).toEqual(['mentorship-proposed']);
    for (const personId of [mentorId, menteeId])
      await answerConsent(await as(world, personId), id, { answer: 'given' });
    expect((await storedMentorship(world, id)).state).toBe('proposed');
    await answerConsent(await as(world, second), id, { answer: 'given' });
    expect((await storedMentorship(world, id)).state).toBe('consented');
    const act = await order(world, school, world.school, [id], TODAY);
    const { document } = await db
      .selectFrom('localAct')
      .select('document')
      .where('id', '=', act)
      .executeTakeFirstOrThrow();
    const people = await db.selectFrom('person').select('lastName').where('id', 'in', [menteeId, second]).execute();
    for (const { lastName } of people) expect(JSON.stringify(document)).toContain(lastName);
    const roles = await db.selectFrom('roleGrant').select('personId').where('role', '=', 'mentee').execute();
    expect(roles.map(({ personId }) => personId)).toEqual(expect.arrayContaining([menteeId, second]));
  });

  test('goes on without a mentee who does not want to, and nobody else is told (BR-04)', async () => {
    const { id, mentorId, menteeId } = await groupProposed();
    const second = await young();
    await takeIn(school.curator, id, mentee(second));
    await answerConsent(await as(world, second), id, { answer: 'declined' });
    expect((await membersOf(id)).map(([personId]) => personId)).toEqual([mentorId, menteeId]);
    expect(await newsTo(world, menteeId)).toEqual(['mentorship-proposed']);
    expect(await newsTo(world, school.curator.personId)).toContain('mentorship-member-declined');
    for (const personId of [mentorId, menteeId])
      await answerConsent(await as(world, personId), id, { answer: 'given' });
    expect((await storedMentorship(world, id)).state).toBe('consented');
  });

  test('takes nobody in after an answer, into a pair, into a reverse pair, twice, or beyond the places', async () => {
    const { id, mentorId, menteeId } = await groupProposed();
    await expect(takeIn(school.curator, id, mentee(menteeId))).rejects.toMatchObject({ code: 'already-member' });
    await limit(mentorId, 3);
    await takeIn(school.curator, id, mentee(await young()));
    await takeIn(school.curator, id, mentee(await young()));
    await expect(takeIn(school.curator, id, mentee(await young()))).rejects.toMatchObject({ code: 'no-capacity' });
    await answerConsent(await as(world, mentorId), id, { answer: 'given' });
    await expect(takeIn(school.curator, id, mentor(await teacher()))).rejects.toMatchObject({
      code: 'answers-already-given',
    });
    const pair = await makeProposal(school.curator, await pairAt(world, world.school));
    await expect(takeIn(school.curator, pair.id, mentee(await young()))).rejects.toMatchObject({ code: 'not-a-group' });
  });

  test('a co-mentor agrees too and both are at their limit for every mentee', async () => {
    const { id, mentorId, menteeId } = await groupProposed();
    const second = await teacher();
    await takeIn(school.curator, id, mentee(await young()));
    await takeIn(school.curator, id, mentor(second));
    await limit(second, 3);
    await makeProposal(school.curator, { mentorId: second, menteeId: await young() });
    await expect(makeProposal(school.curator, { mentorId: second, menteeId: await young() })).rejects.toMatchObject({
      code: 'no-capacity',
    });
    for (const personId of [mentorId, menteeId])
      await answerConsent(await as(world, personId), id, { answer: 'given' });
    expect((await storedMentorship(world, id)).state).toBe('proposed');
  });

  test('is changed by the curator of the organisation only', async () => {
    const { id, mentorId } = await groupProposed();
    const joining = mentee(await young());
    await expect(takeIn(school.head, id, joining)).rejects.toThrow(Forbidden);
    await expect(takeIn(other.curator, id, joining)).rejects.toThrow(NotFound);
    await expect(takeIn(await as(world, mentorId), id, joining)).rejects.toThrow(NotFound);
    await expect(takeIn(school.curator, id, mentee(await hireYoung(world, world.sibling)))).rejects.toThrow(NotFound);
  });
});

describe('a group in force', () => {
  test('takes a mentee in by consent and order, from a day on, with the role', async () => {
    const { id } = await active('group');
    const second = await young();
    await takeIn(school.curator, id, mentee(second, '2026-12-01'));
    const change = await openChange(id);
    await expect(carryOutChange(school.curator, change.id, ground('2026-12-01', 1))).rejects.toMatchObject({
      code: 'change-not-consented',
    });
    await recordChangePaper(school.curator, change.id, { answer: 'given', answeredOn: TODAY });
    await carryOutChange(school.curator, change.id, ground('2026-12-01'));
    expect((await membersOf(id)).at(-1)).toEqual([second, 'mentee', '2026-12-01', '2027-05-31']);
    const roles = await db
      .selectFrom('roleGrant')
      .select(['role', 'startedOn'])
      .where('personId', '=', second)
      .execute();
    expect(roles).toEqual([{ role: 'mentee', startedOn: '2026-12-01' }]);
    expect(await actsUpon(world, id)).toContain('addMember');
    expect(await newsTo(world, second)).toEqual(['member-invited', 'mentorship-begun']);
  });

  test('an invitation holds a place of the mentor until it is taken back', async () => {
    const { id, mentorId } = await active('group');
    await limit(mentorId, 3);
    await makeProposal(school.curator, { mentorId, menteeId: await young() });
    await takeIn(school.curator, id, mentee(await young(), '2026-12-01'));
    const full = { mentorId, menteeId: await young() };
    await expect(makeProposal(school.curator, full)).rejects.toMatchObject({ code: 'no-capacity' });
    const change = await openChange(id);
    await expect(withdrawChange(school.curator, change.id, { version: 9 })).rejects.toThrow(StaleWrite);
    await withdrawChange(school.curator, change.id, { version: 1 });
    expect(await makeProposal(school.curator, full)).toHaveProperty('id');
  });

  test('a mentee leaves on a day and the role ends with it; the last one does not leave', async () => {
    const { id, menteeId } = await active('group');
    await expect(endMembership(school.curator, await memberId(id, menteeId), { lastOn: TODAY })).rejects.toMatchObject({
      code: 'last-on-side',
    });
    const second = await young();
    await takeIn(school.curator, id, mentee(second, '2026-11-22'));
    const change = await openChange(id);
    await recordChangePaper(school.curator, change.id, { answer: 'given', answeredOn: TODAY });
    await carryOutChange(school.curator, change.id, ground('2026-11-22'));
    await endMembership(school.curator, await memberId(id, menteeId), { lastOn: TODAY });
    expect((await membersOf(id)).find(([personId]) => personId === menteeId)?.[3]).toBe(TODAY);
    const grants = await db.selectFrom('roleGrant').select('endedOn').where('personId', '=', menteeId).execute();
    expect(grants).toEqual([{ endedOn: TODAY }]);
    await expect(endMembership(other.curator, await memberId(id, second), { lastOn: TODAY })).rejects.toThrow(NotFound);
  });
});
