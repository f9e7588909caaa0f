import { beforeAll, describe, expect, test } from 'vitest';
import { NotFound } from '#app/access/refusals.ts';
import { makeConsented, makeProposal } from '#app/demo/factories/mentorships.ts';
import { overrideLoadLimit, setMentoringLimits } from '#app/features/mentors/mentoring-limits.operations.server.ts';
import type { NewLimits, NewOverride } from '#app/features/mentors/mentoring-limits.ts';
import { paths } from '#app/paths.ts';
import type { Id } from '#db/schema.ts';
import { order, type School, schoolOf } from '#tests/features/mentorships/pairs.ts';
import { testDatabase } from '#tests/support/database.ts';
import { openSite, type Site } from '#tests/support/site.ts';
import { actorWith, buildWorld, hire, hireYoung, TODAY, type World } from '#tests/support/world.ts';

const db = testDatabase();
let world: World;
let site: Site;
let school: School;
let sibling: School;

beforeAll(async () => {
  world = await buildWorld(db);
  site = openSite(db);
  school = await schoolOf(world, world.school);
  sibling = await schoolOf(world, world.sibling);
});

const limits: NewLimits = {
  ...{ startedOn: TODAY, peopleSoft: 1, peopleHard: 2, hoursSoft: 3, hoursHard: 4 },
  sourceAct: 'Положение о наставничестве, приказ № 84',
};
const raise: NewOverride = {
  ...{ startedOn: TODAY, endedOn: '2027-05-31', people: 6, hours: 12 },
  reason: 'Один физик на всю школу, часы кружка переданы коллеге.',
};

const propose = async (mentorId: Id, hoursPerWeek: number | null = null) =>
  makeProposal(school.curator, { mentorId, menteeId: await hireYoung(world, world.school) }, { hoursPerWeek });

describe('limits of the organisation’s act', () => {
  test('hold from their day for every mentor of the organisation and nowhere else; the former ones stay', async () => {
    await setMentoringLimits(sibling.head, world.sibling, limits);
    await setMentoringLimits(sibling.curator, world.sibling, { ...limits, startedOn: '2027-01-01', peopleHard: 3 });
    const rows = db
      .selectFrom('mentoringLimits')
      .select(['startedOn', 'endedOn', 'peopleHard'])
      .where('unitId', '=', world.sibling)
      .orderBy('startedOn');
    expect(await rows.execute()).toEqual([
      { startedOn: TODAY, endedOn: '2026-12-31', peopleHard: 2 },
      { startedOn: '2027-01-01', endedOn: null, peopleHard: 3 },
    ]);
    const mentorId = await hire(world, world.sibling);
    const two = async () => ({ mentorId, menteeId: await hireYoung(world, world.sibling) });
    for (const _ of [0, 1]) await makeProposal(sibling.curator, await two());
    await expect(makeProposal(sibling.curator, await two())).rejects.toMatchObject({ code: 'no-capacity' });
    const later = { startedOn: '2027-01-01', endedOn: '2027-05-31' };
    await expect(makeProposal(sibling.curator, await two(), later)).resolves.toHaveProperty('id');
    const line = db.selectFrom('journalEntry').select('after').where('act', '=', 'setMentoringLimits');
    expect((await line.orderBy('id').execute())[0]?.after).toMatchObject({ peopleHard: 2, startedOn: TODAY });
  });

  test('are not set backwards, with a warning above the limit, nor for another organisation', async () => {
    const set = (changed: Partial<NewLimits>) =>
      setMentoringLimits(school.head, world.school, { ...limits, ...changed });
    await expect(set({ startedOn: '2026-11-21' })).rejects.toMatchObject({ code: 'limits-in-past' });
    await expect(set({ peopleSoft: 3 })).rejects.toMatchObject({ code: 'soft-limit-above-hard', field: 'peopleSoft' });
    await expect(set({ hoursSoft: 5 })).rejects.toMatchObject({ code: 'soft-limit-above-hard', field: 'hoursSoft' });
    await expect(setMentoringLimits(sibling.head, world.school, limits)).rejects.toThrow(NotFound);
    const mentor = await actorWith(world, 'mentor', world.school);
    await expect(setMentoringLimits(mentor, world.school, limits)).rejects.toThrow(NotFound);
    const rows = db.selectFrom('mentoringLimits').select('id').where('unitId', '=', world.school);
    expect(await rows.execute()).toEqual([]);
  });

  test('refuse hours too, and the form keeps what was typed', async () => {
    const mentorId = await hire(world, world.school);
    await propose(mentorId, 5);
    await propose(mentorId, 3);
    await expect(propose(mentorId, 2)).rejects.toMatchObject({ code: 'no-hours', field: 'hoursPerWeek' });
    await expect(propose(mentorId)).resolves.toHaveProperty('id');
    const menteeId = await hireYoung(world, world.school);
    const form = { formCode: 'teacher_teacher', kindCode: 'one_to_one', legalBasis: 'labor_351_8', focus: 'Урок' };
    const days = { startedOn: '22.11.2026', endedOn: '31.05.2027', hoursPerWeek: '1' };
    const path = paths.mentorshipPropose(menteeId, mentorId);
    const refused = await site.post(path, { ...form, ...days }, { as: school.curator.personId });
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain('не осталось свободных часов');
  });
});

describe('the head’s word for one mentor', () => {
  test('lets one more person in, is journaled without its reason, and ends with its last day', async () => {
    const mentorId = await hire(world, world.school);
    for (const _ of [1, 2, 3, 4, 5]) await propose(mentorId);
    await expect(propose(mentorId)).rejects.toMatchObject({ code: 'no-capacity' });
    await overrideLoadLimit(school.head, mentorId, raise);
    await expect(propose(mentorId)).resolves.toHaveProperty('id');
    await expect(propose(mentorId)).rejects.toMatchObject({ code: 'no-capacity' });
    const line = db.selectFrom('journalEntry').select(['actorId', 'before', 'after']);
    const told = await line.where('act', '=', 'overrideLoadLimit').where('personId', '=', mentorId).execute();
    expect(told).toMatchObject([{ actorId: school.head.personId, before: { people: 5 }, after: { people: 6 } }]);
    expect(JSON.stringify(told)).not.toContain('физик');
  });

  test('raises and never lowers, lasts a year at most, does not overlap, and is the head’s alone', async () => {
    const mentorId = await hire(world, world.school);
    const say = (changed: Partial<NewOverride>) => overrideLoadLimit(school.head, mentorId, { ...raise, ...changed });
    await expect(say({ people: 5, hours: 9 })).rejects.toMatchObject({ code: 'override-below-act' });
    await expect(say({ people: 6, hours: 8 })).rejects.toMatchObject({ code: 'override-below-act', field: 'hours' });
    await expect(say({ endedOn: '2026-11-21' })).rejects.toMatchObject({ code: 'override-ends-before-start' });
    await expect(say({ endedOn: '2027-11-23' })).rejects.toMatchObject({ code: 'override-too-long' });
    await expect(overrideLoadLimit(school.curator, mentorId, raise)).rejects.toThrow(NotFound);
    await expect(overrideLoadLimit(sibling.head, mentorId, raise)).rejects.toThrow(NotFound);
    const both = await Promise.allSettled([say({}), say({ people: 7 })]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(both.find((one) => one.status === 'rejected')?.reason).toMatchObject({ code: 'overrides-overlap' });
  });

  test('is said on its page with a reason, which curator and mentor read in the profile', async () => {
    const mentorId = await hire(world, world.school);
    const form = { startedOn: '22.11.2026', endedOn: '31.05.2027', people: '6', hours: '9', reason: '' };
    const path = paths.loadOverride(mentorId);
    const empty = await site.post(path, form, { as: school.head.personId });
    expect(empty.status).toBe(422);
    const said = await site.post(path, { ...form, reason: 'Временно один физик' }, { as: school.head.personId });
    expect(said.status).toBe(303);
    for (const personId of [school.curator.personId, mentorId]) {
      const page = await (await site.get(paths.mentorProfile(mentorId), { as: personId })).text();
      expect(page).toContain('Временно один физик');
    }
    const colleague = await actorWith(world, 'mentor', world.school);
    expect((await site.get(path, { as: school.curator.personId })).status).toBe(404);
    const page = await site.get(paths.mentorProfile(mentorId), { as: colleague.personId });
    expect(await page.text()).not.toContain('Временно один физик');
  });
});

test('an order is not approved over a limit that was lowered meanwhile', async () => {
  const mentorId = await hire(world, world.farSchool);
  const far = await schoolOf(world, world.farSchool);
  const made: Id[] = [];
  for (const _ of [0, 1]) {
    const menteeId = await hireYoung(world, world.farSchool);
    made.push((await makeConsented(far.curator, { mentorId, menteeId }, { hoursPerWeek: 3 })).id);
  }
  await setMentoringLimits(far.head, world.farSchool, { ...limits, hoursHard: 5, hoursSoft: 5 });
  await expect(order(world, far, world.farSchool, made, TODAY)).rejects.toMatchObject({ code: 'no-hours' });
});
