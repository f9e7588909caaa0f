import { beforeAll, describe, expect, test } from 'vitest';
import { makeResult } from '#app/demo/factories/mentor-profiles.ts';
import { makeProposal } from '#app/demo/factories/mentorships.ts';
import { paths } from '#app/paths.ts';
import type { Id } from '#db/schema.ts';
import { readWorkbookRows } from '#reports/workbook-xlsx.ts';
import { testDatabase } from '#tests/support/database.ts';
import { openSite, type Site } from '#tests/support/site.ts';
import { actorWith, as, buildWorld, grant, hire, hireYoung, type World } from '#tests/support/world.ts';

const db = testDatabase();
let world: World;
let site: Site;
let curator: Awaited<ReturnType<typeof actorWith>>;
let mentorId: Id;

beforeAll(async () => {
  world = await buildWorld(db);
  site = openSite(db);
  curator = await actorWith(world, 'curator', world.school);
  mentorId = await hire(world, world.school, { lastName: 'Ершова', firstName: 'Тамара', middleName: 'Викторовна' });
  await grant(world, mentorId, 'mentor', world.school);
  for (const _ of [0, 1, 2]) await makeProposal(curator, { mentorId, menteeId: await hireYoung(world, world.school) });
});

async function page(path: string, personId: Id): Promise<{ status: number; html: string }> {
  const response = await site.get(path, { as: personId });
  return { status: response.status, html: (await response.text()).replaceAll('\u00a0', ' ') };
}

const openOutside = (personId: Id, isOpenOutside: boolean) =>
  db.updateTable('mentorProfile').set({ isOpenOutside }).where('personId', '=', personId).execute();

describe('the list of mentors', () => {
  test('shows the curator who is loaded how much, and finds by name and by what is missing', async () => {
    const { html } = await page(paths.mentors(), curator.personId);
    expect(html).toContain('Ершова Тамара Викторовна');
    expect(html).toContain('3 из 5');
    expect(html).toContain('3 из 9');
    expect((await page(`${paths.mentors()}?search=ершова`, curator.personId)).html).toContain('Найдено: 1 наставник');
    expect((await page(`${paths.mentors()}?who=lacking`, curator.personId)).html).toContain('Никто не подошёл');
    expect((await page(`${paths.mentors()}?format=remote`, curator.personId)).html).toContain('Никто не подошёл');
  });

  test('tells a colleague what is offered and nothing of the load', async () => {
    const mentee = await actorWith(world, 'mentee', world.school);
    const { html } = await page(paths.mentors(), mentee.personId);
    expect(html).toContain('Ершова Тамара Викторовна');
    expect(html).not.toContain('3 из 5');
    expect((await page(paths.mentorsXlsx(), mentee.personId)).status).toBe(404);
  });

  test('comes as a workbook with the load in numbers', async () => {
    const file = await site.get(`${paths.mentorsXlsx()}?search=ершова`, { as: curator.personId });
    const rows: string[] = [];
    const limits = { maxRows: 100, maxColumns: 20, maxText: 100_000 };
    for await (const row of readWorkbookRows(new Uint8Array(await file.arrayBuffer()), limits)) {
      rows.push(JSON.stringify(row));
    }
    const found = rows.filter((row) => row.includes('Ершова Тамара'));
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(/3.*5.*3.*9/);
  });
});

describe('the profile of a mentor', () => {
  test('names to its owner what is missing and leads there; others see what counts only', async () => {
    const result = await makeResult(await as(world, mentorId), mentorId, { title: 'Класс вырос на девять баллов' });
    const own = await page(paths.mentorProfile(mentorId), mentorId);
    for (const words of ['Отметить сильные стороны', 'Принять кодекс наставника', 'Класс вырос', 'ждёт подтверждения'])
      expect(own.html).toContain(words);
    expect(own.html).toContain(paths.readiness('mentor'));
    expect(own.html).not.toContain(paths.mentorResultConfirm(result));
    const byCurator = await page(paths.mentorProfile(mentorId), curator.personId);
    expect(byCurator.html).toContain(paths.mentorResultConfirm(result));
    const colleague = await actorWith(world, 'mentor', world.school);
    for (const seen of [
      await page(paths.mentorProfile(mentorId), colleague.personId),
      await page(paths.mentorProfileForOthers(mentorId), mentorId),
    ]) {
      expect(seen.status).toBe(200);
      expect(seen.html).not.toContain('Класс вырос');
      expect(seen.html).not.toContain('Чего не хватает');
      expect(seen.html).not.toContain('Наставляемых сейчас');
    }
  });

  test('is seen by neighbours of the municipality only when its owner has opened it', async () => {
    const neighbour = await actorWith(world, 'curator', world.sibling);
    const coordinator = await actorWith(world, 'municipalCoordinator', world.municipality);
    const far = await actorWith(world, 'curator', world.farSchool);
    const head = await actorWith(world, 'head', world.sibling);
    const statuses = async () => {
      const asked = [neighbour, coordinator, far, head].map(({ personId }) =>
        page(paths.mentorProfile(mentorId), personId),
      );
      return (await Promise.all(asked)).map(({ status }) => status);
    };
    await openOutside(mentorId, false);
    expect(await statuses()).toEqual([404, 404, 404, 404]);
    await openOutside(mentorId, true);
    expect(await statuses()).toEqual([200, 200, 404, 404]);
    expect((await page(paths.mentors(), neighbour.personId)).html).toContain('Ершова Тамара Викторовна');
    expect((await page(paths.mentorProfile(mentorId), neighbour.personId)).html).not.toContain('Наставляемых сейчас');
    await openOutside(mentorId, false);
  });

  test('that nobody has begun is there for its person and the curator only', async () => {
    const teacher = await hire(world, world.school);
    const colleague = await actorWith(world, 'mentor', world.school);
    expect((await page(paths.mentorProfile(teacher), teacher)).status).toBe(200);
    expect((await page(paths.mentorProfile(teacher), curator.personId)).status).toBe(200);
    expect((await page(paths.mentorProfile(teacher), colleague.personId)).status).toBe(404);
  });
});

describe('the page of limits', () => {
  test('shows the usual limits until an act is entered, then the act with who entered it', async () => {
    const path = paths.mentoringLimits(world.school);
    expect((await page(path, curator.personId)).html).toContain('обычные пределы');
    const form = {
      ...{ startedOn: '22.11.2026', peopleSoft: '2', peopleHard: '4', hoursSoft: '4', hoursHard: '8' },
      sourceAct: 'Положение о наставничестве',
    };
    expect((await site.post(path, { ...form, peopleSoft: '5' }, { as: curator.personId })).status).toBe(422);
    expect((await site.post(path, form, { as: curator.personId })).status).toBe(303);
    const { html } = await page(path, curator.personId);
    expect(html).toContain('2 / 4');
    expect(html).toContain('Положение о наставничестве');
    expect((await page(paths.mentors(), curator.personId)).html).toContain('3 из 4');
  });
});
