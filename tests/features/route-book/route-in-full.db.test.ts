import { beforeAll, expect, test } from 'vitest';
import { addDays } from '#app/core/dates.ts';
import { personOn } from '#app/demo/demo-time.ts';
import { reflectionOn } from '#app/demo/factories/routes.ts';
import { addInstrument } from '#app/features/diagnostic-instruments/instrument.operations.server.ts';
import { describeTargetImage, openRoute } from '#app/features/educational-routes/route.operations.server.ts';
import { STEP_KINDS } from '#app/features/educational-routes/route.ts';
import { completePosition } from '#app/features/educational-routes/route-position.operations.server.ts';
import { addStep, closeStep, editStep } from '#app/features/educational-routes/route-step.operations.server.ts';
import { AREAS } from '#app/features/people/competence-area.ts';
import {
  nameDeficit,
  recordMeasured,
  tellDifficulties,
  tellStrengths,
} from '#app/features/route-diagnosis/route-diagnosis.operations.server.ts';
import { reflectFinally, reflectOnYear } from '#app/features/route-reflections/reflection.operations.server.ts';
import { testDatabase } from '#tests/support/database.ts';
import { actorWith, buildWorld, hire, TODAY, type World } from '#tests/support/world.ts';

const db = testDatabase();
let world: World;
let centreHead: Awaited<ReturnType<typeof actorWith>>;
let tutor: Awaited<ReturnType<typeof actorWith>>;

beforeAll(async () => {
  world = await buildWorld(db);
  centreHead = await actorWith(world, 'centreHead', world.centre);
  tutor = await actorWith(world, 'tutor', world.centre);
});

test.each([4, 5])(
  'M-13: a route of %i years is lived in full, from the image to the final reflection',
  async (years) => {
    const personId = await hire(world, world.school);
    const opening = { personId, centreId: world.centre, startedOn: TODAY, tutorId: tutor.personId };
    for (const wrong of [3, 6])
      await expect(openRoute(centreHead, { ...opening, years: wrong })).rejects.toMatchObject({
        code: 'route-years-four-or-five',
      });
    const { id } = await openRoute(centreHead, { ...opening, years });
    const on = (days: number) => personOn(db, personId, addDays(TODAY, days));
    const pass = async (position: 1 | 2 | 3 | 4 | 5 | 6 | 7, days: number) =>
      completePosition(await on(days), id, { position, note: 'Сделано' });

    // The seven positions open in order.
    for (const position of [2, 3, 4, 5, 6, 7] as const)
      await expect(pass(position, 0)).rejects.toMatchObject({ code: 'earlier-position-open' });

    // 1: the image, versioned.
    await expect(pass(1, 0)).rejects.toMatchObject({ code: 'no-target-image' });
    await describeTargetImage(await on(0), id, { targetImage: 'Учитель, к которому идут', version: 1 });
    await describeTargetImage(await on(1), id, { targetImage: 'Учитель-исследователь', version: 2 });
    const images = await db
      .selectFrom('routeImage')
      .select('text')
      .where('routeId', '=', id)
      .orderBy('number')
      .execute();
    expect(images.map(({ text }) => text)).toEqual(['Учитель, к которому идут', 'Учитель-исследователь']);
    await pass(1, 2);

    // 2: achievements; 3: all nine areas, by oneself and by an instrument.
    await expect(pass(2, 3)).rejects.toMatchObject({ code: 'no-strengths-told' });
    await tellStrengths(await on(3), id, [{ area: 'ict', note: 'Веду блог', evidence: 'https://example.ru' }]);
    await pass(2, 4);
    const instrument = await addInstrument(centreHead, {
      ...{ unitId: world.centre, scheme: 'four', name: `Диагностика ${years}`, edition: '1', provider: null },
      ...{ maximum: 25, lowCutPercent: 60, highCutPercent: 80, startedOn: TODAY },
    });
    const measured = { instrumentId: instrument.id, madeOn: TODAY, evidence: '' };
    const points = new Map([
      ['legal_block', 24],
      ['methodical_block', 10],
    ]);
    if (years === 4) await recordMeasured(tutor, id, { ...measured, points });
    await expect(pass(3, 5)).rejects.toMatchObject({ code: 'diagnosis-incomplete' });
    const told = AREAS.map((area) => ({ area, mark: area === 'health' ? 9 : 4, note: '' }));
    await tellDifficulties(await on(5), id, told);
    if (years === 5) {
      await expect(pass(3, 6)).rejects.toMatchObject({ code: 'no-outside-diagnosis' });
      await recordMeasured(tutor, id, { ...measured, points });
    }
    await pass(3, 6);

    // 4: four kinds of step, each for a deficit.
    await expect(pass(4, 7)).rejects.toMatchObject({ code: 'roadmap-empty' });
    const plan = { title: 'Шаг', expectedProduct: 'Разработка', goal: 'Три урока', choiceReason: 'Посильно' };
    const days = { startedOn: addDays(TODAY, 30), dueOn: addDays(TODAY, 200) };
    await expect(addStep(await on(7), id, { ...plan, ...days, kind: 'course', area: 'health' })).rejects.toMatchObject({
      code: 'step-without-gap',
    });
    await nameDeficit(tutor, id, { area: 'health', description: 'Урок без движения' });
    const steps = [];
    for (const kind of STEP_KINDS)
      steps.push((await addStep(await on(7), id, { ...plan, ...days, kind, area: 'health' })).id);
    await pass(4, 8);

    // 5: a step closes with a product and an attitude; 6 stays open beside it: a correction needs its cause.
    const [first = ''] = steps;
    const later = { ...plan, ...days, kind: 'course' as const, area: 'health' as const, dueOn: addDays(TODAY, 260) };
    await expect(editStep(await on(20), first, { ...later, version: 1 })).rejects.toMatchObject({
      code: 'correction-needs-cause',
    });
    await editStep(await on(20), first, { ...later, version: 1, cause: 'requests', reason: 'Хочу глубже' });
    for (const missing of ['product', 'attitude'] as const)
      await expect(
        closeStep(await on(250), first, { product: 'Урок', attitude: 'Доволен', [missing]: '' }),
      ).rejects.toMatchObject({ code: 'step-needs-product-and-attitude' });
    await expect(pass(5, 250)).rejects.toMatchObject({ code: 'steps-still-open' });
    for (const step of steps) await closeStep(await on(250), step, { product: 'Урок', attitude: 'Доволен' });
    const { before, after } = await db
      .selectFrom('routeRevisionStep')
      .innerJoin('routeRevision', 'routeRevision.id', 'routeRevisionStep.revisionId')
      .select(['routeRevisionStep.before', 'routeRevisionStep.after'])
      .where('routeRevision.routeId', '=', id)
      .executeTakeFirstOrThrow();
    expect([before, after]).toMatchObject([{ dueOn: days.dueOn }, { dueOn: later.dueOn }]);

    // Years are looked back upon; the end touches every deficit and the nearness to the image.
    const some = await reflectionOn(await on(350), id, { progress: 'smaller' });
    await reflectOnYear(await on(350), id, 1, some);
    await pass(5, 400);
    await expect(reflectFinally(await on(400), id, some)).rejects.toMatchObject({ code: 'final-needs-finished-steps' });
    await pass(6, 400);
    await expect(pass(7, 400)).rejects.toMatchObject({ code: 'no-final-reflection' });
    const whole = await reflectionOn(await on(400), id);
    await expect(
      reflectFinally(await on(400), id, { ...whole, deficits: whole.deficits.slice(1) }),
    ).rejects.toMatchObject({ code: 'reflection-misses-deficit' });
    await reflectFinally(await on(400), id, whole);
    await pass(7, 401);
    const { state } = await db
      .selectFrom('educationalRoute')
      .select('state')
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    expect(state).toBe('completed');
  },
);
