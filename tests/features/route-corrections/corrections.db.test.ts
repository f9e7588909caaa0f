import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { Forbidden, NotFound } from '#app/access/refusals.ts';
import type { Context } from '#app/core/context.server.ts';
import { makeClosedStep, makeMeasured, makeRoute, makeStep } from '#app/demo/factories/routes.ts';
import { completePosition } from '#app/features/educational-routes/route-position.operations.server.ts';
import { addStep, editStep } from '#app/features/educational-routes/route-step.operations.server.ts';
import type { StepPlan } from '#app/features/educational-routes/route-step.ts';
import { answerShift, proposeShift } from '#app/features/route-corrections/shift.operations.server.ts';
import { paths } from '#app/paths.ts';
import type { Id } from '#db/schema.ts';
import { testDatabase } from '#tests/support/database.ts';
import { openSite, type Site } from '#tests/support/site.ts';
import { actorWith, as, buildWorld, hire, TODAY, type World } from '#tests/support/world.ts';

const db = testDatabase();
const plan: StepPlan = {
  kind: 'trial',
  area: 'methodical',
  title: 'Урок-исследование',
  expectedProduct: 'Разработка урока',
  startedOn: TODAY,
  dueOn: '2026-12-22',
};
const cause = { cause: 'education', reason: 'Вышла новая программа' } as const;
let world: World;
let site: Site;
let centreHead: Awaited<ReturnType<typeof actorWith>>;
let tutor: Awaited<ReturnType<typeof actorWith>>;
let curator: Awaited<ReturnType<typeof actorWith>>;
let owner: Context;
let personId: Id;
let routeId: Id;
let stepId: Id;

beforeAll(async () => {
  world = await buildWorld(db);
  site = openSite(db);
  centreHead = await actorWith(world, 'centreHead', world.centre);
  tutor = await actorWith(world, 'tutor', world.centre);
  curator = await actorWith(world, 'curator', world.school);
});

beforeEach(async () => {
  personId = await hire(world, world.school);
  owner = await as(world, personId);
  routeId = (await makeRoute(centreHead, { personId, centreId: world.centre }, { tutorId: tutor.personId })).id;
  stepId = (await makeStep(owner, routeId)).id;
});

const agree = async () => {
  await makeMeasured(centreHead, routeId);
  for (const position of [1, 2, 3, 4] as const) await completePosition(owner, routeId, { position, note: 'Готово' });
};
const revisions = () =>
  db.selectFrom('routeRevision').selectAll().where('routeId', '=', routeId).orderBy('number').execute();

describe('an agreed roadmap', () => {
  test('changes by revisions with a cause, numbered, told to the other side; before it nothing is asked', async () => {
    await editStep(owner, stepId, { ...plan, title: 'До согласования', version: 1 });
    expect(await revisions()).toEqual([]);
    await agree();
    for (const missing of [{}, { cause: 'education' as const }, { reason: 'Просто так' }])
      await expect(addStep(owner, routeId, { ...plan, ...missing })).rejects.toMatchObject({
        code: 'correction-needs-cause',
      });
    await editStep(tutor, stepId, { ...plan, dueOn: '2027-01-22', ...cause, version: 2 });
    await addStep(owner, routeId, { ...plan, title: 'Стажировка', ...cause });
    expect(await revisions()).toMatchObject([
      { number: 1, cause: 'education', madeBy: tutor.personId },
      { number: 2, madeBy: personId },
    ]);
    const told = await db
      .selectFrom('notice')
      .select('personId')
      .where('kind', '=', 'route-corrected')
      .where('path', 'like', `%${routeId}%`)
      .execute();
    expect(told.map((notice) => notice.personId).sort()).toEqual([personId, tutor.personId].sort());
  });

  test('keeps its past: a revision is neither changed nor removed', async () => {
    await agree();
    await editStep(owner, stepId, { ...plan, dueOn: '2027-01-22', ...cause, version: 1 });
    const [revision] = await revisions();
    const rows = db.updateTable('routeRevision').set({ reason: 'Другое' });
    await expect(rows.where('id', '=', revision?.id ?? '').execute()).rejects.toMatchObject({ code: 'RY004' });
    await expect(db.deleteFrom('routeRevisionStep').execute()).rejects.toMatchObject({ code: 'RY004' });
  });

  test('two tutors at once: the second gets 409 with both texts, one revision is made', async () => {
    await agree();
    const form = (title: string) => ({
      ...{ kind: 'trial', area: 'methodical', title, expectedProduct: 'Отчёт', goal: 'Три урока', choiceReason: 'Да' },
      ...{ startedOn: '22.11.2026', dueOn: '22.12.2026', version: '1', ...cause },
    });
    const texts = ['Первый текст', 'Второй текст'];
    const answers = await Promise.all(
      texts.map((text) => site.post(paths.routeStepEdit(stepId), form(text), { as: tutor.personId })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 409]);
    const late = answers.findIndex(({ status }) => status === 409);
    const html = await answers[late]?.text();
    for (const text of texts) expect(html).toContain(text);
    expect(await revisions()).toHaveLength(1);
  });

  test('shows before and after side by side to whoever sees the plan, the reason only to those who see the whole', async () => {
    await agree();
    await editStep(owner, stepId, { ...plan, title: 'Новое имя шага', ...cause, version: 1 });
    const [revision] = await revisions();
    const page = async (as: Id) => {
      const response = await site.get(paths.routeRevision(revision?.id ?? ''), { as });
      return { status: response.status, html: await response.text() };
    };
    for (const reader of [personId, tutor.personId, centreHead.personId]) {
      const { html } = await page(reader);
      for (const text of ['Урок-исследование', 'Новое имя шага', 'Вышла новая программа']) expect(html).toContain(text);
    }
    const shared = await page(curator.personId);
    expect(shared.html).toContain('Новое имя шага');
    expect(shared.html).not.toContain('Вышла новая программа');
    const head = await actorWith(world, 'head', world.school);
    expect((await page(head.personId)).status).toBe(404);
  });
});

describe('a shifted start', () => {
  test('moves nothing until the owner consents, then years and open steps follow', async () => {
    const { id } = await proposeShift(tutor, routeId, { newStartOn: '2026-12-22', reason: 'Больничный' });
    const before = await db.selectFrom('routeStep').select('dueOn').where('id', '=', stepId).executeTakeFirstOrThrow();
    expect(before.dueOn).toBe('2026-12-22');
    await answerShift(owner, id, 'accepted');
    const route = await db
      .selectFrom('educationalRoute')
      .select(['startedOn', 'endedOn'])
      .where('id', '=', routeId)
      .executeTakeFirstOrThrow();
    expect(route).toEqual({ startedOn: '2026-12-22', endedOn: '2030-12-21' });
    const step = await db
      .selectFrom('routeStep')
      .select(['startedOn', 'dueOn'])
      .where('id', '=', stepId)
      .executeTakeFirstOrThrow();
    expect(step).toEqual({ startedOn: '2026-12-22', dueOn: '2027-01-21' });
    const cycles = await db.selectFrom('routeCycle').select('startedOn').where('routeId', '=', routeId).execute();
    expect(cycles).toContainEqual({ startedOn: '2027-12-22' });
    await expect(answerShift(owner, id, 'declined')).rejects.toMatchObject({ code: 'shift-already-answered' });
  });

  test('is answered by the owner alone and proposed by tutor or centre', async () => {
    const proposal = { newStartOn: '2026-12-22', reason: 'Отпуск' };
    await expect(proposeShift(owner, routeId, proposal)).rejects.toThrow(Forbidden);
    await expect(proposeShift(curator, routeId, proposal)).rejects.toThrow(NotFound);
    const { id } = await proposeShift(centreHead, routeId, proposal);
    await expect(proposeShift(tutor, routeId, proposal)).rejects.toMatchObject({ code: 'shift-already-proposed' });
    await expect(answerShift(tutor, id, 'accepted')).rejects.toThrow(Forbidden);
    await answerShift(owner, id, 'declined');
    const route = db.selectFrom('educationalRoute').select('startedOn').where('id', '=', routeId);
    expect(await route.executeTakeFirstOrThrow()).toEqual({ startedOn: TODAY });
  });

  test('leaves closed steps where they are: a start after one is refused', async () => {
    await makeClosedStep(owner, routeId);
    const proposal = { newStartOn: '2026-12-22', reason: 'Отпуск' };
    await expect(proposeShift(tutor, routeId, proposal)).rejects.toMatchObject({ code: 'shift-after-closed-step' });
    await expect(proposeShift(tutor, routeId, { ...proposal, newStartOn: TODAY })).rejects.toMatchObject({
      code: 'shift-same-day',
    });
  });
});
