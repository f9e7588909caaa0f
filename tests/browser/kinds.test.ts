import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { closeDatabase, type Database } from '#db/database.ts';
import { openBrowser } from '#tests/support/browser.ts';
import { type JourneySchool, journeyDatabase, openJourneySchool } from '#tests/support/journey-school.ts';
import { approveOrder, drawUpOrder, recordAnswers, walkWizard } from '#tests/support/lawful-steps.ts';
import { type Visitor, visit } from '#tests/support/visitor.ts';

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

/** A school of two young teachers and a mentor. */
async function smallSchool(name: string): Promise<JourneySchool & { mentorId: string; menteeId: string }> {
  const school = await openJourneySchool(db, name);
  const mentor = await school.hire('Опытова');
  const mentee = await school.hire('Новикова', { isYoung: true });
  await school.hire('Юнова', { isYoung: true });
  return { ...school, mentorId: mentor.id, menteeId: mentee.id };
}

test.each([
  { javaScript: true, name: 'Школа групп А' },
  { javaScript: false, name: 'Школа групп Б' },
])('a group of two mentees under one order, JavaScript: $javaScript', async ({ javaScript, name }) => {
  const school = await smallSchool(name);
  const curator = await visit(browser, school.curator.login, { javaScript });
  const head = await visit(browser, school.head.login, { javaScript });
  const address = await propose(curator, school, 'group');
  await curator.press('Участники');
  await curator.press('Добавить наставляемого');
  const second = await choose(curator, 'Юнова');
  await curator.press('Добавить');
  expect(await curator.main.textContent()).toContain(second);
  await curator.page.goto(address);
  await recordAnswers(curator, 3);
  await walkWizard(curator);
  await curator.page.goto(address);
  const order = await drawUpOrder(curator, 'Новикова');
  await approveOrder(head, order);
  await curator.page.goto(address);
  await curator.main.getByText('Наставничество действует по приказу.').waitFor();
  expect(await curator.main.textContent()).toContain(second);
  await curator.press('Участники');
  expect(await curator.main.locator('tbody tr').count()).toBe(3);
  await curator.leave();
  await head.leave();
});

test.each([
  { javaScript: true, name: 'Школа равных А' },
  { javaScript: false, name: 'Школа равных Б' },
])('a reverse pair with two topics and results both ways, JavaScript: $javaScript', async ({ javaScript, name }) => {
  const school = await smallSchool(name);
  const curator = await visit(browser, school.curator.login, { javaScript });
  const head = await visit(browser, school.head.login, { javaScript });
  const address = await propose(curator, { mentorId: school.menteeId, menteeId: school.mentorId }, 'reverse');
  expect(await curator.main.textContent()).toContain('каждый учит и каждый учится');
  await recordAnswers(curator, 2);
  for (const topic of ['Электронный журнал', 'Дисциплина на уроке']) {
    await curator.press('Темы');
    await curator.press('Записать тему');
    await curator.main.locator('[name=topic]').fill(topic);
    await curator.main.locator('[name=goal]').fill('Второй делает это без помощи');
    await curator.press('Сохранить');
    await curator.page.goto(address);
  }
  await walkWizard(curator);
  await curator.page.goto(address);
  const order = await drawUpOrder(curator, 'Опытова');
  await approveOrder(head, order);
  await curator.page.goto(order);
  expect(await curator.main.textContent()).toContain('друг за другом на равных');
  await curator.page.goto(address);
  await curator.press('Завершить');
  await curator.press('Завершить');
  expect(await curator.main.textContent()).toContain('Сначала запишите результаты обеих тем');
  for (const which of [0, 1]) {
    await curator.page.goto(`${address}/topics`);
    const tell = curator.main.getByRole('link', { name: 'Записать результат' }).nth(which);
    await Promise.all([tell.click(), curator.page.waitForEvent('load')]);
    await curator.main.locator('[name=result]').fill('Получается без помощи');
    await curator.press('Сохранить');
  }
  await curator.page.goto(address);
  await curator.press('Завершить');
  await curator.press('Завершить');
  expect(await curator.main.textContent()).toContain('Наставничество завершено.');
  await curator.leave();
  await head.leave();
});

/** Proposes the pair without pay; gives the path of the mentorship. */
async function propose(curator: Visitor, pair: { mentorId: string; menteeId: string }, kind: 'group' | 'reverse') {
  await curator.page.goto(`/matching/${pair.menteeId}/propose/${pair.mentorId}`);
  await curator.main.locator('[name=focus]').fill('Планирование уроков и работа с классом');
  await curator.main.locator('[name=kindCode]').selectOption(kind);
  await curator.main.getByLabel('добровольчество').check();
  await curator.press('Отправить обоим');
  expect(await curator.main.textContent()).toContain('Предложение отправлено.');
  return new URL(curator.page.url()).pathname;
}

/** Chooses somebody on offer by the last name; gives what the label says. */
async function choose(curator: Visitor, lastName: string): Promise<string> {
  const label = curator.main.locator('label').filter({ hasText: lastName }).first();
  await label.click();
  return label.innerText();
}
