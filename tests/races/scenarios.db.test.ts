import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { newId } from '#app/core/ids.ts';
import { publishScenario } from '#app/features/scenarios/scenario-publish.operations.server.ts';
import type { Id } from '#db/schema.ts';
import { solved, staffed, storedRow } from '#tests/features/scenarios/schools.ts';
import { testDatabase } from '#tests/support/database.ts';
import { actorWith, buildWorld, type World } from '#tests/support/world.ts';
import { broken, together } from './rounds.ts';

const ROUNDS = 12;
const db = testDatabase();
let world: World;

beforeAll(async () => {
  world = await buildWorld(db);
});

/** Mentors with more live mentees than places, and mentees with two mentors. */
async function oversubscribed(limit: number): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select (select count(*)::integer from (
      select person_id from mentorship_member join mentorship on mentorship.id = mentorship_id
      where side = 'mentor' and state in ('proposed', 'consented', 'active')
      group by person_id having count(*) > ${limit}) over_limit)
    + (select count(*)::integer from (
      select person_id from mentorship_member join mentorship on mentorship.id = mentorship_id
      where side = 'mentee' and state in ('proposed', 'consented', 'active')
      group by person_id, mentorship_member.started_on having count(*) > 1) twice) as count
  `.execute(db);
  return rows[0]?.count ?? -1;
}

test(`two curators publish overlapping scenarios at once: nobody is oversubscribed, ${ROUNDS} rounds`, {
  timeout: 300_000,
}, async () => {
  const wrong = await broken(ROUNDS, async (number) => {
    const school = await staffed(world, number % 2 === 0 ? world.school : world.farSchool, { mentors: 2, mentees: 5 });
    const other = await actorWith(world, 'curator', school.unitId);
    await limitTo([...school.mentors, school.curator.personId, other.personId], school.unitId, 2);
    const ids = [
      await solved(world, school.curator, school.unitId),
      await solved(world, other, school.unitId, { name: 'Другой', aim: 'quality', threshold: 10 }),
    ];
    const versions = await Promise.all(ids.map(async (id) => (await storedRow(world, id)).version));
    const endings = await together(
      ids.map((id, index) => () => {
        const input = { legalBasis: 'labor_351_8', focus: 'Урок', version: versions[index] ?? 0 } as const;
        return publishScenario(index === 0 ? school.curator : other, id, input, newId());
      }),
    );
    const strange = endings.flatMap(({ refused }) =>
      refused !== null && refused !== 'nobody-left-to-propose' ? [refused] : [],
    );
    const won = endings.filter(({ refused }) => refused === null).length;
    const over = await oversubscribed(2);
    return [...strange, ...(won === 0 ? ['nobody published'] : []), ...(over > 0 ? [`${over} oversubscribed`] : [])];
  });
  console.log(`${ROUNDS} rounds of publishing, ${wrong.length} broken`);
  expect(wrong).toEqual([]);
});

async function limitTo(mentors: readonly Id[], unitId: Id, loadLimitPeople: number): Promise<void> {
  const rows = mentors.map((personId) => ({ personId, unitId, regionId: world.region, loadLimitPeople }));
  await db.insertInto('mentorProfile').values(rows).execute();
}
