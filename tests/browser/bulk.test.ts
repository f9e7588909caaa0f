import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { closeDatabase, type Database } from '#db/database.ts';
import { openBrowser } from '#tests/support/browser.ts';
import { journeyDatabase, openJourneySchool } from '#tests/support/journey-school.ts';
import { type Visitor, visit } from '#tests/support/visitor.ts';

const TEACHERS = 150;
const YOUNG = 40;
const SUBJECTS = ['математика', 'физика', 'химия', 'история', 'русский язык', 'биология'];

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

/** A school of 150 teachers, 40 of them young, and the login of its curator. */
async function largeSchool(name: string): Promise<string> {
  const school = await openJourneySchool(db, name);
  for (let number = 0; number < TEACHERS; number += 1) {
    const isYoung = number < YOUNG;
    const startedOn = isYoung ? '2026-09-01' : '2020-09-01';
    const employment = { postCode: 'teacher', subject: SUBJECTS[number % SUBJECTS.length] ?? '', startedOn };
    await school.hire(`${isYoung ? 'Новиков' : 'Опытов'}${lettersOf(number)}`, { isYoung, employment });
  }
  return school.curator.login;
}

function lettersOf(number: number): string {
  return String(number).replace(/\d/g, (digit) => 'абвгдежзик'[Number(digit)] ?? '');
}

test.each([
  { javaScript: true, school: 'Лицей № 150' },
  { javaScript: false, school: 'Лицей № 151' },
])(
  'mentors for a whole school with two pins and a ban, JavaScript: $javaScript',
  { timeout: 300_000 },
  async ({ javaScript, school }) => {
    const curator = await visit(browser, await largeSchool(school), { javaScript });
    await curator.section('Подбор');
    await curator.press('Подобрать всем');
    await curator.main.getByLabel('Название сценария').fill('Первый');
    await curator.press('Посчитать');
    await untilSolved(curator);
    expect(await curator.main.textContent()).toContain(`${YOUNG}с наставником из ${YOUNG}`);
    const first = curator.page.url();
    const pins = [await decide(curator, 0, 'Закрепить'), await decide(curator, 1, 'Закрепить')];
    const banned = await decide(curator, 2, 'Запретить');
    await curator.press('Пересчитать с решениями: 3');
    await curator.main.getByLabel('Название сценария').fill('Второй');
    await curator.press('Посчитать');
    await untilSolved(curator);
    const second = curator.page.url();
    expect(await curator.main.getByText('закреплено', { exact: true }).count()).toBe(2);
    for (const { mentee, mentor } of pins) expect(await lineOf(curator, mentee)).toContain(`наставник ${mentor}`);
    expect(await lineOf(curator, banned.mentee)).not.toContain(`наставник ${banned.mentor}`);
    await curator.press('Сравнить');
    const compared = (await curator.main.textContent()) ?? '';
    expect(compared).toContain(`${YOUNG} из ${YOUNG}`);
    expect(compared).toContain(banned.mentee);
    await curator.page.goto(second);
    await curator.press('Предложить все пары');
    await curator.main.getByLabel('О чём наставничество').fill('Первый год в школе: урок и класс');
    await curator.press('Предложить всем');
    expect(await curator.main.textContent()).toContain(`Предложено: ${YOUNG}\u00a0пар`);
    await curator.page.goto(first);
    expect(await curator.main.textContent()).toContain('Больше не ждут наставника');
    await curator.section('Пары');
    expect(await curator.main.textContent()).toContain(pins[0]?.mentor);
    await curator.leave();
  },
);

/** The script follows the work by itself; without it the page's own link does. */
async function untilSolved({ page, main }: Visitor): Promise<void> {
  const done = main.getByRole('heading', { name: 'Кто с кем' });
  const again = main.getByRole('link', { name: 'Обновить сейчас' });
  for (let looks = 0; looks < 200; looks += 1) {
    await done.or(again).first().waitFor();
    if (await done.isVisible()) return;
    await page.reload();
  }
  throw new Error('the scenario was never solved');
}

/** Decides about a pair: pins the mentee to the third best of the others, or bans the mentor proposed. */
async function decide(curator: Visitor, line: number, decision: 'Закрепить' | 'Запретить') {
  const { page, main } = curator;
  const scenario = page.url();
  const link = main.locator('ul.tasks > li').nth(line).getByRole('link', { name: 'Почему так' });
  await Promise.all([link.click(), page.waitForEvent('load')]);
  const mentee = ((await main.getByRole('heading', { level: 1 }).innerText()) ?? '').replace(': почему так', '');
  const others = main.getByRole('region', { name: 'Подходящие наставники' }).locator('tbody th');
  const proposed = /сценарии — ([^,]+),/.exec((await main.textContent()) ?? '')?.[1] ?? '';
  const mentor = decision === 'Закрепить' ? await others.nth(40 + line).innerText() : proposed;
  await curator.press('Закрепить или запретить');
  await choose(curator, mentor);
  await main.getByLabel(decision, { exact: true }).check();
  await main.getByLabel('Почему').fill('Так решили на методсовете');
  await curator.press('Записать решение');
  await page.goto(scenario);
  return { mentee, mentor };
}

/** Chooses the mentor: from the plain list, or in the field the script makes of it. */
async function choose({ page, main }: Visitor, mentor: string): Promise<void> {
  const list = main.locator('select[name=mentorId]');
  if (await list.isVisible()) return void (await list.selectOption({ label: mentor }));
  const field = main.getByRole('combobox', { name: 'Наставник' });
  await field.fill(mentor);
  await page.getByRole('option', { name: mentor, exact: true }).click();
}

async function lineOf({ main }: Visitor, mentee: string): Promise<string> {
  return (await main.locator('ul.tasks > li').filter({ hasText: mentee }).first().textContent()) ?? '';
}
