import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { ACTORS, buildCanaryWorld, type CanaryWorld } from '#tests/access/canary-world.ts';
import { expectations } from '#tests/access/expectations.ts';
import { type OpenForm, openForm, readForm } from '#tests/access/insiders.ts';
import { answerOf } from '#tests/access/leaks.ts';
import { askedOf } from '#tests/access/matrix.ts';
import { changedTables, stateOf } from '#tests/access/state.ts';
import { testDatabase } from '#tests/support/database.ts';
import { openSite, type Site } from '#tests/support/site.ts';
import { everyColumn } from './hostile.ts';

const RUNS = 1_000;
const seed = Number(process.env.SEED ?? Date.now() % 2 ** 31);
const db = testDatabase();
let canaries: CanaryWorld;
let site: Site;
let forms: OpenForm[];
let columns: string[];

beforeAll(async () => {
  canaries = await buildCanaryWorld(db);
  site = openSite(db);
  columns = await everyColumn(db);
  forms = [await readForm(site, '/sign-in', null)];
  for (const line of expectations.filter(({ acts }) => acts !== undefined)) {
    const form = await openForm(canaries, site, line, askedOf(line).includes('own') ? 'own' : 'none');
    if (form) forms.push(form);
  }
});

const value = fc.oneof(
  fc.constantFrom(
    ...['', ' ', '\u0000', '\u202e', '\ud800', 'null', 'undefined', 'NaN', '-1', '1e309', '0', '99999999999999999999'],
    ...['31.02.2026', '29.02.2027', '01.01.0001', '31.12.9999', '22.11.2026', '2026-11-22', "'; drop table person --"],
    ...['<script>alert(1)</script>', '{{7*7}}', '#{x}', '=cmd|calc', '../../etc/passwd', '%00', '%', '[]', '{}', 'yes'],
    ...['01900000-0000-7000-8000-000000000000', 'ZZZZZZZZ-0000-7000-8000-000000000000', 'а'.repeat(20_000)],
  ),
  fc.string({ maxLength: 60, unit: 'binary' }),
  fc.string({ maxLength: 60, unit: 'grapheme' }),
);
const change = fc.record({
  field: fc.nat(40),
  value: fc.oneof(value, fc.array(value, { minLength: 2, maxLength: 3 })),
});
/** Nothing seven times out of eight. */
function seldom<T>(some: fc.Arbitrary<T>): fc.Arbitrary<T | null> {
  return fc.oneof({ weight: 7, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: some });
}

const TYPES = ['application/json', 'text/plain', 'multipart/form-data; boundary=b', 'multipart/form-data', ''];
const request = fc.record({
  form: fc.nat(1_000),
  changes: fc.array(change, { minLength: 1, maxLength: 4 }),
  dropped: fc.array(fc.nat(40), { maxLength: 2 }),
  extra: seldom(fc.record({ column: fc.nat(10_000), value })),
  type: seldom(fc.constantFrom(...TYPES)),
  stranger: seldom(fc.constantFrom(...ACTORS)),
  query: fc.constantFrom('', '', '', '?page=-1', '?search=%00', '?search=%ED%A0%80', '?unit=x&unit=y', '?page=%'),
});

test(`a thousand generated forms: no fault, no partial write (seed ${seed})`, { timeout: 300_000 }, async () => {
  const wrong: string[] = [];
  const statuses = new Map<number, number>();
  let state = await stateOf(db);
  for (const generated of fc.sample(request, { numRuns: RUNS, seed })) {
    const { status, isSaid } = await sendGenerated(generated);
    const after = await stateOf(db);
    const changed = changedTables(state, after);
    state = after;
    statuses.set(status, (statuses.get(status) ?? 0) + 1);
    const isTaken = status >= 300 && status < 400;
    if (status >= 500 || status < 300) wrong.push(`${status}: ${JSON.stringify(generated)}`);
    if (!isTaken && changed.length > 0) wrong.push(`${status} changed ${changed.join()}: ${JSON.stringify(generated)}`);
    if (!isTaken && !isSaid) wrong.push(`${status} without words: ${JSON.stringify(generated)}`);
  }
  console.log(`${RUNS} generated forms (seed ${seed}), answers ${JSON.stringify(Object.fromEntries(statuses))}`);
  expect(wrong).toEqual([]);
});

type Generated = typeof request extends fc.Arbitrary<infer R> ? R : never;

async function sendGenerated(generated: Generated): Promise<{ status: number; isSaid: boolean }> {
  const { path, personId, form } = forms[generated.form % forms.length] ?? { path: '/', personId: null, form: {} };
  const names = Object.keys(form);
  const spoiled: Record<string, string | string[]> = { ...form };
  for (const { field, value: hostile } of generated.changes) spoiled[names[field % names.length] ?? 'x'] = hostile;
  for (const field of generated.dropped) delete spoiled[names[field % names.length] ?? ''];
  if (generated.extra) {
    const { column, value: hostile } = generated.extra;
    spoiled[columns[column % columns.length] ?? 'x'] = hostile;
  }
  const asking = generated.stranger ? canaries.actors[generated.stranger] : personId;
  const options = {
    ...(asking ? { as: asking } : {}),
    ...(generated.type === null ? {} : { headers: { 'Content-Type': generated.type } }),
  };
  const address = path.includes('?') ? path : `${path}${generated.query}`;
  const answer = await answerOf(await site.post(address, spoiled, options));
  return { status: answer.status, isSaid: /[а-яё]{4}/i.test(answer.body) };
}
