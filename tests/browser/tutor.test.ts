import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { closeDatabase, type Database, openDatabase } from '#db/database.ts';
import { openBrowser } from '#tests/support/browser.ts';
import { demoAccountOf } from '#tests/support/demo-account.ts';
import { demoLogin, visit } from '#tests/support/visitor.ts';

let browser: Browser;
let db: Database;

beforeAll(async () => {
  browser = await openBrowser();
  db = openDatabase({ url: inject('siteDatabaseUrl'), max: 2 });
});

afterAll(async () => {
  await browser.close();
  await closeDatabase(db);
});

test.each([true, false])('a step closed with a product reaches the tutor, JavaScript: %s', async (javaScript) => {
  const { routeId, owner, login } = await giveRouteOwnerAccount();
  const tutor = await visit(browser, demoLogin('tutor'), { javaScript });
  await tutor.section('Маршруты');
  await tutor.page.getByLabel('Имя педагога').fill(owner);
  await tutor.press('Показать');
  const found = tutor.main.locator(`a[href="/educational-routes/${routeId}"]`);
  await Promise.all([found.click(), tutor.page.waitForEvent('load')]);
  const product = `Разработка урока ${login}`;

  const person = await visit(browser, login, { javaScript });
  await person.press('Мой маршрут');
  await person.press('Закрыть шаг');
  await person.main.getByLabel('Продукт', { exact: true }).fill(product);
  await person.press('Закрыть шаг');
  expect(await person.main.textContent(), 'nothing is closed without the attitude').toContain(
    'Шаг закрывают, когда есть и продукт',
  );
  expect(await person.main.getByLabel('Продукт', { exact: true }).inputValue()).toBe(product);
  await person.main.getByLabel('Отношение к результату').fill('Получилось лучше, чем я ожидала.');
  await person.press('Закрыть шаг');
  expect(await person.main.textContent()).toContain('Шаг закрыт, продукт записан.');

  await tutor.page.reload();
  const waiting = tutor.main.locator('ul.tasks > li', { hasText: product });
  await Promise.all([
    tutor.page.waitForEvent('load'),
    waiting.getByRole('link', { name: 'Посмотреть и написать' }).click(),
  ]);
  await tutor.main.getByLabel('Заметка').fill('Сильная разработка, покажите её на методобъединении.');
  await tutor.main.getByLabel('Принять').check();
  await tutor.press(/^Сохранить/);
  expect(await tutor.main.textContent()).toContain('Продукт принят.');
  await person.page.goto(`/educational-routes/${routeId}?view=table`);
  expect(await person.main.textContent()).toContain('покажите её на методобъединении');
  await tutor.leave();
  await person.leave();
});

/** Opens an account for the owner of one of the demonstration tutor's routes where a step is due, who has no role at all. */
async function giveRouteOwnerAccount(): Promise<{ routeId: string; owner: string; login: string }> {
  const tutor = await db
    .selectFrom('account')
    .select('personId')
    .where('login', '=', demoLogin('tutor'))
    .executeTakeFirstOrThrow();
  const today = new Date().toISOString().slice(0, 10);
  const route = await db
    .selectFrom('educationalRoute')
    .innerJoin('routeTutor', 'routeTutor.routeId', 'educationalRoute.id')
    .innerJoin('routeStep', 'routeStep.routeId', 'educationalRoute.id')
    .innerJoin('person', 'person.id', 'educationalRoute.personId')
    .select(['educationalRoute.id', 'educationalRoute.personId', 'person.lastName'])
    .where('routeTutor.personId', '=', tutor.personId)
    .where('routeTutor.endedOn', 'is', null)
    .where('educationalRoute.state', '=', 'active')
    .where('routeStep.closedOn', 'is', null)
    .where('routeStep.startedOn', '<=', today)
    .where((is) => is.not(is.exists(is.selectFrom('account').whereRef('account.personId', '=', 'person.id'))))
    .where((is) => is.not(is.exists(is.selectFrom('roleGrant').whereRef('roleGrant.personId', '=', 'person.id'))))
    .orderBy('educationalRoute.id')
    .executeTakeFirstOrThrow();
  const login = await demoAccountOf(db, route.personId, today);
  return { routeId: route.id, owner: route.lastName, login };
}
