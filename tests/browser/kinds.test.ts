import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser } from '#tests/support/browser.ts';
import { demoLogin, type Visitor, visit } from '#tests/support/visitor.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(() => browser.close());

/** Today in the demonstration's own time zone, as it is typed. */
const today = new Date().toLocaleDateString('ru-RU', { timeZone: 'Europe/Moscow' });

test.each([true, false])('a group of two mentees under one order, JavaScript: %s', async (javaScript) => {
  const curator = await visit(browser, demoLogin('curator'), { javaScript });
  const head = await visit(browser, demoLogin('head'), { javaScript });
  const address = await propose(curator, 'group');
  await curator.press('Участники');
  await curator.press('Добавить наставляемого');
  const second = await chooseFirst(curator);
  await curator.press('Добавить');
  expect(await curator.main.textContent()).toContain(second);
  await curator.page.goto(address);
  await recordAnswers(curator, 3);
  const order = await drawUpOrder(curator);
  await approve(head, order);
  await curator.page.goto(address);
  await curator.main.getByText('Наставничество действует.').waitFor();
  expect(await curator.main.textContent()).toContain(second);
  await curator.press('Участники');
  expect(await curator.main.locator('tbody tr').count()).toBe(3);
  await curator.leave();
  await head.leave();
});

test.each([true, false])('a reverse pair with two topics and results both ways, JavaScript: %s', async (javaScript) => {
  const curator = await visit(browser, demoLogin('curator'), { javaScript });
  const head = await visit(browser, demoLogin('head'), { javaScript });
  const address = await propose(curator, 'reverse');
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
  const order = await drawUpOrder(curator);
  await approve(head, order);
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

/** Proposes the best mentor to the first young teacher without one; in reverse the young one teaches. */
async function propose(curator: Visitor, kind: 'group' | 'reverse'): Promise<string> {
  await curator.section('Подбор');
  await curator.press('Подобрать');
  await curator.press('Предложить');
  const [, mentee = '', mentor = ''] = /matching\/([^/]+)\/propose\/([^/?]+)/.exec(curator.page.url()) ?? [];
  if (kind === 'reverse') await curator.page.goto(`/matching/${mentor}/propose/${mentee}`);
  await curator.main.locator('[name=focus]').fill('Планирование уроков и работа с классом');
  await curator.main.locator('[name=kindCode]').selectOption(kind);
  await curator.press('Отправить обоим');
  expect(await curator.main.textContent()).toContain('Предложение отправлено.');
  return new URL(curator.page.url()).pathname;
}

/** Chooses the first person on offer; gives the name. */
async function chooseFirst(curator: Visitor): Promise<string> {
  const first = curator.main.getByRole('radio').first();
  await first.check();
  return curator.main.locator(`label[for="${await first.getAttribute('id')}"]`).innerText();
}

async function recordAnswers(curator: Visitor, people: number): Promise<void> {
  for (let one = 0; one < people; one += 1) {
    await curator.press(/^Внести ответ на бумаге/);
    await curator.main.getByLabel('согласие', { exact: true }).check();
    await curator.main.getByLabel('Дата на бумаге').fill(today);
    await curator.press('Сохранить');
  }
}

/** Draws up an order of the latest consented mentorship alone and hands it to the head; gives its path. */
async function drawUpOrder(curator: Visitor): Promise<string> {
  const heading = await curator.main.getByRole('heading', { level: 1 }).innerText();
  const lastName = heading.replace('Наставничество: ', '').split(' ')[0] ?? '';
  await curator.press('Подготовить приказ');
  for (const pair of await curator.main.getByRole('checkbox').all()) {
    const label = await curator.main.locator(`label[for="${await pair.getAttribute('id')}"]`).innerText();
    await pair.setChecked(label.includes(`— ${lastName}`));
  }
  await curator.press('Составить приказ');
  await curator.press('Сохранить');
  await curator.press('Отправить руководителю');
  await curator.press('Отправить руководителю');
  return new URL(curator.page.url()).pathname;
}

async function approve(head: Visitor, order: string): Promise<void> {
  await head.page.goto(`${order}/approve`);
  await head.press('Утвердить');
  expect(await head.main.textContent()).toContain('Наставничество началось.');
}
