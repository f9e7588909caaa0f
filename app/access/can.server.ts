import { sql } from 'kysely';
import type { Id } from '#db/schema.ts';
import type { Asker } from './actor.ts';
import { type Permission, policy } from './policy.ts';
import { Forbidden, NotFound } from './refusals.ts';
import { objectOf, within } from './within.server.ts';
import { withinUnits } from './within-units.server.ts';

/** Whether the actor may do this to the row with this id. */
export async function can(asker: Asker, permission: Permission, id: Id): Promise<boolean> {
  const table = objectOf(permission).table;
  const { rows } = await sql<{ yes: boolean }>`
    select true as yes from ${sql.table(table)} where ${sql.ref(`${table}.id`)} = ${id} and ${within(asker, permission)}
  `.execute(asker.db);
  return rows.length > 0;
}

/**
 * Asks about the row and refuses. Throws NotFound when the row is missing or not even readable to the actor,
 * Forbidden when it is readable. Called inside operations, on the locked row.
 */
export async function assertCan(asker: Asker, permission: Permission, id: Id): Promise<void> {
  if (await can(asker, permission, id)) return;
  const read = readPermissionOf(permission);
  if (read && read !== permission && (await can(asker, read, id))) throw new Forbidden(permission);
  throw new NotFound(permission);
}

function readPermissionOf(permission: Permission): Permission | null {
  const name = `${permission.split('.')[0]}.read`;
  return name in policy ? (name as Permission) : null;
}

/**
 * Refuses unless the actor holds the permission at the unit itself: for acts that create a row there.
 * Throws NotFound: a unit where one may not act is not offered.
 */
export async function assertCanAt(asker: Asker, permission: Permission, unitId: Id): Promise<void> {
  if (asker.actor.kind === 'system') return;
  if (await canAt(asker, permission, unitId)) return;
  throw new NotFound(permission);
}

/** Whether the actor holds the permission at the unit through a role with reach `unit`, `subtree` or `region`. */
export async function canAt(asker: Asker, permission: Permission, unitId: Id): Promise<boolean> {
  return (await unitsWhere(asker, permission, unitId)).length > 0;
}

/** Ids of the open units where the actor holds the permission, optionally only the one asked about. */
export async function unitsWhere(asker: Asker, permission: Permission, unitId?: Id): Promise<Id[]> {
  const { rows } = await sql<{ id: Id }>`
    select org_unit.id from org_unit
    where ${withinUnits(asker, permission)}
      and (org_unit.ended_on is null or org_unit.ended_on >= ${asker.today}::date)
      ${unitId ? sql`and org_unit.id = ${unitId}` : sql``}
    order by org_unit.name, org_unit.id
  `.execute(asker.db);
  return rows.map((row) => row.id);
}
