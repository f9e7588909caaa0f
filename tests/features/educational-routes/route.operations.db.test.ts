import { beforeAll, describe, expect, test } from 'vitest';
import { Forbidden, NotFound } from '#app/access/refusals.ts';
import { newId } from '#app/core/ids.ts';
import { makeFinalReflection, makeMeasured, makeRoute, makeStep } from '#app/demo/factories/routes.ts';
import {
  assignTutor,
  describeTargetImage,
  openRoute,
} from '#app/features/educational-routes/route.operations.server.ts';
import { completePosition } from '#app/features/educational-routes/route-position.operations.server.ts';
import { closeStep } from '#app/features/educational-routes/route-step.operations.server.ts';
import { addUnit, closeUnit } from '#app/features/org-units/unit.operations.server.ts';
import type { Id } from '#db/schema.ts';
import { testDatabase } from '../../support/database.ts';
import { actorWith, as, buildWorld, hire, TODAY, type World } from '../../support/world.ts';

const db = testDatabase();
let world: World;
let centreHead: Awaited<ReturnType<typeof actorWith>>;
let tutor: Awaited<ReturnType<typeof actorWith>>;

beforeAll(async () => {
  world = await buildWorld(db);
  centreHead = await actorWith(world, 'centreHead', world.centre);
  tutor = await actorWith(world, 'tutor', world.centre);
});

const lines = async (act: string, objectId: Id) =>
  db.selectFrom('journalEntry').selectAll().where('act', '=', act).where('objectId', '=', objectId).execute();
const tutorsOf = (routeId: Id) =>
  db.selectFrom('routeTutor').selectAll().where('routeId', '=', routeId).orderBy('startedOn').execute();
const terms = (personId: Id) => ({ personId, centreId: world.centre, years: 5, startedOn: TODAY, tutorId: null });

describe('opening', () => {
  test('makes seven positions, opens the first, journals once and tells the owner and the tutor', async () => {
    const personId = await hire(world, world.school);
    const { id } = await openRoute(centreHead, { ...terms(personId), tutorId: tutor.personId });
    const positions = await db
      .selectFrom('routePosition')
      .selectAll()
      .where('routeId', '=', id)
      .orderBy('position')
      .execute();
    expect(positions.map((one) => one.openedOn)).toEqual([TODAY, null, null, null, null, null, null]);
    const route = await db.selectFrom('educationalRoute').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
    expect(route).toMatchObject({
      unitId: world.school,
      regionId: world.region,
      endedOn: '2031-11-21',
      state: 'active',
    });
    expect(await lines('openRoute', id)).toHaveLength(1);
    const told = await db.selectFrom('notice').select(['personId', 'kind']).where('path', 'like', `%${id}`).execute();
    expect(told).toEqual(
      expect.arrayContaining([
        { personId, kind: 'route-opened' },
        { personId: tutor.personId, kind: 'route-tutor-assigned' },
      ]),
    );
  });

  test.each([3, 6])('refuses %i years', async (years) => {
    const personId = await hire(world, world.school);
    await expect(openRoute(centreHead, { ...terms(personId), years })).rejects.toMatchObject({
      code: 'route-years-four-or-five',
    });
  });

  test('refuses a teacher of a school that closes before the route ends', async () => {
    const place = { kind: 'school', name: 'Школа у реки', shortName: 'У реки', startedOn: '2020-09-01' } as const;
    const school = await addUnit(world.system, { ...place, parentId: world.municipality });
    const personId = await hire(world, school.id, { employment: null });
    await closeUnit(world.system, school.id, { endedOn: TODAY, version: 1 });
    await expect(openRoute(centreHead, terms(personId))).rejects.toMatchObject({ code: 'route-unit-closed' });
  });

  test('refuses a second active route of one person, also at the same moment', async () => {
    const personId = await hire(world, world.school);
    const both = await Promise.allSettled([1, 2].map(() => openRoute(centreHead, terms(personId))));
    const refused = both.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []));
    expect(refused).toEqual([expect.objectContaining({ code: 'route-overlaps' })]);
  });

  test('the same key posted five times at once opens one route', async () => {
    const personId = await hire(world, world.school);
    const key = newId();
    const made = await Promise.all(Array.from({ length: 5 }, () => openRoute(centreHead, terms(personId), key)));
    expect(new Set(made.map(({ id }) => id)).size).toBe(1);
    const rows = await db.selectFrom('educationalRoute').select('id').where('personId', '=', personId).execute();
    expect(rows).toHaveLength(1);
  });

  test('reaches no person of another region, no foreign centre, and nobody without the permission', async () => {
    const foreigner = await hire(world, world.foreignSchool);
    const own = await hire(world, world.school);
    const curator = await actorWith(world, 'curator', world.school);
    await expect(openRoute(centreHead, terms(foreigner))).rejects.toThrow(NotFound);
    await expect(openRoute(centreHead, { ...terms(own), centreId: world.foreignCentre })).rejects.toThrow(NotFound);
    await expect(openRoute(curator, terms(own))).rejects.toThrow(NotFound);
    await expect(openRoute(centreHead, { ...terms(own), centreId: world.school })).rejects.toThrow(NotFound);
  });

  test('a tutor opens none, not even with himself', async () => {
    const personId = await hire(world, world.school);
    await expect(openRoute(tutor, { ...terms(personId), tutorId: tutor.personId })).rejects.toThrow(NotFound);
  });

  test('refuses a tutor without the role at this centre', async () => {
    const personId = await hire(world, world.school);
    const stranger = await hire(world, world.school);
    await expect(openRoute(centreHead, { ...terms(personId), tutorId: stranger })).rejects.toMatchObject({
      code: 'not-a-tutor',
    });
  });
});

describe('changing the tutor', () => {
  test('ends the former period the day before', async () => {
    const next = await actorWith(world, 'tutor', world.centre);
    const owner = { personId: await hire(world, world.school), centreId: world.centre };
    const { id } = await makeRoute(centreHead, owner, { startedOn: '2026-09-01', tutorId: tutor.personId });
    await assignTutor(centreHead, id, { tutorId: next.personId, from: TODAY });
    expect(await tutorsOf(id)).toMatchObject([
      { personId: tutor.personId, startedOn: '2026-09-01', endedOn: '2026-11-21' },
      { personId: next.personId, startedOn: TODAY, endedOn: null },
    ]);
    expect(await lines('assignTutor', id)).toHaveLength(1);
  });

  test('corrects a tutor assigned by mistake on the same day', async () => {
    const next = await actorWith(world, 'tutor', world.centre);
    const owner = { personId: await hire(world, world.school), centreId: world.centre };
    const { id } = await makeRoute(centreHead, owner, { tutorId: tutor.personId });
    await assignTutor(centreHead, id, { tutorId: next.personId, from: TODAY });
    expect(await tutorsOf(id)).toMatchObject([{ personId: next.personId, startedOn: TODAY }]);
  });

  test('refuses the same tutor, a day outside the route, and everybody but the head of the centre', async () => {
    const personId = await hire(world, world.school);
    const { id } = await makeRoute(centreHead, { personId, centreId: world.centre }, { tutorId: tutor.personId });
    const same = { tutorId: tutor.personId, from: TODAY };
    await expect(assignTutor(centreHead, id, same)).rejects.toMatchObject({ code: 'tutor-already-assigned' });
    await expect(assignTutor(centreHead, id, { ...same, from: '2026-11-21' })).rejects.toMatchObject({
      code: 'tutor-day-outside-route',
    });
    await expect(assignTutor(tutor, id, same)).rejects.toThrow(Forbidden);
    await expect(assignTutor(await as(world, personId), id, same)).rejects.toThrow(Forbidden);
    const foreign = await actorWith(world, 'centreHead', world.foreignCentre);
    await expect(assignTutor(foreign, id, same)).rejects.toThrow(NotFound);
  });
});

describe('positions', () => {
  test('are passed by the owner from the first to the seventh, which completes the route', async () => {
    const personId = await hire(world, world.school);
    const owner = await as(world, personId);
    const { id } = await makeRoute(centreHead, { personId, centreId: world.centre });
    const pass = (position: 1 | 2 | 3 | 4 | 5 | 6 | 7) => completePosition(owner, id, { position, note: 'Сделано' });
    await pass(1);
    await pass(2);
    await expect(pass(3)).rejects.toMatchObject({ code: 'no-outside-diagnosis' });
    await makeMeasured(centreHead, id);
    await pass(3);
    await expect(pass(4)).rejects.toMatchObject({ code: 'roadmap-empty' });
    const step = await makeStep(owner, id);
    await pass(4);
    await expect(pass(6)).rejects.toMatchObject({ code: 'earlier-position-open' });
    await expect(pass(5)).rejects.toMatchObject({ code: 'steps-still-open' });
    await closeStep(owner, step.id, { product: 'Урок', attitude: 'Доволен' });
    await pass(5);
    await pass(6);
    await expect(pass(7)).rejects.toMatchObject({ code: 'no-final-reflection' });
    await makeFinalReflection(owner, id);
    await pass(7);
    const route = await db
      .selectFrom('educationalRoute')
      .select('state')
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    expect(route.state).toBe('completed');
    expect(await lines('completePosition', id)).toHaveLength(7);
    await expect(makeStep(owner, id)).rejects.toMatchObject({ code: 'route-not-active' });
    await expect(openRoute(centreHead, terms(personId))).resolves.toMatchObject({ id: expect.any(String) });
  });

  test('two presses at once complete a position once', async () => {
    const personId = await hire(world, world.school);
    const owner = await as(world, personId);
    const { id } = await makeRoute(centreHead, { personId, centreId: world.centre });
    const press = () => completePosition(owner, id, { position: 1, note: 'Готово' });
    const both = await Promise.allSettled([press(), press()]);
    const refused = both.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []));
    expect(refused).toEqual([expect.objectContaining({ code: 'position-already-completed' })]);
  });

  test('the tutor and the head of the centre read but do not complete', async () => {
    const personId = await hire(world, world.school);
    const { id } = await makeRoute(centreHead, { personId, centreId: world.centre }, { tutorId: tutor.personId });
    const act = { position: 1 as const, note: 'Чужое' };
    await expect(completePosition(tutor, id, act)).rejects.toThrow(Forbidden);
    await expect(completePosition(centreHead, id, act)).rejects.toThrow(Forbidden);
    await expect(completePosition(await actorWith(world, 'curator', world.school), id, act)).rejects.toThrow(NotFound);
  });
});

test('the target image is kept by version and only by the owner', async () => {
  const personId = await hire(world, world.school);
  const owner = await as(world, personId);
  const { id } = await makeRoute(centreHead, { personId, centreId: world.centre }, { targetImage: '' });
  await describeTargetImage(owner, id, { targetImage: 'Исследователь', version: 1 });
  await expect(describeTargetImage(owner, id, { targetImage: 'Другой', version: 1 })).rejects.toMatchObject({
    name: 'StaleWrite',
    theirs: { targetImage: 'Исследователь', version: '2' },
  });
  await expect(describeTargetImage(centreHead, id, { targetImage: 'Их', version: 2 })).rejects.toThrow(Forbidden);
});
