import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { closeDatabase, openDatabase } from '#db/database.ts';
import { readZip } from '#tests/reports/read-zip.ts';
import { openBrowser } from '#tests/support/browser.ts';
import { demoLogin, visit } from '#tests/support/visitor.ts';

let browser: Browser;
let lastNames: Set<string>;

beforeAll(async () => {
  browser = await openBrowser();
  const db = openDatabase({ url: inject('siteDatabaseUrl'), max: 1 });
  const people = await db.selectFrom('person').select('lastName').distinct().execute();
  lastNames = new Set(people.map(({ lastName }) => lastName));
  await closeDatabase(db);
});

afterAll(() => browser.close());

test.each([true, false])(
  'the region’s report in four clicks and without a name, JavaScript: %s',
  async (javaScript) => {
    const officer = await visit(browser, demoLogin('ministryOfficer'), { javaScript });
    const read: string[] = [];
    const look = async () => read.push(await officer.main.innerText());
    await look();
    await officer.section('Мониторинг');
    await look();
    const pdf = await officer.download('Скачать PDF');
    const xlsx = await officer.download('Скачать XLSX');
    expect(pdf.subarray(0, 4).toString()).toBe('%PDF');
    const book = await readZip(xlsx);
    read.push([...book.values()].join(' '));

    for (const tier of ['municipality', 'organisation']) {
      await Promise.all([
        officer.page.waitForEvent('load'),
        officer.main.locator('tbody tr > :first-child a[href^="/monitoring/"]').first().click(),
      ]);
      await look();
      expect(await officer.main.getByRole('heading', { level: 1 }).innerText(), tier).toMatch(/полугодие|год/);
    }
    expect(lastNames.size).toBeGreaterThan(20);
    const words = read.join(' ').match(/[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)?/gu) ?? [];
    expect(words.filter((word) => lastNames.has(word))).toEqual([]);
    await officer.leave();
  },
);
