import { beforeAll, expect, test } from 'vitest';
import type { Context } from '#app/core/context.server.ts';
import { StaleWrite } from '#app/core/errors.ts';
import { editPerson } from '#app/features/people/person-card.operations.server.ts';
import { testDatabase } from '#tests/support/database.ts';
import { actorWith, buildWorld, hire, type World } from '#tests/support/world.ts';
import { broken, together, unlessOneWon } from './rounds.ts';

const ROUNDS = 130;
const STALE = `${new StaleWrite().name}: ${new StaleWrite().message}`;
const db = testDatabase();
let world: World;
let writers: Context[];

beforeAll(async () => {
  world = await buildWorld(db);
  writers = [
    await actorWith(world, 'curator', world.school),
    await actorWith(world, 'curator', world.school),
    await actorWith(world, 'hrOfficer', world.school),
  ];
});

const card = { firstName: 'Анна', middleName: null, birthOn: '1980-05-17', email: null, phone: null } as const;
const work = { category: 'highest', teachingSince: '2004-09-01' } as const;

test(`of several saves of one version one is kept and the others are told, ${ROUNDS} rounds`, async () => {
  const wrong = await broken(ROUNDS, async (number) => {
    const personId = await hire(world, world.school);
    const names = writers.map((_, index) => `Круглова${'абв'[index] ?? ''}${'г'.repeat(number % 7)}`);
    const saves = writers.map((writer, index) => async () => {
      await editPerson(writer, personId, { lastName: names[index] ?? '', ...card, ...work, version: 1 });
      return names[index];
    });
    const endings = await together(saves);
    const stored = await db
      .selectFrom('person')
      .select(['lastName', 'version'])
      .where('id', '=', personId)
      .executeTakeFirstOrThrow();
    const kept = endings.find(({ refused }) => refused === null)?.done;
    return [
      ...unlessOneWon(endings, [STALE]),
      ...(stored.lastName === kept && stored.version === 2 ? [] : [`${stored.lastName} stands at ${stored.version}`]),
    ];
  });
  console.log(`${ROUNDS} rounds of stale forms, ${wrong.length} broken`);
  expect(wrong).toEqual([]);
});
