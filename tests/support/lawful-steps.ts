import { expect } from 'vitest';
import type { Visitor } from './visitor.ts';

/** Today in the demonstration's own time zone, as it is typed. */
export const today = new Date().toLocaleDateString('ru-RU', { timeZone: 'Europe/Moscow' });

/** Records the paper answers of so many people on the page of their mentorship. */
export async function recordAnswers(curator: Visitor, people = 2): Promise<void> {
  for (let one = 1; one <= people; one += 1) {
    await curator.press(/^Внести ответ на бумаге/);
    await curator.main.getByLabel('согласие', { exact: true }).check();
    await curator.main.getByLabel('Дата на бумаге').fill(today);
    await curator.press('Сохранить');
    expect(await curator.main.textContent(), `answer ${one}`).toContain('Ответ внесён.');
  }
}

/** Draws up an order of this mentee's mentorship only, looks at the name forms and hands it to the head; gives its path. */
export async function drawUpOrder(curator: Visitor, lastName: string): Promise<string> {
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
  return new URL(curator.page.url()).pathname;
}

/** The head finds the order on the home page, approves it and begins the mentorships. */
export async function approveOrder(head: Visitor, order: string): Promise<void> {
  await head.page.goto('/');
  const waiting = head.main.locator(`a[href^="${order}"]`).first();
  await Promise.all([head.page.waitForEvent('load'), waiting.click()]);
  if (new URL(head.page.url()).pathname === order) await head.press('Утвердить');
  await head.press(/^Утвердить приказ/);
  expect(await head.main.textContent()).toContain('Наставничество началось.');
}

/** What the wizard asks, by label; each basis asks for a part of it. */
const TERMS: Readonly<Record<string, string>> = {
  'Объём, часов': '4',
  'Номер трудового договора': '17',
  'Дата трудового договора': '01.09.2015',
  'Доля оклада, %': '12,5',
  'Акт, которым установлена оплата': 'пункт 4.2 положения об оплате труда',
  'Цель программы': 'Вести урок уверенно',
  'Что хотим изменить': 'Работа класса на уроке',
  'Показатель: по чему это будет видно': 'уроков с работой в парах',
  Сейчас: '0',
  'К концу программы': '3',
};

/** Gathers the terms once, step by step; each page keeps what the one before wrote. */
export async function walkWizard(curator: Visitor): Promise<void> {
  await curator.press(/^(Заполнить условия|Составить программу)$/);
  const onwards = curator.main.getByRole('button', { name: 'Сохранить и дальше' });
  for (let step = 1; await onwards.isVisible(); step += 1) {
    expect(step, (await curator.main.innerText()).slice(0, 600)).toBeLessThan(6);
    for (const [label, text] of Object.entries(TERMS)) {
      const field = curator.main.getByLabel(label).first();
      if (await field.isVisible()) await field.fill(text);
    }
    await curator.press('Сохранить и дальше');
  }
}

/** Draws the supplement up, takes the file to print and brings both dates back. */
export async function signSupplement(curator: Visitor): Promise<void> {
  await curator.press('Составить соглашение');
  const pdf = await curator.download('Скачать PDF');
  expect(pdf.subarray(0, 4).toString()).toBe('%PDF');
  await curator.press('Отметить подписание');
  await curator.main.getByLabel('Когда подписал работник').fill(today);
  await curator.main.getByLabel('Когда подписал работодатель').fill(today);
  await curator.press('Отметить подписанным');
  expect(await curator.main.textContent()).toContain('Подписание отмечено.');
}
