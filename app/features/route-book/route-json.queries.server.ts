import { NotFound } from '#app/access/refusals.ts';
import { within } from '#app/access/within.server.ts';
import type { Context } from '#app/core/context.server.ts';
import type { Id } from '#db/schema.ts';
import { findReflection, listYears } from '../route-reflections/reflection.queries.server.ts';
import { listImages, listLooks } from './looks.queries.server.ts';
import { findProtocol, findRouteFile } from './route-file.queries.server.ts';

/** Everything the program keeps of the owner's own route, as data to take along. Throws NotFound for everybody else. */
export async function findRouteData(ctx: Context, routeId: Id) {
  const file = await findRouteFile(ctx, routeId);
  if (!file.route.isOwner) throw new NotFound('route');
  const [images, sheets, reflections, shares, { looks }, shifts] = await Promise.all([
    listImages(ctx, routeId),
    listSheetIds(ctx, routeId),
    listReflectionIds(ctx, routeId),
    listSharePeriods(ctx, routeId),
    listLooks(ctx, routeId, 1),
    listShifts(ctx, routeId),
  ]);
  const { route, positions, steps, tutor, deficits, revisions, changes, motivation, centre } = file;
  const { id, owner, unitName, years, startedOn, endedOn, state, targetImage } = route;
  return {
    format: 'ryadom-educational-route-1',
    route: { id, owner, organisation: unitName, centre, tutor, years, startedOn, endedOn, state, targetImage },
    images,
    positions,
    diagnoses: await Promise.all(sheets.map((sheet) => findProtocol(ctx, sheet.id))),
    deficits,
    steps,
    revisions: revisions.map((revision) => ({
      ...revision,
      changes: changes.find(({ number }) => number === revision.number)?.changes ?? [],
    })),
    years: await listYears(ctx, routeId),
    reflections: await Promise.all(reflections.map((reflection) => findReflection(ctx, reflection.id))),
    motivation,
    shares,
    shifts,
    looks,
  };
}

function listSheetIds(ctx: Context, routeId: Id) {
  return ctx.db
    .selectFrom('routeDiagnosis')
    .select('id')
    .where('routeId', '=', routeId)
    .orderBy('madeOn')
    .orderBy('id')
    .limit(200)
    .execute();
}

function listReflectionIds(ctx: Context, routeId: Id) {
  return ctx.db
    .selectFrom('routeReflection')
    .select('id')
    .where('routeId', '=', routeId)
    .orderBy('madeOn')
    .orderBy('id')
    .limit(20)
    .execute();
}

function listSharePeriods(ctx: Context, routeId: Id) {
  return ctx.db
    .selectFrom('routeShare')
    .innerJoin('educationalRoute', 'educationalRoute.id', 'routeShare.routeId')
    .select(['routeShare.areaCode', 'routeShare.startedAt', 'routeShare.endedAt'])
    .where('routeShare.routeId', '=', routeId)
    .where(within(ctx, 'route.edit'))
    .orderBy('routeShare.startedAt')
    .orderBy('routeShare.id')
    .limit(1000)
    .execute();
}

function listShifts(ctx: Context, routeId: Id) {
  return ctx.db
    .selectFrom('routeShift')
    .select(['newStartOn', 'reason', 'proposedOn', 'state', 'answeredOn'])
    .where('routeId', '=', routeId)
    .orderBy('proposedOn')
    .orderBy('id')
    .limit(100)
    .execute();
}
