import { beforeAll, describe, expect, test } from 'vitest';
import { explanationOf } from '#app/features/scenarios/locked-scenario.server.ts';
import { ruleWords } from '#app/features/scenarios/scenario.text.ts';
import { paths } from '#app/paths.ts';
import { testDatabase } from '#tests/support/database.ts';
import { openSite, type Site } from '#tests/support/site.ts';
import { buildWorld, type World } from '#tests/support/world.ts';
import { type StaffedSchool, solved, staffed, storedBytes, storedOutcomes, storedRow } from './schools.ts';

const db = testDatabase();
let world: World;
let site: Site;
let school: StaffedSchool;

beforeAll(async () => {
  world = await buildWorld(db);
  site = openSite(db);
  school = await staffed(world, world.school, { mentors: 30, mentees: 60 });
});

const page = async (path: string) => (await site.get(path, { as: school.curator.personId })).text();

describe('30 mentors and 60 mentees (M-07)', () => {
  test('every placed pair shows parts that sum to its total; everybody else is refused by a named rule or ranked', async () => {
    const id = await solved(world, school.curator, school.unitId);
    const outcomes = await storedOutcomes(world, id);
    const { figures } = await storedRow(world, id);
    expect(outcomes).toHaveLength(60);
    expect(figures).toMatchObject({ mentees: 60, placed: 60 });
    for (const { total, mentorId, explanation } of outcomes) {
      const { parts, reasons, ranked, refused } = explanationOf(explanation);
      expect(parts.map(({ points }) => points).reduce((sum, one) => sum + one, 0)).toBe(total);
      expect(parts.every(({ points, ceiling }) => points <= ceiling)).toBe(true);
      expect(mentorId).not.toBeNull();
      expect(reasons.length).toBeGreaterThan(0);
      const everybody = ranked.length + refused.reduce((sum, [, mentors]) => sum + mentors.length, 0);
      // 30 mentors, 60 young colleagues and the curator work here.
      expect(everybody).toBe(91);
      for (const [rule] of refused) expect(ruleWords(rule).length).toBeGreaterThan(5);
    }
  });

  test('a second run stores the same bytes and shows the same mark', async () => {
    const one = await solved(world, school.curator, school.unitId, { name: 'Первый' });
    const other = await solved(world, school.curator, school.unitId, { name: 'Второй' });
    expect(await storedBytes(world, other)).toBe(await storedBytes(world, one));
    const [first, second] = [await storedRow(world, one), await storedRow(world, other)];
    expect(second.resultHash).toBe(first.resultHash);
    expect(second.inputHash).toBe(first.inputHash);
    expect(await page(paths.scenario(other))).toContain(first.resultHash?.slice(0, 12));
  });

  test('nobody gets more mentees than the places he has', async () => {
    const id = await solved(world, school.curator, school.unitId);
    const mentors = await db
      .selectFrom('scenarioMentor')
      .select(['personId', 'capacity', 'used'])
      .where('scenarioId', '=', id)
      .execute();
    const outcomes = await storedOutcomes(world, id);
    for (const { personId, capacity, used } of mentors) {
      expect(outcomes.filter(({ mentorId }) => mentorId === personId)).toHaveLength(used);
      expect(used).toBeLessThanOrEqual(capacity);
    }
  });

  test('the pages tell the sums, the reasons of a pair and the rule of each who was not taken', async () => {
    const id = await solved(world, school.curator, school.unitId);
    const [outcome] = await storedOutcomes(world, id);
    const list = await page(paths.scenario(id));
    expect(list).toContain('с наставником из 60');
    expect(list).toContain(paths.scenarioMentee(id, outcome?.personId ?? ''));
    const why = await page(paths.scenarioMentee(id, outcome?.personId ?? ''));
    expect(why).toContain(`${outcome?.total} из 100`);
    expect(why).toContain('предмет или должность: ');
    expect(why).toContain('Сам молодой педагог: стаж не больше трёх лет');
    expect(why).toContain('mentor-young');
  });
});
