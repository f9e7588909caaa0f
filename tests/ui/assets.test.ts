import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildAssets } from '../../assets.mjs';

const limitBytes = 60 * 1024;

let folder = '';
let manifest: Record<string, string> = {};
const contents = new Map<string, Buffer>();

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'ryadom-assets-'));
  manifest = await buildAssets(folder);
  for (const name of await readdir(folder)) contents.set(name, await readFile(path.join(folder, name)));
}, 60_000);

afterAll(() => rm(folder, { recursive: true, force: true }));

describe('what browsers fetch', () => {
  it('is named in the manifest, under names with a hash, and is there', () => {
    expect(Object.keys(manifest)).toEqual(expect.arrayContaining(['styles.css', 'enhance.js', 'favicon.svg']));
    for (const url of Object.values(manifest)) {
      expect(url).toMatch(/^\/assets\/[\w-]+-[0-9A-Za-z]{8,}\.\w+$/);
      expect(contents.has(path.basename(url))).toBe(true);
    }
  });

  it('stays within 60 KB gzip: the stylesheet and every part of the script', () => {
    const sizes = [...contents].filter(([name]) => /\.(css|js)$/.test(name)).map(([, text]) => gzipSync(text).length);
    expect(sizes.length).toBeGreaterThan(2);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(limitBytes);
  });

  it('asks no other host and finds every font it names', () => {
    const css = String(contents.get(path.basename(manifest['styles.css'] ?? '')));
    const urls = [...css.matchAll(/url\("?([^")]+)"?\)/g)].map((match) => match[1] ?? '');
    expect(urls.length).toBeGreaterThanOrEqual(4);
    for (const url of urls) {
      expect(url).toMatch(/^\/assets\//);
      expect(contents.has(path.basename(url))).toBe(true);
    }
  });
});
