import type { Context } from '#app/core/context.server.ts';
import type { Id } from '#db/schema.ts';
import { listOwnRegions, type OwnRegion } from '../org-units/own-regions.queries.server.ts';

/** The region whose directories the actor looks at: the one asked for among his own, else the first; null at the federal tier. */
export async function viewedRegion(
  ctx: Context,
  wanted: Id | undefined,
): Promise<{ region: OwnRegion | null; regions: OwnRegion[] }> {
  const regions = await listOwnRegions(ctx);
  const region = regions.find(({ id }) => id === wanted) ?? regions[0] ?? null;
  return { region, regions };
}
