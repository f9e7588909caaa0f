import { newId } from '#app/core/ids.ts';
import { makeMeasured, reflectionOn } from '#app/demo/factories/routes.ts';
import { addInstrument } from '#app/features/diagnostic-instruments/instrument.operations.server.ts';
import {
  assignTutor,
  describeTargetImage,
  openRoute,
} from '#app/features/educational-routes/route.operations.server.ts';
import { attachFiles } from '#app/features/educational-routes/route-file.operations.server.ts';
import { completePosition } from '#app/features/educational-routes/route-position.operations.server.ts';
import {
  addStep,
  closeStep,
  editStep,
  noteStep,
} from '#app/features/educational-routes/route-step.operations.server.ts';
import { AREAS } from '#app/features/people/competence-area.ts';
import { proposeShift } from '#app/features/route-corrections/shift.operations.server.ts';
import { tellDifficulties, tellStrengths } from '#app/features/route-diagnosis/route-diagnosis.operations.server.ts';
import { reflectOnYear } from '#app/features/route-reflections/reflection.operations.server.ts';
import { as, type World } from '#tests/support/world.ts';
import type { Canary, Marks } from './canary-marks.ts';
import type { SetPlace } from './canary-set.ts';

/** The route of a person with a closed and an open step, every text of it marked. */
export async function routeOf(world: World, marks: Marks, place: SetPlace, owner: Canary) {
  const centreHead = await as(world, place.centreHead);
  const words = () => marks.word('routeWords', owner);
  // The first year is looked back upon, the second one may be.
  const opening = { personId: owner.id, centreId: place.centreId, years: 5, startedOn: '2024-12-20', tutorId: null };
  const { id: route } = await openRoute(centreHead, opening);
  await assignTutor(centreHead, route, { tutorId: place.tutor, from: '2026-09-01' });
  const own = await as(world, owner.id);
  await describeTargetImage(own, route, { targetImage: words(), version: 1 });
  await completePosition(own, route, { position: 1, note: words() });
  await tellStrengths(own, route, [{ area: 'subject', note: words(), evidence: words() }]);
  await tellDifficulties(
    own,
    route,
    AREAS.map((area) => ({ area, mark: area === 'health' ? 9 : 4, note: words() })),
  );
  await makeMeasured(centreHead, route);
  const step = { kind: 'course', area: 'legal', startedOn: '2026-10-01', dueOn: '2026-11-19' } as const;
  const plan = () => ({
    ...step,
    title: marks.word('routePlan', owner),
    expectedProduct: marks.word('routePlan', owner),
  });
  const closed = await addStep(own, route, plan());
  const open = await addStep(own, route, plan());
  await closeStep(own, closed.id, { product: words(), attitude: words() });
  await attachFiles(own, open.id, [{ name: `${words()}.pdf`, bytes: new TextEncoder().encode(`%PDF-1.7 ${words()}`) }]);
  await noteStep(await as(world, place.tutor), open.id, { note: words(), version: 1 });
  for (const position of [2, 3, 4] as const) await completePosition(own, route, { position, note: words() });
  const { id: shift } = await proposeShift(await as(world, place.tutor), route, {
    newStartOn: '2024-12-27',
    reason: words(),
  });
  const correction = { cause: 'requests', reason: words(), version: 2 } as const;
  await editStep(own, open.id, { ...plan(), ...correction, dueOn: '2026-11-20' });
  const reflection = await reflectOnYear(
    own,
    route,
    1,
    await reflectionOn(own, route, { tried: words(), progress: 'same' }),
  );
  const diagnosis = await world.db
    .selectFrom('routeDiagnosis')
    .select('id')
    .where('routeId', '=', route)
    .where('side', '=', 'strengths')
    .executeTakeFirstOrThrow();
  const revision = await world.db
    .selectFrom('routeRevision')
    .select('id')
    .where('routeId', '=', route)
    .executeTakeFirstOrThrow();
  const { id: routeFile } = await world.db
    .selectFrom('routeFile')
    .select('id')
    .where('routeId', '=', route)
    .executeTakeFirstOrThrow();
  const instrument = await instrumentOf(world, place);
  const diagnosisImport = await importOf(world, place, { instrument, route });
  const written = { shift, diagnosisImport, revision: revision.id, reflection: reflection.id, diagnosis: diagnosis.id };
  return { route, step: open.id, routeFile, ...written, instrument };
}

/** An instrument of the centre; the same for every set of one centre. */
async function instrumentOf(world: World, place: SetPlace) {
  const known = world.db.selectFrom('diagnosticInstrument').select('id').where('unitId', '=', place.centreId);
  const kept = await known.executeTakeFirst();
  if (kept) return kept.id;
  const scale = {
    scheme: 'four',
    maximum: 25,
    lowCutPercent: 60,
    highCutPercent: 80,
    startedOn: '2026-09-01',
  } as const;
  const words = { unitId: place.centreId, name: 'Диагностика', edition: '1', provider: null };
  return (await addInstrument(await as(world, place.centreHead), { ...words, ...scale })).id;
}

/** A checked file of the centre with results for the route. */
async function importOf(world: World, place: SetPlace, about: { instrument: string; route: string }) {
  const id = newId();
  const file = {
    ...{ id, unitId: place.centreId, regionId: null, instrumentId: about.instrument },
    ...{ madeOn: '2026-11-20', fileName: 'results.xlsx', uploadedBy: place.centreHead, refusals: '[]' },
    results: JSON.stringify([{ routeId: about.route, name: 'Имя', points: [['legal_block', 20]] }]),
  };
  await world.db.insertInto('diagnosisImport').values(file).execute();
  return id;
}
