import { beforeAll, describe, expect, test } from 'vitest';
import { Forbidden, NotFound } from '#app/access/refusals.ts';
import type { Context } from '#app/core/context.server.ts';
import { StaleWrite } from '#app/core/errors.ts';
import { makeClosedStep, makeStep } from '#app/demo/factories/routes.ts';
import { closeStep } from '#app/features/educational-routes/route-step.operations.server.ts';
import { countCaseLoad, listTutorLoads } from '#app/features/route-desk/desk.queries.server.ts';
import { remarkOnStep } from '#app/features/route-desk/remark.operations.server.ts';
import { listRemarks } from '#app/features/route-desk/remark.queries.server.ts';
import { reviewProduct } from '#app/features/route-desk/review.operations.server.ts';
import { paths } from '#app/paths.ts';
import type { Id } from '#db/schema.ts';
import { testDatabase } from '#tests/support/database.ts';
import { openSite, type Site } from '#tests/support/site.ts';
import { actorWith, buildWorld, type World } from '#tests/support/world.ts';
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
const stateOf = async (stepId: Id) =>
  await db
    .selectFrom('routeStep')
    .select(['reviewState', 'version'])
    .where('id', '=', stepId)
    .executeTakeFirstOrThrow();

describe('the case load', () => {
  test('M-15: finds what is overdue, unread, silent, uncorrected, near its cycle and at rest, with totals', async () => {
    const tutor = await makeTutor();
    const calm = await routeOf(tutor);
    await makeStep(calm.owner, calm.id);
    const late = await routeOf(tutor);
    const past = { startedOn: '2026-09-05', dueOn: '2026-11-10' };
    await makeStep(late.owner, late.id, past);
    const unread = await routeOf(tutor);
    await makeClosedStep(unread.owner, unread.id);
    const silent = await routeOf(tutor, '2026-09-02');
    const old = await routeOf(tutor, '2024-12-10');
    await makeStep(old.owner, old.id);
    const resting = await routeOf(tutor);
    await makeStep(resting.owner, resting.id, past);
    const rest = { id: crypto.randomUUID(), routeId: resting.id, reason: 'parental', startedOn: '2026-11-01' };
    await db.insertInto('routePause').values(rest).execute();
    expect(await foundAtDesk(tutor, 'overdue')).toEqual([late.id]);
    expect(await foundAtDesk(tutor, 'waits')).toEqual([unread.id]);
    expect(await foundAtDesk(tutor, 'silent')).toEqual([silent.id]);
    expect(await foundAtDesk(tutor, 'uncorrected')).toEqual([old.id]);
    expect(await foundAtDesk(tutor, 'cycle')).toEqual([old.id]);
    expect(await foundAtDesk(tutor, 'paused')).toEqual([resting.id]);
    expect(await countCaseLoad(tutor, tutor.personId, '')).toEqual({
      ...{ all: 6, overdue: 1, waits: 1, unmeasured: 6, silent: 1, uncorrected: 1, cycle: 1, paused: 1 },
    });
  });

  test('is the tutor’s own: another tutor and a head of another region see nothing of it', async () => {
    const tutor = await makeTutor();
    const { id } = await routeOf(tutor);
    const stranger = await makeTutor();
    const foreign = await actorWith(world, 'centreHead', world.foreignCentre);
    expect(await foundAtDesk(stranger, 'all', tutor.personId)).toEqual([]);
    expect(await foundAtDesk(foreign, 'all', tutor.personId)).toEqual([]);
    expect(await foundAtDesk(centreHead, 'all', tutor.personId)).toEqual([id]);
    const loads = await listTutorLoads(centreHead);
    expect(loads.find((load) => load.id === tutor.personId)).toMatchObject({ routes: 1, overdue: 0, waits: 0 });
    expect(await listTutorLoads(foreign)).toEqual([]);
    expect(await listTutorLoads(tutor)).toEqual([]);
  });

  test('is one click from the desk to each filter, and one more to the product', async () => {
    const tutor = await makeTutor();
    const { id, owner } = await routeOf(tutor);
    const step = await makeClosedStep(owner, id);
    const html = await (await site.get(paths.desk(), { as: tutor.personId })).text();
    for (const show of ['overdue', 'waits', 'unmeasured', 'uncorrected', 'cycle', 'silent'])
      expect(html).toContain(`show=${show}&`);
    expect(html).toContain(paths.stepReview(step.id));
    expect(
      (await site.get(paths.desk(), { as: owner.actor.kind === 'person' ? owner.actor.personId : '' })).status,
    ).toBe(404);
  });
});

describe('reading a product', () => {
  test('M-15: the desk leads to it by one link; words, address, files, attitude and the answer are one screen', async () => {
    const tutor = await makeTutor();
    const { id, owner } = await routeOf(tutor);
    const step = await makeStep(owner, id);
    const files = [{ name: 'Урок.pdf', bytes: new TextEncoder().encode('%PDF-1.7') }];
    const left = { product: 'Урок', productLink: 'https://example.ru/urok', attitude: 'Доволен' };
    await closeStep(owner, step.id, { ...left, files });
    const read = async (path: string) => (await site.get(path, { as: tutor.personId })).text();
    expect(await read(paths.desk())).toContain(`href="${paths.stepReview(step.id)}"`);
    const screen = await read(paths.stepReview(step.id));
    for (const text of [...Object.values(left), 'Урок.pdf', 'Попросить дополнить']) expect(screen).toContain(text);
    expect(screen).toMatch(/<input(?=[^>]*value="accepted")(?=[^>]*checked)/u);
    const pressed = { decision: 'accepted', note: '', version: '2' };
    const answer = await site.post(paths.stepReview(step.id), pressed, { as: tutor.personId });
    expect([answer.status, answer.headers.get('Location')]).toEqual([303, paths.desk()]);
  });

  test('accepts it with a note and opens the next; the owner is told', async () => {
    const tutor = await makeTutor();
    const { id, owner, personId } = await routeOf(tutor);
    const [first, second] = [await makeClosedStep(owner, id), await makeClosedStep(owner, id)];
    const page = await (await site.get(paths.stepReview(first.id), { as: tutor.personId })).text();
    expect(page).toContain('Разработка урока «Закон Ома»');
    expect(page).toContain('Получилось лучше, чем ждал.');
    const form = { decision: 'accepted', note: 'Сильная работа', version: '2' };
    const answer = await site.post(paths.stepReview(first.id), form, { as: tutor.personId });
    expect([answer.status, answer.headers.get('Location')]).toEqual([303, paths.stepReview(second.id)]);
    expect(await stateOf(first.id)).toEqual({ reviewState: 'accepted', version: 3 });
    expect(await news(personId)).toContain('route-product-accepted');
    expect(await listRemarks(tutor, first.id)).toMatchObject([{ kind: 'accepted', text: 'Сильная работа' }]);
  });

  test('asks for more: the supplement puts it before the tutor again', async () => {
    const tutor = await makeTutor();
    const { id, owner } = await routeOf(tutor);
    const { id: step } = await makeClosedStep(owner, id);
    const silent = reviewProduct(tutor, step, { decision: 'more', note: '', version: 2 });
    await expect(silent).rejects.toMatchObject({ code: 'remark-needs-text', field: 'note' });
    await reviewProduct(tutor, step, { decision: 'more', note: 'Добавьте критерии', version: 2 });
    const more = { isAboutPlan: false, isAgreed: false, isSupplement: true };
    await remarkOnStep(owner, step, { text: 'Критерии: …', ...more });
    expect(await stateOf(step)).toEqual({ reviewState: 'waits', version: 4 });
    const again = remarkOnStep(owner, step, { text: 'Ещё', ...more });
    await expect(again).rejects.toMatchObject({ code: 'nothing-asked-for' });
    await reviewProduct(tutor, step, { decision: 'accepted', note: '', version: 4 });
    const twice = reviewProduct(tutor, step, { decision: 'accepted', note: '', version: 5 });
    await expect(twice).rejects.toMatchObject({ code: 'product-already-read' });
  });

  test('of two tabs at the same moment one is taken and the other gets a conflict', async () => {
    const tutor = await makeTutor();
    const { id, owner } = await routeOf(tutor);
    const { id: step } = await makeClosedStep(owner, id);
    const read = (note: string) => reviewProduct(tutor, step, { decision: 'accepted', note, version: 2 });
    const results = await Promise.allSettled([read('первая'), read('вторая')]);
    const refused = results.flatMap((result) => (result.status === 'rejected' ? [result.reason] : []));
    expect(refused).toHaveLength(1);
    expect(refused[0]).toBeInstanceOf(StaleWrite);
  });

  test('is the accompanying tutor’s alone, and only once there is a product', async () => {
    const tutor = await makeTutor();
    const { id, owner } = await routeOf(tutor);
    const { id: step } = await makeClosedStep(owner, id);
    const { id: open } = await makeStep(owner, id);
    const input = { decision: 'accepted', note: '', version: 2 } as const;
    await expect(reviewProduct(await makeTutor(), step, input)).rejects.toThrow(NotFound);
    await expect(reviewProduct(centreHead, step, input)).rejects.toThrow(Forbidden);
    await expect(reviewProduct(owner, step, input)).rejects.toThrow(Forbidden);
    await expect(reviewProduct(curator, step, input)).rejects.toThrow(NotFound);
    const early = reviewProduct(tutor, open, { ...input, version: 1 });
    await expect(early).rejects.toMatchObject({ code: 'step-not-closed-yet' });
  });
});

describe('the talk about a step', () => {
  const words = { isAboutPlan: false, isAgreed: false, isSupplement: false };

  test('is whole for owner and tutor; the curator reads and agrees on the plan alone', async () => {
    const tutor = await makeTutor();
    const { id, owner } = await routeOf(tutor);
    const { id: step } = await makeStep(owner, id);
    await remarkOnStep(owner, step, { ...words, text: 'О личном' });
    await remarkOnStep(tutor, step, { ...words, text: 'О плане', isAboutPlan: true });
    await remarkOnStep(curator, step, { ...words, text: '', isAgreed: true });
    await remarkOnStep(curator, step, { ...words, text: 'Дадим часы в октябре' });
    const told = async (reader: Context) => (await listRemarks(reader, step)).map(({ text, kind }) => text || kind);
    expect(await told(owner)).toEqual(['О личном', 'О плане', 'agreed', 'Дадим часы в октябре']);
    expect(await told(curator)).toEqual(['О плане', 'agreed', 'Дадим часы в октябре']);
    const page = await (await site.get(paths.stepTalk(step), { as: curator.personId })).text();
    expect(page).toContain('план согласован');
    expect(page).not.toContain('О личном');
    expect(await news(tutor.personId)).toContain('route-step-remark');
  });

  test('is closed to everybody else', async () => {
    const tutor = await makeTutor();
    const { id, owner } = await routeOf(tutor);
    const { id: step } = await makeStep(owner, id);
    const strangers = [
      await actorWith(world, 'curator', world.sibling),
      await makeTutor(),
      await actorWith(world, 'head', world.school),
      await actorWith(world, 'methodologist', world.region),
    ];
    for (const stranger of strangers) {
      await expect(remarkOnStep(stranger, step, { ...words, text: 'x' })).rejects.toThrow(NotFound);
      expect((await site.get(paths.stepTalk(step), { as: stranger.personId })).status).toBe(404);
    }
    await expect(remarkOnStep(centreHead, step, { ...words, text: 'x' }), 'reads only').rejects.toThrow(NotFound);
    const empty = remarkOnStep(owner, step, { ...words, text: '' });
    await expect(empty).rejects.toMatchObject({ code: 'remark-needs-text' });
  });
});
