import { beforeAll, expect, test } from 'vitest';
import type { Context } from '#app/core/context.server.ts';
import { fieldsOf } from '#app/features/local-acts/act-fields.ts';
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

const get = async (path: string) => (await site.get(path, { as: curator.personId })).text();
const value = (html: string, name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? '';

test('the list of new documents leads to every type that can be drawn up', async () => {
  const html = await get(paths.actTypes());
  expect(html).toContain('Приказ о внедрении системы наставничества');
  expect(html).toContain('Протокол совещания');
  expect(html).not.toContain('Согласие на обработку');
  expect(await get(paths.acts())).toContain(paths.actTypes());
});

test('only what is missing is asked; what is known stands beside', async () => {
  const html = await get(paths.actNew('regulation', world.school));
  expect(html).toContain('name="minutesOn"');
  expect(html).toContain('name="site"');
  expect(html).not.toContain('name="payAct"');
  expect(html).not.toContain('name="own1"');
  expect(html).toContain('положение об оплате труда работников организации');
});

test('a refused form keeps what was typed and names the field', async () => {
  const typed = {
    unitId: world.school,
    minutesOn: '31.02.2026',
    minutesNumber: '7',
    unionOpinion: '',
    site: 'школа.рф',
  };
  const answer = await site.post(paths.actNew('regulation', world.school), typed, { as: curator.personId });
  expect(answer.status).toBe(422);
  const html = await answer.text();
  expect(html).toContain('31.02.2026');
  expect(html).toContain('Дата протокола педагогического совета');
});

test('from the form to the text, to the correction with kept values, to the file', async () => {
  const open = await get(paths.actNew('meeting_minutes', world.school));
  expect(open).toContain('name="questions.0.question"');
  const typed = {
    _once: value(open, '_once'),
    unitId: world.school,
    place: 'Кабинет 12',
    chair: head.personId,
    secretary: curator.personId,
    present: 'Пять наставников',
    'questions.0.question': 'О планах',
    'questions.0.heard': 'Куратора',
    'questions.0.decided': '',
  };
  const refused = await site.post(paths.actNew('meeting_minutes', world.school), typed, { as: curator.personId });
  expect(refused.status).toBe(422);
  expect(await refused.text()).toContain('Решили, строка 1');
  const whole = { ...typed, 'questions.0.decided': 'Утвердить' };
  const done = await site.post(paths.actNew('meeting_minutes', world.school), whole, { as: curator.personId });
  expect(done.status).toBe(303);
  const path = done.headers.get('Location') ?? '';
  const shown = await get(path);
  expect(shown).toContain('О планах');
  const text = /href="([^"]*\/text)"/.exec(shown)?.[1] ?? '';
  const edit = await get(text);
  expect(edit).toContain('Кабинет 12');
  const changed = await site.post(text, { version: '1', place: 'Актовый зал' }, { as: curator.personId });
  expect(changed.status).toBe(303);
  const after = await get(path);
  expect(after).toContain('Актовый зал');
  expect(after).toContain('Утвердить');
  const stale = await site.post(text, { version: '1', place: 'Другое' }, { as: curator.personId });
  expect(stale.status).toBe(409);
});

test('the road map needs nothing: one press, and its rows come back on the correction', async () => {
  const open = await get(paths.actNew('road_map', world.school));
  expect(open).toContain('Всё нужное уже известно');
  const done = await site.post(
    paths.actNew('road_map', world.school),
    { _once: value(open, '_once'), unitId: world.school },
    { as: curator.personId },
  );
  expect(done.status).toBe(303);
  const shown = await get(done.headers.get('Location') ?? '');
  const edit = await get(/href="([^"]*\/text)"/.exec(shown)?.[1] ?? '');
  expect(edit).toContain('name="stages.12.stage"');
  expect(edit).toContain('Банк наставников');
});

test('a type kept in a table of its own, and one nobody knows, have no form', async () => {
  for (const kind of ['data_consent', 'assignment_order', 'toString']) {
    expect((await site.get(paths.actNew(kind, world.school), { as: curator.personId })).status).toBe(404);
  }
});

test('a field of another type is refused, not obeyed', async () => {
  const typed = { unitId: world.school, merits: 'текст' };
  const answer = await site.post(paths.actNew('road_map', world.school), typed, { as: curator.personId });
  expect(answer.status).toBe(422);
});

test('no form has more fields than the gate lets through', () => {
  for (const kind of ['road_map', 'meeting_minutes', 'pay_order', 'regulation'] as const) {
    const cells = fieldsOf(kind).map((field) => (field.kind === 'rows' ? field.columns.length * 24 : 1));
    expect(cells.reduce((sum, one) => sum + one, 5)).toBeLessThan(200);
  }
});
