import { sql } from 'kysely';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { Forbidden, NotFound } from '#app/access/refusals.ts';
import type { Context } from '#app/core/context.server.ts';
import { newId } from '#app/core/ids.ts';
import { makeClosedStep, makeRoute, makeStep } from '#app/demo/factories/routes.ts';
import { assignTutor } from '#app/features/educational-routes/route.operations.server.ts';
import {
  addStep,
  closeStep,
  editStep,
  noteStep,
} from '#app/features/educational-routes/route-step.operations.server.ts';
import type { StepPlan } from '#app/features/educational-routes/route-step.ts';
import type { Id } from '#db/schema.ts';
import { testDatabase } from '../../support/database.ts';
import { actorWith, as, buildWorld, hire, TODAY, type World } from '../../support/world.ts';

const db = testDatabase();
const plan: StepPlan = {
  kind: 'course',
  area: 'subject',
  title: 'Функциональная грамотность',
  expectedProduct: 'Банк заданий',
  startedOn: TODAY,
  dueOn: '2026-12-22',
};
let world: World;
let centreHead: Awaited<ReturnType<typeof actorWith>>;
let tutor: Awaited<ReturnType<typeof actorWith>>;
let curator: Context;
let owner: Context;
let routeId: Id;

beforeAll(async () => {
  world = await buildWorld(db);
  centreHead = await actorWith(world, 'centreHead', world.centre);
  tutor = await actorWith(world, 'tutor', world.centre);
  curator = await actorWith(world, 'curator', world.school);
});

beforeEach(async () => {
  const personId = await hire(world, world.school);
  owner = await as(world, personId);
  const made = await makeRoute(centreHead, { personId, centreId: world.centre }, { tutorId: tutor.personId });
  routeId = made.id;
});

const lines = (act: string, objectId: Id) =>
  db.selectFrom('journalEntry').select('id').where('act', '=', act).where('objectId', '=', objectId).execute();
const rowOf = (id: Id) => db.selectFrom('routeStep').selectAll().where('id', '=', id).executeTakeFirstOrThrow();

describe('adding', () => {
  test('the owner and the accompanying tutor add steps, marked for the counting of the school', async () => {
    await db.deleteFrom('monitoringDirty').execute();
    const mine = await addStep(owner, routeId, plan);
    await addStep(tutor, routeId, { ...plan, title: 'Экспертная стажировка' });
    expect(await rowOf(mine.id)).toMatchObject({ unitId: world.school, areaCode: 'subject', closedOn: null });
    expect(await lines('addStep', mine.id)).toHaveLength(1);
    const marked = await db.selectFrom('monitoringDirty').select('unitId').distinct().execute();
    expect(marked).toEqual([{ unitId: world.school }]);
  });

  test('nobody else does', async () => {
    await expect(addStep(centreHead, routeId, plan)).rejects.toThrow(Forbidden);
    await expect(addStep(curator, routeId, plan)).rejects.toThrow(NotFound);
    const stranger = await actorWith(world, 'tutor', world.centre);
    await expect(addStep(stranger, routeId, plan)).rejects.toThrow(NotFound);
  });

  test('a former tutor does not any more', async () => {
    const next = await actorWith(world, 'tutor', world.centre);
    await assignTutor(centreHead, routeId, { tutorId: next.personId, from: TODAY });
    await expect(addStep(tutor, routeId, plan)).rejects.toThrow(NotFound);
    await expect(addStep(next, routeId, plan)).resolves.toMatchObject({ id: expect.any(String) });
  });

  test.each([
    [{ startedOn: '2026-11-21' }, 'step-outside-route'],
    [{ dueOn: '2031-01-01' }, 'step-outside-route'],
    [{ dueOn: '2026-11-21' }, 'route-step-due-before-start'],
  ])('refuses %j', async (days, code) => {
    await expect(addStep(owner, routeId, { ...plan, ...days })).rejects.toMatchObject({ code });
  });

  test('the same key posted five times at once adds one step', async () => {
    const key = newId();
    await Promise.all(Array.from({ length: 5 }, () => addStep(owner, routeId, plan, key)));
    const rows = await db.selectFrom('routeStep').select('id').where('routeId', '=', routeId).execute();
    expect(rows).toHaveLength(1);
  });
});

describe('editing', () => {
  test('changes the plan and shows what stands there to whoever comes late', async () => {
    const { id } = await makeStep(owner, routeId);
    await editStep(tutor, id, { ...plan, version: 1 });
    await expect(editStep(owner, id, { ...plan, title: 'Моё', version: 1 })).rejects.toMatchObject({
      name: 'StaleWrite',
      theirs: { title: plan.title, dueOn: '22.12.2026', version: '2' },
    });
    expect(await rowOf(id)).toMatchObject({ title: plan.title, version: 2 });
  });

  test('leaves a closed step alone and refuses readers', async () => {
    const { id } = await makeClosedStep(owner, routeId);
    await expect(editStep(owner, id, { ...plan, version: 2 })).rejects.toMatchObject({ code: 'step-already-closed' });
    const open = await makeStep(owner, routeId);
    await expect(editStep(centreHead, open.id, { ...plan, version: 1 })).rejects.toThrow(Forbidden);
    await expect(editStep(curator, open.id, { ...plan, version: 1 })).rejects.toThrow(NotFound);
  });
});

describe('closing', () => {
  const left = { product: 'Разработка урока', attitude: 'Доволен' };

  test('keeps product and attitude, journals once, tells the tutor', async () => {
    const { id } = await makeStep(owner, routeId);
    await closeStep(owner, id, left);
    expect(await rowOf(id)).toMatchObject({ ...left, closedOn: TODAY });
    expect(await lines('closeStep', id)).toHaveLength(1);
    const told = await db.selectFrom('notice').select('kind').where('path', 'like', `%${id}%`).execute();
    expect(told).toEqual([{ kind: 'route-step-closed' }]);
  });

  test.each([{ product: '' }, { attitude: '' }, { product: ' ', attitude: ' ' }])('refuses %j', async (missing) => {
    const { id } = await makeStep(owner, routeId);
    await expect(closeStep(owner, id, { ...left, ...missing })).rejects.toMatchObject({
      code: 'step-needs-product-and-attitude',
    });
    expect((await rowOf(id)).closedOn).toBeNull();
  });

  test('the database refuses a closed step without a product or attitude too', async () => {
    const { id } = await makeStep(owner, routeId);
    const closing = (product: string | null, attitude: string | null) =>
      sql`update route_step set closed_on = ${TODAY}::date, product = ${product}, attitude = ${attitude}
        where id = ${id}`.execute(db);
    await expect(closing('', 'Доволен')).rejects.toMatchObject({ constraint: 'step_needs_product_and_attitude' });
    await expect(closing('Урок', '')).rejects.toMatchObject({ constraint: 'step_needs_product_and_attitude' });
    await expect(closing(null, null)).rejects.toMatchObject({ constraint: 'step_needs_product_and_attitude' });
  });

  test('only the owner closes', async () => {
    const { id } = await makeStep(owner, routeId);
    await expect(closeStep(tutor, id, left)).rejects.toThrow(Forbidden);
    await expect(closeStep(centreHead, id, left)).rejects.toThrow(Forbidden);
    await expect(closeStep(curator, id, left)).rejects.toThrow(NotFound);
  });

  test('two presses at once close it once', async () => {
    const { id } = await makeStep(owner, routeId);
    const both = await Promise.allSettled([closeStep(owner, id, left), closeStep(owner, id, left)]);
    expect(both.filter((one) => one.status === 'rejected')).toHaveLength(1);
    expect(await lines('closeStep', id)).toHaveLength(1);
  });
});

describe('the tutor’s note', () => {
  test('is left by the tutor, told to the owner, and kept by version', async () => {
    const { id } = await makeClosedStep(owner, routeId);
    await noteStep(tutor, id, { note: 'Сильная работа', version: 2 });
    expect(await rowOf(id)).toMatchObject({ tutorNote: 'Сильная работа', version: 3 });
    await expect(noteStep(tutor, id, { note: 'Ещё', version: 2 })).rejects.toMatchObject({
      theirs: { note: 'Сильная работа', version: '3' },
    });
    expect(await lines('noteStep', id)).toHaveLength(1);
  });

  test('is not left by the owner or the head of the centre', async () => {
    const { id } = await makeStep(owner, routeId);
    await expect(noteStep(owner, id, { note: 'Себе', version: 1 })).rejects.toThrow(Forbidden);
    await expect(noteStep(centreHead, id, { note: 'Им', version: 1 })).rejects.toThrow(Forbidden);
  });
});
