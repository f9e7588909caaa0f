import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { systemContext } from '#app/core/context.server.ts';
import { movableClock } from '#app/core/services.server.ts';
import { disseminationAllowed } from '#app/features/personal-consents/dissemination.queries.server.ts';
import { closeDatabase, type Database, openDatabase } from '#db/database.ts';
import type { Id } from '#db/schema.ts';
import { openBrowser } from '#tests/support/browser.ts';
import { demoLogin, type Visitor, visit } from '#tests/support/visitor.ts';

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

const said = async ({ main }: Visitor) => (await main.innerText()).replace(/\s+/g, ' ');

/** What the school's public page may show of a person now. */
async function shownOf(login: string): Promise<string[]> {
  const { id, unitId } = await db
    .selectFrom('account')
    .innerJoin('person', 'person.id', 'account.personId')
    .select(['person.id', 'person.unitId'])
    .where('account.login', '=', login)
    .executeTakeFirstOrThrow();
  const system = systemContext('tests', { db, clock: movableClock(0) });
  const allowed: Map<Id, { fields: ReadonlySet<string> }> = await disseminationAllowed(system, [id], unitId);
  return [...(allowed.get(id)?.fields ?? [])];
}

test.each([{ javaScript: true }, { javaScript: false }])(
  'a mentor consents to publication, prints it, thinks better of it, and is gone from the page, JavaScript: $javaScript',
  async ({ javaScript }) => {
    const login = demoLogin('mentor');
    const mentor = await visit(browser, login, { javaScript });
    expect(await shownOf(login)).toEqual([]);

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
    expect(await shownOf(login)).toEqual(['name', 'subject']);
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
    expect(await shownOf(login)).toEqual([]);

    const curator = await visit(browser, demoLogin('curator'), { javaScript });
    await curator.page.goto('/me/notices');
    expect(await said(curator)).toContain('Согласие о персональных данных отозвано');
    for (const visitor of [mentor, curator]) await visitor.leave();
  },
);
