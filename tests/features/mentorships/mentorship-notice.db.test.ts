import { beforeAll, describe, expect, test } from 'vitest';
import { Forbidden, NotFound } from '#app/access/refusals.ts';
import { type Context, systemContext } from '#app/core/context.server.ts';
import { makeConsented } from '#app/demo/factories/mentorships.ts';
import { closeMentorship } from '#app/features/mentorships/mentorship.operations.server.ts';
import { closeRunOut } from '#app/features/mentorships/mentorship-ending.jobs.server.ts';
import {
  giveUpMentorship,
  recordEarlyEnd,
  withdrawNotice,
} from '#app/features/mentorships/mentorship-notice.operations.server.ts';
import { findEnding } from '#app/features/mentorships/mentorship-notice.queries.server.ts';
import { paths } from '#app/paths.ts';
import type { Day, Id } from '#db/schema.ts';
import { together } from '#tests/races/rounds.ts';
import { testDatabase } from '#tests/support/database.ts';
import { openSite, testServices } from '#tests/support/site.ts';
import { actorWith, as, buildWorld, TODAY, type World } from '#tests/support/world.ts';
import { actsUpon, newsTo, order, pairAt, type School, schoolOf, storedMentorship } from './pairs.ts';

const db = testDatabase();
let world: World;
let school: School;

beforeAll(async () => {
  world = await buildWorld(db);
  school = await schoolOf(world, world.school);
});

/** Sunday 22 November 2026: Monday, Tuesday and Wednesday are the three working days. */
const EARLIEST = '2026-11-25';
const employer = { party: 'employer', manner: 'electronic', givenOn: TODAY, endsOn: EARLIEST } as const;

async function active() {
  const pair = await pairAt(world, world.school);
  const { id } = await makeConsented(school.curator, pair, { startedOn: TODAY });
  await order(world, school, world.school, [id], TODAY);
  return { ...pair, id };
}

const on = (ctx: Context, today: Day): Context => ({ ...ctx, today, now: `${today}T07:00:00.000Z` });
const jobOn = (now: string) => systemContext('mentorship-ending', { db, clock: { now: () => now, offsetDays: 0 } });
const rolesEnd = async (personId: Id) =>
  (await db.selectFrom('roleGrant').select('endedOn').where('personId', '=', personId).execute()).map(
    (role) => role.endedOn,
  );

describe('a side gives notice on its own page', () => {
  test('the mentorship goes on to that day and is closed after it with its roles', async () => {
    const { id, mentorId, menteeId } = await active();
    await giveUpMentorship(await as(world, mentorId), id, { endsOn: EARLIEST });
    expect((await storedMentorship(world, id)).state).toBe('active');
    await closeRunOut(jobOn('2026-11-25T20:00:00.000Z'));
    expect((await storedMentorship(world, id)).state).toBe('active');
    await closeRunOut(jobOn('2026-11-25T21:30:00.000Z'));
    const { state, finishedOn } = await storedMentorship(world, id);
    expect([state, finishedOn]).toEqual(['closed', EARLIEST]);
    expect([...(await rolesEnd(mentorId)), ...(await rolesEnd(menteeId))]).toEqual([EARLIEST, EARLIEST]);
    expect((await actsUpon(world, id)).slice(-2)).toEqual(['planMentorshipEnd', 'closeMentorship']);
    await closeRunOut(jobOn('2026-11-26T21:30:00.000Z'));
    expect((await actsUpon(world, id)).filter((act) => act === 'closeMentorship')).toHaveLength(1);
  });

  test('an earlier day is refused, over the May holidays too', async () => {
    const { id, menteeId } = await active();
    const mentee = await as(world, menteeId);
    await expect(giveUpMentorship(mentee, id, { endsOn: '2026-11-24' })).rejects.toThrow('notice-too-early');
    // 29 and 30 April 2027 are worked; 1 May falls on a Saturday and moves to Monday the 3rd; the third day is 4 May.
    const spring = on(mentee, '2027-04-28');
    await expect(giveUpMentorship(spring, id, { endsOn: '2027-05-03' })).rejects.toThrow('notice-too-early');
    await giveUpMentorship(spring, id, { endsOn: '2027-05-04' });
    await expect(giveUpMentorship(spring, id, { endsOn: '2027-05-05' })).rejects.toThrow('notice-already-given');
  });

  test('a stranger, a curator of another school and a reader cannot', async () => {
    const { id } = await active();
    const far = await actorWith(world, 'curator', world.sibling);
    const hrOfficer = await actorWith(world, 'hrOfficer', world.school);
    const other = await as(world, (await active()).mentorId);
    await expect(giveUpMentorship(other, id, { endsOn: EARLIEST })).rejects.toBeInstanceOf(NotFound);
    await expect(recordEarlyEnd(far, id, employer)).rejects.toBeInstanceOf(NotFound);
    await expect(recordEarlyEnd(hrOfficer, id, employer)).rejects.toBeInstanceOf(Forbidden);
    await expect(giveUpMentorship(school.curator, id, { endsOn: EARLIEST })).rejects.toBeInstanceOf(Forbidden);
  });
});

describe('who gave up is nobody else’s business (BR-04)', () => {
  test('the other side, the journal and notices say only the last day', async () => {
    const { id, mentorId, menteeId } = await active();
    await giveUpMentorship(await as(world, mentorId), id, { endsOn: EARLIEST });
    const told = await findEnding(await as(world, menteeId), id);
    expect([told.endsOn, told.notice, told.canWithdraw]).toEqual([EARLIEST, null, false]);
    expect((await findEnding(school.head, id)).notice).toMatchObject({ party: 'mentor', isPaper: false });
    const lines = await db
      .selectFrom('journalEntry')
      .select(['actorId', 'systemName', 'before', 'after'])
      .where('act', '=', 'planMentorshipEnd')
      .where('objectId', '=', id)
      .execute();
    expect(lines).toEqual([
      { actorId: null, systemName: 'mentorship-ending', before: null, after: { endsOn: EARLIEST } },
    ]);
    expect((await newsTo(world, menteeId)).at(-1)).toBe('mentorship-ending');
    expect((await newsTo(world, school.curator.personId)).at(-1)).toBe('mentorship-ending');
  });

  test('a notice of the organisation leaves the same line', async () => {
    const { id, mentorId, menteeId } = await active();
    await recordEarlyEnd(school.head, id, employer);
    const [line] = await db
      .selectFrom('journalEntry')
      .select(['actorId', 'systemName', 'after'])
      .where('act', '=', 'planMentorshipEnd')
      .where('objectId', '=', id)
      .execute();
    expect(line).toEqual({ actorId: null, systemName: 'mentorship-ending', after: { endsOn: EARLIEST } });
    for (const personId of [mentorId, menteeId])
      expect((await newsTo(world, personId)).at(-1)).toBe('mentorship-ending');
  });
});

describe('head and curator', () => {
  test('record a notice on paper with its date', async () => {
    const { id } = await active();
    const paper = { ...employer, party: 'mentee', manner: 'paper' } as const;
    await expect(recordEarlyEnd(school.curator, id, { ...paper, givenOn: '2026-11-23' })).rejects.toThrow(
      'notice-in-future',
    );
    await expect(recordEarlyEnd(school.curator, id, { ...paper, givenOn: '2026-10-22' })).rejects.toThrow(
      'notice-too-old',
    );
    await recordEarlyEnd(school.curator, id, { ...paper, givenOn: '2026-11-19', endsOn: '2026-11-24' });
    expect((await findEnding(school.curator, id)).notice).toMatchObject({ party: 'mentee', isPaper: true });
  });

  test('cannot close before the day that notice has set', async () => {
    const { id } = await active();
    await recordEarlyEnd(school.curator, id, employer);
    const { version } = await storedMentorship(world, id);
    await expect(closeMentorship(school.curator, id, { finishedOn: TODAY, version })).rejects.toThrow(
      'notice-still-runs',
    );
  });

  test('are told that a proposal has nothing to end yet', async () => {
    const { id } = await makeConsented(school.curator, await pairAt(world, world.school));
    await expect(recordEarlyEnd(school.curator, id, employer)).rejects.toThrow('notice-not-active');
  });
});

describe('taking a notice back', () => {
  test('is done by who gave it, before the last day is over, and the mentorship goes on', async () => {
    const { id, mentorId, menteeId } = await active();
    const mentor = await as(world, mentorId);
    await giveUpMentorship(mentor, id, { endsOn: EARLIEST });
    await expect(withdrawNotice(await as(world, menteeId), id)).rejects.toBeInstanceOf(Forbidden);
    await expect(withdrawNotice(school.curator, id)).rejects.toBeInstanceOf(NotFound);
    await expect(withdrawNotice(on(mentor, '2026-11-26'), id)).rejects.toThrow('notice-not-withdrawable');
    await withdrawNotice(mentor, id);
    await closeRunOut(jobOn('2026-11-27T00:00:00.000Z'));
    expect((await storedMentorship(world, id)).state).toBe('active');
    expect((await newsTo(world, menteeId)).at(-1)).toBe('mentorship-kept');
    await giveUpMentorship(mentor, id, { endsOn: EARLIEST });
  });
});

describe('races', () => {
  test('both sides at once: one notice', async () => {
    const { id, mentorId, menteeId } = await active();
    const sides = await Promise.all([as(world, mentorId), as(world, menteeId)]);
    const ended = await together(sides.map((side) => () => giveUpMentorship(side, id, { endsOn: EARLIEST })));
    expect(ended.map(({ refused }) => refused).sort()).toEqual(['notice-already-given', null].sort());
  });

  test('a notice and an end by the curator at once: whoever is second is refused', async () => {
    const { id, mentorId } = await active();
    const mentor = await as(world, mentorId);
    const { version } = await storedMentorship(world, id);
    const ended = await together([
      () => giveUpMentorship(mentor, id, { endsOn: EARLIEST }),
      () => closeMentorship(school.curator, id, { finishedOn: TODAY, version }),
    ]);
    const refusals = ended.flatMap(({ refused }) => (refused ? [refused] : []));
    expect(refusals).toHaveLength(1);
    expect(['notice-not-active', 'notice-still-runs']).toContain(refusals[0]);
  });

  test('two runs of the job close once', async () => {
    const { id, mentorId } = await active();
    await giveUpMentorship(await as(world, mentorId), id, { endsOn: EARLIEST });
    await Promise.all([closeRunOut(jobOn('2026-11-26T05:00:00.000Z')), closeRunOut(jobOn('2026-11-26T05:00:00.000Z'))]);
    expect((await actsUpon(world, id)).filter((act) => act === 'closeMentorship')).toHaveLength(1);
  });
});

describe('pages', () => {
  const site = openSite(db);

  test('offer the earliest day and name the days off; a refused form keeps what was typed', async () => {
    const { id, mentorId, menteeId } = await active();
    const spring = openSite(db, {
      ...testServices(db),
      clock: { now: () => '2027-04-28T07:00:00.000Z', offsetDays: 0 },
    });
    const path = paths.mentorshipGiveUp(id);
    const page = await (await spring.get(path, { as: mentorId })).text();
    expect(page).toContain('value="04.05.2027"');
    expect(page).toMatch(/1\sмая — Праздник Весны и Труда; 2\sмая — воскресенье; 3\sмая — выходной перенесён/);
    const refused = await spring.post(path, { endsOn: '30.04.2027' }, { as: mentorId });
    expect(refused.status).toBe(422);
    const text = await refused.text();
    expect(text).toContain('раньше, чем через три рабочих дня');
    expect(text).toContain('value="30.04.2027"');
    expect((await spring.post(path, { endsOn: '04.05.2027' }, { as: mentorId })).status).toBe(303);
    const shown = await (await spring.get(paths.mentorship(id), { as: menteeId })).text();
    expect(shown).toContain('завершается');
    expect(shown).not.toContain('Предупреждение: наставник');
    expect(await (await spring.get(paths.mentorship(id), { as: school.head.personId })).text()).toContain(
      'Предупреждение: наставник',
    );
    expect(await (await spring.get(paths.mentorships(), { as: school.head.personId })).text()).toContain('завершается');
  });

  test('say so when the calendar of the year is not there', async () => {
    const { id, mentorId } = await active();
    await db.deleteFrom('calendarYear').where('year', '=', 2026).execute();
    const page = await (await site.get(paths.mentorshipGiveUp(id), { as: mentorId })).text();
    expect(page).toContain('Производственный календарь на этот год ещё не внесён');
    await db.insertInto('calendarYear').values({ year: 2026, act: 'постановление', isDecreed: true }).execute();
  });
});
