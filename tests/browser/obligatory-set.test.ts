import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { closeDatabase, type Database } from '#db/database.ts';
import { openBrowser } from '#tests/support/browser.ts';
import { journeyDatabase, openJourneySchool } from '#tests/support/journey-school.ts';
import { approveOrder, drawUpOrder, recordAnswers, today, walkWizard } from '#tests/support/lawful-steps.ts';
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

/** What a curator answers where the program knows nothing yet, by the name of the field. */
const ANSWERS: Readonly<Record<string, string>> = {
  minutesOn: today,
  minutesNumber: '3',
  unionOpinion: 'протокол профкома № 2',
  menteesLimit: 'трёх',
  payAct: 'положение об оплате труда',
  site: 'school.example.ru',
  startedOn: today,
  yearsWords: '2026/27 учебный год',
};

test.each([
  { javaScript: true, name: 'Новая школа А' },
  { javaScript: false, name: 'Новая школа Б' },
])('from an empty organisation to the whole obligatory set, JavaScript: $javaScript', async ({ javaScript, name }) => {
  const school = await openJourneySchool(db, name);
  const mentor = await school.hire('Опытова');
  const mentee = await school.hire('Новикова', { isYoung: true });
  const curator = await visit(browser, school.curator.login, { javaScript });
  const head = await visit(browser, school.head.login, { javaScript });
  await curator.page.goto('/acts/set');
  expect(await curator.main.getByText('нет', { exact: true }).count()).toBeGreaterThan(2);
  for (const kind of ['regulation', 'introduction_order', 'road_map']) await makeAndApprove(curator, head, kind);
  await curator.page.goto(`/matching/${mentee.id}/propose/${mentor.id}`);
  await curator.main.locator('[name=focus]').fill('Планирование уроков и работа с классом');
  await curator.main.getByLabel('добровольчество').check();
  await curator.press('Отправить обоим');
  const address = curator.page.url();
  await recordAnswers(curator);
  await walkWizard(curator);
  await curator.page.goto(address);
  await approveOrder(head, await drawUpOrder(curator, 'Новикова'));
  await curator.page.goto('/acts/set');
  expect(await curator.main.getByText('нет', { exact: true }).count()).toBe(0);
  expect(await curator.main.getByText('есть', { exact: true }).count()).toBe(5);
  await curator.leave();
  await head.leave();
});

/** One click on the page of the set, the missing answers, the head's approval of the text shown. */
async function makeAndApprove(curator: Visitor, head: Visitor, kind: string): Promise<void> {
  await curator.page.goto('/acts/set');
  const make = curator.main.locator(`a[href^="/acts/new/${kind}"]`);
  await Promise.all([make.click(), curator.page.waitForEvent('load')]);
  for (const [field, answer] of Object.entries(ANSWERS)) {
    const control = curator.main.locator(`[name="${field}"]`).first();
    if ((await control.count()) > 0 && (await control.inputValue()) === '') await control.fill(answer);
  }
  await curator.press('Составить');
  const act = new URL(curator.page.url()).pathname;
  await curator.press('Отправить руководителю');
  await curator.press('Отправить руководителю');
  await head.page.goto(`${act}/approve`);
  await head.press(/^Утвердить/);
  expect(await head.main.textContent()).toContain('утвержд');
}
