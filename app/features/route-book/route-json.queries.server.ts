import { NotFound } from '#app/access/refusals.ts';
import { within } from '#app/access/within.server.ts';
import type { Context } from '#app/core/context.server.ts';
import { paths } from '#app/paths.ts';
import type { Id } from '#db/schema.ts';
import { listTutorPeriods } from '../educational-routes/route-tutor.queries.server.ts';
import { shortName } from '../people/person-name.ts';
import { findReflection, listYears } from '../route-reflections/reflection.queries.server.ts';
import { listImages, listLooks } from './looks.queries.server.ts';
import { findProtocol, findRouteFile } from './route-file.queries.server.ts';

/** Everything the program keeps of the owner's own route, as data to take along. Throws NotFound for everybody else. */
export async function findRouteData(ctx: Context, routeId: Id) {
  const file = await findRouteFile(ctx, routeId);
  if (!file.route.isOwner) throw new NotFound('route');
  const [images, sheets, reflections, shares, { looks }, shifts, tutors, remarks, pauses] = await Promise.all([
    listImages(ctx, routeId),
    listSheetIds(ctx, routeId),
    listReflectionIds(ctx, routeId),
    listSharePeriods(ctx, routeId),
    listLooks(ctx, routeId, 1),
    listShifts(ctx, routeId),
    listTutorPeriods(ctx, routeId),
    listRemarksOf(ctx, routeId),
    listPauses(ctx, routeId),
  ]);
  const { route, positions, steps, tutor, deficits, files, revisions, changes, motivation, centre } = file;
  const { id, owner, unitName, years, startedOn, endedOn, state, targetImage } = route;
  return {
    format: 'ryadom-educational-route-1',
    route: { id, owner, organisation: unitName, centre, tutor, years, startedOn, endedOn, state, targetImage },
    images,
    positions,
    diagnoses: await Promise.all(sheets.map((sheet) => findProtocol(ctx, sheet.id))),
    deficits,
    steps,
    // The files themselves are saved one by one at these addresses.
    files: files.map(({ id, ...file }) => ({ ...file, path: paths.routeFile(id) })),
    remarks,
    revisions: revisions.map((revision) => ({
      ...revision,
      changes: changes.find(({ number }) => number === revision.number)?.changes ?? [],
    })),
    years: await listYears(ctx, routeId),
    reflections: await Promise.all(reflections.map((reflection) => findReflection(ctx, reflection.id))),
    motivation,
    tutors: tutors.map(({ name, startedOn, endedOn }) => ({ name, startedOn, endedOn })),
    pauses,
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

/** What was said about every step, oldest first, by whom. */
async function listRemarksOf(ctx: Context, routeId: Id) {
  const rows = await ctx.db
    .selectFrom('stepRemark')
    .innerJoin('routeStep', 'routeStep.id', 'stepRemark.stepId')
    .innerJoin('educationalRoute', 'educationalRoute.id', 'routeStep.routeId')
    .innerJoin('person as author', 'author.id', 'stepRemark.authorId')
    .select(['stepRemark.stepId', 'stepRemark.kind', 'stepRemark.text', 'stepRemark.createdAt'])
    .select(['author.lastName', 'author.firstName', 'author.middleName'])
    .where('educationalRoute.id', '=', routeId)
    .where(within(ctx, 'route.edit'))
    .orderBy('stepRemark.createdAt')
    .orderBy('stepRemark.id')
    .limit(5000)
    .execute();
  return rows.map(({ lastName, firstName, middleName, ...said }) => ({
    ...said,
    author: shortName({ lastName, firstName, middleName }),
  }));
}

function listPauses(ctx: Context, routeId: Id) {
  return ctx.db
    .selectFrom('routePause')
    .select(['reason', 'startedOn', 'expectedUntil', 'endedOn', 'shiftedDays'])
    .where('routeId', '=', routeId)
    .orderBy('startedOn')
    .orderBy('id')
    .limit(100)
    .execute();
}
