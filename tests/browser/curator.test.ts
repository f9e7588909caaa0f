import { join } from 'node:path';
import type { Browser, Locator } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser } from '#tests/support/browser.ts';
import { approveOrder, drawUpOrder, recordAnswers, signSupplement, walkWizard } from '#tests/support/lawful-steps.ts';
import { demoLogin, type Visitor, visit } from '#tests/support/visitor.ts';

const lists = join(import.meta.dirname, '../fixtures/staff-lists');

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(() => browser.close());

test.each([
  { javaScript: true, list: '01-gimnaziya.xlsx', people: 48 },
  { javaScript: false, list: '04-spisok.csv', people: 25 },
])('from a staff list to an approved order, JavaScript: $javaScript', async ({ javaScript, list, people }) => {
  const curator = await visit(browser, demoLogin('curator'), { javaScript });
  const head = await visit(browser, demoLogin('head'), { javaScript });
  await loadList(curator, list, people);
  const { address, mentee } = await proposeToFirst(curator);
  await walkWizard(curator);
  expect(await curator.main.textContent()).toContain('12,5\u00a0% оклада');
  await signSupplement(curator);
  await curator.page.goto(address);
  await recordAnswers(curator);
  const order = await drawUpOrder(curator, mentee.split(' ')[0] ?? '');
  await approveOrder(head, order);
  await curator.page.goto(address);
  await curator.main.getByText('Наставничество действует по приказу.').waitFor();
  await curator.page.goto(order);
  const pdf = await curator.download('Скачать PDF');
  expect(pdf.subarray(0, 4).toString()).toBe('%PDF');
  await curator.leave();
  await head.leave();
});

async function loadList(curator: Visitor, list: string, people: number): Promise<void> {
  await curator.section('Люди');
  await curator.press('Загрузить список');
  await curator.page.locator('input[type=file]').setInputFiles(join(lists, list));
  await curator.press('Проверить список');
  await untilShown(curator, curator.main.getByRole('link', { name: 'Загрузить', exact: true }));
  await curator.press('Загрузить');
  expect(await curator.main.textContent()).toContain(`${people}будет добавлено`);
  await curator.press('Загрузить список');
  await untilShown(curator, curator.main.getByRole('heading', { name: 'Список загружен' }));
}

/** The script follows long work by itself; without it the page's own link does. */
async function untilShown({ page, main }: Visitor, awaited: Locator): Promise<void> {
  const again = main.getByRole('link', { name: 'Обновить сейчас' });
  for (let looks = 0; looks < 100; looks += 1) {
    await awaited.or(again).first().waitFor();
    if (await awaited.isVisible()) return;
    await page.reload();
  }
  throw new Error('the work never ended');
}

/** Proposes the best mentor to the first young teacher who has none. */
async function proposeToFirst(curator: Visitor): Promise<{ address: string; mentee: string }> {
  await curator.section('Подбор');
  const mentee = await curator.main.locator('ul.tasks > li').first().locator('b').innerText();
  await curator.press('Подобрать');
  expect(await curator.main.getByRole('heading', { level: 1 }).innerText()).toContain(mentee);
  await curator.press('Предложить');
  await curator.main.getByLabel('О чём наставничество').fill('Планирование уроков и работа с классом');
  await curator.press('Отправить обоим');
  expect(await curator.main.textContent()).toContain('Предложение отправлено.');
  return { address: curator.page.url(), mentee };
}
