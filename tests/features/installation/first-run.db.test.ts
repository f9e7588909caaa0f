import { expect, test } from 'vitest';
import { setUpInstallation } from '#app/features/installation/installation.operations.server.ts';
import { paths } from '#app/paths.ts';
import { testDatabase } from '#tests/support/database.ts';
import { openSite } from '#tests/support/site.ts';

const db = testDatabase();
let opened = 0;
const openDemonstration = async () => {
  opened += 1;
};
const site = openSite(db, { openDemonstration });

const answers = {
  regionName: 'Верхневолжская область',
  timeZone: 'Europe/Samara',
  municipalityName: 'Заречный округ',
  organisationKind: 'school',
  organisationName: 'Гимназия № 2',
  lastName: 'Первых',
  firstName: 'Анна',
  middleName: '',
  login: 'admin@region.ru',
  password: 'синий конь идёт домой',
  repeat: 'синий конь идёт домой',
} as const;

test('an empty database leads from anywhere to the first run, and is set up only once', async () => {
  expect((await site.get(paths.home())).headers.get('Location')).toBe(paths.signIn());
  expect((await site.get(paths.signIn())).headers.get('Location')).toBe(paths.firstRun());
  const choice = await (await site.get(paths.firstRun())).text();
  expect(choice).toContain(paths.firstRunSetup());
  expect(choice).toContain(paths.firstRunDemonstration());
  expect((await site.get(paths.firstRunSetup())).status).toBe(200);
  expect((await site.post(paths.firstRunDemonstration(), {})).status).toBe(303);
  expect(opened).toBe(1);

  const weak = await site.post(paths.firstRunSetup(), { ...answers, password: '1234567890', repeat: '1234567890' });
  expect(weak.status).toBe(422);
  expect(await weak.text()).toContain('Верхневолжская область');
  expect(await db.selectFrom('orgUnit').select('id').execute()).toEqual([]);

  const at = await Promise.all(Array.from({ length: 3 }, () => site.post(paths.firstRunSetup(), answers)));
  expect(at.filter((response) => response.status === 303)).toHaveLength(1);
  const done = at.find((response) => response.status === 303);
  const cookie = done?.headers.getSetCookie().find((line) => line.startsWith('ryadom=')) ?? '';
  const accounts = await site.get(paths.accounts(), { headers: { Cookie: cookie.split(';')[0] ?? '' } });
  expect(accounts.status).toBe(200);
  expect(await accounts.text()).toContain('Первых');
  const kinds = await db.selectFrom('orgUnit').select(['kind', 'timeZone']).orderBy('id').execute();
  expect(kinds.map((unit) => unit.kind)).toEqual(['federation', 'region', 'municipality', 'school']);
  expect(new Set(kinds.map((unit) => unit.timeZone))).toEqual(new Set(['Europe/Samara']));

  for (const page of [paths.firstRun(), paths.firstRunSetup(), paths.firstRunDemonstration()]) {
    expect([page, (await site.get(page)).status]).toEqual([page, 404]);
  }
  expect((await site.post(paths.firstRunSetup(), answers)).status).toBe(404);
  expect((await site.post(paths.firstRunDemonstration(), {})).status).toBe(404);
  expect(opened).toBe(1);
  await expect(setUpInstallation(site.services, { ...answers, middleName: null })).rejects.toThrow('first run');
  expect((await site.get(paths.signIn())).status).toBe(200);
});
