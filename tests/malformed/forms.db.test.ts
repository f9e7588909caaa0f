import { beforeAll, expect, test } from 'vitest';
import { buildCanaryWorld, type CanaryWorld } from '#tests/access/canary-world.ts';
import { expectations } from '#tests/access/expectations.ts';
import { type OpenForm, openForm } from '#tests/access/insiders.ts';
import { answerOf } from '#tests/access/leaks.ts';
import { askedOf } from '#tests/access/matrix.ts';
import { readEntities } from '#tests/access/page-form.ts';
import { changedTables, stateOf } from '#tests/access/state.ts';
import { testDatabase } from '#tests/support/database.ts';
import { openSite, type Site } from '#tests/support/site.ts';
import { everyColumn, type Spoiled, spoiledWays } from './hostile.ts';

const db = testDatabase();
let canaries: CanaryWorld;
let site: Site;

beforeAll(async () => {
  canaries = await buildCanaryWorld(db);
  site = openSite(db);
});

const acting = expectations.filter(({ acts }) => acts !== undefined);

test('every form spoiled in every way is refused in words, keeps what was typed and changes nothing', {
  timeout: 300_000,
}, async () => {
  const columns = await everyColumn(db);
  const { unit, active, person, route } = canaries.objects.foreign;
  const foreignIds = [unit, active, person, route, crypto.randomUUID()];
  const wrong: string[] = [];
  let sent = 0;
  for (const line of acting) {
    const open = await openForm(canaries, site, line, askedOf(line).includes('own') ? 'own' : 'none');
    if (!open) continue;
    const before = await stateOf(db);
    for (const spoiled of spoiledWays(open, { columns, foreignIds, free: line.free })) {
      sent += 1;
      wrong.push(...(await complaintsAbout(open, spoiled)).map((complaint) => `${line.path}, ${complaint}`));
    }
    const changed = changedTables(before, await stateOf(db));
    if (changed.length > 0) wrong.push(`${line.path} changed ${changed.join()}`);
  }
  console.log(`${sent} spoiled forms, ${wrong.length} wrong answers`);
  expect(wrong).toEqual([]);
  expect(sent).toBeGreaterThan(1_000);
});

async function complaintsAbout(open: OpenForm, { how, form, statuses, isKept }: Spoiled): Promise<string[]> {
  const answer = await answerOf(await site.post(open.path, form, open.personId ? { as: open.personId } : {}));
  if (!statuses.includes(answer.status)) return [`${how}: ${answer.status}`];
  if (answer.status !== 422 && answer.status !== 409) return [];
  const page = readEntities(answer.body);
  const said = /<div class="govuk-error-summary"[\s\S]*?<\/ul>/.exec(page)?.[0] ?? '';
  const lost = isKept ? open.controls.filter(({ name, kind }) => isLost(page, kind, form[name])) : [];
  return [
    ...(/[а-яё]{4}/i.test(said) ? [] : [`${how}: no words`]),
    ...lost.map(({ name }) => `${how}: ${name} is lost`),
  ];
}

function isLost(page: string, kind: string, value: string | string[] | undefined): boolean {
  const isTyped = kind === 'text' || kind === 'area';
  return isTyped && typeof value === 'string' && !page.includes(value);
}
