import { beforeAll, describe, expect, test } from 'vitest';
import { Forbidden, NotFound } from '#app/access/refusals.ts';
import { StaleWrite } from '#app/core/errors.ts';
import { makeProposal } from '#app/demo/factories/mentorships.ts';
import { pauseMentorship, resumeMentorship } from '#app/features/mentorship-pauses/pause.operations.server.ts';
import { closeMentorship } from '#app/features/mentorships/mentorship.operations.server.ts';
import type { Id } from '#db/schema.ts';
import { castOf } from '#tests/features/memberships/cast.ts';
import {
  actsUpon,
  newsTo,
  pairAt,
  type School,
  schoolOf,
  storedMentorship,
} from '#tests/features/mentorships/pairs.ts';
import { broken, together } from '#tests/races/rounds.ts';
import { testDatabase } from '#tests/support/database.ts';
import { openSite } from '#tests/support/site.ts';
import { as, buildWorld, hireYoung, TODAY, type World } from '#tests/support/world.ts';

const db = testDatabase();
let world: World;
let school: School;
let other: School;

beforeAll(async () => {
  world = await buildWorld(db);
  school = await schoolOf(world, world.school);
  other = await schoolOf(world, world.sibling);
});

const { limit, active } = castOf(db, () => ({ world, school }));

const rest = { reason: 'leave', startedOn: TODAY, endedOn: '2026-12-20', freesPlace: false } as const;

describe('a pause', () => {
  test('is told to both, shown in the list and the file, and ends by itself', async () => {
    const { id, mentorId, menteeId } = await active();
    await pauseMentorship(school.curator, id, rest);
    expect((await storedMentorship(world, id)).state).toBe('active');
    expect(await newsTo(world, menteeId)).toContain('mentorship-paused');
    expect(await actsUpon(world, id)).toContain('pauseMentorship');
    const site = openSite(db);
    const mentor = await db
      .selectFrom('person')
      .select('lastName')
      .where('id', '=', mentorId)
      .executeTakeFirstOrThrow();
    const found = await (await site.get('/mentorships?stage=paused', { as: school.curator.personId })).text();
    expect(found).toContain(mentor.lastName);
    const active_ = await (await site.get('/mentorships?stage=active', { as: school.curator.personId })).text();
    expect(active_).not.toContain(mentor.lastName);
  });

  test('keeps the mentor’s place, unless it says that the place is free meanwhile', async () => {
    const kept = await active();
    await limit(kept.mentorId, 1);
    await pauseMentorship(school.curator, kept.id, rest);
    const during = { startedOn: TODAY, endedOn: '2026-12-20' };
    const next = async (mentorId: Id) => ({ mentorId, menteeId: await hireYoung(world, world.school) });
    await expect(makeProposal(school.curator, await next(kept.mentorId), during)).rejects.toMatchObject({
      code: 'no-capacity',
    });
    const freed = await active();
    await limit(freed.mentorId, 1);
    const { id } = await pauseMentorship(school.curator, freed.id, { ...rest, freesPlace: true });
    const longer = { ...during, endedOn: '2026-12-21' };
    await expect(makeProposal(school.curator, await next(freed.mentorId), longer)).rejects.toMatchObject({
      code: 'no-capacity',
    });
    await makeProposal(school.curator, await next(freed.mentorId), during);
    await expect(resumeMentorship(school.curator, id, { resumedOn: '2026-12-01', version: 1 })).rejects.toMatchObject({
      code: 'no-capacity',
    });
  });

  test('ends earlier when work resumes', async () => {
    const { id } = await active();
    const pause = await pauseMentorship(school.curator, id, { ...rest, startedOn: '2026-11-10' });
    await expect(resumeMentorship(school.curator, pause.id, { resumedOn: TODAY, version: 2 })).rejects.toThrow(
      StaleWrite,
    );
    await expect(
      resumeMentorship(school.curator, pause.id, { resumedOn: '2026-12-21', version: 1 }),
    ).rejects.toMatchObject({ code: 'resumes-outside-pause' });
    await resumeMentorship(school.curator, pause.id, { resumedOn: TODAY, version: 1 });
    const stored = await db.selectFrom('mentorshipPause').select('endedOn').where('id', '=', pause.id).execute();
    expect(stored).toEqual([{ endedOn: '2026-11-21' }]);
    await pauseMentorship(school.curator, id, rest);
  });

  test.each([
    ['twice on the same days', { startedOn: '2026-11-25' }, 'already-paused'],
    ['ending before it starts', { startedOn: '2026-12-25', endedOn: '2026-12-24' }, 'pause-ends-before-start'],
    ['before the mentorship', { startedOn: '2026-09-30', endedOn: '2026-10-02' }, 'pause-outside-term'],
    ['after the mentorship', { startedOn: '2027-05-31', endedOn: '2027-06-01' }, 'pause-outside-term'],
    ['long ago', { startedOn: '2026-10-22', endedOn: '2026-10-25' }, 'pause-too-far-back'],
  ])('is refused %s', async (_, days, code) => {
    const { id } = await active();
    await pauseMentorship(school.curator, id, rest);
    await expect(pauseMentorship(school.curator, id, { ...rest, ...days })).rejects.toMatchObject({ code });
  });

  test('is for the curator of the organisation and a mentorship in force', async () => {
    const { id, mentorId } = await active();
    await expect(pauseMentorship(school.head, id, rest)).rejects.toThrow(Forbidden);
    await expect(pauseMentorship(await as(world, mentorId), id, rest)).rejects.toThrow(Forbidden);
    await expect(pauseMentorship(other.curator, id, rest)).rejects.toThrow(NotFound);
    const proposed = await makeProposal(school.curator, await pairAt(world, world.school));
    await expect(pauseMentorship(school.curator, proposed.id, rest)).rejects.toMatchObject({
      code: 'pause-not-active',
    });
  });
});

test('a pause and the end at once: the mentorship is closed or rests, never closed by a stale page', async () => {
  const wrong = await broken(8, async () => {
    const { id } = await active();
    const { version } = await storedMentorship(world, id);
    const endings = await together<unknown>([
      () => pauseMentorship(school.curator, id, rest),
      () => closeMentorship(school.curator, id, { finishedOn: TODAY, version }),
    ]);
    const { state } = await storedMentorship(world, id);
    const pauses = await db.selectFrom('mentorshipPause').select('id').where('mentorshipId', '=', id).execute();
    const done = endings.filter(({ refused }) => refused === null).length;
    const isWhole = (state === 'closed' && pauses.length === 0) || (state === 'active' && pauses.length === 1);
    return done === 1 && isWhole ? [] : [`${done} done, ${state} with ${pauses.length} pauses`];
  });
  expect(wrong).toEqual([]);
});
