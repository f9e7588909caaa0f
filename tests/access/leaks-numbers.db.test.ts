import { beforeAll, expect, test } from 'vitest';
import { testDatabase } from '#tests/support/database.ts';
import { openSite, type Site } from '#tests/support/site.ts';
import { buildCanaryWorld, type CanaryWorld } from './canary-world.ts';
import { answerOf } from './leaks.ts';
import { smallNumbersIn } from './leaks-numbers.ts';

const db = testDatabase();
let canaries: CanaryWorld;
let site: Site;

beforeAll(async () => {
  canaries = await buildCanaryWorld(db);
  site = openSite(db);
});

const upper = ['municipalCoordinator', 'methodologist', 'centreHead', 'ministryOfficer', 'federalOperator'] as const;
const periods = ['', '2026-year', '2026-h1', '2025-year', '2025-h2'];

/** Small numbers on every page of monitoring the actor opens, by unit, period and stage. */
async function smallNumbersFor(actor: (typeof upper)[number] | 'head'): Promise<{ pages: number; small: string[] }> {
  const small: string[] = [];
  let pages = 0;
  for (const kind of ['unit', 'municipality', 'region'] as const) {
    for (const relation of ['own', 'sibling', 'far'] as const) {
      for (const period of periods) {
        for (const stage of ['1', '2']) {
          const query = new URLSearchParams({ ...(period ? { period } : {}), stage });
          const path = `/monitoring/${canaries.objects[relation][kind]}?${query}`;
          const { status, body } = await answerOf(await site.get(path, { as: canaries.actors[actor] ?? '' }));
          if (status !== 200) continue;
          pages += 1;
          small.push(...smallNumbersIn(body).map((found) => `${kind} ${relation} ${period} ${stage}: ${found}`));
        }
      }
    }
  }
  return { pages, small };
}

test.each(upper)('%s gets no number about fewer than five people', async (actor) => {
  const { pages, small } = await smallNumbersFor(actor);
  expect(pages).toBeGreaterThan(20);
  expect(small).toEqual([]);
});

test('the same pages hold such numbers for the head of the school: the reading of tables sees them', async () => {
  const { small } = await smallNumbersFor('head');
  expect(small.length).toBeGreaterThan(3);
});
