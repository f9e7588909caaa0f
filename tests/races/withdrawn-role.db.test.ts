import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { withdrawGrant } from '#app/features/accounts/grant.operations.server.ts';
import { editPerson } from '#app/features/people/person-card.operations.server.ts';
import type { Id } from '#db/schema.ts';
import { testDatabase } from '#tests/support/database.ts';
import { actorWith, buildWorld, hire, type World } from '#tests/support/world.ts';
import { broken, together } from './rounds.ts';

const ROUNDS = 130;
const db = testDatabase();
let world: World;

beforeAll(async () => {
  world = await buildWorld(db);
});

const card = { firstName: 'Анна', middleName: null, birthOn: '1980-05-17', email: null, phone: null } as const;
const work = { category: 'highest', teachingSince: '2004-09-01' } as const;

test(`an act stands before the withdrawal of its right or is refused, ${ROUNDS} rounds`, async () => {
  const outcomes = { before: 0, refused: 0 };
  const wrong = await broken(ROUNDS, async (number) => {
    const curator = await actorWith(world, 'curator', world.school);
    const grantId = curator.actor.kind === 'person' ? (curator.actor.grants[0]?.id ?? '') : '';
    const [first, second] = [await hire(world, world.school), await hire(world, world.school)];
    const use = (personId: Id) => editPerson(curator, personId, { lastName: 'Правкин', ...card, ...work, version: 1 });
    const withdraw = () => withdrawGrant(world.system, grantId, { version: 1 });
    const [used] = await together<unknown>([() => afterSteps(number % 16, () => use(first)), withdraw]);
    outcomes[used?.refused === null ? 'before' : 'refused'] += 1;
    const [late] = await together([() => use(second)]);
    return [
      ...(late?.refused === null ? ['used after the withdrawal was told'] : []),
      ...(used?.refused === null && !(await stoodBefore(first, grantId)) ? ['the act came after the withdrawal'] : []),
      ...(used?.refused && !used.refused.startsWith('NotFound') ? [used.refused] : []),
    ];
  });
  console.log(`${ROUNDS} rounds of withdrawn roles (${outcomes.before} acts came first), ${wrong.length} broken`);
  expect(wrong).toEqual([]);
  expect(Math.min(outcomes.before, outcomes.refused)).toBeGreaterThan(5);
});

/** Begins after so many round trips to the database, so that the two acts meet at every stage of each other. */
async function afterSteps(steps: number, act: () => Promise<void>): Promise<void> {
  for (let step = 0; step < steps; step += 1) await sql`select 1`.execute(db);
  await act();
}

/** Lines of the journal are numbered as they are written, and each is written while its act holds the grant. */
async function stoodBefore(personId: Id, grantId: Id): Promise<boolean> {
  const lines = await db
    .selectFrom('journalEntry')
    .select(['id', 'act'])
    .where('objectId', 'in', [personId, grantId])
    .where('act', 'in', ['editPerson', 'endGrant'])
    .orderBy('id')
    .execute();
  return lines.map(({ act }) => act).join() === 'editPerson,endGrant';
}
