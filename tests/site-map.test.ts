import { expect, test } from 'vitest';
import { paths } from '#app/paths.ts';
import siteMap from '#app/routes.ts';

/** Every path with placeholders for what it is given; the query after «?» names no other address. */
const spelled = Object.entries<(...given: never[]) => string>(paths).map(([name, path]) => {
  const placeholders = Array.from({ length: path.length }, () => ':part') as never[];
  return { name, address: path(...placeholders).split('?')[0] ?? '' };
});

const served = async () =>
  (await siteMap)
    .filter(({ path }) => path !== '*')
    .map(({ path = '' }) => `/${path}`.replace(/:\w+/g, ':part').replace(/(.)\/$/, '$1'));

test('every path leads to a line of the site map', async () => {
  const known = await served();
  expect(spelled.filter(({ address }) => !known.includes(address))).toEqual([]);
});

test('every line of the site map has a path', async () => {
  const addresses = spelled.map(({ address }) => address);
  expect((await served()).filter((line) => !addresses.includes(line))).toEqual([]);
});

test('no line of the site map stands twice', async () => {
  const lines = await served();
  expect(lines.filter((line, place) => lines.indexOf(line) !== place)).toEqual([]);
});
