import { beforeAll, expect, test } from 'vitest';
import { NotFound } from '#app/access/refusals.ts';
import { makeRequest } from '#app/demo/factories/mentoring-requests.ts';
import {
  openSurvey,
  remindOfSurvey,
  sayNotNeeded,
} from '#app/features/needs-surveys/needs-survey.operations.server.ts';
import type { Id } from '#db/schema.ts';
import { testDatabase } from '#tests/support/database.ts';
import { openSite, type Site } from '#tests/support/site.ts';
import { actorWith, as, buildWorld, hire, hireYoung, type World } from '#tests/support/world.ts';
import { actsUpon, newsTo } from '../mentorships/pairs.ts';

const db = testDatabase();
let world: World;
let site: Site;
let curator: Awaited<ReturnType<typeof actorWith>>;
let teachers: Id[];
let surveyId: Id;

beforeAll(async () => {
  world = await buildWorld(db);
  site = openSite(db);
  curator = await actorWith(world, 'curator', world.school);
  teachers = [await hireYoung(world, world.school), await hire(world, world.school), await hire(world, world.school)];
  surveyId = (await openSurvey(curator, { unitId: world.school, endedOn: '2026-12-06' }, null)).id;
});

test('tells every teacher of the organisation and nobody elsewhere', async () => {
  const elsewhere = await hire(world, world.sibling);
  for (const teacher of teachers) expect(await newsTo(world, teacher)).toEqual(['survey-opened']);
  expect(await newsTo(world, elsewhere)).toEqual([]);
  expect(await actsUpon(world, surveyId)).toEqual(['openSurvey']);
});

test('a request answers it, and so does saying that nobody is needed; the curator reads numbers and who is left', async () => {
  const [young = '', calm = '', silent = ''] = teachers;
  await makeRequest(await as(world, young), { personId: young });
  await sayNotNeeded(await as(world, calm), surveyId);
  const page = await (await site.get(`/needs-surveys/${surveyId}`, { as: curator.personId })).text();
  const names = new Map(
    (await db.selectFrom('person').select(['id', 'lastName']).where('id', 'in', teachers).execute()).map((one) => [
      one.id,
      one.lastName,
    ]),
  );
  expect(page).toContain(names.get(silent));
  expect(page).not.toContain(names.get(calm));
  expect(page).not.toContain(names.get(young));
  expect(page).toMatch(/class="figure">4</);
});

test('is brought to mind with one click, once a day, to those who are left', async () => {
  const [young = '', , silent = ''] = teachers;
  await remindOfSurvey(curator, surveyId);
  expect(await newsTo(world, silent)).toEqual(['survey-opened', 'survey-reminder']);
  expect(await newsTo(world, young)).toEqual(['survey-opened']);
  await expect(remindOfSurvey(curator, surveyId)).rejects.toMatchObject({ code: 'reminded-today' });
  const later = { ...curator, today: '2026-12-07' };
  await expect(remindOfSurvey(later, surveyId)).rejects.toMatchObject({ code: 'survey-over' });
});

test('is one at a time, within sense, and the curator’s of the organisation', async () => {
  const again = openSurvey(curator, { unitId: world.school, endedOn: '2026-12-20' }, null);
  await expect(again).rejects.toMatchObject({ code: 'needs-surveys-overlap' });
  const open = (endedOn: string) => openSurvey(curator, { unitId: world.school, endedOn }, null);
  await expect(open('2026-11-21')).rejects.toMatchObject({ code: 'ends-before-start' });
  await expect(open('2027-03-01')).rejects.toMatchObject({ code: 'survey-too-long' });
  for (const stranger of [
    await actorWith(world, 'curator', world.sibling),
    await actorWith(world, 'head', world.school),
    await actorWith(world, 'ministryOfficer', world.region),
  ]) {
    await expect(openSurvey(stranger, { unitId: world.school, endedOn: '2026-12-20' }, null)).rejects.toThrow(NotFound);
    await expect(remindOfSurvey(stranger, surveyId)).rejects.toThrow(NotFound);
  }
  const outsider = await as(world, await hire(world, world.sibling));
  await expect(sayNotNeeded(outsider, surveyId)).rejects.toThrow(NotFound);
});
