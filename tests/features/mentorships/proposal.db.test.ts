import { beforeAll, describe, expect, test } from 'vitest';
import { NotFound } from '#app/access/refusals.ts';
import { newId } from '#app/core/ids.ts';
import { makeProposal } from '#app/demo/factories/mentorships.ts';
import { proposeMentorship, withdrawMentorship } from '#app/features/mentorships/mentorship.operations.server.ts';
import type { NewMentorship } from '#app/features/mentorships/mentorship.ts';
import type { Id } from '#db/schema.ts';
import { testDatabase } from '#tests/support/database.ts';
import { actorWith, buildWorld, hire, hireYoung, TODAY, type World } from '#tests/support/world.ts';
import { actsUpon, newsTo, pairAt, type School, schoolOf, storedMentorship } from './pairs.ts';

const db = testDatabase();
let world: World;
let school: School;
let second: School['curator'];

beforeAll(async () => {
  world = await buildWorld(db);
  school = await schoolOf(world, world.school);
  second = await actorWith(world, 'curator', world.school);
});

async function setLimit(personId: Id, loadLimitPeople: number): Promise<void> {
  const row = { personId, unitId: world.school, regionId: world.region, loadLimitPeople };
  await db
    .insertInto('mentorProfile')
    .values(row)
    .onConflict((conflict) => conflict.columns(['personId', 'unitId']).doUpdateSet({ loadLimitPeople }))
    .execute();
}

function liveOf(mentorId: Id): Promise<unknown[]> {
  return db
    .selectFrom('mentorship')
    .innerJoin('mentorshipMember', 'mentorshipMember.mentorshipId', 'mentorship.id')
    .select('mentorship.id')
    .where('mentorshipMember.personId', '=', mentorId)
    .where('mentorshipMember.side', '=', 'mentor')
    .where('mentorship.state', 'in', ['proposed', 'consented', 'active'])
    .execute();
}

describe('a proposal', () => {
  test('stands at the mentee’s organisation, is in the journal once and told to both', async () => {
    const pair = await pairAt(world, world.school);
    const { id } = await makeProposal(school.curator, pair);
    expect(await storedMentorship(world, id)).toMatchObject({
      unitId: world.school,
      regionId: world.region,
      state: 'proposed',
      proposedBy: school.curator.personId,
      startedOn: TODAY,
      endedOn: '2027-05-31',
      activatedAt: null,
    });
    expect(await actsUpon(world, id)).toEqual(['proposeMentorship']);
    expect(await newsTo(world, pair.mentorId)).toEqual(['mentorship-proposed']);
    expect(await newsTo(world, pair.menteeId)).toEqual(['mentorship-proposed']);
  });

  test('is sent once however often the form is posted', async () => {
    const pair = await pairAt(world, world.school);
    const input: NewMentorship = {
      ...pair,
      formCode: 'teacher_teacher',
      kindCode: 'one_to_one',
      legalBasis: 'job_function',
      focus: 'Урок',
      hoursPerWeek: null,
      startedOn: TODAY,
      endedOn: '2027-05-31',
    };
    const key = newId();
    const first = await proposeMentorship(school.curator, input, key);
    expect(await proposeMentorship(school.curator, input, key)).toEqual(first);
    expect(await liveOf(pair.mentorId)).toHaveLength(1);
    await expect(proposeMentorship(school.curator, { ...input, focus: 'Другое' }, key)).rejects.toMatchObject({
      code: 'once-different',
    });
  });

  test.each([
    ['the last day before the first', { startedOn: '2027-05-31', endedOn: '2027-05-30' }, 'ends-before-start'],
    ['longer than five years', { endedOn: '2031-11-23' }, 'mentorship-too-long'],
    ['a start more than 60 days ago', { startedOn: '2026-09-22' }, 'starts-too-far-back'],
    ['a term that is over', { startedOn: '2026-10-01', endedOn: '2026-11-21' }, 'already-over'],
    ['a start before the mentee was hired', { startedOn: '2026-09-30', endedOn: '2027-05-31' }, null],
  ] as const)('%s', async (_case, period, code) => {
    const pair = await pairAt(world, world.school);
    const made = makeProposal(school.curator, pair, period);
    if (code === null) await expect(made).resolves.toHaveProperty('id');
    else {
      await expect(made).rejects.toMatchObject({ code });
      expect(await liveOf(pair.mentorId)).toHaveLength(0);
    }
  });

  test('is refused to oneself, to a pair already together, outside employment, to a young mentor, beyond the limit', async () => {
    const { mentorId, menteeId } = await pairAt(world, world.school);
    await expect(makeProposal(school.curator, { mentorId: menteeId, menteeId })).rejects.toMatchObject({
      code: 'mentor-is-mentee',
    });
    await makeProposal(school.curator, { mentorId, menteeId });
    await expect(makeProposal(school.curator, { mentorId, menteeId })).rejects.toMatchObject({
      code: 'already-paired',
    });
    const leaver = await hire(world, world.school);
    await db.updateTable('employment').set({ endedOn: '2027-02-28' }).where('personId', '=', leaver).execute();
    await expect(makeProposal(school.curator, { mentorId: leaver, menteeId })).rejects.toMatchObject({
      code: 'outside-employment',
    });
    const young = await hireYoung(world, world.school);
    await expect(makeProposal(school.curator, { mentorId: young, menteeId })).rejects.toMatchObject({
      code: 'mentor-young',
    });
    const idle = await hire(world, world.school);
    await setLimit(idle, 0);
    await expect(makeProposal(school.curator, { mentorId: idle, menteeId })).rejects.toMatchObject({
      code: 'no-capacity',
    });
  });

  test('a mentor has five places unless the profile says fewer (BR-07); withdrawing frees one', async () => {
    const mentorId = await hire(world, world.school);
    const mentees = await Promise.all([0, 1, 2, 3, 4, 5].map(() => hireYoung(world, world.school)));
    const sixth = mentees.at(5);
    const made: { id: Id }[] = [];
    for (const menteeId of mentees.slice(0, 5)) made.push(await makeProposal(school.curator, { mentorId, menteeId }));
    const late = { mentorId, menteeId: sixth ?? '' };
    await expect(makeProposal(school.curator, late)).rejects.toMatchObject({ code: 'no-capacity' });
    await withdrawMentorship(school.curator, made[0]?.id ?? '', { version: 1 });
    await expect(makeProposal(school.curator, late)).resolves.toHaveProperty('id');
  });

  test('is not there for a curator of another school, a head, a teacher or the ministry', async () => {
    const pair = await pairAt(world, world.school);
    const strangers = [
      await actorWith(world, 'curator', world.sibling),
      await actorWith(world, 'head', world.school),
      await actorWith(world, 'mentor', world.school),
      await actorWith(world, 'ministryOfficer', world.region),
    ];
    for (const stranger of strangers) await expect(makeProposal(stranger, pair)).rejects.toThrow(NotFound);
    const elsewhere = await hire(world, world.sibling);
    await expect(makeProposal(school.curator, { ...pair, mentorId: elsewhere })).rejects.toThrow(NotFound);
    expect(await liveOf(pair.mentorId)).toHaveLength(0);
  });
});

test('two curators race for the last place: exactly one gets it, in every one of 60 rounds', async () => {
  const mentees = await Promise.all([0, 1].map(() => hireYoung(world, world.school)));
  const [one = '', other = ''] = mentees;
  for (let round = 0; round < 60; round += 1) {
    const mentorId = await hire(world, world.school);
    if (round % 2 === 0) await setLimit(mentorId, 1);
    else {
      // Without a profile row the two also race to make it; four of the usual five places are taken already.
      for (const _ of [0, 1, 2, 3]) {
        await makeProposal(school.curator, { mentorId, menteeId: await hireYoung(world, world.school) });
      }
      await db.deleteFrom('mentorProfile').where('personId', '=', mentorId).execute();
    }
    const results = await Promise.allSettled([
      makeProposal(school.curator, { mentorId, menteeId: one }),
      makeProposal(second, { mentorId, menteeId: other }),
    ]);
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const refused = results.find((result) => result.status === 'rejected');
    expect(refused?.reason).toMatchObject({ code: 'no-capacity' });
    expect(await liveOf(mentorId)).toHaveLength(round % 2 === 0 ? 1 : 5);
  }
}, 120_000);

test('the same pair proposed twice at once is made once', async () => {
  for (let round = 0; round < 20; round += 1) {
    const pair = await pairAt(world, world.school);
    await setLimit(pair.mentorId, 3);
    const results = await Promise.allSettled([makeProposal(school.curator, pair), makeProposal(second, pair)]);
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await liveOf(pair.mentorId)).toHaveLength(1);
  }
});

test('two people proposed to each other at once both ways do not fall into a deadlock', async () => {
  const [one, other] = [await hire(world, world.school), await hire(world, world.school)];
  const results = await Promise.allSettled([
    makeProposal(school.curator, { mentorId: one, menteeId: other }),
    makeProposal(second, { mentorId: other, menteeId: one }),
  ]);
  expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(results.find((result) => result.status === 'rejected')?.reason).toMatchObject({ code: 'mirror-pair' });
});
