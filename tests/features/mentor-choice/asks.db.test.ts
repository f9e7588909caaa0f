import { beforeAll, describe, expect, test } from 'vitest';
import { NotFound } from '#app/access/refusals.ts';
import type { Context } from '#app/core/context.server.ts';
import { makeRequest } from '#app/demo/factories/mentoring-requests.ts';
import { makeProposal } from '#app/demo/factories/mentorships.ts';
import { answerAsk } from '#app/features/mentor-choice/ask-answer.operations.server.ts';
import { careForRequests, lookInside } from '#app/features/mentor-choice/mentor-ask.jobs.server.ts';
import { askMentor, offerMyself } from '#app/features/mentor-choice/mentor-ask.operations.server.ts';
import { suggestMentors } from '#app/features/mentor-choice/suggestions.server.ts';
import { wishFor, withdrawRequest } from '#app/features/mentoring-requests/mentoring-request.operations.server.ts';
import type { Id } from '#db/schema.ts';
import { testDatabase } from '#tests/support/database.ts';
import { openSite, type Site } from '#tests/support/site.ts';
import { actorWith, as, buildWorld, hire, hireYoung, type World } from '#tests/support/world.ts';
import { newsTo } from '../mentorships/pairs.ts';

const db = testDatabase();
let world: World;
let site: Site;
let curator: Awaited<ReturnType<typeof actorWith>>;
let mentors: Id[];

beforeAll(async () => {
  world = await buildWorld(db);
  site = openSite(db);
  curator = await actorWith(world, 'curator', world.school);
  mentors = [];
  for (let count = 0; count < 7; count += 1) mentors.push(await hire(world, world.school));
});

async function asking(): Promise<{
  personId: Id;
  own: Context;
  id: Id;
  request: { id: Id; personId: Id; unitId: Id };
}> {
  const personId = await hireYoung(world, world.school);
  const own = await as(world, personId);
  const { id } = await makeRequest(own, { personId });
  return { personId, own, id, request: { id, personId, unitId: world.school } };
}

const stateOf = async (id: Id) =>
  (await db.selectFrom('requestOffer').select('state').where('id', '=', id).executeTakeFirstOrThrow()).state;
const on = (day: string): Context => ({ ...world.system, today: day, now: `${day}T07:00:00.000Z` });
const mentor = (index: number) => mentors[index] ?? '';

describe('suggestions', () => {
  test('are at most five, the wished for first, the avoided and those asked already left out in silence', async () => {
    const { own, id, request } = await asking();
    expect((await suggestMentors(own, request)).suggested).toHaveLength(5);
    await wishFor(own, id, { mentorId: mentor(6), wish: 'prefer' });
    await wishFor(own, id, { mentorId: mentor(0), wish: 'avoid' });
    const { suggested, suitable } = await suggestMentors(own, request);
    const ids = suggested.map(({ personId }) => personId);
    expect(ids[0]).toBe(mentor(6));
    expect(ids).not.toContain(mentor(0));
    const ask = await askMentor(own, id, { mentorId: mentor(6) });
    await answerAsk(await as(world, mentor(6)), ask.id, { answer: 'declined' });
    const after = await suggestMentors(own, request);
    expect(after.suitable).toBe(suitable - 1);
    expect(after.suggested.map(({ personId }) => personId)).not.toContain(mentor(6));
  });

  test('say why, and nothing private', async () => {
    const { personId, id } = await asking();
    const page = await (await site.get(`/requests/${id}/choose`, { as: personId })).text();
    expect(page).toContain('тот же предмет: математика');
    expect(page).not.toMatch(/1980|@|\+7/);
  });
});

describe('an ask', () => {
  test('goes to one colleague, who agrees; author and curator are told, the curator finds a ready pair', async () => {
    const { personId, own, id } = await asking();
    const ask = await askMentor(own, id, { mentorId: mentor(1) });
    const row = await db.selectFrom('requestOffer').selectAll().where('id', '=', ask.id).executeTakeFirstOrThrow();
    // Sunday 22 November: three and seven working days on.
    expect(row).toMatchObject({ remindOn: '2026-11-25', expiresOn: '2026-12-01', position: 1, state: 'asked' });
    expect(await newsTo(world, mentor(1))).toContain('mentor-asked');
    await expect(askMentor(own, id, { mentorId: mentor(2) })).rejects.toMatchObject({ code: 'one-ask-at-a-time' });
    const page = await (await site.get(`/asks/${ask.id}`, { as: mentor(1) })).text();
    expect(page).toContain('Не успеваю объяснить');
    await answerAsk(await as(world, mentor(1)), ask.id, { answer: 'accepted' });
    expect(await newsTo(world, personId)).toEqual(['ask-accepted']);
    const home = await (await site.get('/', { as: curator.personId })).text();
    expect(home).toContain(`/matching/${personId}/propose/${mentor(1)}`);
    const pair = await makeProposal(curator, { menteeId: personId, mentorId: mentor(1) });
    const request = await db.selectFrom('mentoringRequest').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
    expect(request).toMatchObject({ state: 'matched', mentorshipId: pair.id });
    expect(await stateOf(ask.id)).toBe('closed');
  });

  test('declined leaves no trace: the same words as a silence, to everybody', async () => {
    const askings = [await asking(), await asking()] as const;
    const told = async ({ personId, own, id }: (typeof askings)[number], end: 'declined' | 'expired') => {
      const ask = await askMentor(own, id, { mentorId: mentor(2) });
      if (end === 'declined') await answerAsk(await as(world, mentor(2)), ask.id, { answer: 'declined' });
      else await careForRequests(on('2026-12-02'));
      const pages = [`/requests/${id}`, `/requests/${id}/choose`];
      const seen = await Promise.all(
        [personId, curator.personId].flatMap((who) =>
          pages.map(async (page) =>
            (await (await site.get(page, { as: who })).text()).replaceAll(/[0-9a-f-]{36}/g, 'ID'),
          ),
        ),
      );
      const journal = await db.selectFrom('journalEntry').selectAll().where('objectId', '=', ask.id).execute();
      return {
        news: await newsTo(world, personId),
        seen: seen.map((text) => text.replaceAll(/Иванов\S+/g, 'Имя')),
        journal,
      };
    };
    const [declined, silent] = [await told(askings[0], 'declined'), await told(askings[1], 'expired')];
    expect(declined.news).toEqual(['ask-passed']);
    expect(silent.news).toEqual(declined.news);
    expect(declined.seen).toEqual(silent.seen);
    expect(JSON.stringify(declined.journal)).not.toContain('declined');
    const profile = await db.selectFrom('mentorProfile').selectAll().where('personId', '=', mentor(2)).execute();
    expect(JSON.stringify(profile)).not.toContain('declined');
  });

  test('may be declined for good: nothing more is sent until the mentor opens the door again', async () => {
    const quiet = await hire(world, world.school);
    await db
      .insertInto('mentorProfile')
      .values({ personId: quiet, unitId: world.school, regionId: world.region })
      .execute();
    const { own, id } = await asking();
    const ask = await askMentor(own, id, { mentorId: quiet });
    await answerAsk(await as(world, quiet), ask.id, { answer: 'declined_stop' });
    const next = await asking();
    await expect(askMentor(next.own, next.id, { mentorId: quiet })).rejects.toMatchObject({
      code: 'mentor-not-suitable',
    });
  });

  test('is brought to mind once after three working days and released after seven, however often the job runs', async () => {
    const { personId, own, id } = await asking();
    const ask = await askMentor(own, id, { mentorId: mentor(3) });
    const reminders = async () => (await newsTo(world, mentor(3))).filter((kind) => kind === 'ask-reminder').length;
    await careForRequests(on('2026-11-24'));
    expect(await reminders()).toBe(0);
    for (const day of ['2026-11-25', '2026-11-25', '2026-11-27']) await careForRequests(on(day));
    expect(await reminders()).toBe(1);
    await careForRequests(on('2026-12-01'));
    expect(await stateOf(ask.id)).toBe('asked');
    await Promise.all([careForRequests(on('2026-12-02')), careForRequests(on('2026-12-02'))]);
    expect(await stateOf(ask.id)).toBe('expired');
    expect(await newsTo(world, personId)).toEqual(['ask-passed']);
    const late = { ...(await as(world, mentor(3))), today: '2026-12-02' };
    await expect(answerAsk(late, ask.id, { answer: 'accepted' })).rejects.toMatchObject({ code: 'ask-expired' });
    await expect(askMentor(own, id, { mentorId: mentor(3) })).rejects.toMatchObject({ code: 'mentor-already-named' });
    await expect(askMentor(own, id, { mentorId: mentor(4) })).resolves.toHaveProperty('id');
  });

  test('is answered by the asked alone; a colleague, the curator and another school find nothing', async () => {
    const { own, id } = await asking();
    const ask = await askMentor(own, id, { mentorId: mentor(4) });
    const strangers = [own, curator, await as(world, mentor(5)), await actorWith(world, 'mentor', world.sibling)];
    for (const stranger of strangers)
      await expect(answerAsk(stranger, ask.id, { answer: 'accepted' })).rejects.toThrow(NotFound);
    const elsewhere = await hire(world, world.sibling);
    await answerAsk(await as(world, mentor(4)), ask.id, { answer: 'declined' });
    await expect(askMentor(own, id, { mentorId: elsewhere })).rejects.toThrow(NotFound);
    await expect(
      askMentor(await actorWith(world, 'curator', world.sibling), id, { mentorId: mentor(5) }),
    ).rejects.toThrow(NotFound);
  });

  test('is over with the request', async () => {
    const { own, id } = await asking();
    const ask = await askMentor(own, id, { mentorId: mentor(5) });
    await withdrawRequest(own, id, { version: 1 });
    await expect(answerAsk(await as(world, mentor(5)), ask.id, { answer: 'accepted' })).rejects.toMatchObject({
      code: 'ask-not-awaiting',
    });
    expect(await (await site.get(`/asks/${ask.id}`, { as: mentor(5) })).text()).not.toContain('Не успеваю объяснить');
  });
});

describe('a colleague who offers himself', () => {
  test('sees no name and no words, is chosen by the author, and the pair is ready at once', async () => {
    const helper = await hire(world, world.school);
    await db
      .insertInto('mentorProfile')
      .values({ personId: helper, unitId: world.school, regionId: world.region })
      .execute();
    const { personId, own, id } = await asking();
    const page = await (await site.get(`/open-requests/${id}`, { as: helper })).text();
    expect(page).toContain('математика');
    expect(page).not.toContain('Не успеваю объяснить');
    const offer = await offerMyself(await as(world, helper), id, helper);
    expect(await newsTo(world, personId)).toEqual(['mentor-volunteered']);
    await askMentor(own, id, { mentorId: helper });
    expect(await stateOf(offer.id)).toBe('accepted');
    expect(await newsTo(world, helper)).toEqual(['offer-taken']);
  });

  test('is somebody with a profile at the same organisation whom the author does not avoid', async () => {
    const { own, id } = await asking();
    const plain = await hire(world, world.school);
    await expect(offerMyself(await as(world, plain), id, plain)).rejects.toThrow(NotFound);
    await db
      .insertInto('mentorProfile')
      .values({ personId: plain, unitId: world.school, regionId: world.region })
      .execute();
    await wishFor(own, id, { mentorId: plain, wish: 'avoid' });
    await expect(offerMyself(await as(world, plain), id, plain)).rejects.toThrow(NotFound);
    expect((await site.get(`/open-requests/${id}`, { as: plain })).status).toBe(404);
  });
});

describe('who works here no more', () => {
  const leave = (personId: Id) =>
    db.updateTable('employment').set({ endedOn: '2026-11-21' }).where('personId', '=', personId).execute();

  test('is asked no more from that day, and the author may ask the next; who stays keeps his ask', async () => {
    const leaver = await hire(world, world.school);
    const { personId, own, id } = await asking();
    const gone = await askMentor(own, id, { mentorId: leaver });
    const other = await asking();
    const kept = await askMentor(other.own, other.id, { mentorId: mentor(5) });
    await leave(leaver);
    expect((await site.get(`/asks/${gone.id}`, { as: leaver })).status).toBe(404);
    await expect(answerAsk(await as(world, leaver), gone.id, { answer: 'accepted' })).rejects.toThrow(NotFound);
    await careForRequests(world.system);
    expect([await stateOf(gone.id), await stateOf(kept.id)]).toEqual(['closed', 'asked']);
    expect(await newsTo(world, personId)).toContain('ask-passed');
    await askMentor(own, id, { mentorId: mentor(4) });
  });

  test('has no open request there: the curator reads it no more, and it is closed', async () => {
    const { personId, own, id } = await asking();
    const ask = await askMentor(own, id, { mentorId: mentor(3) });
    const read = async () => (await site.get(`/requests/${id}`, { as: curator.personId })).status;
    expect(await read()).toBe(200);
    await leave(personId);
    expect(await read()).toBe(404);
    await careForRequests(world.system);
    const row = await db.selectFrom('mentoringRequest').select('state').where('id', '=', id).executeTakeFirst();
    expect([row?.state, await stateOf(ask.id)]).toEqual(['withdrawn', 'closed']);
    expect(await newsTo(world, personId)).toContain('request-left');
  });
});

test('the daily look notes since when nobody inside would do', async () => {
  const lonely = await hireYoung(world, world.farSchool);
  const { id } = await makeRequest(await as(world, lonely), { personId: lonely });
  expect(await lookInside(on('2026-11-22'))).toBeGreaterThan(0);
  expect(await lookInside(on('2026-11-22'))).toBe(0);
  const noted = () =>
    db.selectFrom('mentoringRequest').select('nobodySince').where('id', '=', id).executeTakeFirstOrThrow();
  expect((await noted()).nobodySince).toBe('2026-11-22');
  await hire(world, world.farSchool);
  await lookInside(on('2026-11-23'));
  expect((await noted()).nobodySince).toBeNull();
});
