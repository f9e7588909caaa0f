import { spawn, spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import autocannon from 'autocannon';
import { freePort } from '#db/embedded-process.ts';
import { crowd } from './crowd.ts';
import { type Figure, median } from './figure.ts';
import { type BenchSite, firstLink } from './site.ts';

const ROOT = join(import.meta.dirname, '../..');
const ROUNDS = 5;
const SECONDS = 3;

/** Pages against stock Remix, their size, and the size of stylesheet and script. */
export async function pages(site: BenchSite): Promise<Figure[]> {
  await crowd(site.databaseUrl, 'curator@demo.ryadom');
  const stock = await startStock(site.databaseUrl);
  try {
    const { origin } = site.program;
    const curator = await site.cookieOf('curator');
    const card = await firstLink(origin, '/people', curator, /href="(\/people\/[0-9a-f-]{36})"/);
    const ministry = await site.cookieOf('ministryofficer');
    const unit = await firstLink(origin, '/monitoring', ministry, /href="(\/monitoring\/[0-9a-f-]{36})/).catch(
      () => '/monitoring',
    );
    const figures: Figure[] = [];
    for (const [name, path, cookie] of [
      ['home', '/', curator],
      ['list of 50', '/people', curator],
      ['person card', card, curator],
      ['unit monitoring', unit, ministry],
    ] as const) {
      await assertSamePage(origin, stock.origin, path, cookie);
      const ratio = await ratioOf(origin, stock.origin, path, cookie);
      figures.push({
        name: `${name}: requests, times stock Remix`,
        value: ratio,
        unit: 'x',
        limit: 3,
        bound: 'at-least',
      });
    }
    return [...figures, await listSize(origin, curator), assetsSize(), memory(site)];
  } finally {
    stock.stop();
  }
}

async function ratioOf(product: string, stock: string, path: string, cookie: string): Promise<number> {
  const ratios: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const ours = await load(product + path, cookie);
    ratios.push(ours / (await load(stock + path, cookie)));
  }
  return median(ratios);
}

async function load(url: string, cookie: string): Promise<number> {
  const result = await autocannon({ url, connections: 16, duration: SECONDS, headers: { Cookie: cookie } });
  if (result.non2xx > 0 || result.errors > 0)
    throw new Error(`${url}: ${result.non2xx} refused, ${result.errors} failed`);
  return result.requests.average;
}

async function assertSamePage(product: string, stock: string, path: string, cookie: string): Promise<void> {
  const [ours, theirs] = await Promise.all([product, stock].map((origin) => open(origin + path, cookie)));
  if (!ours?.heading || ours.heading !== theirs?.heading)
    throw new Error(`${path} is not the same page: ${ours?.heading} / ${theirs?.heading}`);
  if (ours.isHydrated || !theirs.isHydrated || !theirs.isStreamed)
    throw new Error(`${path}: only the stock variant has to stream and hydrate`);
  const rows = [ours, theirs].map(({ html }) => html.split('<tr').length);
  if (rows[0] !== rows[1]) throw new Error(`${path}: ${rows.join(' and ')} rows`);
}

async function open(url: string, cookie: string) {
  const response = await fetch(url, { headers: { Cookie: cookie } });
  const html = await response.text();
  if (response.status !== 200) throw new Error(`${url}: ${response.status}`);
  return {
    html,
    heading: /<h1[^>]*>([\s\S]*?)<\/h1>/.exec(html)?.[1]?.replaceAll('<!-- -->', ''),
    isHydrated: html.includes('window.__remixContext') && html.includes('<script type="module"'),
    isStreamed: response.headers.get('Transfer-Encoding') === 'chunked',
  };
}

async function listSize(origin: string, cookie: string): Promise<Figure> {
  const { html } = await open(`${origin}/people`, cookie);
  if (html.split('<tr').length < 51) throw new Error('the list has less than 50 rows');
  return { name: 'list page, HTML gzip', value: gzipSync(html).length / 1024, unit: 'KB', limit: 25, bound: 'at-most' };
}

function assetsSize(): Figure {
  const folder = join(ROOT, 'build/assets');
  const files = readdirSync(folder).filter((name) => /\.(css|js)$/.test(name));
  const bytes = files.reduce((sum, name) => sum + gzipSync(readFileSync(join(folder, name))).length, 0);
  return { name: 'all CSS and JS, gzip', value: bytes / 1024, unit: 'KB', limit: 60, bound: 'at-most' };
}

/** Resident memory of the program after the load. */
export function memory(site: BenchSite): Figure {
  const status = readFileSync(`/proc/${site.program.child.pid}/status`, 'utf8');
  const kilobytes = Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]);
  return { name: 'server memory after the bench', value: kilobytes / 1024, unit: 'MB', limit: 250, bound: 'at-most' };
}

async function startStock(databaseUrl: string): Promise<{ origin: string; stop: () => void }> {
  const config = join(import.meta.dirname, 'stock/vite.config.ts');
  const build = `const { build } = await import('vite');
    process.env.NODE_ENV = 'production';
    const common = { root: process.cwd(), configFile: ${JSON.stringify(config)}, mode: 'production', logLevel: 'error' };
    await build(common); await build({ ...common, build: { ssr: true } });`;
  const built = spawnSync(process.execPath, ['--input-type=module', '-e', build], { cwd: ROOT, stdio: 'inherit' });
  if (built.status !== 0) throw new Error('the stock variant did not build');
  const port = await freePort();
  const child = spawn(process.execPath, [join(ROOT, 'build/stock/server/start.js')], {
    cwd: ROOT,
    env: { ...process.env, NODE_ENV: 'production', PORT: String(port), DATABASE_URL: databaseUrl },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const origin = `http://127.0.0.1:${port}`;
  for (let tries = 0; tries < 200; tries += 1) {
    if ((await fetch(`${origin}/ready`).catch(() => null))?.ok) return { origin, stop: () => void child.kill() };
    await pause(100);
  }
  child.kill();
  throw new Error('the stock variant did not start');
}
