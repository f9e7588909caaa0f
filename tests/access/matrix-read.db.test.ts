import { beforeAll, expect, test } from 'vitest';
import siteMap from '#app/routes.ts';
import { testDatabase } from '#tests/support/database.ts';
import { openSite, type Site } from '#tests/support/site.ts';
import { buildCanaryWorld, type CanaryWorld } from './canary-world.ts';
import { expectations, probedLines } from './expectations.ts';
import { answerOf } from './leaks.ts';
import { Matrix, nothing } from './matrix.ts';

const db = testDatabase();
let canaries: CanaryWorld;
let site: Site;

beforeAll(async () => {
  canaries = await buildCanaryWorld(db);
  site = openSite(db);
});

test('every address of the site map has a line of expectation, and every line an address', async () => {
  const mapped = (await siteMap).map(({ path = '' }) => path);
  const expected = new Set(expectations.map(({ path }) => path));
  const withoutLine = mapped.filter((path) => !expected.has(path));
  expect(withoutLine, 'nobody said who may open these: add a line to tests/access/expectations.ts').toEqual([]);
  expect([...expected].filter((path) => !mapped.includes(path))).toEqual([]);
});

test.each([
  ['a page', 'mentorships', 'curator', 'otherMentee'],
  ['an XLSX', 'people.xlsx', 'curator', 'teacher'],
  ['a PDF', `acts/:id/order.pdf`, 'head', 'mentee'],
  ['a DOCX', `acts/:id/order.docx`, 'head', 'mentee'],
] as const)('the leak oracle reads %s: it finds the names that belong there', async (_, path, actor, part) => {
  const url = `/${path.replace(':id', canaries.objects.own.approvedAct)}`;
  const answer = await answerOf(await site.get(url, { as: canaries.actors[actor] ?? '' }));
  const found = canaries.marks.foundIn(answer.everything).map(({ mark }) => `${mark.relation} ${mark.part}`);
  expect(found).toContain(`own ${part}`);
});

test('everybody opens what is his and nothing else; foreign is like missing', { timeout: 600_000 }, async () => {
  const matrix = new Matrix(canaries, site);
  await matrix.probeAll(probedLines, (line) => matrix.read(line));
  const { probes, ...wrong } = matrix.findings;
  console.log(`${probes} probes reading, ${wrong.leaks.length} leaks, ${wrong.changes.length} changes`);
  const { probes: _, ...clean } = nothing();
  expect(wrong).toEqual(clean);
  expect(probes).toBeGreaterThan(3_000);
});
