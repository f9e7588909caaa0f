import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addAgreement } from '#app/features/agreements/agreement.operations.server.ts';
import { closeDatabase, type Database } from '#db/database.ts';
import { openBrowser } from '#tests/support/browser.ts';
import { journeyDatabase, openJourneySchool, unitOfDemo } from '#tests/support/journey-school.ts';
import { approveOrder, drawUpOrder, recordAnswers, walkWizard } from '#tests/support/lawful-steps.ts';
import { demoLogin, type Visitor, visit } from '#tests/support/visitor.ts';

let browser: Browser;
let db: Database;

beforeAll(async () => {
  db = journeyDatabase();
  browser = await openBrowser();
});

afterAll(async () => {
  await browser.close();
  await closeDatabase(db);
});

/** A small school of the coordinator's municipality whose only physics teacher is new, and a physics teacher next door. */
async function smallSchool(name: string, firstName: string) {
  const school = await openJourneySchool(db, name);
  const near = await unitOfDemo(db, 'curator');
  const mentee = await school.hire('Физикова', { firstName, isYoung: true });
  await school.hire('Историкова', { employment: { postCode: 'teacher', subject: 'история', startedOn: '2020-09-01' } });
  const mentor = await school.hire('Соседова', { firstName, unitId: near.id });
  await addAgreement(school.system, {
    ...{ unitId: school.id, partnerUnitId: near.id, partnerName: null, number: name.slice(-1), subject: 'Наставники' },
    ...{ signedOn: '2026-09-01', startedOn: '2026-09-01', endedOn: null },
  });
  return { ...school, mentee, mentor };
}

test.each([
  { javaScript: true, name: 'Дальняя школа А', firstName: 'Анна' },
  { javaScript: false, name: 'Дальняя школа Б', firstName: 'Белла' },
])(
  'the only physics teacher of a small school gets a mentor from another school, JavaScript: $javaScript',
  async ({ javaScript, name, firstName }) => {
    const school = await smallSchool(name, firstName);
    const enter = ({ login }: { login: string }) => visit(browser, login, { javaScript });
    const mentor = await enter(school.mentor);
    await openOutside(mentor, school.mentor.id);
    const mentee = await enter(school.mentee);
    await ask(mentee);
    await mentee.press('Выбрать наставника');
    await mentee.main.getByText('преподают другой предмет').waitFor();
    await mentee.press('К запросу');
    await mentee.press('Искать в других школах');
    await mentee.main.getByText('Внутри организации сейчас никто не подходит.').waitFor();
    await mentee.press('Согласен, ищите в других организациях');
    const coordinator = await enter({ login: demoLogin('municipalCoordinator') });
    await offer(coordinator, firstName);
    await mentor.page.goto('/');
    await mentor.press('Ответить');
    await mentor.main.getByLabel('готов помочь').check();
    await mentor.press('Ответить');
    const home = await enter({ login: demoLogin('curator') });
    const waits = home.main.locator('ul.tasks > li').filter({ hasText: 'Вашего педагога просят в наставники' }).last();
    await Promise.all([home.page.waitForEvent('load'), waits.getByRole('link', { name: 'Ответить' }).click()]);
    await home.main.getByLabel('организация согласна').check();
    await home.press('Ответить');
    const curator = await enter(school.curator);
    await curator.press('Предложить');
    await curator.main.getByLabel('О чём наставничество').fill('Опыты и подготовка к урокам физики');
    await curator.press('Отправить обоим');
    await curator.main.getByText('Предложение отправлено.').first().waitFor();
    expect(await curator.main.textContent()).toContain('договор о сотрудничестве');
    const address = curator.page.url();
    await recordAnswers(curator);
    await walkWizard(curator);
    await curator.page.goto(address);
    await curator.main.getByText('Согласие организации наставника').first().waitFor();
    await agreeFromHome(home);
    await curator.page.reload();
    const head = await enter(school.head);
    await approveOrder(head, await drawUpOrder(curator, 'Физикова'));
    await curator.page.goto(address);
    await curator.main.getByText('Наставничество действует по приказу.').waitFor();
    for (const visitor of [mentee, mentor, coordinator, home, curator, head]) await visitor.leave();
  },
);

/** The home organisation agrees to the very terms, from its work list; the agreement between the two is found by itself. */
async function agreeFromHome(home: Visitor): Promise<void> {
  await home.page.goto('/');
  const asked = 'Согласовать наставника в другую организацию';
  const link = home.main
    .locator('ul.tasks > li')
    .filter({ hasText: asked })
    .first()
    .getByRole('link', { name: 'Ответить' });
  await Promise.all([home.page.waitForEvent('load'), link.click()]);
  await home.main.getByLabel('организация согласна', { exact: true }).check();
  expect(await home.main.getByLabel(/^Соглашение/).inputValue()).toContain('от 01.09.2026');
  await home.press('Ответить');
  await home.main.getByText('Ответ записан').first().waitFor();
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

async function offer(coordinator: Visitor, firstName: string): Promise<void> {
  await coordinator.section('Запросы');
  const row = coordinator.main.locator('ul.tasks > li').filter({ hasText: `Физикова ${firstName}` });
  await Promise.all([coordinator.page.waitForEvent('load'), row.getByRole('link', { name: 'Открыть' }).click()]);
  await coordinator.press('Подобрать наставника');
  const mentor = coordinator.main.locator('li').filter({ hasText: `Соседова ${firstName}` });
  await Promise.all([coordinator.page.waitForEvent('load'), mentor.getByRole('link', { name: 'Предложить' }).click()]);
  await coordinator.press('Отправить предложение');
  await coordinator.main.getByText('ждём ответа его и его школы', { exact: false }).waitFor();
}
