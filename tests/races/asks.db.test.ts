import { beforeAll, expect, test } from 'vitest';
import type { Context } from '#app/core/context.server.ts';
import { makeRequest } from '#app/demo/factories/mentoring-requests.ts';
import { answerAsk } from '#app/features/mentor-choice/ask-answer.operations.server.ts';
import { expireAsks } from '#app/features/mentor-choice/mentor-ask.jobs.server.ts';
import { askMentor } from '#app/features/mentor-choice/mentor-ask.operations.server.ts';
import { withdrawRequest } from '#app/features/mentoring-requests/mentoring-request.operations.server.ts';
import type { Id } from '#db/schema.ts';
import { testDatabase } from '#tests/support/database.ts';
import { actorWith, as, buildWorld, hire, hireYoung, type World } from '#tests/support/world.ts';
import { broken, together, unlessOneWon } from './rounds.ts';

const ROUNDS = 40;
const db = testDatabase();
let world: World;
let curator: Context;
let mentors: Id[];

beforeAll(async () => {
  world = await buildWorld(db);
  curator = await actorWith(world, 'curator', world.school);
  mentors = [await hire(world, world.school), await hire(world, world.school)];
});

async function asking(): Promise<{ own: Context; id: Id }> {
  const personId = await hireYoung(world, world.school);
  const own = await as(world, personId);
  return { own, id: (await makeRequest(own, { personId })).id };
}

async function liveOf(requestId: Id): Promise<string[]> {
  const rows = await db
    .selectFrom('requestOffer')
    .select('state')
    .where('requestId', '=', requestId)
    .where('state', 'in', ['asked', 'accepted'])
    .execute();
  return rows.map(({ state }) => state);
}

test(`two asks at once for one request: one is sent, ${ROUNDS} rounds`, async () => {
  const wrong = await broken(ROUNDS, async () => {
    const { own, id } = await asking();
    const [first = '', second = ''] = mentors;
    const asks = [() => askMentor(own, id, { mentorId: first }), () => askMentor(curator, id, { mentorId: second })];
    const complaints = unlessOneWon(await together(asks), ['one-ask-at-a-time']);
    return (await liveOf(id)).length === 1 ? complaints : [...complaints, 'not one ask lives'];
  });
  expect(wrong).toEqual([]);
});

test(`an answer while the ask expires: one of the two stands, ${ROUNDS} rounds`, async () => {
  const outcomes = { accepted: 0, expired: 0 };
  const late = { ...world.system, today: '2026-12-02', now: '2026-12-02T07:00:00.000Z' };
  const wrong = await broken(ROUNDS, async (number) => {
    const { own, id } = await asking();
    const ask = await askMentor(own, id, { mentorId: mentors[0] ?? '' });
    const mentor = await as(world, mentors[0] ?? '');
    const answer = () => answerAsk(mentor, ask.id, { answer: 'accepted' });
    const [answered] = await together<unknown>(
      number % 2 === 0 ? [answer, () => expireAsks(late)] : [answer, () => later(() => expireAsks(late), number)],
    );
    const live = await liveOf(id);
    outcomes[live.length === 1 ? 'accepted' : 'expired'] += 1;
    if (answered?.refused === null) return live.join() === 'accepted' ? [] : [`answered, but ${live.join()}`];
    return answered?.refused === 'ask-expired' && live.length === 0 ? [] : [`${answered?.refused}: ${live.join()}`];
  });
  console.log(`answers against the clock: ${JSON.stringify(outcomes)}`);
  expect(wrong).toEqual([]);
});

test(`an answer while the request is taken back: nobody is left with a promise, ${ROUNDS} rounds`, async () => {
  const wrong = await broken(ROUNDS, async (number) => {
    const { own, id } = await asking();
    const ask = await askMentor(own, id, { mentorId: mentors[1] ?? '' });
    const mentor = await as(world, mentors[1] ?? '');
    const [answered, withdrawn] = await together<unknown>([
      () => later(() => answerAsk(mentor, ask.id, { answer: 'accepted' }), number % 3),
      () => withdrawRequest(own, id, { version: 1 }),
    ]);
    const strange = [answered?.refused, withdrawn?.refused].filter((code) => code && code !== 'ask-not-awaiting');
    const live = await liveOf(id);
    return [...strange.map(String), ...(live.length === 0 ? [] : [`${live.join()} upon a request taken back`])];
  });
  expect(wrong).toEqual([]);
});

/** Begins after so many turns of the loop, so that both orders come about. */
async function later<T>(act: () => Promise<T>, turns: number): Promise<T> {
  for (let turn = 0; turn < turns; turn += 1) await new Promise((resume) => setImmediate(resume));
  return act();
}
