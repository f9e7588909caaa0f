import { join } from 'node:path';
import type { Browser, Locator } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser } from '#tests/support/browser.ts';
import { demoLogin, type Visitor, visit } from '#tests/support/visitor.ts';

const lists = join(import.meta.dirname, '../fixtures/staff-lists');

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(() => browser.close());

/** Today in the demonstration's own time zone, as it is typed. */
const today = new Date().toLocaleDateString('ru-RU', { timeZone: 'Europe/Moscow' });

test.each([
  { javaScript: true, list: '01-gimnaziya.xlsx', people: 48 },
  { javaScript: false, list: '04-spisok.csv', people: 25 },
])('from a staff list to an approved order, JavaScript: $javaScript', async ({ javaScript, list, people }) => {
  const curator = await visit(browser, demoLogin('curator'), { javaScript });
  const head = await visit(browser, demoLogin('head'), { javaScript });
  await loadList(curator, list, people);
  const { address, mentee } = await proposeToFirst(curator);
  await walkWizard(curator);
  await signSupplement(curator);
  await curator.page.goto(address);
  await recordAnswers(curator);
  const order = await drawUpOrder(curator, mentee);
  await approve(head, order);
  await curator.page.goto(address);
  await curator.main.getByText('Наставничество действует.').waitFor();
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

/** Gathers the terms once, step by step; each page keeps what the one before wrote. */
async function walkWizard(curator: Visitor): Promise<void> {
  const { main } = curator;
  const fill = async (fields: Record<string, string>) => {
    for (const [label, text] of Object.entries(fields)) await main.getByLabel(label).fill(text);
    await curator.press('Сохранить и дальше');
  };
  await curator.press('Заполнить условия');
  expect(await main.getByLabel('Содержание работы').inputValue()).toContain('Планирование уроков');
  await fill({});
  await fill({
    'Объём, часов': '4',
    'Номер трудового договора': '17',
    'Дата трудового договора': '01.09.2015',
  });
  await fill({ 'Доля оклада, %': '12,5', 'Акт, которым установлена оплата': 'пункт 4.2 положения об оплате труда' });
  await fill({
    'Цель программы': 'Вести урок уверенно',
    'Что хотим изменить': 'Работа класса на уроке',
    'Показатель: по чему это будет видно': 'уроков с работой в парах',
    Сейчас: '0',
    'К концу программы': '3',
  });
  expect(await main.textContent()).toContain('12,5\u00a0% оклада');
}

/** Draws the supplement up, takes the file to print and brings both dates back. */
async function signSupplement(curator: Visitor): Promise<void> {
  await curator.press('Составить соглашение');
  const pdf = await curator.download('Скачать PDF');
  expect(pdf.subarray(0, 4).toString()).toBe('%PDF');
  await curator.press('Отметить подписание');
  await curator.main.getByLabel('Когда подписал работник').fill(today);
  await curator.main.getByLabel('Когда подписал работодатель').fill(today);
  await curator.press('Отметить подписанным');
  expect(await curator.main.textContent()).toContain('Подписание отмечено.');
}

async function recordAnswers(curator: Visitor): Promise<void> {
  for (const side of ['first', 'second']) {
    await curator.press(/^Внести ответ на бумаге/);
    await curator.main.getByLabel('согласие', { exact: true }).check();
    await curator.main.getByLabel('Дата на бумаге').fill(today);
    await curator.press('Сохранить');
    expect(await curator.main.textContent(), side).toContain('Ответ внесён.');
  }
}

/** Draws up an order of this pair only, looks at the name forms and hands it to the head; gives its address. */
async function drawUpOrder(curator: Visitor, mentee: string): Promise<string> {
  const [lastName = ''] = mentee.split(' ');
  await curator.press('Подготовить приказ');
  for (const pair of await curator.main.getByRole('checkbox').all()) {
    const label = await curator.main.locator(`label[for="${await pair.getAttribute('id')}"]`).innerText();
    await pair.setChecked(label.includes(`— ${lastName}`));
  }
  await curator.press('Составить приказ');
  const names = await curator.main.locator('[name=nameText]').all();
  expect(names.length).toBeGreaterThan(1);
  for (const name of names) expect(await name.inputValue()).toMatch(/^[А-ЯЁ][а-яё-]+ [А-ЯЁ]/u);
  await curator.press('Сохранить');
  await curator.press('Отправить руководителю');
  await curator.press('Отправить руководителю');
  return curator.page.url();
}

async function approve(head: Visitor, order: string): Promise<void> {
  await head.page.reload();
  const path = new URL(order).pathname;
  const waiting = head.main.locator(`a[href^="${path}"]`).first();
  await Promise.all([head.page.waitForEvent('load'), waiting.click()]);
  if (new URL(head.page.url()).pathname === path) await head.press('Утвердить');
  await head.press(/^Утвердить приказ и 1/);
  expect(await head.main.textContent()).toContain('Наставничество началось.');
}
