import { type Context, personOf } from '#app/core/context.server.ts';
import type { Id } from '#db/schema.ts';

/** The actor's own route under way, into which an offer can be taken; null when there is none. */
export async function findOptionalOwnRoute(ctx: Context): Promise<Id | null> {
  const row = await ctx.db
    .selectFrom('educationalRoute')
    .select('id')
    .where('personId', '=', personOf(ctx))
    .where('state', '=', 'active')
    .orderBy('startedOn', 'desc')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst();
  return row?.id ?? null;
}
