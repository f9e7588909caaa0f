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

/** A checked file with what will be written and what is refused. Throws NotFound. */
export async function findImport(ctx: Context, id: Id) {
  const row = await ctx.db
    .selectFrom('diagnosisImport')
    .innerJoin('diagnosticInstrument', 'diagnosticInstrument.id', 'diagnosisImport.instrumentId')
    .select(['diagnosisImport.id', 'diagnosisImport.fileName', 'diagnosisImport.madeOn', 'diagnosisImport.state'])
    .select(['diagnosisImport.version', 'diagnosisImport.results', 'diagnosisImport.refusals'])
    .select(['diagnosticInstrument.name as instrument', 'diagnosticInstrument.edition'])
    .where('diagnosisImport.id', '=', id)
    .where(within(ctx, 'diagnosisImport.manage'))
    .executeTakeFirst();
  if (!row) throw new NotFound('import');
  // Written by `uploadDiagnoses` alone.
  return { ...row, results: row.results as ResultRow[], refusals: row.refusals as RefusedRow[] };
}
