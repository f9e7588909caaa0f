import { beforeAll, expect, test } from 'vitest';
import { ACTORS, buildCanaryWorld, type CanaryWorld } from '#tests/access/canary-world.ts';
import { expectations } from '#tests/access/expectations.ts';
import { answerOf } from '#tests/access/leaks.ts';
import { askedOf, isGranted, pathOf } from '#tests/access/matrix.ts';
import { changedTables, stateOf } from '#tests/access/state.ts';
import { testDatabase } from '#tests/support/database.ts';
import { openSite, type Site } from '#tests/support/site.ts';

const db = testDatabase();
let canaries: CanaryWorld;
let site: Site;

beforeAll(async () => {
  canaries = await buildCanaryWorld(db);
  site = openSite(db);
});

const NAMES = ['page', 'search', 'unit', 'who', 'state', 'what', 'stage', 'period', 'sort', 'order', 'show', 'person'];
const MORE = ['from', 'to', 'act', 'kind', 'closed', 'view', 'next', '__proto__', 'constructor'];
const VALUES = ['-1', '9'.repeat(30), "' or 1=1 --", '%\u0000', '31.02.2026', 'я'.repeat(5_000)];

test('every address opens or refuses calmly whatever its search says', { timeout: 200_000 }, async () => {
  const before = await stateOf(db);
  const wrong: string[] = [];
  let sent = 0;
  const lines = new Map(expectations.map((line) => [line.path, line]));
  for (const line of lines.values()) {
    const asked = askedOf(line).includes('own') ? 'own' : 'none';
    const actor = ACTORS.find((name) => isGranted(line.opens, name, asked));
    const personId = actor ? canaries.actors[actor] : null;
    for (const value of [...VALUES, `${VALUES[2]}&page=2&page=x&search[a]=b`]) {
      const search = [...NAMES, ...MORE].map((name) => `${name}=${encodeURIComponent(value)}`).join('&');
      const path = `${pathOf(canaries, line, asked)}?${search}`;
      const { status, body } = await answerOf(await site.get(path, personId ? { as: personId } : {}));
      sent += 1;
      if (status >= 500) wrong.push(`${line.path} ${JSON.stringify(value.slice(0, 20))}: ${status}`);
      if (/syntax error|SQLSTATE|at .*\.server\.ts/.test(body)) wrong.push(`${line.path}: tells of the inside`);
    }
  }
  console.log(`${sent} spoiled searches, ${wrong.length} wrong answers`);
  expect(wrong).toEqual([]);
  expect(changedTables(before, await stateOf(db))).toEqual([]);
});
