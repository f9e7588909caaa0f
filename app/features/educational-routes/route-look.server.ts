import { sql } from 'kysely';
import type { Context } from '#app/core/context.server.ts';
import type { Id } from '#db/schema.ts';
import type { LookedPart } from './route-look.ts';

/**
 * Notes that the actor looked at a part of another's route; the owner's own looks are not noted. Openings within ten
 * minutes count once. Source: BR-86.
 */
export async function recordLook(ctx: Context, route: { id: Id; personId: Id }, part: LookedPart): Promise<void> {
  if (ctx.actor.kind !== 'person' || ctx.actor.personId === route.personId) return;
  // Most openings are a page opened again: they must not wait for the disk.
  const recent = await ctx.db
    .selectFrom('routeLook')
    .select('times')
    .where('routeId', '=', route.id)
    .where('lookedOn', '=', ctx.today)
    .where('personId', '=', ctx.actor.personId)
    .where('part', '=', part)
    .where(sql<boolean>`route_look.last_at >= ${ctx.now}::timestamptz - interval '10 minutes'`)
    .executeTakeFirst();
  if (recent) return;
  const look = { routeId: route.id, personId: ctx.actor.personId, part, lookedOn: ctx.today };
  await ctx.db
    .insertInto('routeLook')
    .values({ ...look, firstAt: ctx.now, lastAt: ctx.now })
    .onConflict((conflict) =>
      conflict
        .columns(['routeId', 'lookedOn', 'personId', 'part'])
        .doUpdateSet({ lastAt: ctx.now, times: sql<number>`route_look.times + 1` })
        .where(sql<boolean>`route_look.last_at < ${ctx.now}::timestamptz - interval '10 minutes'`),
    )
    .execute();
}
