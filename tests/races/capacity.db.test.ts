import { beforeAll, expect, test } from 'vitest';
import type { Context } from '#app/core/context.server.ts';
import { makeProposal } from '#app/demo/factories/mentorships.ts';
import type { Id } from '#db/schema.ts';
import { testDatabase } from '#tests/support/database.ts';
import { actorWith, buildWorld, hire, hireYoung, type World } from '#tests/support/world.ts';
import { broken, together, unlessOneWon } from './rounds.ts';

/** Rounds of each race: `CAPACITY_ROUNDS=500 npx vitest run --project database tests/races/capacity` is the long run. */
const ROUNDS = Number(process.env.CAPACITY_ROUNDS ?? 60);
/** Real connections that begin together in each round. */
const CONNECTIONS = 8;
const LONG = { timeout: 60_000 + ROUNDS * 4_000 };
const db = testDatabase();
let world: World;
let curators: Context[];
let young: Id[];
let spare: Id;

beforeAll(async () => {
  world = await buildWorld(db);
  curators = [await actorWith(world, 'curator', world.school), await actorWith(world, 'curator', world.school)];
  young = [];
  for (let count = 0; count < CONNECTIONS; count += 1) young.push(await hireYoung(world, world.school));
  spare = await hireYoung(world, world.school);
});

/** A mentor with so many places and hours a week in all. */
async function mentorWith(loadLimitPeople: number | null, loadLimitHours: number | null = null): Promise<Id> {
  const personId = await hire(world, world.school);
  const profile = { personId, unitId: world.school, regionId: world.region, loadLimitPeople, loadLimitHours };
  await db.insertInto('mentorProfile').values(profile).execute();
  return personId;
}

async function liveLoad(mentorId: Id): Promise<{ places: number; hours: number }> {
  const rows = await db
    .selectFrom('mentorshipMember')
    .innerJoin('mentorship', 'mentorship.id', 'mentorshipMember.mentorshipId')
    .select('mentorship.hoursPerWeek')
    .where('mentorshipMember.personId', '=', mentorId)
    .where('mentorship.state', 'in', ['proposed', 'consented', 'active'])
    .execute();
  return { places: rows.length, hours: rows.reduce((sum, row) => sum + (row.hoursPerWeek ?? 1), 0) };
}

/** The curators propose the mentor to the young teachers, all at once; the mentees are the same in every round. */
function proposals(mentorId: Id, hoursPerWeek: number | null) {
  return young.map((menteeId, index) => () => {
    return makeProposal(curators[index % 2] ?? world.system, { mentorId, menteeId }, { hoursPerWeek });
  });
}

test(
  `M-05: the last place of a mentor is never given away twice, ${ROUNDS} rounds of ${CONNECTIONS}`,
  LONG,
  async () => {
    const wrong = await broken(ROUNDS, async (number) => {
      const limit = 1 + (number % 2);
      const mentorId = await mentorWith(limit);
      if (limit === 2) await makeProposal(curators[0] ?? world.system, { mentorId, menteeId: spare });
      const complaints = unlessOneWon(await together(proposals(mentorId, null)), ['no-capacity']);
      const { places } = await liveLoad(mentorId);
      return places === limit ? complaints : [...complaints, `${places} places of ${limit} are taken`];
    });
    console.log(`${ROUNDS} rounds of ${CONNECTIONS} for the last place, ${wrong.length} oversubscribed`);
    expect(wrong).toEqual([]);
  },
);

test(`the last hours of a mentor are never given away twice, ${ROUNDS} rounds of ${CONNECTIONS}`, LONG, async () => {
  const wrong = await broken(ROUNDS, async (number) => {
    const hours = 2 + (number % 3);
    const mentorId = await mentorWith(null, hours + 1);
    const complaints = unlessOneWon(await together(proposals(mentorId, hours)), ['no-hours']);
    const taken = (await liveLoad(mentorId)).hours;
    return taken === hours ? complaints : [...complaints, `${taken} hours of ${hours + 1} are taken`];
  });
  console.log(`${ROUNDS} rounds of ${CONNECTIONS} for the last hours, ${wrong.length} oversubscribed`);
  expect(wrong).toEqual([]);
});
