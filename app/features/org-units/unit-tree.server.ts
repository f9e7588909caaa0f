import { sql } from 'kysely';
import { NotFound } from '#app/access/refusals.ts';
import type { Context } from '#app/core/context.server.ts';
import type { Day, Id } from '#db/schema.ts';
import { isUnitKind } from './unit.ts';
import type { UnitFacts } from './unit-rules.ts';

/** A unit locked for an act upon it. */
export interface LockedUnit extends UnitFacts {
  name: string;
  shortName: string;
  parentId: Id | null;
  timeZone: string;
  version: number;
}

/**
 * Keeps the shape of a unit's region still while an act adds or closes something in it. Moves stay inside a region and
 * hold the same row exclusively, so ancestors read after this are the ones in force. Lock order everywhere: region
 * first, then units from the root down. Federal units hang on the root, which never moves.
 */
export async function shareTreeOf(tx: Context, unitId: Id): Promise<void> {
  await sql`select 1 from org_unit where id = (select region_id from org_unit where id = ${unitId}) for share`.execute(
    tx.db,
  );
}

/** The same row held exclusively: for a move. Rows that only refer to the region do not wait for it. */
export async function holdTreeOf(tx: Context, unitId: Id): Promise<void> {
  await sql`select 1 from org_unit where id = (select region_id from org_unit where id = ${unitId}) for no key update`.execute(
    tx.db,
  );
}

/** The unit's row, locked against every other act upon it. Throws NotFound. */
export async function lockedUnit(tx: Context, id: Id): Promise<LockedUnit> {
  const row = await tx.db
    .selectFrom('orgUnit')
    .select(['id', 'kind', 'name', 'shortName', 'parentId', 'regionId', 'timeZone', 'startedOn', 'endedOn', 'version'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (!row || !isUnitKind(row.kind)) throw new NotFound('unit');
  return { ...row, kind: row.kind };
}

/** First day of the last name and of the last place: nothing may change before it. */
export async function currentSince(tx: Context, unitId: Id): Promise<{ name: Day; parent: Day | null }> {
  const names = tx.db.selectFrom('orgUnitName').select((eb) => eb.fn.max('startedOn').as('since'));
  const name = await names.where('unitId', '=', unitId).executeTakeFirstOrThrow();
  const parents = tx.db.selectFrom('orgUnitParent').select((eb) => eb.fn.max('startedOn').as('since'));
  const parent = await parents.where('unitId', '=', unitId).executeTakeFirst();
  return { name: name.since, parent: parent?.since ?? null };
}

/** Writes the ancestors of a unit that has just been made: itself, and its parent's. */
export async function plantUnit(tx: Context, unitId: Id, parentId: Id | null): Promise<void> {
  await sql`
    insert into org_unit_ancestor (unit_id, ancestor_id, depth)
    select ${unitId}::uuid, ${unitId}::uuid, 0
    union all
    select ${unitId}::uuid, ancestor_id, depth + 1 from org_unit_ancestor where unit_id = ${parentId}::uuid
  `.execute(tx.db);
}

/** Hangs a unit with everything below it under another parent: forgets the ancestors above it, writes the new ones. */
export async function replantSubtree(tx: Context, unitId: Id, parentId: Id): Promise<void> {
  await sql`
    delete from org_unit_ancestor above
    using org_unit_ancestor below
    where below.ancestor_id = ${unitId} and above.unit_id = below.unit_id
      and above.ancestor_id not in (select inside.unit_id from org_unit_ancestor inside where inside.ancestor_id = ${unitId})
  `.execute(tx.db);
  await sql`
    insert into org_unit_ancestor (unit_id, ancestor_id, depth)
    select below.unit_id, above.ancestor_id, below.depth + above.depth + 1
    from org_unit_ancestor below cross join org_unit_ancestor above
    where below.ancestor_id = ${unitId} and above.unit_id = ${parentId}
  `.execute(tx.db);
}

/** Whether the second unit is the first or stands anywhere below it. */
export async function isWithinSubtree(tx: Context, unitId: Id, otherId: Id): Promise<boolean> {
  const row = await tx.db
    .selectFrom('orgUnitAncestor')
    .select('depth')
    .where('unitId', '=', otherId)
    .where('ancestorId', '=', unitId)
    .executeTakeFirst();
  return row !== undefined;
}
