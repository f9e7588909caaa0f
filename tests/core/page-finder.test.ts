import type { ServerBuild } from '@remix-run/node';
import type { RouteConfigEntry } from '@remix-run/route-config';
import { matchRoutes } from '@remix-run/router';
import { describe, expect, it } from 'vitest';
import { patternsOf } from '#app/core/page-finder.server.ts';
import siteMap from '#app/routes.ts';

const entries: RouteConfigEntry[] = await siteMap;
const lines = entries.map(({ file, path, index }) => ({ id: file, path, index }));
const patterns = patternsOf(Object.fromEntries(lines.map((line) => [line.id, line])) as ServerBuild['routes']);

const found = (pathname: string) => patterns.find(({ pattern }) => pattern.test(pathname))?.id;
const foundByRemix = (pathname: string) =>
  matchRoutes(lines as Parameters<typeof matchRoutes>[0], pathname)?.at(-1)?.route.id;

describe('the page of an address', () => {
  it.each(lines.map(({ path = '' }) => `/${path.replaceAll(/:\w+|\*/g, 'x1')}`))(
    'of %s is the one Remix finds',
    (path) => {
      expect(found(path)).toBe(foundByRemix(path));
    },
  );

  it.each([
    '/',
    '/people/add',
    '/PEOPLE/add',
    '/people/add/',
    '/people/add/more',
    '/peopleXxlsx',
    '/acts/order',
    '/none',
  ])('of %s is the one Remix finds', (path) => {
    expect(found(path)).toBe(foundByRemix(path));
  });

  it('is the page for unknown addresses when nothing fits', () => {
    expect(found('/none/at/all')).toBe('features/home/nowhere.page.tsx');
  });
});
