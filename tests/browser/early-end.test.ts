import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { systemContext } from '#app/core/context.server.ts';
import { closeRunOut } from '#app/features/mentorships/mentorship-ending.jobs.server.ts';
import { openBrowser } from '#tests/support/browser.ts';
import { type DemoOnDay, demoOnDay } from '#tests/support/demo-on-day.ts';
import { demoLogin, type Visitor, visit } from '#tests/support/visitor.ts';

/** A Wednesday. Worked after it: Thursday 30 April, Monday 4 May, Tuesday 5 May; 1 to 3 May are a holiday and a weekend. */
const TODAY = '2026-04-29';

let browser: Browser;
let demo: DemoOnDay;

beforeAll(async () => {
  browser = await openBrowser();
  demo = await demoOnDay(TODAY);
});

afterAll(async () => {
  await browser.close();
  await demo.stop();
});

const said = async ({ main }: Visitor) => (await main.innerText()).replace(/\s+/g, ' ');

/** Opens the actor's pair that is in force; gives its address. */
async function openPair(visitor: Visitor): Promise<string> {
  await visitor.section('Пары');
  const row = visitor.main.locator('tbody tr', { hasText: /действует|завершается/ }).first();
  await Promise.all([visitor.page.waitForEvent('load'), row.getByRole('link').first().click()]);
  return visitor.page.url();
}

test.each([{ javaScript: true }, { javaScript: false }])(
  'a mentor ends a mentorship early over the May holidays, JavaScript: $javaScript',
  async ({ javaScript }) => {
    const as = (role: string) => visit(browser, demoLogin(role), { javaScript, siteUrl: demo.siteUrl });
    const mentor = await as('mentor');
    const address = await openPair(mentor);
    await mentor.press('Закончить раньше');
    const offer = await said(mentor);
    expect(offer).toContain('Предупреждение: сегодня, 29 апреля 2026 г., среда.');
    expect(offer).toContain('Самый ранний последний день: 5 мая 2026 г., вторник.');
    expect(offer).toContain('1 мая — Праздник Весны и Труда; 2 мая — суббота; 3 мая — воскресенье.');
    const lastDay = mentor.main.getByLabel('Последний день наставничества');
    expect(await lastDay.inputValue()).toBe('05.05.2026');

    await lastDay.fill('04.05.2026');
    await mentor.press('Предупредить');
    expect(await said(mentor)).toContain('раньше, чем через три рабочих дня');
    expect(await lastDay.inputValue()).toBe('04.05.2026');
    await lastDay.fill('05.05.2026');
    await mentor.press('Предупредить');
    expect(await said(mentor)).toContain('Наставничество завершится 5 мая 2026 г. До этого дня');

    const mentee = await as('mentee');
    await mentee.page.goto(address);
    expect(await said(mentee)).toContain('завершается');
    expect(await said(mentee)).not.toContain('Предупреждение:');
    const curator = await as('curator');
    await curator.page.goto(address);
    expect(await said(curator)).toContain('Предупреждение: наставник, 29.04.2026');

    await mentor.press('Продолжить наставничество');
    await mentor.press('Продолжить наставничество');
    expect(await said(mentor)).not.toContain('завершается');
    for (const visitor of [mentor, mentee, curator]) await visitor.leave();
  },
);

test('after the last day the night closes the mentorship, and nothing says who gave up', async () => {
  const mentee = await visit(browser, demoLogin('mentee'), { siteUrl: demo.siteUrl });
  await openPair(mentee);
  await mentee.press('Закончить раньше');
  await mentee.press('Предупредить');
  const now = '2026-05-06T02:00:00.000Z';
  await closeRunOut(systemContext('mentorship-ending', { db: demo.db, clock: { now: () => now, offsetDays: 0 } }));
  const head = await visit(browser, demoLogin('head'), { siteUrl: demo.siteUrl });
  await head.page.goto(mentee.page.url());
  const shown = await said(head);
  expect(shown).toContain('Наставничество завершено.');
  expect(shown).toContain('05.05.2026');
  expect(shown).not.toContain('Предупреждение:');
  for (const visitor of [mentee, head]) await visitor.leave();
});
