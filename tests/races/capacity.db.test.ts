import { beforeAll, expect, test } from 'vitest';
import type { Context } from '#app/core/context.server.ts';
import { makeProposal } from '#app/demo/factories/mentorships.ts';
import type { Id } from '#db/schema.ts';
import { testDatabase } from '#tests/support/database.ts';
import { actorWith, buildWorld, hire, hireYoung, type World } from '#tests/support/world.ts';
import { broken, together, unlessOneWon } from './rounds.ts';

const ROUNDS = 110;
const db = testDatabase();
let world: World;
let curators: Context[];

beforeAll(async () => {
  world = await buildWorld(db);
  curators = [await actorWith(world, 'curator', world.school), await actorWith(world, 'curator', world.school)];
});

/** A mentor with so many places in all. */
async function mentorWith(loadLimitPeople: number): Promise<Id> {
  const personId = await hire(world, world.school);
  const profile = { personId, unitId: world.school, regionId: world.region, loadLimitPeople };
  await db.insertInto('mentorProfile').values(profile).execute();
  return personId;
}

async function livePlaces(mentorId: Id): Promise<number> {
  const row = await db
    .selectFrom('mentorshipMember')
    .innerJoin('mentorship', 'mentorship.id', 'mentorshipMember.mentorshipId')
    .select(({ fn }) => fn.countAll<number>().as('places'))
    .where('mentorshipMember.personId', '=', mentorId)
    .where('mentorship.state', 'in', ['proposed', 'consented', 'active'])
    .executeTakeFirstOrThrow();
  return row.places;
}

test(`two curators never give away the last place of a mentor twice, ${ROUNDS} rounds`, async () => {
  const wrong = await broken(ROUNDS, async (number) => {
    const limit = 1 + (number % 2);
    const mentorId = await mentorWith(limit);
    if (limit === 2) await makeProposal(curators[0] ?? world.system, { mentorId, menteeId: await young() });
    const mentees = [await young(), await young(), await young()];
    const proposals = mentees.map((menteeId, index) => () => {
      return makeProposal(curators[index % 2] ?? world.system, { mentorId, menteeId });
    });
    const complaints = unlessOneWon(await together(proposals), ['no-capacity']);
    const places = await livePlaces(mentorId);
    return places === limit ? complaints : [...complaints, `${places} places of ${limit} are taken`];
  });
  console.log(`${ROUNDS} rounds of capacity, ${wrong.length} broken`);
  expect(wrong).toEqual([]);
});

function young(): Promise<Id> {
  return hireYoung(world, world.school);
}
