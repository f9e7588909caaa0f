import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { openBrowser } from '#tests/support/browser.ts';
import { demoLogin, visit } from '#tests/support/visitor.ts';

const site = inject('siteUrl');
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
/** Enough to reach every kind of page of the busiest role. */
const MOST_PAGES = 60;
const PHONE = 360;

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(() => browser.close());

// The sweep reads only: two roles at a time share the two cores.
test.concurrent.each([
  'curator',
  'head',
  'mentor',
  'mentee',
  'hrOfficer',
  'tutor',
  'centreHead',
  'municipalCoordinator',
  'ministryOfficer',
  'administrator',
])('every kind of page of the role %s is sound on a desk and on a phone', async (role) => {
  const { page, leave } = await visit(browser, demoLogin(role));
  const faults: string[] = [];
  page.on('console', (line) => line.type() === 'error' && faults.push(`${page.url()}: ${line.text()}`));
  page.on('pageerror', (error) => faults.push(`${page.url()}: ${error.message}`));
  page.on('request', (asked) => !asked.url().startsWith(site) && faults.push(`${page.url()} asked ${asked.url()}`));
  const seen = await walk(page, async (path) => {
    faults.push(...(await faultsOf(page)).map((fault) => `${path}: ${fault}`));
    await page.setViewportSize({ width: PHONE, height: 800 });
    faults.push(...(await sidewaysOf(page)).map((fault) => `${path} at ${PHONE}: ${fault}`));
    await page.setViewportSize({ width: 1280, height: 900 });
  });
  expect(seen).toBeGreaterThan(4);
  expect(faults).toEqual([]);
  await leave();
});

test('strangers’ pages are sound too', async () => {
  const page = await browser.newPage({ viewport: { width: PHONE, height: 800 } });
  const faults: string[] = [];
  for (const path of ['/sign-in', '/no-such-page', '/invitation/unknown']) {
    await page.goto(site + path);
    faults.push(...[...(await faultsOf(page)), ...(await sidewaysOf(page))].map((fault) => `${path}: ${fault}`));
  }
  expect(faults).toEqual([]);
  await page.close();
});

test('the keyboard reaches the content first, and shows where it is', async () => {
  const { page, leave } = await visit(browser, demoLogin('curator'));
  await page.keyboard.press('Tab');
  expect(await focused(page)).toMatchObject({ text: 'Перейти к содержанию', isOutlined: true });
  await page.keyboard.press('Enter');
  expect(new URL(page.url()).hash).toBe('#main');
  await page.keyboard.press('Tab');
  expect(await focused(page)).toMatchObject({ isInMain: true, isOutlined: true });
  await leave();
});

/** Opens a page of each kind, one for each address with the same names between its ids, following links from home. */
async function walk(page: Page, look: (path: string) => Promise<void>): Promise<number> {
  const kinds = new Set<string>();
  const queue = ['/'];
  for (let path = queue.shift(); path !== undefined && kinds.size < MOST_PAGES; path = queue.shift()) {
    const kind = kindOf(path);
    if (kinds.has(kind)) continue;
    kinds.add(kind);
    const answer = await page.goto(site + path);
    expect(answer?.status(), path).toBe(200);
    await look(path);
    queue.push(...(await linksOf(page)));
  }
  return kinds.size;
}

function kindOf(path: string): string {
  return (path.split('?')[0] ?? path).replace(/\/[0-9a-f-]{36,}/g, '/:id');
}

/** Addresses of pages linked to, without downloads. */
function linksOf(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLAnchorElement>('a[href^="/"]:not([download])')]
      .map((link) => link.getAttribute('href') ?? '')
      .filter((href) => !/\.(xlsx|pdf|docx)(\?|$)/.test(href)),
  );
}

async function faultsOf(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  const found = await page.evaluate(async () => {
    const { violations } = await (window as unknown as { axe: Axe }).axe.run(document, { resultTypes: ['violations'] });
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => `${id} ${nodes[0]?.html ?? ''}`);
  });
  const headings = await page.locator('h1').count();
  return [...found, ...(headings === 1 ? [] : [`${headings} first headings`]), ...(await sidewaysOf(page))];
}

interface Axe {
  run(
    place: Document,
    options: { resultTypes: string[] },
  ): Promise<{ violations: { id: string; impact: string; nodes: { html: string }[] }[] }>;
}

/** What stands out of the window when the page scrolls sideways. */
function sidewaysOf(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= width) return [];
    const wide = [...document.querySelectorAll('main *, header *')].filter(
      (element) => element.getBoundingClientRect().right > width + 1,
    );
    return [`scrolls sideways: ${wide[0]?.outerHTML.slice(0, 120)}`];
  });
}

function focused(page: Page): Promise<{ text: string; isInMain: boolean; isOutlined: boolean }> {
  return page.evaluate(() => {
    const element = document.activeElement;
    if (!element) throw new Error('nothing has the focus');
    const style = getComputedStyle(element);
    return {
      text: element.textContent?.trim() ?? '',
      isInMain: element.closest('main') !== null,
      isOutlined:
        style.outlineStyle !== 'none' || style.boxShadow !== 'none' || style.backgroundColor !== 'rgba(0, 0, 0, 0)',
    };
  });
}
