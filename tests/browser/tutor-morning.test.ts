import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { closeDatabase, type Database, openDatabase } from '#db/database.ts';
import { openBrowser } from '#tests/support/browser.ts';
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

async function waiting(): Promise<number> {
  const row = await db
    .selectFrom('routeStep')
    .innerJoin('educationalRoute', 'educationalRoute.id', 'routeStep.routeId')
    .innerJoin('routeTutor', 'routeTutor.routeId', 'educationalRoute.id')
    .innerJoin('account', 'account.personId', 'routeTutor.personId')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('account.login', '=', demoLogin('tutor'))
    .where('routeTutor.endedOn', 'is', null)
    .where('educationalRoute.state', '=', 'active')
    .where('routeStep.reviewState', '=', 'waits')
    .executeTakeFirstOrThrow();
  return row.count;
}

test.each([true, false])('a tutor reads products one after another, JavaScript: %s', async (javaScript) => {
  const before = await waiting();
  expect(before).toBeGreaterThan(1);
  const tutor = await visit(browser, demoLogin('tutor'), { javaScript });
  await tutor.section('Стол тьютора');
  for (const filter of ['Просрочено', 'Год без корректировки', 'Цикл заканчивается', 'Давно молчат']) {
    await tutor.press(new RegExp(`^${filter} \\(\\d+\\)$`));
    expect(await tutor.main.locator('[aria-current=page]').textContent()).toContain(filter);
  }
  await tutor.press(/^Ждут прочтения \(\d+\)$/);
  await tutor.press(/^Читать продукты \(\d+\)$/);
  expect(await tutor.main.textContent()).toContain('Отношение к результату');
  await tutor.main.getByLabel('Попросить дополнить').check();
  await tutor.press('Сохранить и открыть следующий');
  expect(await tutor.main.textContent(), 'asking for more needs words').toContain('Напишите хотя бы несколько слов.');
  await tutor.main.getByLabel('Принять').check();
  await tutor.main.getByLabel('Заметка педагогу').fill('Сильная работа.');
  await tutor.press('Сохранить и открыть следующий');
  expect(await tutor.main.textContent()).toContain('Продукт принят. Открыт следующий.');
  expect(await waiting()).toBe(before - 1);
  await tutor.leave();
});

test('nothing of the desk is wider than a phone', async () => {
  const tutor = await visit(browser, demoLogin('tutor'), { width: 360 });
  for (const path of ['/desk', '/desk/group', '/desk/deficits', '/offers']) {
    await tutor.page.goto(path);
    expect([path, await tutor.page.evaluate('document.documentElement.scrollWidth')]).toEqual([path, 360]);
  }
  await tutor.leave();
});
