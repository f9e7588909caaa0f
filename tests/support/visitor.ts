import { readFile } from 'node:fs/promises';
import type { Browser, Download, Locator, Page } from 'playwright-core';
import { expect, inject } from 'vitest';
import { DEMO_PASSWORD } from '#app/demo/open-demonstration.server.ts';

/** A signed-in person in a browser of their own. */
export interface Visitor {
  page: Page;
  /** The part of the page below the header. */
  main: Locator;
  /** Clicks a link or presses a button of the page by its whole name, and waits for the page it leads to. */
  press(name: string | RegExp): Promise<void>;
  /** Opens a section by its name in the header. */
  section(name: string): Promise<void>;
  /** Clicks a download by its name and gives the file. */
  download(name: string): Promise<Buffer>;
  leave(): Promise<void>;
}

/**
 * Signs in to the demonstration region, that of the whole run unless another address is given; `javaScript` off is a
 * browser that runs no script at all.
 */
export async function visit(
  browser: Browser,
  login: string,
  { javaScript = true, width = 1280, siteUrl }: { javaScript?: boolean; width?: number; siteUrl?: string } = {},
): Promise<Visitor> {
  const context = await browser.newContext({
    baseURL: siteUrl ?? inject('siteUrl'),
    javaScriptEnabled: javaScript,
    viewport: { width, height: 900 },
    locale: 'ru-RU',
  });
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  const main = page.locator('main');
  const named = (place: Locator, name: string | RegExp) =>
    place
      .getByRole('link', { name, exact: true })
      .or(place.getByRole('button', { name, exact: true }))
      .first();
  const follow = (target: Locator) => Promise.all([target.click(), page.waitForEvent('load')]);
  await page.goto('/sign-in');
  const form = page.locator('main form').first();
  await form.locator('[name=login]').fill(login);
  await form.locator('[name=password]').fill(DEMO_PASSWORD);
  await follow(form.locator('button[type=submit]'));
  expect(new URL(page.url()).pathname).toBe('/');
  return {
    page,
    main,
    press: async (name) => {
      await follow(named(main, name)).catch(async (error: unknown) => {
        const seen = (await main.innerText()).replaceAll(/\s+/g, ' ').slice(0, 600);
        throw new Error(`«${name}» leads nowhere on ${page.url()}, which says: ${seen}`, { cause: error });
      });
    },
    section: async (name) => void (await follow(named(page.locator('header'), name))),
    download: async (name) => {
      const [file] = await Promise.all([page.waitForEvent('download'), named(main, name).click()]);
      return bytesOf(file);
    },
    leave: () => context.close(),
  };
}

/** Login of a role of the demonstration region. */
export function demoLogin(role: string): string {
  return `${role.toLowerCase()}@demo.ryadom`;
}

async function bytesOf(file: Download): Promise<Buffer> {
  return readFile(await file.path());
}
