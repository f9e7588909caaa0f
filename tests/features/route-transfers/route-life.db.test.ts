import { beforeAll, describe, expect, test } from 'vitest';
import { Forbidden, NotFound } from '#app/access/refusals.ts';
import type { Context } from '#app/core/context.server.ts';
import { newId } from '#app/core/ids.ts';
import { makeClosedStep, makeRoute, makeStep } from '#app/demo/factories/routes.ts';
import { countCaseLoad } from '#app/features/route-desk/desk.queries.server.ts';
import { endRouteEarly, pauseRoute, returnToRoute } from '#app/features/route-transfers/pause.operations.server.ts';
import { choosePlanItems } from '#app/features/route-transfers/plan-items.operations.server.ts';
import { paths } from '#app/paths.ts';
import type { Id } from '#db/schema.ts';
import { testDatabase } from '#tests/support/database.ts';
import { openSite, type Site } from '#tests/support/site.ts';
import { actorWith, as, buildWorld, grant, hire, TODAY, type World } from '#tests/support/world.ts';

const db = testDatabase();
type Actor = Awaited<ReturnType<typeof actorWith>>;
let world: World;
let site: Site;
let centreHead: Actor;
let tutor: Actor;

beforeAll(async () => {
  world = await buildWorld(db);
  site = openSite(db);
  centreHead = await actorWith(world, 'centreHead', world.centre);
  tutor = await actorWith(world, 'tutor', world.centre);
});

const onDay = (ctx: Context, today: string): Context => ({ ...ctx, today, now: `${today}T08:00:00.000Z` });

async function ownerWithRoute(startedOn = '2026-09-01') {
  const personId = await hire(world, world.school);
  const terms = { startedOn, tutorId: tutor.personId };
  const { id } = await makeRoute(onDay(centreHead, startedOn), { personId, centreId: world.centre }, terms);
  return { routeId: id, personId, owner: await as(world, personId) };
}

const stepOf = (id: Id) =>
  db.selectFrom('routeStep').select(['startedOn', 'dueOn']).where('id', '=', id).executeTakeFirstOrThrow();

describe('a long leave', () => {
  test('stops the clock, and the return moves no day without consent', async () => {
    const { owner, routeId } = await ownerWithRoute();
    const late = await makeStep(owner, routeId, { startedOn: '2026-09-05', dueOn: '2026-11-10' });
    await pauseRoute(owner, routeId, { reason: 'parental', startedOn: '2026-11-01', expectedUntil: '2028-05-01' });
    expect(await countCaseLoad(tutor, tutor.personId, '')).toMatchObject({ overdue: 0, silent: 0, paused: 1 });
    const twice = pauseRoute(owner, routeId, { reason: 'illness', startedOn: TODAY, expectedUntil: null });
    await expect(twice).rejects.toMatchObject({ code: 'route-already-paused' });
    const back = onDay(owner, '2027-11-01');
    expect(await returnToRoute(back, routeId, { returnedOn: '2027-11-01', shifts: false })).toEqual({ shifted: 0 });
    expect(await stepOf(late.id)).toEqual({ startedOn: '2026-09-05', dueOn: '2026-11-10' });
    const again = returnToRoute(back, routeId, { returnedOn: '2027-11-01', shifts: true });
    await expect(again).rejects.toMatchObject({ code: 'route-not-paused' });
  });

  test('with consent the open steps move by its length, never past the end, and what is done stays', async () => {
    const { owner, routeId } = await ownerWithRoute();
    const closed = await makeClosedStep(owner, routeId);
    const going = await makeStep(owner, routeId, { startedOn: '2026-10-01', dueOn: '2026-12-01' });
    const later = await makeStep(owner, routeId, { startedOn: '2027-02-01', dueOn: '2027-03-01' });
    const last = await makeStep(owner, routeId, { startedOn: '2030-05-01', dueOn: '2030-08-31' });
    const before = await stepOf(closed.id);
    await pauseRoute(owner, routeId, { reason: 'illness', startedOn: '2026-11-01', expectedUntil: null });
    const back = onDay(owner, '2026-12-01');
    expect(await returnToRoute(back, routeId, { returnedOn: '2026-12-01', shifts: true })).toEqual({ shifted: 3 });
    expect(await stepOf(closed.id)).toEqual(before);
    expect(await stepOf(going.id)).toEqual({ startedOn: '2026-10-01', dueOn: '2026-12-31' });
    expect(await stepOf(later.id)).toEqual({ startedOn: '2027-03-03', dueOn: '2027-03-31' });
    expect(await stepOf(last.id)).toEqual({ startedOn: '2030-05-31', dueOn: '2030-08-31' });
    const html = await (await site.get(paths.routeLife(routeId), { as: tutor.personId })).text();
    expect(html).toContain('сроки шагов сдвинуты на 30');
  });

  test.each([
    [{ startedOn: '2026-08-31' }, 'pause-outside-route'],
    [{ startedOn: '2026-11-23' }, 'pause-outside-route'],
    [{ expectedUntil: '2026-11-01' }, 'pause-expected-before-start'],
  ])('is refused with %j', async (change, code) => {
    const { owner, routeId } = await ownerWithRoute();
    const input = { reason: 'other', startedOn: TODAY, expectedUntil: null, ...change } as const;
    await expect(pauseRoute(owner, routeId, input)).rejects.toMatchObject({ code });
  });

  test('is the owner’s own: the tutor and the head of the centre read it only', async () => {
    const { routeId } = await ownerWithRoute();
    const input = { reason: 'other', startedOn: TODAY, expectedUntil: null } as const;
    await expect(pauseRoute(tutor, routeId, input)).rejects.toThrow(Forbidden);
    await expect(pauseRoute(centreHead, routeId, input)).rejects.toThrow(Forbidden);
    const curator = await actorWith(world, 'curator', world.school);
    await expect(pauseRoute(curator, routeId, input)).rejects.toThrow(NotFound);
    expect((await site.get(paths.routePause(routeId), { as: tutor.personId })).status).toBe(404);
    expect((await site.get(paths.routeLife(routeId), { as: curator.personId })).status).toBe(404);
  });
});

describe('an end before the term', () => {
  test('keeps what was done and the owner’s words; nothing can be added any more', async () => {
    const { owner, routeId } = await ownerWithRoute();
    await makeClosedStep(owner, routeId);
    const input = { reason: 'left_profession', reflection: 'Уроки-исследования', version: 1 } as const;
    await expect(endRouteEarly(tutor, routeId, input)).rejects.toThrow(Forbidden);
    await endRouteEarly(owner, routeId, input);
    await expect(makeStep(owner, routeId)).rejects.toMatchObject({ code: 'route-not-active' });
    await expect(endRouteEarly(owner, routeId, input)).rejects.toMatchObject({ code: 'route-not-active' });
    const html = await (await site.get(paths.routeLife(routeId), { as: tutor.personId })).text();
    expect(html).toContain('Уроки-исследования');
    const table = await (await site.get(paths.routeTable(routeId), { as: tutor.personId })).text();
    expect(table).toContain('Закон Ома');
  });
});

describe('items of a mentorship that serve a step', () => {
  /** An approved programme of the person with one item. */
  async function itemOf(personId: Id): Promise<Id> {
    const place = { unitId: world.school, regionId: world.region };
    const period = { startedOn: '2026-09-01', endedOn: '2027-05-31' };
    const mentor = await hire(world, world.school);
    const [mentorshipId, programmeId, id] = [newId(), newId(), newId()];
    const words = { formCode: 'teacher_teacher', kindCode: 'one_to_one', legalBasis: 'labor_351_8', state: 'active' };
    const active = { proposedBy: mentor, activatedAt: world.system.now };
    await db
      .insertInto('mentorship')
      .values({ id: mentorshipId, ...place, ...words, ...period, ...active })
      .execute();
    const side = { mentorshipId, ...place, ...period };
    await db
      .insertInto('mentorshipMember')
      .values([
        { id: newId(), ...side, personId: mentor, side: 'mentor' },
        { id: newId(), ...side, personId, side: 'mentee' },
      ])
      .execute();
    const approved = { state: 'approved', approvedBy: mentor, approvedAt: world.system.now };
    const programme = { id: programmeId, mentorshipId, problem: 'П', aim: 'Ц', ...place, ...period, ...approved };
    await db.insertInto('programme').values(programme).execute();
    const item = { id, programmeId, ...place, kind: 'meeting', topic: 'Разбор урока', dueOn: TODAY, product: 'Лист' };
    await db.insertInto('planItem').values(item).execute();
    return id;
  }

  test('are chosen by the owner, each for one step, and shown once on the first page', async () => {
    const { owner, personId, routeId } = await ownerWithRoute();
    const soon = { title: 'Шаг с парой', dueOn: '2026-11-30' };
    const [step, other] = [await makeStep(owner, routeId), await makeStep(owner, routeId, soon)];
    await grant(world, personId, 'mentee', world.school);
    const item = await itemOf(personId);
    const home = async () => (await site.get(paths.home(), { as: personId })).text();
    for (const task of ['Шаг с парой', 'Разбор урока']) expect(await home()).toContain(task);
    await choosePlanItems(owner, step.id, [item]);
    const taken = choosePlanItems(owner, other.id, [item]);
    await expect(taken).rejects.toMatchObject({ code: 'plan-item-taken' });
    await choosePlanItems(owner, step.id, []);
    await choosePlanItems(owner, other.id, [item]);
    const page = await (await site.get(paths.stepPlanItems(other.id), { as: personId })).text();
    expect(page).toContain('Разбор урока');
    expect(await home()).toContain('Разбор урока');
    expect(await home()).not.toContain('Шаг с парой');
  });

  test('of somebody else are refused, and nobody chooses for the owner', async () => {
    const { owner, routeId } = await ownerWithRoute();
    const step = await makeStep(owner, routeId);
    const foreign = await itemOf(await hire(world, world.school));
    await expect(choosePlanItems(owner, step.id, [foreign])).rejects.toMatchObject({ code: 'plan-item-not-own' });
    await expect(choosePlanItems(tutor, step.id, [])).rejects.toThrow(Forbidden);
  });
});
