import { beforeAll, describe, expect, test } from 'vitest';
import { NotFound } from '#app/access/refusals.ts';
import { newId } from '#app/core/ids.ts';
import { makeProposal } from '#app/demo/factories/mentorships.ts';
import { makeEmployment } from '#app/demo/factories/people.ts';
import { findMentee, listCandidates } from '#app/features/matching/matching.queries.server.ts';
import { match } from '#app/features/matching/matching.ts';
import { countWaiting, listWaiting } from '#app/features/matching/waiting.queries.server.ts';
import { paths } from '#app/paths.ts';
import type { Id } from '#db/schema.ts';
import { testDatabase } from '#tests/support/database.ts';
import { openSite, type Site } from '#tests/support/site.ts';
import { actorWith, buildWorld, hire, hireYoung, TODAY, type World } from '#tests/support/world.ts';

const db = testDatabase();
let world: World;
let site: Site;
let curator: Awaited<ReturnType<typeof actorWith>>;
let stranger: Awaited<ReturnType<typeof actorWith>>;
let menteeId: Id;
let mentorId: Id;

const form = {
  formCode: 'teacher_teacher',
  kindCode: 'one_to_one',
  legalBasis: 'labor_351_8',
  focus: 'Дисциплина на уроке',
  hoursPerWeek: '2',
  startedOn: '22.11.2026',
  endedOn: '31.05.2027',
};

beforeAll(async () => {
  world = await buildWorld(db);
  site = openSite(db);
  curator = await actorWith(world, 'curator', world.school);
  stranger = await actorWith(world, 'curator', world.sibling);
  menteeId = await hireYoung(world, world.school, { lastName: 'Жукова', firstName: 'Анна', middleName: 'Ильинична' });
  mentorId = await hire(world, world.school, { lastName: 'Морозов' });
});

const waitingIds = async (filter: Partial<Parameters<typeof listWaiting>[1]> = {}, ctx = curator) =>
  (await listWaiting(ctx, { search: '', who: 'young', page: 1, ...filter })).map(({ id }) => id);

describe('people without a mentor', () => {
  test('young teachers first, the others on asking, found by name whatever ё and case', async () => {
    expect(await waitingIds()).toEqual([menteeId]);
    expect(await waitingIds({ who: 'all' })).toContain(mentorId);
    expect(await waitingIds({ search: 'ЖУКОВА анна' })).toEqual([menteeId]);
    expect(await waitingIds({ search: 'морозов' })).toEqual([]);
    expect(await waitingIds({ search: 'морозов', who: 'all' })).toEqual([mentorId]);
    expect(await waitingIds({ search: '%' })).toEqual([]);
    expect(await waitingIds({}, stranger)).toEqual([]);
    expect(await countWaiting(stranger, { search: '', who: 'all', page: 1 })).toBe(1);
  });

  test('who has a live proposal no longer waits; who left does not either', async () => {
    const other = await hireYoung(world, world.school);
    const gone = await hireYoung(world, world.school);
    expect(await waitingIds()).toEqual(expect.arrayContaining([other, gone]));
    await makeProposal(curator, { menteeId: other, mentorId });
    await db.updateTable('employment').set({ endedOn: '2026-11-21' }).where('personId', '=', gone).execute();
    expect(await waitingIds()).toEqual([menteeId]);
  });

  test('a part-timer waits at home, not where the second job is', async () => {
    const shared = await hireYoung(world, world.sibling);
    await makeEmployment(world.system, { personId: shared, unitId: world.school });
    expect(await waitingIds()).not.toContain(shared);
    expect(await waitingIds({}, stranger)).toContain(shared);
    await expect(findMentee(curator, shared)).rejects.toThrow(NotFound);
  });
});

describe('the candidates', () => {
  test('are the people of the organisation, part-timers included, with their places', async () => {
    const partTimer = await hire(world, world.sibling);
    await makeEmployment(world.system, { personId: partTimer, unitId: world.school });
    const mentee = await findMentee(curator, menteeId);
    const candidates = await listCandidates(curator, mentee);
    const ids = candidates.map(({ personId }) => personId);
    expect(ids).toEqual(expect.arrayContaining([mentorId, partTimer, menteeId]));
    expect(ids).not.toContain(stranger.personId);
    expect(candidates.find(({ personId }) => personId === partTimer)?.unitId).toBe(world.sibling);
    expect(candidates.find(({ personId }) => personId === mentorId)?.taken).toHaveLength(1);
    await expect(findMentee(stranger, menteeId)).rejects.toThrow(NotFound);
  });

  test('what the engine ranks can be proposed, what it refuses is refused with the same code', async () => {
    const fresh = await hireYoung(world, world.school);
    const full = await hire(world, world.school);
    const profile = { personId: full, unitId: world.school, regionId: world.region, loadLimitPeople: 0 };
    await db.insertInto('mentorProfile').values(profile).execute();
    const mentee = await findMentee(curator, fresh);
    const period = { startedOn: TODAY, endedOn: '2027-05-31' };
    const candidates = (await listCandidates(curator, mentee)).filter(({ unitId }) => unitId === world.school);
    const found = match({ mentee, candidates, period, kindCode: 'one_to_one', hoursPerWeek: null, today: TODAY });
    expect(found.ranked.length).toBeGreaterThan(1);
    expect(found.refused.map(({ personId }) => personId)).toContain(full);
    for (const { personId, refusals } of found.refused) {
      await expect(makeProposal(curator, { menteeId: fresh, mentorId: personId })).rejects.toMatchObject({
        code: refusals[0]?.code,
      });
    }
    for (const { personId } of found.ranked) {
      await expect(makeProposal(curator, { menteeId: fresh, mentorId: personId })).resolves.toHaveProperty('id');
    }
  });
});

describe('the pages', () => {
  test('lead the curator from who waits to a proposal', async () => {
    const list = await (await site.get(paths.peopleWithoutMentor(), { as: curator.personId })).text();
    expect(list).toContain('Жукова Анна Ильинична');
    expect(list).toContain(paths.match(menteeId));
    const page = await (await site.get(paths.match(menteeId), { as: curator.personId })).text();
    expect(page).toContain('Жукова Анна Ильинична: подбор наставника');
    expect(page).toContain(paths.mentorshipPropose(menteeId, mentorId).replaceAll('&', '&amp;'));
    expect(page).toContain('тот же предмет: математика');
    const propose = paths.mentorshipPropose(menteeId, mentorId);
    const shown = await (await site.get(propose, { as: curator.personId })).text();
    expect(shown).toContain('31.05.2027');
    expect(shown).toContain('351.8');
    const sent = await site.post(propose, { ...form, _once: newId() }, { as: curator.personId });
    expect(sent.status).toBe(303);
    const to = sent.headers.get('Location') ?? '';
    expect(to).toMatch(/^\/mentorships\/[0-9a-f-]{36}$/);
    const again = await (await site.get(paths.match(menteeId), { as: curator.personId })).text();
    expect(again).toContain('Уже в паре с этим человеком');
    expect(again).toContain(to);
  });

  test('keep what was typed and say what is wrong', async () => {
    const another = await hireYoung(world, world.school);
    const propose = paths.mentorshipPropose(another, await hire(world, world.school));
    const empty = await site.post(propose, { ...form, focus: '' }, { as: curator.personId });
    expect(empty.status).toBe(422);
    expect(await empty.text()).toContain('О чём наставничество');
    const wrong = await site.post(propose, { ...form, endedOn: '01.11.2026' }, { as: curator.personId });
    expect(wrong.status).toBe(422);
    const text = await wrong.text();
    expect(text).toContain('Последний день раньше первого');
    expect(text).toContain('Дисциплина на уроке');
    const strange = await site.post(propose, { ...form, unitId: world.sibling }, { as: curator.personId });
    expect(strange.status).toBe(422);
    const unknown = await site.post(propose, { ...form, formCode: 'none' }, { as: curator.personId });
    expect(unknown.status).toBe(422);
    expect(await unknown.text()).toContain('нет в справочнике');
  });

  test('do not exist for anybody else', async () => {
    const pages = [paths.match(menteeId), paths.mentorshipPropose(menteeId, mentorId)];
    const ministry = await actorWith(world, 'ministryOfficer', world.region);
    const head = await actorWith(world, 'head', world.school);
    for (const path of pages) {
      for (const { personId } of [stranger, ministry, head]) {
        expect((await site.get(path, { as: personId })).status).toBe(404);
      }
    }
    const propose = paths.mentorshipPropose(menteeId, mentorId);
    for (const { personId } of [stranger, ministry, head]) {
      expect((await site.post(propose, form, { as: personId })).status).toBe(404);
    }
    expect((await site.get(paths.peopleWithoutMentor(), { as: ministry.personId })).status).toBe(404);
  });

  test('say what to do when nobody is left to offer', async () => {
    const lonely = await actorWith(world, 'curator', world.farSchool);
    const onlyId = await hireYoung(world, world.farSchool);
    await db.updateTable('person').set({ teachingSince: '2026-09-01' }).where('id', '=', lonely.personId).execute();
    const page = await (await site.get(paths.match(onlyId), { as: lonely.personId })).text();
    expect(page).toContain('Пока никто не подходит');
    expect(page).toContain('Сам молодой педагог');
  });
});
