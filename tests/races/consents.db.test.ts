import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { transact } from '#app/core/transact.server.ts';
import { makeConsent } from '#app/demo/factories/consents.ts';
import { withdrawConsent } from '#app/features/personal-consents/consent-withdrawal.operations.server.ts';
import {
  disseminationAllowed,
  heldDissemination,
} from '#app/features/personal-consents/dissemination.queries.server.ts';
import type { Id } from '#db/schema.ts';
import { testDatabase } from '#tests/support/database.ts';
import { as, buildWorld, hire, NOW, type World } from '#tests/support/world.ts';
import { broken, together, unlessOneWon } from './rounds.ts';

const ROUNDS = 100;
const db = testDatabase();
let world: World;

beforeAll(async () => {
  world = await buildWorld(db);
});

/** An act that publishes: it holds the consents, then writes down what it found, here as a notice of the person. */
async function publish(personId: Id): Promise<boolean> {
  return transact(world.system, async (tx) => {
    const isAllowed = (await heldDissemination(tx, [personId], world.school)).has(personId);
    await sql`select 1`.execute(tx.db);
    // Whoever withdraws waits here: no withdrawal may be seen between the question and the writing.
    const still = await tx.db
      .selectFrom('personalConsent')
      .select('id')
      .where('personId', '=', personId)
      .where('endedOn', 'is', null)
      .executeTakeFirst();
    if (isAllowed !== (still !== undefined)) throw new Error('withdrawn while publishing');
    return isAllowed;
  });
}

test(`a name is published before its consent is taken back or not at all, ${ROUNDS} rounds`, async () => {
  const outcomes = { published: 0, silent: 0 };
  const wrong = await broken(ROUNDS, async (number) => {
    const personId = await hire(world, world.school);
    const own = await as(world, personId);
    const id = await makeConsent(own);
    const late = async () => {
      for (let step = 0; step < number % 12; step += 1) await sql`select 1`.execute(db);
      return publish(personId);
    };
    const [published, withdrawn] = await together<unknown>([late, () => withdrawConsent(own, id, { version: 1 })]);
    outcomes[published?.done === true ? 'published' : 'silent'] += 1;
    const shown = await disseminationAllowed({ ...world.system, now: NOW }, [personId], world.school);
    return [
      ...(published?.refused ? [published.refused] : []),
      ...(withdrawn?.refused ? [withdrawn.refused] : []),
      ...(shown.size > 0 ? ['still on the page after the withdrawal'] : []),
    ];
  });
  console.log(`${ROUNDS} rounds of publication (${outcomes.published} came first), ${wrong.length} broken`);
  expect(wrong).toEqual([]);
  expect(outcomes.published + outcomes.silent).toBe(ROUNDS);
});

test(`of two withdrawals one counts, and one clock starts, ${ROUNDS} rounds`, async () => {
  const wrong = await broken(ROUNDS, async () => {
    const own = await as(world, await hire(world, world.school));
    const id = await makeConsent(own, 'data_processing');
    const twice = await together([1, 2].map(() => () => withdrawConsent(own, id, { version: 1 })));
    const clocks = await db.selectFrom('erasureDue').select('id').where('consentId', '=', id).execute();
    return [
      ...unlessOneWon(twice, ['consent-not-in-force']),
      ...(clocks.length === 1 ? [] : [`${clocks.length} clocks`]),
    ];
  });
  expect(wrong).toEqual([]);
});

test('of two signatures at once one stands', async () => {
  const wrong = await broken(30, async () => {
    const own = await as(world, await hire(world, world.school));
    const twice = await together([1, 2].map(() => () => makeConsent(own, 'centre_transfer')));
    return unlessOneWon(twice, ['consent-already-given']);
  });
  expect(wrong).toEqual([]);
});
