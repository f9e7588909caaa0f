import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { hashPassword } from '#app/access/password.server.ts';
import { systemContext } from '#app/core/context.server.ts';
import { movableClock } from '#app/core/services.server.ts';
import { giveAccount, giveRole } from '#app/demo/demo-people.ts';
import { DEMO_PASSWORD } from '#app/demo/open-demonstration.server.ts';
import { addAgreement } from '#app/features/agreements/agreement.operations.server.ts';
import { addUnit } from '#app/features/org-units/unit.operations.server.ts';
import { addPerson } from '#app/features/people/person.operations.server.ts';
import { closeDatabase, type Database, openDatabase } from '#db/database.ts';
import type { Id } from '#db/schema.ts';
import { openBrowser } from '#tests/support/browser.ts';
import { demoLogin, type Visitor, visit } from '#tests/support/visitor.ts';

let browser: Browser;
let db: Database;

beforeAll(async () => {
  db = openDatabase({ url: inject('siteDatabaseUrl'), max: 2 });
  browser = await openBrowser();
});

afterAll(async () => {
  await browser.close();
  await closeDatabase(db);
});

/** A small school of the coordinator's municipality whose only physics teacher is new, and a physics teacher next door. */
async function smallSchool(
  name: string,
): Promise<Record<'mentee' | 'curator' | 'head' | 'mentor' | 'mentorId', string>> {
  const system = systemContext('tests', { db, clock: movableClock(0) });
  const near = await unitOf('curator');
  const municipality = await db
    .selectFrom('orgUnit')
    .select('parentId')
    .where('id', '=', near)
    .executeTakeFirstOrThrow();
  const parentId = municipality.parentId ?? '';
  const school = await addUnit(system, { parentId, kind: 'school', name, shortName: name, startedOn: '2026-09-01' });
  const passwordHash = await hashPassword(DEMO_PASSWORD);
  const person = async (part: string, unitId: Id, subject: string | null, isYoung: boolean, postCode = 'teacher') => {
    const { id } = await addPerson(system, {
      unitId,
      lastName: part,
      firstName: firstNameAt(name),
      middleName: 'Петровна',
      birthOn: isYoung ? '2002-04-12' : '1980-04-12',
      email: null,
      phone: null,
      category: isYoung ? 'none' : 'highest',
      teachingSince: isYoung ? '2026-09-01' : '2004-09-01',
      employment: { postCode, subject, startedOn: isYoung ? '2026-09-01' : '2015-09-01' },
    });
    const login = `${id}@demo.ryadom`;
    await giveAccount(system, id, login, passwordHash);
    return { id, login };
  };
  const mentee = await person('Физикова', school.id, 'физика', true);
  await person('Историкова', school.id, 'история', false);
  const curator = await person('Завучева', school.id, null, false, 'deputy_head');
  const head = await person('Директорова', school.id, null, false, 'head');
  await giveRole(system, curator.id, 'curator', school.id, '2026-09-01');
  await giveRole(system, head.id, 'head', school.id, '2026-09-01');
  const mentor = await person('Соседова', near, 'физика', false);
  await addAgreement(system, {
    ...{ unitId: school.id, partnerUnitId: near, partnerName: null, number: name.slice(-1), subject: 'Наставники' },
    ...{ signedOn: '2026-09-01', startedOn: '2026-09-01', endedOn: null },
  });
  return { mentee: mentee.login, curator: curator.login, head: head.login, mentor: mentor.login, mentorId: mentor.id };
}

/** The two runs' people differ by the first name. */
const firstNameAt = (school: string) => (school.endsWith('А') ? 'Анна' : 'Белла');

async function unitOf(role: string): Promise<Id> {
  const row = await db
    .selectFrom('account')
    .innerJoin('person', 'person.id', 'account.personId')
    .select('person.unitId')
    .where('account.login', '=', demoLogin(role))
    .executeTakeFirstOrThrow();
  return row.unitId;
}

test.each([
  { javaScript: true, name: 'Дальняя школа А' },
  { javaScript: false, name: 'Дальняя школа Б' },
])(
  'the only physics teacher of a small school finds a mentor from another school, and both consent, JavaScript: $javaScript',
  async ({ javaScript, name }) => {
    const logins = await smallSchool(name);
    const enter = (login: string) => visit(browser, login, { javaScript });
    const mentor = await enter(logins.mentor);
    await openOutside(mentor, logins.mentorId);
    const mentee = await enter(logins.mentee);
    await ask(mentee);
    await mentee.press('Выбрать наставника');
    await mentee.main.getByText('преподают другой предмет').waitFor();
    await mentee.press('К запросу');
    await mentee.press('Искать в других школах');
    await mentee.main.getByText('Внутри организации сейчас никто не подходит.').waitFor();
    await mentee.press('Согласен, ищите в других организациях');
    const coordinator = await enter(demoLogin('municipalCoordinator'));
    await offer(coordinator, name);
    await mentor.page.goto('/');
    await mentor.press('Ответить');
    await mentor.main.getByLabel('готов помочь').check();
    await mentor.press('Ответить');
    const home = await enter(demoLogin('curator'));
    const waits = home.main.locator('ul.tasks > li').filter({ hasText: 'Вашего педагога просят в наставники' }).last();
    await Promise.all([home.page.waitForEvent('load'), waits.getByRole('link', { name: 'Ответить' }).click()]);
    await home.main.getByLabel('организация согласна').check();
    await home.press('Ответить');
    const curator = await enter(logins.curator);
    await curator.press('Предложить');
    await curator.main.getByLabel('О чём наставничество').fill('Опыты и подготовка к урокам физики');
    await curator.press('Отправить обоим');
    await curator.main.getByText('Предложение отправлено.').first().waitFor();
    expect(await curator.main.textContent()).toContain('договор о сотрудничестве');
    await recordAnswers(curator);
    for (const visitor of [mentee, mentor, coordinator, home, curator]) await visitor.leave();
  },
);

/** Today in the demonstration's own time zone, as it is typed. */
const today = new Date().toLocaleDateString('ru-RU', { timeZone: 'Europe/Moscow' });

async function recordAnswers(curator: Visitor): Promise<void> {
  for (let side = 0; side < 2; side += 1) {
    await curator.press(/^Внести ответ на бумаге/);
    await curator.main.getByLabel('согласие', { exact: true }).check();
    await curator.main.getByLabel('Дата на бумаге').fill(today);
    await curator.press('Сохранить');
  }
}

async function openOutside(mentor: Visitor, personId: string): Promise<void> {
  await mentor.page.goto(`/people/${personId}/mentor-profile/edit`);
  await mentor.main.getByLabel('Готов помогать другим организациям').check();
  await mentor.press('Сохранить');
}

/** Fills a request about the subject itself. */
async function ask(mentee: Visitor): Promise<void> {
  await mentee.page.goto('/requests/new');
  await mentee.main.getByLabel('начинаю работать, молодой специалист').check();
  await mentee.main.getByLabel('начинающий педагог').check();
  await mentee.main.getByLabel('С чем нужна помощь').fill('Ставлю опыты в первый раз, в школе я один физик');
  await mentee.press('Сохранить и выбрать области');
  await mentee.main.getByLabel('предметно-профессиональные').check();
  await mentee.press('Сохранить');
}

async function offer(coordinator: Visitor, name: string): Promise<void> {
  await coordinator.section('Запросы');
  const row = coordinator.main.locator('ul.tasks > li').filter({ hasText: `Физикова ${firstNameAt(name)}` });
  await Promise.all([coordinator.page.waitForEvent('load'), row.getByRole('link', { name: 'Открыть' }).click()]);
  await coordinator.press('Подобрать наставника');
  await coordinator.press('Предложить');
  await coordinator.press('Отправить предложение');
  await coordinator.main.getByText('ждём ответа его и его школы', { exact: false }).waitFor();
}
