import { unitsWhere } from '#app/access/can.server.ts';
import { NotFound } from '#app/access/refusals.ts';
import { within } from '#app/access/within.server.ts';
import type { Context } from '#app/core/context.server.ts';
import type { Id } from '#db/schema.ts';
import { listInstrumentsInUse } from '../diagnostic-instruments/instrument.queries.server.ts';
import type { RefusedRow, ResultRow } from './diagnosis-sheet.ts';

/** The centres whose people the actor may load results for, and the instruments in use there. */
export async function findImportChoices(ctx: Context) {
  const ids = await unitsWhere(ctx, 'diagnosisImport.load');
  if (ids.length === 0) return { centres: [], instruments: [] };
  const centres = await ctx.db
    .selectFrom('orgUnit')
    .select(['id', 'shortName', 'regionId'])
    .where('id', 'in', ids)
    .orderBy('name')
    .orderBy('id')
    .limit(20)
    .execute();
  const instruments = await listInstrumentsInUse(ctx, centres[0]?.regionId ?? null, ctx.today);
  return { centres: centres.map(({ id, shortName }) => ({ id, shortName })), instruments };
}

/**
 * A checked file with what will be written and what is refused; people whose route has left the centre since are only
 * counted (BR-22). Once it is applied there are numbers alone. Throws NotFound.
 */
export async function findImport(ctx: Context, id: Id) {
  const row = await ctx.db
    .selectFrom('diagnosisImport')
    .innerJoin('diagnosticInstrument', 'diagnosticInstrument.id', 'diagnosisImport.instrumentId')
    .select(['diagnosisImport.id', 'diagnosisImport.fileName', 'diagnosisImport.madeOn', 'diagnosisImport.state'])
    .select(['diagnosisImport.version', 'diagnosisImport.results', 'diagnosisImport.refusals'])
    .select(['diagnosisImport.unitId', 'diagnosisImport.takenCount', 'diagnosisImport.goneCount'])
    .select('diagnosisImport.refusedCount')
    .select(['diagnosticInstrument.name as instrument', 'diagnosticInstrument.edition'])
    .where('diagnosisImport.id', '=', id)
    .where(within(ctx, 'diagnosisImport.manage'))
    .executeTakeFirst();
  if (!row) throw new NotFound('import');
  const { unitId, takenCount, goneCount, refusedCount, ...file } = row;
  // Written by `uploadDiagnoses` alone.
  const [kept, refusals] = [row.results as ResultRow[], row.refusals as RefusedRow[]];
  const here = new Set(await listRoutesHere(ctx, unitId, kept));
  const results = kept.filter(({ routeId }) => here.has(routeId));
  const found = { taken: results.length, gone: kept.length - results.length, refused: refusals.length };
  const counts =
    file.state === 'applied' ? { taken: takenCount ?? 0, gone: goneCount ?? 0, refused: refusedCount ?? 0 } : found;
  return { ...file, results, refusals, counts };
}

/** Which of the routes of a file are still accompanied by the centre and take results. */
async function listRoutesHere(ctx: Context, centreId: Id, rows: readonly ResultRow[]): Promise<Id[]> {
  if (rows.length === 0) return [];
  const routes = await routesHere(ctx, centreId, rows).execute();
  return routes.map(({ id }) => id);
}

/** The query behind it, by id, for who also holds the rows. Asks for a file with at least one row. */
export function routesHere(ctx: Context, centreId: Id, rows: readonly ResultRow[]) {
  const ids = rows.map(({ routeId }) => routeId);
  return ctx.db
    .selectFrom('educationalRoute')
    .select('educationalRoute.id')
    .where('educationalRoute.id', 'in', ids)
    .where('educationalRoute.centreId', '=', centreId)
    .where('educationalRoute.state', '=', 'active')
    .where(within(ctx, 'route.diagnose'))
    .orderBy('educationalRoute.id');
}
