import { beforeAll, describe, expect, test } from 'vitest';
import { Forbidden, NotFound } from '#app/access/refusals.ts';
import type { Context } from '#app/core/context.server.ts';
import { makeConsent } from '#app/demo/factories/consents.ts';
import { makeRequest } from '#app/demo/factories/mentoring-requests.ts';
import { makeEmployment } from '#app/demo/factories/people.ts';
import { makeClosedStep, makeRoute, makeStep } from '#app/demo/factories/routes.ts';
import { assignTutor } from '#app/features/educational-routes/route.operations.server.ts';
import { attachFiles } from '#app/features/educational-routes/route-file.operations.server.ts';
import { closeStep, noteStep } from '#app/features/educational-routes/route-step.operations.server.ts';
import { withdrawConsent } from '#app/features/personal-consents/consent-withdrawal.operations.server.ts';
import { answerMove, askToMove, withdrawMove } from '#app/features/route-transfers/move.operations.server.ts';
import { askAboutMovedRoutes } from '#app/features/route-transfers/transfer.jobs.server.ts';
import { decideTransfer } from '#app/features/route-transfers/transfer.operations.server.ts';
import { paths } from '#app/paths.ts';
import type { Id } from '#db/schema.ts';
import { testDatabase } from '#tests/support/database.ts';
import { openSite, type Site } from '#tests/support/site.ts';
import { actorWith, as, buildWorld, hire, TODAY, type World } from '#tests/support/world.ts';

const db = testDatabase();
type Actor = Awaited<ReturnType<typeof actorWith>>;
let world: World;
let site: Site;
let centreHead: Actor;
let foreignHead: Actor;
let curator: Actor;
let foreignCurator: Actor;
let tutor: Actor;

beforeAll(async () => {
  world = await buildWorld(db);
  site = openSite(db);
  centreHead = await actorWith(world, 'centreHead', world.centre);
  foreignHead = await actorWith(world, 'centreHead', world.foreignCentre);
  curator = await actorWith(world, 'curator', world.school);
  foreignCurator = await actorWith(world, 'curator', world.foreignSchool);
  tutor = await actorWith(world, 'tutor', world.centre);
});

async function teacherWithRoute() {
  const personId = await hire(world, world.school);
  const route = await makeRoute(centreHead, { personId, centreId: world.centre }, { tutorId: tutor.personId });
  const owner = await as(world, personId);
  const done = await makeClosedStep(owner, route.id, { title: 'Сделано в гимназии' });
  const open = await makeStep(owner, route.id, { title: 'Ещё предстоит' });
  return { personId, owner, routeId: route.id, done: done.id, open: open.id };
}

const go = { postCode: 'teacher', subject: 'физика', startsOn: TODAY };
const statusOf = async (path: string, personId: Id) => (await site.get(path, { as: personId })).status;
const read = async (path: string, personId: Id) => (await site.get(path, { as: personId })).text();
const unitOf = async (routeId: Id) =>
  (
    await db.selectFrom('educationalRoute').select(['unitId', 'centreId', 'state']).where('id', '=', routeId).execute()
  )[0];
const news = async (personId: Id) =>
  (await db.selectFrom('notice').select('kind').where('personId', '=', personId).execute()).map(({ kind }) => kind);
const pending = async (routeId: Id) =>
  (await db
    .selectFrom('routeTransfer')
    .selectAll()
    .where('routeId', '=', routeId)
    .where('state', '=', 'pending')
    .executeTakeFirst()) ?? null;

describe('the consent to transfer data to the centre', () => {
  test('taken back, leaves tutor and head of the centre the state alone until it is given anew', async () => {
    const { owner, personId, routeId, done, open } = await teacherWithRoute();
    const other = await teacherWithRoute();
    const consent = await makeConsent(owner, 'centre_transfer');
    const centre = [tutor, centreHead];
    for (const { personId: reader } of centre)
      expect(await read(paths.route(routeId), reader)).toContain('Ещё предстоит');
    await withdrawConsent(owner, consent, { version: 1 });
    expect(await news(tutor.personId)).toContain('transfer-withdrawn');
    for (const { personId: reader } of centre) {
      const page = await site.get(paths.route(routeId), { as: reader });
      expect(page.status).toBe(200);
      const html = await page.text();
      for (const text of ['Ещё предстоит', 'Сделано в гимназии', 'Закон Ома']) expect(html).not.toContain(text);
      for (const path of [paths.stepTalk(done), paths.routeLife(routeId), paths.routeImages(routeId)])
        expect(await statusOf(path, reader)).toBe(404);
      expect(await statusOf(paths.stepTalk(other.done), reader)).toBe(200);
    }
    await expect(noteStep(tutor, open, { note: 'Подсказка', version: 1 })).rejects.toThrow(NotFound);
    await expect(assignTutor(centreHead, routeId, { tutorId: tutor.personId, from: TODAY })).rejects.toThrow(NotFound);
    const told = await news(tutor.personId);
    await closeStep(owner, open, { product: 'Урок', attitude: 'Полезно' });
    expect(await news(tutor.personId)).toEqual(told);
    expect(await read(paths.desk(), tutor.personId)).not.toContain(paths.route(routeId));
    expect(await read(paths.route(routeId), personId)).toContain('Ещё предстоит');
    expect(await read(paths.route(routeId), curator.personId)).toContain('Ещё предстоит');
    await makeConsent(owner, 'centre_transfer');
    for (const { personId: reader } of centre)
      expect(await read(paths.route(routeId), reader)).toContain('Ещё предстоит');
  });
});

describe('M-14: a route survives a move to another region', () => {
  test('with consent the new side sees the whole route the same day, the old side nothing of it', async () => {
    const { owner, personId, routeId, done, open } = await teacherWithRoute();
    expect(await statusOf(paths.route(routeId), curator.personId)).toBe(200);
    const { id } = await askToMove(owner, { unitId: world.foreignSchool, ...go, takesRoute: true });
    expect(await news(foreignCurator.personId)).toContain('move-asked');
    await answerMove(foreignCurator, id, { answer: 'accepted', version: 1 });
    expect(await unitOf(routeId)).toMatchObject({ unitId: world.foreignSchool, centreId: world.foreignCentre });
    for (const former of [curator, tutor, centreHead]) {
      expect(await statusOf(paths.route(routeId), former.personId)).toBe(404);
      expect(await statusOf(paths.stepTalk(done), former.personId)).toBe(404);
    }
    const next = await actorWith(world, 'tutor', world.foreignCentre);
    await assignTutor(foreignHead, routeId, { tutorId: next.personId, from: TODAY });
    for (const reader of [next.personId, foreignHead.personId, personId]) {
      const html = await read(paths.routeTable(routeId), reader);
      for (const text of ['Сделано в гимназии', 'Закон Ома', 'Ещё предстоит']) expect(html).toContain(text);
    }
    expect(await read(paths.route(routeId), foreignCurator.personId)).toContain('Ещё предстоит');
    const places = await db.selectFrom('routeStep').select(['id', 'unitId']).where('routeId', '=', routeId).execute();
    expect(new Map(places.map((step) => [step.id, step.unitId]))).toEqual(
      new Map([
        [done, world.school],
        [open, world.foreignSchool],
      ]),
    );
    const list = await read(paths.routeTransfers(), centreHead.personId);
    expect(list).toContain('педагог другого региона');
    expect(await news(foreignHead.personId)).toContain('route-transferred');
  });

  test('without it the route stays, and the person and both centres are asked', async () => {
    const { owner, personId, routeId, open } = await teacherWithRoute();
    const { id } = await askToMove(owner, { unitId: world.foreignSchool, ...go, takesRoute: false });
    await answerMove(foreignCurator, id, { answer: 'accepted', version: 1 });
    expect(await unitOf(routeId)).toMatchObject({ unitId: world.school, centreId: world.centre });
    expect(await statusOf(paths.route(routeId), foreignHead.personId)).toBe(404);
    expect(await statusOf(paths.route(routeId), tutor.personId)).toBe(200);
    expect(await news(personId)).toContain('route-transfer-asked');
    for (const head of [centreHead, foreignHead]) expect(await news(head.personId)).toContain('route-transfer-waits');
    const transfer = await pending(routeId);
    const decide = (ctx: Context, version = 1) =>
      decideTransfer(ctx, transfer?.id ?? '', { decision: 'done', version });
    await expect(decide(foreignHead)).rejects.toThrow(NotFound);
    await expect(decide(tutor)).rejects.toThrow(NotFound);
    await attachFiles(owner, open, [{ name: 'Урок.pdf', bytes: new TextEncoder().encode('%PDF-1.7') }]);
    const kept = db.selectFrom('routeFile').select('id').where('stepId', '=', open);
    const file = paths.routeFile((await kept.executeTakeFirstOrThrow()).id);
    const seen = async (path: string) => [
      await statusOf(path, tutor.personId),
      await statusOf(path, foreignHead.personId),
    ];
    expect(await seen(file)).toEqual([200, 404]);
    await decide(owner);
    for (const path of [paths.route(routeId), file]) expect(await seen(path)).toEqual([404, 200]);
    await expect(decide(owner, 2)).rejects.toMatchObject({ code: 'transfer-answered' });
  });

  test('inside the region the tutor stays; the new school sees the plan, the old one no more', async () => {
    const { owner, routeId } = await teacherWithRoute();
    const next = await actorWith(world, 'curator', world.sibling);
    const { id } = await askToMove(owner, { unitId: world.sibling, ...go, takesRoute: true });
    await answerMove(next, id, { answer: 'accepted', version: 1 });
    expect(await statusOf(paths.route(routeId), tutor.personId)).toBe(200);
    expect(await read(paths.route(routeId), next.personId)).toContain('Ещё предстоит');
    expect(await statusOf(paths.route(routeId), curator.personId)).toBe(404);
  });

  test('an open request stays behind: the old school reads it no more, a new one is opened at the new', async () => {
    const { owner, personId } = await teacherWithRoute();
    const request = await makeRequest(owner, { personId });
    expect(await statusOf(paths.request(request.id), curator.personId)).toBe(200);
    const { id } = await askToMove(owner, { unitId: world.sibling, ...go, takesRoute: true });
    await answerMove(await actorWith(world, 'curator', world.sibling), id, { answer: 'accepted', version: 1 });
    const stored = db.selectFrom('mentoringRequest').select(['state', 'unitId']).where('personId', '=', personId);
    expect(await stored.execute()).toEqual([{ state: 'withdrawn', unitId: world.school }]);
    await makeRequest(owner, { personId });
    expect(await stored.where('state', '=', 'open').execute()).toEqual([{ state: 'open', unitId: world.sibling }]);
  });

  test('left where it is, it is not asked about again', async () => {
    const { owner, routeId } = await teacherWithRoute();
    const { id } = await askToMove(owner, { unitId: world.foreignSchool, ...go, takesRoute: false });
    await answerMove(foreignCurator, id, { answer: 'accepted', version: 1 });
    await decideTransfer(owner, (await pending(routeId))?.id ?? '', { decision: 'kept', version: 1 });
    await askAboutMovedRoutes(world.system);
    expect(await pending(routeId)).toBeNull();
    expect(await unitOf(routeId)).toMatchObject({ unitId: world.school });
  });

  test('the word about a centre that has closed, or a place he has left, moves nothing; he is asked anew', async () => {
    const { owner, personId, routeId } = await teacherWithRoute();
    const { id } = await askToMove(owner, { unitId: world.foreignSchool, ...go, takesRoute: false });
    await answerMove(foreignCurator, id, { answer: 'accepted', version: 1 });
    const asked = await pending(routeId);
    const yes = () => decideTransfer(owner, asked?.id ?? '', { decision: 'done', version: 1 });
    const live = (endedOn: string | null) =>
      db.updateTable('orgUnit').set({ endedOn }).where('id', '=', world.foreignCentre).execute();
    await live('2026-11-21');
    await expect(yes()).rejects.toMatchObject({ code: 'transfer-no-centre' });
    await live(null);
    const home = (unitId: Id, regionId: Id) =>
      db.updateTable('person').set({ unitId, regionId }).where('id', '=', personId).execute();
    await home(world.sibling, world.region);
    await expect(yes()).rejects.toMatchObject({ code: 'transfer-outdated' });
    expect(await unitOf(routeId)).toMatchObject({ unitId: world.school, centreId: world.centre });
    await askAboutMovedRoutes(world.system);
    expect(await pending(routeId)).toMatchObject({ unitId: world.sibling, centreId: world.centre });
  });

  test('a home unit changed in another way is noticed by the job, once', async () => {
    const { personId, routeId } = await teacherWithRoute();
    await makeEmployment(world.system, { personId, unitId: world.sibling });
    await db.updateTable('person').set({ unitId: world.sibling }).where('id', '=', personId).execute();
    await askAboutMovedRoutes(world.system);
    await askAboutMovedRoutes(world.system);
    expect(await pending(routeId)).toMatchObject({ unitId: world.sibling, centreId: world.centre });
    expect((await news(personId)).filter((kind) => kind === 'route-transfer-asked')).toHaveLength(1);
  });

  test('a change of mentor leaves the route as it is', async () => {
    const { routeId, personId } = await teacherWithRoute();
    const before = await read(paths.routeTable(routeId), personId);
    expect(before).toContain('Сделано в гимназии');
    expect(await statusOf(paths.routeLife(routeId), personId)).toBe(200);
  });
});

describe('the word about moving', () => {
  test('is answered by the organisation it names, once', async () => {
    const { owner } = await teacherWithRoute();
    const { id } = await askToMove(owner, { unitId: world.foreignSchool, ...go, takesRoute: true });
    const again = askToMove(owner, { unitId: world.sibling, ...go, takesRoute: true });
    await expect(again).rejects.toMatchObject({ code: 'move-already-asked' });
    const answer = { answer: 'accepted', version: 1 } as const;
    await expect(answerMove(curator, id, answer)).rejects.toThrow(NotFound);
    await expect(answerMove(owner, id, answer)).rejects.toThrow(Forbidden);
    const results = await Promise.allSettled([
      answerMove(foreignCurator, id, answer),
      answerMove(foreignCurator, id, { answer: 'declined', version: 1 }),
    ]);
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    await expect(withdrawMove(owner, id, { version: 2 })).rejects.toMatchObject({ code: 'move-answered' });
  });

  test('declined or withdrawn leaves everything as it was', async () => {
    const { owner, personId, routeId } = await teacherWithRoute();
    const first = await askToMove(owner, { unitId: world.foreignSchool, ...go, takesRoute: true });
    await answerMove(foreignCurator, first.id, { answer: 'declined', version: 1 });
    const second = await askToMove(owner, { unitId: world.foreignSchool, ...go, takesRoute: true });
    await withdrawMove(owner, second.id, { version: 1 });
    expect(await unitOf(routeId)).toMatchObject({ unitId: world.school });
    const work = await db.selectFrom('employment').select('unitId').where('personId', '=', personId).execute();
    expect(work).toEqual([{ unitId: world.school }]);
  });

  test.each([
    [{ startsOn: '2026-11-23' }, 'move-too-early'],
    [{ startsOn: '2026-08-01' }, 'move-too-late'],
  ])('with %j is refused', async (change, code) => {
    const { owner } = await teacherWithRoute();
    const asked = askToMove(owner, { unitId: world.sibling, ...go, takesRoute: true, ...change });
    await expect(asked).rejects.toMatchObject({ code });
  });

  test('to the own organisation is refused', async () => {
    const { owner } = await teacherWithRoute();
    const asked = askToMove(owner, { unitId: world.school, ...go, takesRoute: true });
    await expect(asked).rejects.toMatchObject({ code: 'person-move-elsewhere' });
  });
});
