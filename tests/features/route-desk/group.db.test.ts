import { beforeAll, describe, expect, test } from 'vitest';
import { NotFound } from '#app/access/refusals.ts';
import { makeRequest } from '#app/demo/factories/mentoring-requests.ts';
import { makeOfferEntry } from '#app/demo/factories/offers.ts';
import { makeStep } from '#app/demo/factories/routes.ts';
import { nameAreas } from '#app/features/mentoring-requests/mentoring-request.operations.server.ts';
import { proposeToGroup, undoGroupPlan } from '#app/features/route-desk/group.operations.server.ts';
import { handOverRoutes } from '#app/features/route-desk/handover.operations.server.ts';
import { listHandedToMe } from '#app/features/route-desk/handover.queries.server.ts';
import { answerProposal } from '#app/features/route-desk/proposal.operations.server.ts';
import { paths } from '#app/paths.ts';
import type { Id } from '#db/schema.ts';
import { testDatabase } from '#tests/support/database.ts';
import { openSite, type Site } from '#tests/support/site.ts';
import { actorWith, as, buildWorld, hireYoung, type World } from '#tests/support/world.ts';
import { type Actor, foundAtDesk, newsOf, routeFor } from './desk-routes.ts';

const db = testDatabase();
let world: World;
let site: Site;
let centreHead: Actor;
let curator: Actor;

beforeAll(async () => {
  world = await buildWorld(db);
  site = openSite(db);
  centreHead = await actorWith(world, 'centreHead', world.centre);
  curator = await actorWith(world, 'curator', world.school);
});

const makeTutor = () => actorWith(world, 'tutor', world.centre);
const routeOf = (tutor: Actor, startedOn = '2026-09-01', unitId = world.school) =>
  routeFor(world, centreHead, tutor, { startedOn, unitId });
const news = (personId: Id) => newsOf(world, personId);

describe('one offer for several routes', () => {
  const plan = {
    area: 'methodical',
    startsOn: '2026-12-01',
    dueOn: '2027-02-01',
    expectedProduct: 'Разработка',
  } as const;
  const makeEntry = async () =>
    (await makeOfferEntry(centreHead, world.region, { number: crypto.randomUUID().slice(0, 20) })).id;

  test('shows whom it concerns, proposes to those, and each owner decides', async () => {
    const tutor = await makeTutor();
    const offerId = await makeEntry();
    const [one, two, ended] = [await routeOf(tutor), await routeOf(tutor), await routeOf(tutor)];
    await db.updateTable('educationalRoute').set({ state: 'stopped' }).where('id', '=', ended.id).execute();
    const routeIds = [one.id, two.id, ended.id];
    const preview = await site.get(paths.groupPreview({ offerId, ...plan, routeIds }), { as: tutor.personId });
    expect(await preview.text()).toContain('маршрут завершён');
    const { id, proposed } = await proposeToGroup(tutor, { offerId, ...plan, routeIds });
    expect(proposed).toBe(2);
    const proposals = await db.selectFrom('routeProposal').selectAll().where('planId', '=', id).execute();
    const of = (routeId: Id) => proposals.find((row) => row.routeId === routeId)?.id ?? '';
    await answerProposal(one.owner, of(one.id), { answer: 'accepted', version: 1 });
    await answerProposal(two.owner, of(two.id), { answer: 'declined', version: 1 });
    const steps = await db.selectFrom('routeStep').select(['kind', 'dueOn']).where('routeId', 'in', routeIds).execute();
    expect(steps).toEqual([{ kind: 'course', dueOn: '2027-02-01' }]);
    const again = answerProposal(one.owner, of(one.id), { answer: 'accepted', version: 2 });
    await expect(again).rejects.toMatchObject({ code: 'proposal-answered' });
    await expect(answerProposal(two.owner, of(one.id), { answer: 'declined', version: 2 })).rejects.toThrow(NotFound);
    const nobody = proposeToGroup(tutor, { offerId, ...plan, routeIds: [one.id] });
    await expect(nobody).rejects.toMatchObject({ code: 'group-nobody-fits' });
  });

  test('can be taken back from whoever has not seen it', async () => {
    const tutor = await makeTutor();
    const [seen, unseen] = [await routeOf(tutor), await routeOf(tutor)];
    const offerId = await makeEntry();
    const { id } = await proposeToGroup(tutor, { offerId, ...plan, routeIds: [seen.id, unseen.id] });
    const proposal = await db
      .selectFrom('routeProposal')
      .select('id')
      .where('planId', '=', id)
      .where('routeId', '=', seen.id)
      .executeTakeFirstOrThrow();
    await site.get(paths.routeProposal(proposal.id), { as: seen.personId });
    expect(await undoGroupPlan(tutor, id, { version: 1 })).toEqual({ withdrawn: 1, seen: 1 });
    await answerProposal(seen.owner, proposal.id, { answer: 'accepted', version: 1 });
    const again = undoGroupPlan(tutor, id, { version: 2 });
    await expect(again).rejects.toMatchObject({ code: 'group-already-undone' });
    await expect(undoGroupPlan(await makeTutor(), id, { version: 2 })).rejects.toThrow(NotFound);
    expect(await news(unseen.personId), 'the news is taken back too').not.toContain('route-offer-proposed');
  });

  test('refuses routes of another tutor, an empty and a too large group', async () => {
    const tutor = await makeTutor();
    const foreign = await routeOf(await makeTutor());
    const offerId = await makeEntry();
    await expect(proposeToGroup(tutor, { offerId, ...plan, routeIds: [foreign.id] })).rejects.toThrow(NotFound);
    const empty = proposeToGroup(tutor, { offerId, ...plan, routeIds: [] });
    await expect(empty).rejects.toMatchObject({ code: 'group-empty' });
    const many = Array.from({ length: 21 }, () => crypto.randomUUID());
    const large = proposeToGroup(tutor, { offerId, ...plan, routeIds: many });
    await expect(large).rejects.toMatchObject({ code: 'group-too-large' });
  });
});

describe('handing over', () => {
  test('gives routes with a note from a day on; the former tutor loses them that day', async () => {
    const [former, next] = [await makeTutor(), await makeTutor()];
    const { id } = await routeOf(former);
    const note = 'Готовится к аттестации';
    const input = { tutorId: next.personId, from: '2026-11-22', note, routeIds: [id] };
    await handOverRoutes(centreHead, input);
    expect(await foundAtDesk(former, 'all')).toEqual([]);
    expect(await foundAtDesk(next, 'all')).toEqual([id]);
    expect(await listHandedToMe(next)).toMatchObject([{ routeId: id, note }]);
    const page = await (await site.get(paths.desk(), { as: next.personId })).text();
    expect(page).toContain(note);
    await expect(handOverRoutes(former, input)).rejects.toThrow(NotFound);
    const foreign = await actorWith(world, 'centreHead', world.foreignCentre);
    await expect(handOverRoutes(foreign, input)).rejects.toThrow(NotFound);
    const nothing = handOverRoutes(centreHead, { ...input, routeIds: [] });
    await expect(nothing).rejects.toMatchObject({ code: 'handover-nothing' });
  });
});

describe('the map of deficits', () => {
  test('M-38: names people to their tutor and the head of the centre, and tells others numbers of five and more alone', async () => {
    const tutor = await makeTutor();
    const { id, owner } = await routeOf(tutor, '2026-09-01', world.farSchool);
    await makeStep(owner, id, { area: 'health' });
    const name = await db
      .selectFrom('educationalRoute')
      .innerJoin('person', 'person.id', 'educationalRoute.personId')
      .select('person.lastName')
      .where('educationalRoute.id', '=', id)
      .executeTakeFirstOrThrow();
    const cell = paths.deficitCell(world.farSchool, 'health');
    const read = async (personId: Id) => (await site.get(cell, { as: personId })).text();
    for (const reader of [tutor, centreHead]) expect(await read(reader.personId)).toContain(name.lastName);
    const methodologist = await actorWith(world, 'methodologist', world.region);
    const html = await read(methodologist.personId);
    expect(html).toContain('меньше пяти');
    expect(html).not.toContain(name.lastName);
    expect(html).toContain('Предложений для этой области пока нет.');
    const map = await (await site.get(paths.deficitMap(), { as: methodologist.personId })).text();
    expect(map).toContain('мало');
    for (let count = 0; count < 5; count += 1) {
      const personId = await hireYoung(world, world.farSchool);
      const own = await as(world, personId);
      await nameAreas(own, (await makeRequest(own, { personId })).id, { areas: ['health'], version: 1 });
      if (count === 3) expect(await read(methodologist.personId)).toContain('трудной меньше пяти');
    }
    for (const reader of [methodologist, centreHead])
      expect(await read(reader.personId)).toContain('трудной: 5\u00a0человек');
    expect(await read(tutor.personId)).not.toContain('трудной');
    const coordinator = await actorWith(world, 'municipalCoordinator', world.municipality);
    expect((await site.get(cell, { as: coordinator.personId })).status).toBe(404);
    const stranger = await actorWith(world, 'methodologist', world.otherRegion);
    expect((await site.get(cell, { as: stranger.personId })).status).toBe(404);
    expect((await site.get(paths.deficitMap(), { as: curator.personId })).status).toBe(404);
  });
});
