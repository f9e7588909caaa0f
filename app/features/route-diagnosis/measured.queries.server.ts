import { can } from '#app/access/can.server.ts';
import { NotFound } from '#app/access/refusals.ts';
import type { Context } from '#app/core/context.server.ts';
import type { Id } from '#db/schema.ts';
import { findInstrumentInUse, listInstrumentsInUse } from '../diagnostic-instruments/instrument.queries.server.ts';

/** Whether the actor may enter results of instruments into this route. */
export function mayDiagnose(ctx: Context, routeId: Id): Promise<boolean> {
  return can(ctx, 'route.diagnose', routeId);
}

/** Instruments in use for the route's region, and the chosen one with its blocks. Throws NotFound out of reach. */
export async function findMeasuring(ctx: Context, routeId: Id, instrumentId: Id | null) {
  if (!(await mayDiagnose(ctx, routeId))) throw new NotFound('route');
  const { regionId } = await ctx.db
    .selectFrom('educationalRoute')
    .select('regionId')
    .where('id', '=', routeId)
    .executeTakeFirstOrThrow();
  const [instruments, chosen] = await Promise.all([
    listInstrumentsInUse(ctx, regionId, ctx.today),
    instrumentId ? findInstrumentInUse(ctx, instrumentId, ctx.today, regionId) : null,
  ]);
  const blocks = chosen?.blocks ?? [];
  return {
    instruments,
    chosen: chosen ? { id: chosen.id, name: chosen.name, edition: chosen.edition, blocks } : null,
  };
}
