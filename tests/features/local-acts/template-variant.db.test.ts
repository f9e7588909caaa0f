import { beforeAll, beforeEach, expect, test } from 'vitest';
import { NotFound } from '#app/access/refusals.ts';
import type { Context } from '#app/core/context.server.ts';
import { StaleWrite } from '#app/core/errors.ts';
import { draftAct, editAct } from '#app/features/local-acts/act-draft.operations.server.ts';
import { actTemplate, standardBody } from '#app/features/local-acts/act-templates.server.ts';
import { findAct } from '#app/features/local-acts/local-act.queries.server.ts';
import { endVariant, keepVariant } from '#app/features/local-acts/template-variant.operations.server.ts';
import { paths } from '#app/paths.ts';
import { testDatabase } from '#tests/support/database.ts';
import { openSite } from '#tests/support/site.ts';
import { actorWith, buildWorld, type World } from '#tests/support/world.ts';

const db = testDatabase();
const site = openSite(db);
let world: World;
let curator: Context & { personId: string };
let head: Context & { personId: string };

beforeAll(async () => {
  world = await buildWorld(db);
  curator = await actorWith(world, 'curator', world.school);
  head = await actorWith(world, 'head', world.school);
});

beforeEach(async () => {
  await db.updateTable('actTemplateVariant').set({ endedOn: curator.today }).where('endedOn', 'is', null).execute();
});

const kind = 'curator_order' as const;
const standard = () => ({ kind, heading: actTemplate(kind).heading, body: standardBody(kind) });
const own = () => ({ ...standard(), body: standardBody(kind).replace('ПРИКАЗЫВАЮ:', 'ПРИКАЗЫВАЮ, по-своему:') });
const draft = async () => (await draftAct(curator, { kind, unitId: world.school, values: {} })).id;
const textOf = async (id: string) => JSON.stringify((await findAct(curator, id)).document);

test('documents are drawn up from the own text, earlier ones stay, and ending it returns the standard', async () => {
  const before = await draft();
  await keepVariant(curator, world.school, { ...own(), version: 0 });
  const after = await draft();
  expect(await textOf(before)).not.toContain('по-своему');
  expect(await textOf(after)).toContain('по-своему');
  const kept = await db.selectFrom('localAct').select('variantId').where('id', '=', after).executeTakeFirstOrThrow();
  expect(kept.variantId).not.toBeNull();
  await endVariant(curator, world.school, kind);
  expect(await textOf(await draft())).not.toContain('по-своему');
  expect(await textOf(after)).toContain('по-своему');
  await editAct(curator, before, { values: {}, version: 1 });
  expect(await textOf(before)).not.toContain('по-своему');
});

test('every saving is a version of its own; a text written against an older one is stale', async () => {
  const { version: first } = await keepVariant(curator, world.school, { ...own(), version: 0 });
  const changed = { ...own(), heading: 'О назначении куратора' };
  const { version: second } = await keepVariant(curator, world.school, { ...changed, version: first });
  expect(second).toBe(first + 1);
  await expect(keepVariant(curator, world.school, { ...own(), version: first })).rejects.toBeInstanceOf(StaleWrite);
});

test('two people who save at once: one wins, the other is told', async () => {
  const outcomes = await Promise.allSettled([
    keepVariant(curator, world.school, { ...own(), version: 0 }),
    keepVariant(curator, world.school, { ...own(), heading: 'Другой заголовок', version: 0 }),
  ]);
  expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
});

test.each([
  ['the standard itself', (body: string) => body, 'variant-as-standard'],
  ['a placeholder nobody knows', (body: string) => `${body}\nтекст {{unheard}}`, 'unknown-placeholder'],
  [
    'a text without a needed placeholder',
    (body: string) => body.replaceAll('{{control}}', 'директор'),
    'missing-placeholder',
  ],
  ['a broken table', (body: string) => `${body}\n| один | два |`, 'table-row-alone'],
  ['a text of too many lines', (body: string) => `${body}\n${'строка\n'.repeat(900)}`, 'too-many-lines'],
])('refuses %s', async (_, change, code) => {
  const text = { ...standard(), body: change(standardBody(kind)), version: 0 };
  await expect(keepVariant(curator, world.school, text)).rejects.toMatchObject({ code });
});

test('the page says which placeholder is wrong and keeps the text', async () => {
  const page = paths.actTemplate(kind, world.school);
  const typed = {
    unitId: world.school,
    heading: 'О кураторе',
    body: `${standardBody(kind)}\n{{unheard}}`,
    version: '0',
  };
  const answer = await site.post(page, typed, { as: curator.personId });
  expect(answer.status).toBe(422);
  const html = await answer.text();
  expect(html).toContain('программа не знает');
  expect(html).toContain('unheard');
  expect(html).toContain('О кураторе');
});

test('the page shows what differs, and the list which template is whose', async () => {
  await keepVariant(curator, world.school, { ...own(), version: 0 });
  const html = await (await site.get(paths.actTemplate(kind, world.school), { as: curator.personId })).text();
  expect(html).toContain('<ins>! ПРИКАЗЫВАЮ, по-своему:</ins>');
  expect(html).toContain('<del>! ПРИКАЗЫВАЮ:</del>');
  const list = await (await site.get(paths.actTemplates(world.school), { as: curator.personId })).text();
  expect(list).toContain('свой, редакция');
  expect(list).toContain('стандартный, редакция');
  const ended = await site.post(
    paths.actTemplateEnd(kind, world.school),
    { unitId: world.school },
    { as: curator.personId },
  );
  expect(ended.status).toBe(303);
});

test('only the curator of the school writes its texts', async () => {
  const stranger = await actorWith(world, 'curator', world.sibling);
  for (const other of [stranger, head]) {
    await expect(keepVariant(other, world.school, { ...own(), version: 0 })).rejects.toBeInstanceOf(NotFound);
    await expect(endVariant(other, world.school, kind)).rejects.toBeInstanceOf(NotFound);
  }
  expect((await site.get(paths.actTemplate(kind, world.school), { as: stranger.personId })).status).toBe(404);
});

test('each change is one line of the journal without the text', async () => {
  await keepVariant(curator, world.school, { ...own(), version: 0 });
  await endVariant(curator, world.school, kind);
  const lines = await db
    .selectFrom('journalEntry')
    .selectAll()
    .where('objectKind', '=', 'act_template_variant')
    .orderBy('id', 'desc')
    .limit(2)
    .execute();
  expect(lines.map(({ act }) => act)).toEqual(['endTemplateVariant', 'keepTemplateVariant']);
  expect(JSON.stringify(lines)).not.toContain('по-своему');
});
