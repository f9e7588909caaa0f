import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { systemContext } from '#app/core/context.server.ts';
import { movableClock } from '#app/core/services.server.ts';
import { personOn } from '#app/demo/demo-time.ts';
import { publishAct } from '#app/features/act-publication/publication.operations.server.ts';
import { draftAct } from '#app/features/local-acts/act-draft.operations.server.ts';
import { submitAct } from '#app/features/local-acts/local-act.operations.server.ts';
import { findAct } from '#app/features/local-acts/local-act.queries.server.ts';
import { approveAct } from '#app/features/local-acts/local-act-approval.operations.server.ts';
import { paths } from '#app/paths.ts';
import { closeDatabase, type Database, openDatabase } from '#db/database.ts';
import { openBrowser } from '#tests/support/browser.ts';
import { demoLogin, type Visitor, visit } from '#tests/support/visitor.ts';

let browser: Browser;
let db: Database;
let page: Awaited<ReturnType<typeof publishRoadMap>>;

beforeAll(async () => {
  db = openDatabase({ url: inject('siteDatabaseUrl'), max: 2 });
  browser = await openBrowser();
  page = await publishRoadMap();
});

afterAll(async () => {
  await browser.close();
  await closeDatabase(db);
});

/** What anybody reads there, without signing in. */
const publicText = async () => (await fetch(new URL(page.address, inject('siteUrl')))).text();

const said = async ({ main }: Visitor) => (await main.innerText()).replace(/\s+/g, ' ');

/** The demonstration's mentor stands in a road map on the school's public page; gives its address and the name. */
async function publishRoadMap(): Promise<{ address: string; lastName: string }> {
  const find = async (role: string) =>
    db
      .selectFrom('account')
      .innerJoin('person', 'person.id', 'account.personId')
      .select(['person.id', 'person.unitId', 'person.lastName', 'person.firstName', 'person.middleName'])
      .where('account.login', '=', demoLogin(role))
      .executeTakeFirstOrThrow();
  const mentor = await find('mentor');
  const today = systemContext('tests', { db, clock: movableClock(0) }).today;
  const curator = await personOn(db, (await find('curator')).id, today);
  const head = await personOn(db, (await find('head')).id, today);
  const responsible = [mentor.lastName, mentor.firstName, mentor.middleName].filter(Boolean).join(' ');
  const stage = { stage: 'Подготовка', measure: 'Обучение наставников', due: 'сентябрь', responsible, result: 'Пары' };
  const values = { yearsWords: '2026/27', stages: [stage], curator: (await find('curator')).id };
  const { id } = await draftAct(curator, { kind: 'road_map', unitId: mentor.unitId, values });
  await submitAct(curator, id, { version: (await findAct(curator, id)).version });
  const { documentHash: hash } = await findAct(head, id);
  await approveAct(head, id, { hash, registeredOn: today });
  await publishAct(head, id);
  return { address: paths.publishedAct(mentor.unitId, id), lastName: mentor.lastName };
}

test.each([{ javaScript: true }, { javaScript: false }])(
  'a mentor consents to publication, prints it, thinks better of it, and is gone from the page, JavaScript: $javaScript',
  async ({ javaScript }) => {
    const login = demoLogin('mentor');
    const mentor = await visit(browser, login, { javaScript });
    expect(await publicText()).not.toContain(page.lastName);

    await mentor.press('Мои документы');
    const offered = mentor.main.getByRole('link', { name: 'Согласие на распространение персональных данных' });
    await Promise.all([mentor.page.waitForEvent('load'), offered.first().click()]);
    expect(await mentor.main.locator('input[type=checkbox]:checked').count()).toBe(0);
    await mentor.press('Подписать согласие');
    expect(await said(mentor)).toContain('Отметьте хотя бы одно сведение');
    await mentor.main.getByLabel('фамилия, имя, отчество').check();
    await mentor.main.getByLabel('предмет', { exact: true }).check();
    await mentor.main.getByLabel(/^Мои условия и запреты/).fill('Не для рекламы');
    await mentor.press('Подписать согласие');
    expect(await said(mentor)).toContain('Подписано простой электронной подписью');
    expect(await said(mentor)).toContain('Не для рекламы');
    expect(await publicText()).toContain(page.lastName);
    expect((await mentor.download('Скачать PDF')).subarray(0, 5).toString()).toBe('%PDF-');
    expect((await mentor.download('Скачать DOCX')).subarray(0, 2).toString()).toBe('PK');

    await mentor.page.goto('/me/documents');
    const row = mentor.main.locator('tbody tr', { hasText: 'Согласие на распространение' }).first();
    expect(await row.innerText()).toContain('подписано');
    await Promise.all([mentor.page.waitForEvent('load'), row.getByRole('link', { name: /^Отозвать/ }).click()]);
    const told = await said(mentor);
    expect(told).toContain('исчезают со страницы наставничества сразу');
    expect(told).toContain('Что останется по закону');
    await mentor.press('Отозвать согласие');
    expect(await said(mentor)).toContain('Согласие отозвано. Оно перестало действовать сейчас.');
    expect(await publicText()).not.toContain(page.lastName);

    const curator = await visit(browser, demoLogin('curator'), { javaScript });
    await curator.page.goto('/me/notices');
    expect(await said(curator)).toContain('Согласие о персональных данных отозвано');
    for (const visitor of [mentor, curator]) await visitor.leave();
  },
);
