import { beforeAll, describe, expect, test } from 'vitest';
import { NotFound } from '#app/access/refusals.ts';
import type { Context } from '#app/core/context.server.ts';
import { newId } from '#app/core/ids.ts';
import { addReference } from '#app/features/legal-references/legal-reference.operations.server.ts';
import {
  citationWords,
  listCited,
  listOutdated,
} from '#app/features/legal-references/legal-reference.queries.server.ts';
import { outdatedOf, ruleAgainstAdding } from '#app/features/legal-references/legal-reference.ts';
import { draftAct } from '#app/features/local-acts/act-draft.operations.server.ts';
import { actTemplate } from '#app/features/local-acts/act-templates.server.ts';
import { actTypes } from '#app/features/local-acts/act-type.ts';
import { paths } from '#app/paths.ts';
import { testDatabase } from '#tests/support/database.ts';
import { openSite } from '#tests/support/site.ts';
import { actorWith, buildWorld, type World } from '#tests/support/world.ts';

const db = testDatabase();
const site = openSite(db);
let world: World;
let operator: Context & { personId: string };
let methodologist: Context & { personId: string };
let curator: Context & { personId: string };

beforeAll(async () => {
  world = await buildWorld(db);
  operator = await actorWith(world, 'federalOperator', world.federation);
  methodologist = await actorWith(world, 'methodologist', world.region);
  curator = await actorWith(world, 'curator', world.school);
  await actorWith(world, 'head', world.school);
});

const act = (change: Partial<Parameters<typeof addReference>[2]> = {}) => ({
  title: 'Порядок аттестации (новый)',
  citation: 'приказа Министерства просвещения от 1 ноября 2026 г. № 900',
  number: '900',
  datedOn: '2026-11-01',
  startedOn: '2026-11-10',
  replaces: null,
  ...change,
});

test('every act a template stands on is in the directory and in force', async () => {
  for (const { code } of actTypes) {
    const { references } = actTemplate(code);
    expect((await listCited(curator, references)).map((one) => one.code)).toEqual(references);
    expect(await listOutdated(curator, references)).toEqual([]);
  }
});

test('acts are cited one after another in the order of the template', async () => {
  expect(await citationWords(curator, ['TK-351.8', 'LAW-152'])).toBe(
    'статьи 351.8 Трудового кодекса Российской Федерации, Федерального закона от 27 июля 2006 г. № 152-ФЗ «О персональных данных»',
  );
});

test('an act that is over names the one in force instead', async () => {
  expect(await listOutdated(curator, ['ORDER-582'])).toMatchObject([
    { number: '582', endedOn: '2025-02-28', replacement: { number: '779' } },
  ]);
});

test('when an act is replaced, drafts that cite it warn and name both, new ones too', async () => {
  const draft = { kind: 'mentor_portfolio', unitId: world.school } as const;
  const achievements = [{ indicator: 'Наставничество', evidence: 'две программы' }];
  const { id } = await draftAct(curator, { ...draft, values: { mentor: curator.personId, achievements } });
  const page = async (path: string) => (await site.get(path, { as: curator.personId })).text();
  expect(await page(paths.act(id))).not.toContain('уже не действует');
  const { code } = await addReference(operator, world.federation, act({ replaces: 'ORDER-196' }));
  for (const html of [await page(paths.act(id)), await page(paths.actNew('mentor_portfolio', world.school))]) {
    expect(html).toContain('уже не действует');
    expect(html).toContain('Порядок проведения аттестации педагогических работников');
    expect(html).toContain('Порядок аттестации (новый)');
  }
  const [old] = await listCited(curator, ['ORDER-196']);
  expect(old).toMatchObject({ endedOn: '2026-11-09', replacedBy: code });
  const again = addReference(operator, world.federation, act({ replaces: 'ORDER-196', startedOn: '2026-11-20' }));
  await expect(again).rejects.toMatchObject({ code: 'reference-not-later' });
});

test('a region keeps its own acts and replaces only those; a neighbour does not see them', async () => {
  const own = act({ title: 'Региональное положение', number: '17-р' });
  const { code } = await addReference(methodologist, world.region, own);
  const foreign = addReference(methodologist, world.region, act({ replaces: 'LAW-152' }));
  await expect(foreign).rejects.toMatchObject({ code: 'reference-of-others', field: 'replaces' });
  await expect(addReference(operator, world.federation, act({ replaces: code }))).rejects.toMatchObject({
    code: 'reference-of-others',
  });
  await addReference(methodologist, world.region, { ...own, startedOn: '2026-11-15', replaces: code });
  const seen = await (await site.get(`${paths.legalReferences()}?search=17-р`, { as: curator.personId })).text();
  expect(seen).toContain('Региональное положение');
  expect(seen).toContain('утратил силу');
  const unseen = await (await site.get(`${paths.legalReferences()}?search=17-р`, { as: operator.personId })).text();
  expect(unseen).not.toContain('Региональное положение');
});

test('an unknown act cannot be replaced, and a curator adds nothing', async () => {
  const unknown = addReference(operator, world.federation, act({ replaces: newId() }));
  await expect(unknown).rejects.toMatchObject({ code: 'reference-of-others' });
  await expect(addReference(curator, world.school, act())).rejects.toBeInstanceOf(NotFound);
  expect((await site.get(paths.legalReferenceAdd(), { as: curator.personId })).status).toBe(404);
});

test('the form says which date is wrong and keeps what was typed', async () => {
  const typed = { ...act(), unitId: world.federation, datedOn: '20.11.2026', startedOn: '01.11.2026', replaces: '' };
  const answer = await site.post(paths.legalReferenceAdd(), typed, { as: operator.personId });
  expect(answer.status).toBe(422);
  const html = await answer.text();
  expect(html).toContain('раньше своей даты');
  expect(html).toContain('Порядок аттестации (новый)');
});

describe('rules', () => {
  test.each([
    [
      'in force before its date',
      { datedOn: '2026-11-02', startedOn: '2026-11-01' },
      null,
      'reference-starts-before-date',
    ],
    ['from its date on', { datedOn: '2026-11-02', startedOn: '2026-11-02' }, null, null],
    [
      'not later than the one it replaces',
      { datedOn: '2020-01-01', startedOn: '2020-01-01' },
      { startedOn: '2020-01-01', replacedBy: null },
      'reference-not-later',
    ],
    [
      'the day after',
      { datedOn: '2020-01-01', startedOn: '2020-01-02' },
      { startedOn: '2020-01-01', replacedBy: null },
      null,
    ],
    [
      'replacing what is replaced',
      { datedOn: '2026-01-01', startedOn: '2026-01-01' },
      { startedOn: '2020-01-01', replacedBy: 'OTHER' },
      'reference-not-later',
    ],
  ])('%s', (_, added, replaced, rule) => {
    expect(ruleAgainstAdding(added, replaced)?.rule ?? null).toBe(rule);
  });

  test('an act is in force on its last day and over on the next', () => {
    const one = { code: 'A', title: 'А', citation: 'а', number: '1', datedOn: '2020-01-01', startedOn: '2020-01-01' };
    const cited = [{ ...one, endedOn: '2026-11-22', replacedBy: null }];
    expect(outdatedOf(cited, [], '2026-11-22')).toEqual([]);
    expect(outdatedOf(cited, [], '2026-11-23')).toMatchObject([{ title: 'А', replacement: null }]);
  });
});
