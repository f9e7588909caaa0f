import { NotFound } from '#app/access/refusals.ts';
import { within } from '#app/access/within.server.ts';
import type { Context } from '#app/core/context.server.ts';
import type { Id } from '#db/schema.ts';

/** A sheet of diagnosis whose files are shown, and whether the actor may add some. Throws NotFound. */
export async function findSheet(ctx: Context, id: Id) {
  const row = await ctx.db
    .selectFrom('routeDiagnosis')
    .innerJoin('educationalRoute', 'educationalRoute.id', 'routeDiagnosis.routeId')
    .select(['routeDiagnosis.routeId', 'routeDiagnosis.side', 'routeDiagnosis.madeOn', 'educationalRoute.state'])
    .select([within(ctx, 'route.edit').as('isOwner'), within(ctx, 'route.diagnose').as('isDiagnoser')])
    .select('educationalRoute.personId')
    .where('routeDiagnosis.id', '=', id)
    .where(within(ctx, 'route.read'))
    .executeTakeFirst();
  if (!row) throw new NotFound('diagnosis');
  const { isOwner, isDiagnoser, state, ...sheet } = row;
  const isActive = state === 'active';
  const mayAttach = Boolean(isOwner) || (row.side === 'both' && Boolean(isDiagnoser));
  return { ...sheet, isActive, mayAttach };
}
