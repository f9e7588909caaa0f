import { type RawBuilder, sql } from 'kysely';
import type { Id } from '#db/schema.ts';
import { type Asker, grantsFor } from './actor.ts';
import { type AccessObject, type ObjectName, objects } from './objects.server.ts';
import { type Holder, linesOf, type Permission, type Reach } from './policy.ts';

/**
 * The condition under which a row is within the actor's reach for a permission: the one expression used in the
 * `where` of every read, in every operation (`assertCan`) and as a flag in lists.
 * The query must contain the object's table under its own name.
 */
export function within(asker: Asker, permission: Permission): RawBuilder<boolean> {
  if (asker.actor.kind === 'system') return sql<boolean>`true`;
  if (asker.actor.kind === 'anonymous') return sql<boolean>`false`;
  const conditions = linesOf(permission).flatMap(([holder, reach]) => {
    const condition = lineCondition(asker, objectOf(permission), holder, reach);
    return condition ? [condition] : [];
  });
  return conditions.length === 0 ? sql<boolean>`false` : sql<boolean>`(${sql.join(conditions, sql` or `)})`;
}

/** The object a permission is about. */
export function objectOf(permission: Permission): AccessObject {
  const [name] = permission.split('.') as [ObjectName];
  return objects[name];
}

type How = 'own' | 'unit' | 'subtree' | 'below' | 'municipality' | 'region';

function lineCondition(asker: Asker, object: AccessObject, holder: Holder, reach: Reach): RawBuilder<boolean> | null {
  if (asker.actor.kind !== 'person') return null;
  const [how, only] = reach.split('.') as [How, string | undefined];
  const grants = grantsFor(asker.actor, holder);
  if (holder !== 'everyone' && grants.length === 0) return null;
  const base = reachCondition(asker, object, holder, how, grants);
  if (!base || !only) return base;
  const condition = object.only?.[only];
  return condition ? sql<boolean>`(${base} and ${condition})` : null;
}

function reachCondition(
  asker: Asker,
  object: AccessObject,
  holder: Holder,
  how: How,
  grants: readonly { unitId: Id; regionId: Id | null }[],
): RawBuilder<boolean> | null {
  const { actor, today } = asker;
  switch (how) {
    case 'own':
      return actor.kind === 'person'
        ? (object.own[holder]?.(actor.personId, today, idList(grants.map((grant) => grant.unitId))) ?? null)
        : null;
    case 'unit':
      return object.inUnits(idList(grants.map((grant) => grant.unitId)), today);
    case 'subtree':
      return object.inSubtrees(idList(grants.map((grant) => grant.unitId)), today);
    case 'below':
      return object.inBelow?.(idList(grants.map((grant) => grant.unitId))) ?? null;
    case 'municipality':
      return object.inMunicipalities?.(idList(grants.map((grant) => grant.unitId))) ?? null;
    case 'region': {
      const regions = grants.flatMap((grant) => (grant.regionId ? [grant.regionId] : []));
      return regions.length === 0 ? null : object.inRegions(idList(regions));
    }
  }
}

function idList(ids: readonly Id[]): RawBuilder<unknown> {
  return sql.join(ids.map((id) => sql`${id}::uuid`));
}
