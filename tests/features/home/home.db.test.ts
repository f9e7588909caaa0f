import { beforeAll, describe, expect, test } from 'vitest';
import type { Context } from '#app/core/context.server.ts';
import { addDays } from '#app/core/dates.ts';
import { makeConsented, makeProposal } from '#app/demo/factories/mentorships.ts';
import { makePapers } from '#app/demo/factories/papers.ts';
import { makeEmployment } from '#app/demo/factories/people.ts';
import { listFigures, listTasks } from '#app/features/home/home.queries.server.ts';
import { inOrderOfUrgency, shortList, type Task } from '#app/features/home/home.ts';
import { draftOrder, submitAct } from '#app/features/local-acts/local-act.operations.server.ts';
import { paths } from '#app/paths.ts';
import type { Id } from '#db/schema.ts';
import { testDatabase } from '#tests/support/database.ts';
import { openSite } from '#tests/support/site.ts';
import { actorWith, as, buildWorld, hire, hireYoung, TODAY, type World } from '#tests/support/world.ts';

const db = testDatabase();
const site = openSite(db);
type Person = Context & { personId: Id };
let world: World;
let curator: Person;
let head: Person;
let waiting: Id;
let proposed: { id: Id; menteeId: Id };
let consented: Id;

beforeAll(async () => {
  world = await buildWorld(db);
  curator = await actorWith(world, 'curator', world.school);
  head = await actorWith(world, 'head', world.school);
  waiting = await hireYoung(world, world.school, { lastName: 'Одинокова' });
  const menteeId = await hireYoung(world, world.school);
  proposed = {
    id: (await makeProposal(curator, { mentorId: await hire(world, world.school), menteeId })).id,
    menteeId,
  };
  consented = (
    await makeConsented(curator, {
      mentorId: await hire(world, world.school),
      menteeId: await hireYoung(world, world.school),
    })
  ).id;
});

const kindsOf = (tasks: Task[]) => [...new Set(tasks.map(({ kind }) => kind))].sort();

describe('what waits for whom', () => {
  test('the curator: people without a mentor, missing consents, a supplement to draw up', async () => {
    const tasks = await listTasks(curator);
    expect(kindsOf(tasks)).toEqual(expect.arrayContaining(['consents-missing', 'match', 'supplement-to-draw-up']));
    expect(tasks.find(({ kind }) => kind === 'match')).toMatchObject({ key: waiting, href: paths.match(waiting) });
  });

  test('somebody with two posts waits once', async () => {
    const other = await actorWith(world, 'curator', world.farSchool);
    const twice = await hireYoung(world, world.farSchool);
    await makeEmployment(other, { personId: twice, unitId: world.farSchool });
    const tasks = await listTasks(other);
    expect(tasks.filter(({ kind, key }) => kind === 'match' && key === twice)).toHaveLength(1);
  });

  test('the day something waits since is the day it was for whoever looks', async () => {
    const evening = { ...(await actorWith(world, 'curator', world.farSchool)), now: '2026-11-21T20:30:00.000Z' };
    const [mentorId, menteeId] = [await hire(world, world.farSchool), await hireYoung(world, world.farSchool)];
    const { id } = await makeProposal(evening, { mentorId, menteeId });
    const since = async (timeZone: string) =>
      (await listTasks({ ...(await as(world, menteeId)), timeZone })).find(({ key }) => key === id)?.since;
    expect(await since('Europe/Moscow')).toBe('2026-11-21');
    expect(await since('Asia/Vladivostok')).toBe('2026-11-22');
  });

  test('another school sees none of it', async () => {
    const sibling = await actorWith(world, 'curator', world.sibling);
    expect(await listTasks(sibling)).toEqual([]);
  });

  test('the mentee: the own proposal to answer, until the day it should begin', async () => {
    const tasks = await listTasks(await as(world, proposed.menteeId));
    expect(tasks).toMatchObject([{ kind: 'consent-mine', href: paths.mentorshipConsent(proposed.id), until: TODAY }]);
  });

  test('the head: an order once it is submitted, which then no longer waits for the curator', async () => {
    const order = {
      unitId: world.school,
      mentorshipIds: [consented],
      programmeDueOn: addDays(TODAY, 30),
      control: 'head' as const,
    };
    await makePapers({ curator, head }, consented);
    expect(kindsOf(await listTasks(curator))).toContain('order-to-draw-up');
    const { id } = await draftOrder(curator, order);
    expect(kindsOf(await listTasks(head))).not.toContain('order-to-approve');
    await submitAct(curator, id, { version: 1 });
    const task = (await listTasks(head)).find(({ kind }) => kind === 'order-to-approve');
    expect(task).toMatchObject({ key: id, href: paths.actApprove(id), since: TODAY });
    expect(kindsOf(await listTasks(curator))).not.toContain('order-to-draw-up');
  });

  test('the ministry: no task about any person, no figure', async () => {
    const ministry = await actorWith(world, 'ministryOfficer', world.region);
    expect(await listTasks(ministry)).toEqual([]);
    const html = await (await site.get(paths.home(), { as: ministry.personId })).text();
    expect(html).toContain('Дел нет');
    expect(html).toContain(paths.monitoring());
    expect(html).not.toContain('Одинокова');
  });
});

test('figures count the own organisation', async () => {
  const figures = Object.fromEntries((await listFigures(curator)).map(({ kind, value }) => [kind, value]));
  expect(figures).toMatchObject({ active: 0, 'in-preparation': 2, 'without-mentor': 1 });
});

test('late tasks come first, then by the day they are due, then by how long they have waited', () => {
  const task = (key: string, until: string | null, since: string | null): Task => ({
    kind: 'match',
    key,
    href: '/',
    about: key,
    since,
    until,
  });
  const sorted = inOrderOfUrgency([
    task('no day', null, '2026-01-01'),
    task('soon', '2026-11-25', null),
    task('late', '2026-11-01', null),
    task('waits longest', null, '2025-01-01'),
  ]);
  expect(sorted.map(({ key }) => key)).toEqual(['late', 'soon', 'waits longest', 'no day']);
});

test('many tasks of one kind do not hide the others, and the page says there are more', async () => {
  const busy = await actorWith(world, 'curator', world.sibling);
  for (const _ of Array.from({ length: 7 })) await hireYoung(world, world.sibling);
  const [mentorId, menteeId] = [await hire(world, world.sibling), await hireYoung(world, world.sibling)];
  await makeProposal(busy, { mentorId, menteeId });
  const { shown, hasMore } = shortList(await listTasks(busy));
  expect(shown.filter(({ kind }) => kind === 'match')).toHaveLength(5);
  expect(kindsOf(shown)).toContain('consents-missing');
  expect(hasMore).toBe(true);
  const html = await (await site.get(paths.home(), { as: busy.personId })).text();
  expect(html).toContain('Вас ждёт больше 6\u00a0дел.');
  expect(html).toContain('Показаны первые дела каждого вида.');
});

test('a person without roles is told what to do', async () => {
  const nobody = await hire(world, world.school);
  expect(await (await site.get(paths.home(), { as: nobody })).text()).toContain('нет ролей');
  expect((await site.get(paths.home())).status).toBe(302);
});
