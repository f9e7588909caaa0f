import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Context } from '#app/core/context.server.ts';
import { makeReady } from '#app/demo/factories/mentor-profiles.ts';
import { makeConsented, makeProposal } from '#app/demo/factories/mentorships.ts';
import { answerConsent } from '#app/features/mentorships/mentorship.operations.server.ts';
import { MENTORSHIP_STATES } from '#app/features/mentorships/mentorship.ts';
import { expireProposals } from '#app/features/mentorships/mentorship-expiry.jobs.server.ts';
import type { Id } from '#db/schema.ts';
import { testDatabase } from '#tests/support/database.ts';
import { as, buildWorld, hireYoung, NOW, type World } from '#tests/support/world.ts';
import { actsUpon, newsTo, pairAt, type School, schoolOf, storedMentorship } from './pairs.ts';

const db = testDatabase();
let world: World;
let school: School;

beforeAll(async () => {
  world = await buildWorld(db);
  school = await schoolOf(world, world.school);
});

const stateOf = async (id: Id) => (await storedMentorship(world, id)).state;

test('the database knows the same states as the program', async () => {
  const { rows } = await sql<{ definition: string }>`
    select pg_get_constraintdef(oid) as definition from pg_constraint where conname = 'mentorship_state_known'`.execute(
    db,
  );
  const known = [...(rows[0]?.definition ?? '').matchAll(/'(\w+)'/g)].map(([, state]) => state);
  expect(known.sort()).toEqual([...MENTORSHIP_STATES].sort());
});

describe('a kind without a long assignment (BR-09)', () => {
  test.each(['situational', 'speed', 'virtual'])(
    '%s begins with the last consent, without an order',
    async (kindCode) => {
      const pair = await pairAt(world, world.school);
      await makeReady(await as(world, pair.mentorId));
      const { id } = await makeProposal(school.curator, pair, { kindCode, legalBasis: 'volunteer' });
      await answerConsent(await as(world, pair.menteeId), id, { answer: 'given' });
      expect(await stateOf(id)).toBe('proposed');
      await answerConsent(await as(world, pair.mentorId), id, { answer: 'given' });
      expect(await storedMentorship(world, id)).toMatchObject({ state: 'active', activatedAt: NOW });
      expect((await actsUpon(world, id)).at(-1)).toBe('answerConsent');
      expect(await actsUpon(world, id)).toContain('beginMentorship');
      expect(await newsTo(world, pair.menteeId)).toContain('mentorship-begun');
      const roles = await db.selectFrom('roleGrant').select('role').where('personId', '=', pair.menteeId).execute();
      expect(roles).toEqual([{ role: 'mentee' }]);
    },
  );

  test('a usual one waits for its order', async () => {
    const { id } = await makeConsented(school.curator, await pairAt(world, world.school));
    expect(await stateOf(id)).toBe('consented');
  });
});

describe('a proposal nobody answered in time', () => {
  const later = (days: number): Context => {
    const now = new Date(Date.parse(NOW) + days * 86_400_000).toISOString();
    return { ...world.system, now, today: now.slice(0, 10) };
  };

  test('expires after fourteen days: the place is free, proposer and both people are told', async () => {
    const pair = await pairAt(world, world.school);
    const place = { personId: pair.mentorId, unitId: world.school, regionId: world.region, loadLimitPeople: 1 };
    await db.insertInto('mentorProfile').values(place).execute();
    const { id } = await makeProposal(school.curator, pair);
    await answerConsent(await as(world, pair.menteeId), id, { answer: 'given' });
    await expireProposals(later(14));
    expect(await stateOf(id)).toBe('proposed');
    await expireProposals(later(14.1));
    expect(await stateOf(id)).toBe('expired');
    expect(await actsUpon(world, id)).toContain('expireMentorship');
    expect(await newsTo(world, school.curator.personId)).toContain('mentorship-expired');
    expect(await newsTo(world, pair.mentorId)).toContain('mentorship-withdrawn');
    const menteeId = await hireYoung(world, world.school);
    const again = await makeProposal(school.curator, { mentorId: pair.mentorId, menteeId });
    expect(await stateOf(again.id)).toBe('proposed');
  });

  test('leaves alone what was agreed to, and takes no answer afterwards', async () => {
    const agreed = await makeConsented(school.curator, await pairAt(world, world.school));
    const pair = await pairAt(world, world.school);
    const { id } = await makeProposal(school.curator, pair);
    await expireProposals(later(15));
    expect(await stateOf(agreed.id)).toBe('consented');
    await expect(answerConsent(await as(world, pair.menteeId), id, { answer: 'given' })).rejects.toMatchObject({
      code: 'not-awaiting-consent',
    });
  });

  test('meets the last answer: it is agreed to or expired, never something else', async () => {
    for (let round = 0; round < 10; round += 1) {
      const pair = await pairAt(world, world.school);
      const { id } = await makeProposal(school.curator, pair);
      await answerConsent(await as(world, pair.mentorId), id, { answer: 'given' });
      const mentee = await as(world, pair.menteeId);
      await Promise.allSettled([answerConsent(mentee, id, { answer: 'given' }), expireProposals(later(15))]);
      const answers = await db.selectFrom('consent').select('id').where('mentorshipId', '=', id).execute();
      expect([await stateOf(id), answers.length]).toBeOneOf([
        ['consented', 2],
        ['expired', 1],
      ]);
    }
  });
});
