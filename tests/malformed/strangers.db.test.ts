import { beforeAll, expect, test } from 'vitest';
import { newId } from '#app/core/ids.ts';
import { invite } from '#app/features/accounts/invitation.operations.server.ts';
import { readForm } from '#tests/access/insiders.ts';
import { answerOf } from '#tests/access/leaks.ts';
import { changedTables, stateOf } from '#tests/access/state.ts';
import { testDatabase } from '#tests/support/database.ts';
import { openSite } from '#tests/support/site.ts';
import { buildWorld, hire } from '#tests/support/world.ts';
import { everyColumn, spoiledWays } from './hostile.ts';

const empty = testDatabase();
const full = testDatabase();
let token = '';

beforeAll(async () => {
  const world = await buildWorld(full);
  const letter = { personId: await hire(world, world.school), login: 'new@example.ru' };
  // Without any account the sign-in page leads to the first run.
  const personId = await hire(world, world.school);
  await full.insertInto('account').values({ id: newId(), personId, login: 'known@example.ru' }).execute();
  token = await invite(world.system, letter, { origin: 'http://127.0.0.1', smtpUrl: null });
});

test.each([
  ['the first set-up', (): string => '/first-run/setup', empty],
  ['signing in', (): string => '/sign-in', full],
  ['a link to a first password', (): string => `/invitation/${token}`, full],
] as const)('%s, open to everybody, refuses every spoiled form and writes nothing', async (_, pathOf, db) => {
  const site = openSite(db);
  const open = await readForm(site, pathOf(), null);
  const before = await stateOf(db);
  const wrong: string[] = [];
  const ways = spoiledWays(open, { columns: await everyColumn(db), foreignIds: [crypto.randomUUID()] });
  for (const { how, form, statuses } of ways) {
    const { status, body } = await answerOf(await site.post(open.path, form));
    const isSaid = /govuk-error-summary[\s\S]*?[а-яё]{4}/i.test(body);
    if (!(statuses.includes(status) || status === 429) || (status === 422 && !isSaid)) wrong.push(`${how}: ${status}`);
  }
  expect(wrong).toEqual([]);
  expect(ways.length).toBeGreaterThan(20);
  expect(changedTables(before, await stateOf(db))).toEqual([]);
});
