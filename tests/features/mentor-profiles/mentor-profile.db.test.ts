import { beforeAll, describe, expect, test } from 'vitest';
import { paths } from '#app/paths.ts';
import type { Id } from '#db/schema.ts';
import { testDatabase } from '#tests/support/database.ts';
import { openSite, type Site } from '#tests/support/site.ts';
import { actorWith, buildWorld, grant, hire, type World } from '#tests/support/world.ts';

const db = testDatabase();
let world: World;
let site: Site;
let curator: Awaited<ReturnType<typeof actorWith>>;

const form = {
  formats: ['in_person', 'remote'],
  loadLimitPeople: '',
  loadLimitHours: '',
  subjects: '',
  strengths: '',
  isTaking: 'yes',
  notTakingUntil: '',
  version: '1',
};

beforeAll(async () => {
  world = await buildWorld(db);
  site = openSite(db);
  curator = await actorWith(world, 'curator', world.school);
});

function profilesOf(personId: Id) {
  return db.selectFrom('mentorProfile').selectAll().where('personId', '=', personId).execute();
}

describe('what a mentor offers', () => {
  test('is edited by the mentor and by the curator on behalf; only the mentor opens it outside', async () => {
    const mentorId = await hire(world, world.school);
    await grant(world, mentorId, 'mentor', world.school);
    const path = paths.mentorProfileEdit(mentorId);
    const me = curator.personId;
    const byCurator = await site.post(path, { ...form, loadLimitPeople: '5' }, { as: me });
    expect(byCurator.status).toBe(303);
    const open = { ...form, loadLimitPeople: '4', strengths: 'Олимпиады', isOpenOutside: 'yes', version: '2' };
    const refused = await site.post(path, open, { as: me });
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain('только сам наставник');
    expect((await site.post(path, open, { as: mentorId })).status).toBe(303);
    expect((await site.post(path, open, { as: mentorId })).status).toBe(409);
    const tooMany = { ...open, loadLimitPeople: '6', version: '3' };
    expect((await site.post(path, tooMany, { as: mentorId })).status).toBe(422);
    expect(await profilesOf(mentorId)).toMatchObject([
      { loadLimitPeople: 4, strengths: 'Олимпиады', isOpenOutside: true, formats: ['in_person', 'remote'] },
    ]);
  });

  test('may be told by somebody who holds no role yet, in one short form', async () => {
    const volunteer = await hire(world, world.school);
    const told = { ...form, formats: 'hybrid', subjects: 'Физика, физика; ИКТ' };
    expect((await site.post(paths.mentorProfileEdit(volunteer), told, { as: volunteer })).status).toBe(303);
    expect(await profilesOf(volunteer)).toMatchObject([
      { formats: ['hybrid'], subjects: ['физика', 'ИКТ'], loadLimitPeople: null, isTaking: true },
    ]);
  });

  test('keeps a pause with its last day, refuses one that is over, forgets the day when the pause ends', async () => {
    const mentorId = await hire(world, world.school);
    const path = paths.mentorProfileEdit(mentorId);
    const pause = (notTakingUntil: string, version: string) => ({ ...form, isTaking: 'no', notTakingUntil, version });
    const late = await site.post(path, pause('21.11.2026', '1'), { as: mentorId });
    expect(late.status).toBe(422);
    expect(await late.text()).toContain('Этот день уже прошёл');
    expect((await site.post(path, pause('22.11.2026', '1'), { as: mentorId })).status).toBe(303);
    expect(await profilesOf(mentorId)).toMatchObject([{ isTaking: false, notTakingUntil: '2026-11-22' }]);
    const again = { ...pause('22.11.2026', '2'), isTaking: 'yes' };
    expect((await site.post(path, again, { as: mentorId })).status).toBe(303);
    expect(await profilesOf(mentorId)).toMatchObject([{ isTaking: true, notTakingUntil: null }]);
  });

  test('is out of reach of another mentor and of another school, and trying leaves no profile behind', async () => {
    const mentorId = await hire(world, world.school);
    const other = await actorWith(world, 'mentor', world.school);
    const neighbour = await actorWith(world, 'curator', world.sibling);
    for (const { personId } of [other, neighbour]) {
      const path = paths.mentorProfileEdit(mentorId);
      expect((await site.get(path, { as: personId })).status).toBe(404);
      expect((await site.post(path, form, { as: personId })).status).toBe(404);
    }
    expect(await profilesOf(mentorId)).toEqual([]);
  });
});
