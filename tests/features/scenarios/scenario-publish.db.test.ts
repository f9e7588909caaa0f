import { beforeAll, describe, expect, test } from 'vitest';
import { NotFound } from '#app/access/refusals.ts';
import { newId } from '#app/core/ids.ts';
import { makeProposal } from '#app/demo/factories/mentorships.ts';
import { discardScenario } from '#app/features/scenarios/scenario.operations.server.ts';
import type { ScenarioFigures } from '#app/features/scenarios/scenario.ts';
import { pinPair, takePinBack } from '#app/features/scenarios/scenario-pin.operations.server.ts';
import { publishScenario } from '#app/features/scenarios/scenario-publish.operations.server.ts';
import { paths } from '#app/paths.ts';
import type { Id } from '#db/schema.ts';
import { testDatabase } from '#tests/support/database.ts';
import { openSite, type Site } from '#tests/support/site.ts';
import { actorWith, buildWorld, hireYoung, type World } from '#tests/support/world.ts';
import { actsUpon } from '../mentorships/pairs.ts';
import { type StaffedSchool, solved, staffed, storedOutcomes, storedRow } from './schools.ts';

const db = testDatabase();
let world: World;
let site: Site;
let school: StaffedSchool;
let stranger: Awaited<ReturnType<typeof actorWith>>;
let head: Awaited<ReturnType<typeof actorWith>>;

const terms = { legalBasis: 'labor_351_8', focus: 'Первый год в школе' } as const;

beforeAll(async () => {
  world = await buildWorld(db);
  site = openSite(db);
  school = await staffed(world, world.school, { mentors: 3, mentees: 4 });
  stranger = await actorWith(world, 'curator', world.sibling);
  head = await actorWith(world, 'head', world.school);
});

const publish = async (id: Id) =>
  publishScenario(school.curator, id, { ...terms, version: (await storedRow(world, id)).version }, newId());

const page = async (path: string, as = school.curator.personId) => (await site.get(path, { as })).text();

async function firstPair(id: Id): Promise<{ menteeId: Id; mentorId: Id }> {
  const [placed] = (await storedOutcomes(world, id)).filter(({ mentorId }) => mentorId !== null);
  return { menteeId: placed?.personId ?? '', mentorId: placed?.mentorId ?? '' };
}

describe('pins and bans', () => {
  test('hold when the scenario is solved again, and only then', async () => {
    const first = await solved(world, school.curator, school.unitId);
    const { menteeId, mentorId } = await firstPair(first);
    const others = school.mentors.filter((id) => id !== mentorId);
    await pinPair(school.curator, first, { menteeId, mentorId: others[0] ?? '', kind: 'pin', reason: 'Один кабинет' });
    await pinPair(school.curator, first, { menteeId, mentorId, kind: 'ban', reason: 'Прошлый год не сложился' });
    expect(await firstPair(first)).toEqual({ menteeId, mentorId });
    const again = await solved(world, school.curator, school.unitId, { name: 'Второй', basedOnId: first });
    const outcome = (await storedOutcomes(world, again)).find(({ personId }) => personId === menteeId);
    expect(outcome).toMatchObject({ mentorId: others[0], isPinned: true });
    const text = await page(paths.scenario(again));
    expect(text).toContain('закреплено');
    expect(text).toContain('Прошлый год не сложился');
    const compared = await page(`${paths.scenarioCompare(again)}?with=${first}`);
    expect(compared).toContain('Что меняется');
    expect(compared).toContain(paths.scenarioMentee(again, menteeId));
    expect(await page(paths.scenarioMentee(again, menteeId))).toContain('Вы запретили эту пару');
  });

  test('a pin against a rule is refused with its sentence; a pin can be taken back', async () => {
    const id = await solved(world, school.curator, school.unitId);
    const [menteeId = '', young = ''] = school.mentees;
    const refused = await site.post(
      paths.scenarioPin(id, menteeId),
      { mentorId: young, kind: 'pin', reason: 'Хочу' },
      { as: school.curator.personId },
    );
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain('Эту пару закрепить нельзя');
    const pair = { menteeId, mentorId: school.mentors[0] ?? '' };
    await pinPair(school.curator, id, { ...pair, kind: 'pin', reason: 'Один кабинет' });
    await expect(pinPair(school.curator, id, { ...pair, kind: 'ban', reason: 'Нет' })).rejects.toMatchObject({
      code: 'already-pinned-or-banned',
    });
    const { id: pin } = await db
      .selectFrom('scenarioPin')
      .select('id')
      .where('scenarioId', '=', id)
      .executeTakeFirstOrThrow();
    await expect(takePinBack(stranger, pin)).rejects.toThrow(NotFound);
    await takePinBack(school.curator, pin);
    expect(await page(paths.scenario(id))).toContain('Решений ещё нет');
  });

  test('a pin whose mentor has no place left any more is told, not passed over', async () => {
    const id = await solved(world, school.curator, school.unitId);
    const { menteeId, mentorId } = await firstPair(id);
    await pinPair(school.curator, id, { menteeId, mentorId, kind: 'pin', reason: 'Один кабинет' });
    await db
      .insertInto('mentorProfile')
      .values({ personId: mentorId, unitId: school.unitId, regionId: world.region, loadLimitPeople: 0 })
      .execute();
    const again = await solved(world, school.curator, school.unitId, { basedOnId: id });
    const { figures } = await storedRow(world, again);
    expect((figures as ScenarioFigures).brokenPins).toEqual([{ menteeId, mentorId, code: 'no-capacity' }]);
    expect(await page(paths.scenario(again))).toContain('Не все ваши решения удалось выполнить');
    await db.deleteFrom('mentorProfile').where('personId', '=', mentorId).execute();
  });
});

describe('publishing', () => {
  test('a stale scenario says what has changed, and publishing names what is no longer possible', async () => {
    const staff = await staffed(world, world.farSchool, { mentors: 4, mentees: 4 });
    const id = await solved(world, staff.curator, staff.unitId);
    const { menteeId, mentorId } = await firstPair(id);
    const spare = staff.mentors.find((one) => one !== mentorId) ?? '';
    await makeProposal(staff.curator, { menteeId, mentorId: spare });
    const come = await hireYoung(world, staff.unitId, { lastName: 'Новиков' });
    await db
      .insertInto('mentorProfile')
      .values({ personId: mentorId, unitId: staff.unitId, regionId: world.region, loadLimitPeople: 0 })
      .onConflict((conflict) => conflict.columns(['personId', 'unitId']).doUpdateSet({ loadLimitPeople: 0 }))
      .execute();
    const text = await page(paths.scenario(id), staff.curator.personId);
    expect(text).toContain('С тех пор кое-что изменилось');
    expect(text).toContain('Больше не ждут наставника');
    expect(text).toContain('Новиков');
    const { version } = await storedRow(world, id);
    const sent = await site.post(
      paths.scenarioPublish(id),
      { ...terms, version: String(version), _once: newId() },
      { as: staff.curator.personId },
    );
    expect(sent.status).toBe(303);
    const after = await page(paths.scenario(id), staff.curator.personId);
    expect(after).toContain('Сценарий опубликован');
    expect(after).toContain('не предложено');
    expect(after).toContain('Этому человеку тем временем предложили другого наставника');
    const outcomes = await storedOutcomes(world, id);
    for (const outcome of outcomes) {
      expect((outcome.mentorshipId === null) !== (outcome.refusalCode === null)).toBe(true);
    }
    expect(outcomes.some(({ personId }) => personId === come)).toBe(false);
    expect(await actsUpon(world, id)).toEqual(['startScenario', 'solveScenario', 'publishScenario']);
  });

  test('is once: the same form again tells the same, another one is refused', async () => {
    const staff = await staffed(world, world.sibling, { mentors: 2, mentees: 2 });
    const id = await solved(world, staff.curator, staff.unitId);
    const { version } = await storedRow(world, id);
    const key = newId();
    const first = await publishScenario(staff.curator, id, { ...terms, version }, key);
    expect(first).toEqual({ proposed: 2, refused: 0 });
    expect(await publishScenario(staff.curator, id, { ...terms, version }, key)).toEqual(first);
    await expect(publishScenario(staff.curator, id, { ...terms, version: version + 1 }, newId())).rejects.toMatchObject(
      {
        code: 'scenario-settled',
      },
    );
    await expect(discardScenario(staff.curator, id, { version: version + 1 })).rejects.toMatchObject({
      code: 'scenario-settled',
    });
  });

  test('does not exist for another school, nor for the head', async () => {
    const id = await solved(world, school.curator, school.unitId);
    const { version } = await storedRow(world, id);
    for (const actor of [stranger, head]) {
      await expect(publishScenario(actor, id, { ...terms, version }, newId())).rejects.toThrow(NotFound);
      await expect(discardScenario(actor, id, { version })).rejects.toThrow(NotFound);
      expect((await site.get(paths.scenario(id), { as: actor.personId })).status).toBeGreaterThanOrEqual(403);
    }
  });

  test('of a scenario nothing of which is possible any more is refused whole', async () => {
    const id = await solved(world, school.curator, school.unitId);
    const other = await solved(world, school.curator, school.unitId, { name: 'Тот же' });
    expect(await publish(other)).toMatchObject({ refused: 0 });
    await expect(publish(id)).rejects.toMatchObject({ code: 'nobody-left-to-propose' });
    expect((await storedRow(world, id)).state).toBe('solved');
    expect((await storedOutcomes(world, id)).every(({ refusalCode }) => refusalCode === null)).toBe(true);
  });
});
