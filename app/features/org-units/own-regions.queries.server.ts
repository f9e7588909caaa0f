import type { Context } from '#app/core/context.server.ts';
import type { Id } from '#db/schema.ts';

/** A region the actor belongs to by a role in force. */
export interface OwnRegion {
  id: Id;
  name: string;
}

/** Regions of the actor's roles by name; usually one, none for a federal actor. */
export async function listOwnRegions(ctx: Context): Promise<OwnRegion[]> {
  const grants = ctx.actor.kind === 'person' ? ctx.actor.grants : [];
  const ids = grants.flatMap(({ regionId }) => (regionId ? [regionId] : []));
  if (ids.length === 0) return [];
  return ctx.db
    .selectFrom('orgUnit')
    .select(['id', 'shortName as name'])
    .where('id', 'in', ids)
    .orderBy('shortName')
    .orderBy('id')
    .execute();
}
