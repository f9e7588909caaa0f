import { NotFound } from '#app/access/refusals.ts';
import { within } from '#app/access/within.server.ts';
import type { Context } from '#app/core/context.server.ts';
import type { Id } from '#db/schema.ts';
import { findRoute, listPositions, listSteps } from '../educational-routes/route.queries.server.ts';
import { listRouteFiles } from '../educational-routes/route-file.queries.server.ts';
import { listTutorPeriods } from '../educational-routes/route-tutor.queries.server.ts';
import { fullName } from '../people/person-name.ts';
import { listChangesSince, listRevisions } from '../route-corrections/revision.queries.server.ts';
import { listAreaDiagnoses, listDeficits } from '../route-diagnosis/route-diagnosis.queries.server.ts';
import { findOptionalFinal, listMotivation, listYears } from '../route-reflections/reflection.queries.server.ts';

/** Everything a printed route says, for those who see the whole of it. Throws NotFound. */
export async function findRouteFile(ctx: Context, routeId: Id) {
  const route = await findRoute(ctx, routeId);
  if (route.view !== 'whole') throw new NotFound('route');
  const [positions, steps, tutors, areas, deficits, revisions, changes, years, final, motivation, centre, files] =
    await Promise.all([
      listPositions(ctx, routeId),
      listSteps(ctx, routeId),
      listTutorPeriods(ctx, routeId),
      listAreaDiagnoses(ctx, routeId),
      listDeficits(ctx, routeId),
      listRevisions(ctx, routeId),
      listChangesSince(ctx, routeId, 1),
      listYears(ctx, routeId),
      findOptionalFinal(ctx, routeId),
      listMotivation(ctx, routeId),
      nameOfUnit(ctx, route.centreId),
      listRouteFiles(ctx, routeId),
    ]);
  const tutor = tutors.find((period) => period.isCurrent)?.name ?? null;
  return {
    route,
    positions,
    steps,
    tutor,
    areas,
    deficits,
    revisions,
    changes,
    years,
    final,
    motivation,
    centre,
    files,
  };
}

async function nameOfUnit(ctx: Context, id: Id): Promise<string> {
  const unit = await ctx.db.selectFrom('orgUnit').select('name').where('id', '=', id).executeTakeFirstOrThrow();
  return unit.name;
}

/** A sheet of diagnosis with its areas. Throws NotFound unless the actor sees the whole route. */
export async function findProtocol(ctx: Context, id: Id) {
  const row = await ctx.db
    .selectFrom('routeDiagnosis')
    .innerJoin('educationalRoute', 'educationalRoute.id', 'routeDiagnosis.routeId')
    .innerJoin('person', 'person.id', 'educationalRoute.personId')
    .innerJoin('orgUnit', 'orgUnit.id', 'routeDiagnosis.unitId')
    .leftJoin('diagnosticInstrument', 'diagnosticInstrument.id', 'routeDiagnosis.instrumentId')
    .leftJoin('person as recorder', 'recorder.id', 'routeDiagnosis.recordedBy')
    .select(['routeDiagnosis.routeId', 'routeDiagnosis.side', 'routeDiagnosis.madeOn', 'educationalRoute.personId'])
    .select(['person.lastName', 'person.firstName', 'person.middleName', 'orgUnit.name as unitName'])
    .select(['diagnosticInstrument.name as instrument', 'diagnosticInstrument.edition'])
    .select(['diagnosticInstrument.lowCutPercent', 'diagnosticInstrument.highCutPercent'])
    .select(['recorder.lastName as byLast', 'recorder.firstName as byFirst', 'recorder.middleName as byMiddle'])
    .where('routeDiagnosis.id', '=', id)
    .where(within(ctx, 'route.read'))
    .executeTakeFirst();
  if (!row) throw new NotFound('diagnosis');
  const areas = await ctx.db
    .selectFrom('routeDiagnosisArea')
    .innerJoin('competenceArea', 'competenceArea.code', 'routeDiagnosisArea.areaCode')
    .select(['routeDiagnosisArea.areaCode', 'routeDiagnosisArea.percent', 'routeDiagnosisArea.points'])
    .select(['routeDiagnosisArea.maximum', 'routeDiagnosisArea.note', 'routeDiagnosisArea.evidence'])
    .where('routeDiagnosisArea.diagnosisId', '=', id)
    .orderBy('competenceArea.position')
    .execute();
  const { byLast, byFirst, byMiddle, lastName, firstName, middleName, ...sheet } = row;
  const by = byLast && byFirst ? fullName({ lastName: byLast, firstName: byFirst, middleName: byMiddle }) : null;
  return { ...sheet, owner: fullName({ lastName, firstName, middleName }), by, areas };
}
