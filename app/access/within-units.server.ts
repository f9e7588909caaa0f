import { type RawBuilder, sql } from 'kysely';
import { type Asker, grantsFor } from './actor.ts';
import { objects } from './objects.server.ts';
import { linesOf, type Permission } from './policy.ts';

/** The condition under which `org_unit` is a unit where the actor holds the permission by role; own rows do not count. */
export function withinUnits(asker: Asker, permission: Permission): RawBuilder<boolean> {
  if (asker.actor.kind === 'system') return sql<boolean>`true`;
  const conditions = linesOf(permission).flatMap(([holder, reach]) => {
    const grants = grantsFor(asker.actor, holder);
    // What a neighbour may look at is not where he holds anything.
    if (grants.length === 0 || reach.startsWith('own') || reach.startsWith('municipality')) return [];
    const units = sql.join(grants.map((grant) => sql`${grant.unitId}::uuid`));
    if (reach.startsWith('unit')) return [objects.unit.inUnits(units)];
    if (reach.startsWith('subtree')) return [objects.unit.inSubtrees(units)];
    if (reach === 'below') return [objects.unit.inBelow(units)];
    const regions = grants.flatMap((grant) => (grant.regionId ? [sql`${grant.regionId}::uuid`] : []));
    return regions.length > 0 ? [objects.unit.inRegions(sql.join(regions))] : [];
  });
  return conditions.length === 0 ? sql<boolean>`false` : sql<boolean>`(${sql.join(conditions, sql` or `)})`;
}
