import { beforeAll, expect, test } from 'vitest';
import type { Context } from '#app/core/context.server.ts';
import { makeConsented } from '#app/demo/factories/mentorships.ts';
import { makePapers } from '#app/demo/factories/papers.ts';
import { draftOrder } from '#app/features/local-acts/local-act.operations.server.ts';
import { paths } from '#app/paths.ts';
import type { Id } from '#db/schema.ts';
import { testDatabase } from '#tests/support/database.ts';
import { openSite } from '#tests/support/site.ts';
import { actorWith, buildWorld, hire, hireYoung, type World } from '#tests/support/world.ts';

const db = testDatabase();
const site = openSite(db);
let world: World;
let curator: Context & { personId: Id };
let head: Context & { personId: Id };
let ministry: Context & { personId: Id };
let mentorshipId: Id;

beforeAll(async () => {
  world = await buildWorld(db);
  curator = await actorWith(world, 'curator', world.school);
  head = await actorWith(world, 'head', world.school);
  ministry = await actorWith(world, 'ministryOfficer', world.region);
  const pair = {
    mentorId: await hire(world, world.school),
    menteeId: await hireYoung(world, world.school, { lastName: 'Жукова', firstName: 'Анна', middleName: 'Ильинична' }),
  };
  mentorshipId = (await makeConsented(curator, pair)).id;
  await makePapers({ curator, head }, mentorshipId);
});

const value = (html: string, name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? '';

test('a curator draws up an order, corrects a name, submits; the head reads exactly it and approves; both files come out', async () => {
  const draft = await (await site.get(paths.orderDraft(), { as: curator.personId })).text();
  expect(draft).toContain('Жукова');
  const form = {
    _once: value(draft, '_once'),
    unitId: world.school,
    mentorshipIds: mentorshipId,
    programmeDueOn: '20.12.2026',
    control: 'head',
  };
  const created = await site.post(paths.orderDraft(), form, { as: curator.personId });
  expect(created.status).toBe(303);
  const edit = created.headers.get('Location') ?? '';
  const editPage = await (await site.get(edit, { as: curator.personId })).text();
  expect(editPage).toContain('Жуковой Анной Ильиничной');
  const keys = [...editPage.matchAll(/name="nameKey" value="([^"]+)"/g)].map(([, key = '']) => key);
  const saved = await site.post(
    edit,
    {
      version: '1',
      programmeDueOn: '20.12.2026',
      control: 'head',
      nameKey: keys,
      nameText: ['Иванова Петра Сергеевича', 'Жуковой Анной'],
    },
    { as: curator.personId },
  );
  expect(saved.status).toBe(303);
  const id = edit.split('/')[2] ?? '';
  expect((await site.post(paths.actSubmit(id), { version: '2' }, { as: curator.personId })).status).toBe(303);
  const approve = await (await site.get(paths.actApprove(id), { as: head.personId })).text();
  expect(approve).toContain('Иванова Петра Сергеевича');
  const approved = await site.post(
    paths.actApprove(id),
    { hash: value(approve, 'hash'), registeredOn: '22.11.2026' },
    { as: head.personId },
  );
  expect(approved.status).toBe(303);
  const page = await (await site.get(paths.act(id), { as: curator.personId })).text();
  expect(page).toContain('утверждён');
  const pdf = await site.get(paths.actPdf(id), { as: head.personId });
  expect(
    Buffer.from(await pdf.arrayBuffer())
      .subarray(0, 5)
      .toString(),
  ).toBe('%PDF-');
  expect(pdf.headers.get('Content-Disposition')).toContain('attachment');
  const docx = await site.get(paths.actDocx(id), { as: head.personId });
  expect(
    Buffer.from(await docx.arrayBuffer())
      .subarray(0, 2)
      .toString(),
  ).toBe('PK');
});

test('a refused form keeps what was typed and names the field in Russian', async () => {
  await makeConsented(curator, {
    mentorId: await hire(world, world.school),
    menteeId: await hireYoung(world, world.school),
  });
  const refused = await site.post(
    paths.orderDraft(),
    { unitId: world.school, programmeDueOn: '31.02.2027', control: 'head' },
    { as: curator.personId },
  );
  expect(refused.status).toBe(422);
  const html = await refused.text();
  expect(html).toContain('31.02.2027');
  expect(html).toContain('нужна дата в виде дд.мм.гггг');
});

test('a remark typed about a text that was taken back meanwhile stays in sight', async () => {
  const pair = { mentorId: await hire(world, world.school), menteeId: await hireYoung(world, world.school) };
  const { id: unsent } = await makeConsented(curator, pair);
  const choices = { programmeDueOn: '2026-12-20', control: 'head' } as const;
  const { id } = await draftOrder(curator, { unitId: world.school, mentorshipIds: [unsent], ...choices });
  const answer = await site.post(paths.actReturn(id), { reason: 'Поправьте срок' }, { as: head.personId });
  expect(answer.status).toBe(422);
  expect(await answer.text()).toContain('Поправьте срок');
});

test('an extra field is refused, not obeyed', async () => {
  const pair = { mentorId: await hire(world, world.school), menteeId: await hireYoung(world, world.school) };
  const fresh = await makeConsented(curator, pair);
  const { id } = await draftOrder(curator, {
    unitId: world.school,
    mentorshipIds: [fresh.id],
    programmeDueOn: '2026-12-20',
    control: 'head',
  });
  const refused = await site.post(paths.actSubmit(id), { version: '1', state: 'approved' }, { as: curator.personId });
  expect(refused.status).toBe(422);
  const row = await db.selectFrom('localAct').select('state').where('id', '=', id).executeTakeFirstOrThrow();
  expect(row.state).toBe('draft');
});

test('upper tiers and other schools find no acts at all', async () => {
  const { id } = await db.selectFrom('localAct').select('id').executeTakeFirstOrThrow();
  const stranger = await actorWith(world, 'curator', world.sibling);
  for (const path of [paths.act(id), paths.actPdf(id), paths.actEdit(id), paths.actApprove(id)]) {
    expect((await site.get(path, { as: stranger.personId })).status).toBe(404);
    expect((await site.get(path, { as: ministry.personId })).status).toBe(404);
  }
  const list = await (await site.get(paths.acts(), { as: stranger.personId })).text();
  expect(list).not.toContain(id);
});
