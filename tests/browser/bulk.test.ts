import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { hashPassword } from '#app/access/password.server.ts';
import { systemContext } from '#app/core/context.server.ts';
import { movableClock } from '#app/core/services.server.ts';
import { giveAccount, giveRole } from '#app/demo/demo-people.ts';
import { makeUnit } from '#app/demo/factories/org-units.ts';
import { DEMO_PASSWORD } from '#app/demo/open-demonstration.server.ts';
import { addPerson } from '#app/features/people/person.operations.server.ts';
import { closeDatabase, type Database, openDatabase } from '#db/database.ts';
import { openBrowser } from '#tests/support/browser.ts';
import { type Visitor, visit } from '#tests/support/visitor.ts';

const TEACHERS = 150;
const YOUNG = 40;
const SUBJECTS = ['математика', 'физика', 'химия', 'история', 'русский язык', 'биология'];

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

/** A school of 150 teachers, 40 of them young, and the login of its curator. */
async function largeSchool(name: string): Promise<string> {
  const system = systemContext('tests', { db, clock: movableClock(0) });
  const city = db.selectFrom('orgUnit').select('id').where('kind', '=', 'municipality').orderBy('id').limit(1);
  const { id: parentId } = await city.executeTakeFirstOrThrow();
  const school = await makeUnit(system, { kind: 'school', parentId, name });
  for (let number = 0; number < TEACHERS; number += 1) {
    const isYoung = number < YOUNG;
    await addPerson(system, {
      unitId: school.id,
      lastName: `${isYoung ? 'Новиков' : 'Опытов'}${lettersOf(number)}`,
      firstName: 'Анна',
      middleName: 'Петровна',
      birthOn: isYoung ? '2002-04-12' : '1980-04-12',
      email: null,
      phone: null,
      category: isYoung ? 'none' : 'highest',
      teachingSince: isYoung ? '2026-09-01' : '2004-09-01',
      employment: {
        postCode: 'teacher',
        subject: SUBJECTS[number % SUBJECTS.length] ?? '',
        startedOn: isYoung ? '2026-09-01' : '2015-09-01',
      },
    });
  }
  const curator = await addPerson(system, {
    ...{ unitId: school.id, lastName: 'Завучева', firstName: 'Инна', middleName: null, birthOn: null },
    ...{ email: null, phone: null, category: 'none', teachingSince: null, employment: null },
  });
  await giveRole(system, curator.id, 'curator', school.id, '2020-09-01');
  const login = `${curator.id}@demo.ryadom`;
  await giveAccount(system, curator.id, login, await hashPassword(DEMO_PASSWORD));
  return login;
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
    expect(await curator.main.textContent()).toContain(`Предложено: ${YOUNG} пар`);
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
