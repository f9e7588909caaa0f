import { sql } from 'kysely';
import { NotFound } from '#app/access/refusals.ts';
import type { Context } from '#app/core/context.server.ts';
import type { Day, Id } from '#db/schema.ts';
import { isUnitKind } from './unit.ts';
import type { UnitFacts } from './unit-rules.ts';

/** A unit as an act upon it reads it. */
export interface StoredUnit extends UnitFacts {
  name: string;
  shortName: string;
  parentId: Id | null;
  timeZone: string;
  version: number;
}

/**
 * Keeps the shape of a unit's tree still while a grant in it is given: acts that change the shape hold the same row
 * exclusively. Lock order everywhere: the tree first, then one unit of it.
 */
export async function shareTreeOf(tx: Context, unitId: Id): Promise<void> {
  await sql`select 1 from org_unit where id = ${treeOf(unitId)} for share`.execute(tx.db);
}

/**
 * The same row held exclusively, for whatever adds, moves or closes a unit: acts on the shape of one region go one after
 * another, so what is read after this is in force until the end. Rows that only refer to the unit do not wait for it.
 */
export async function holdTreeOf(tx: Context, unitId: Id): Promise<void> {
  await sql`select 1 from org_unit where id = ${treeOf(unitId)} for no key update`.execute(tx.db);
}

/** The row that stands for the whole tree: the unit's region; for federal units the federation. */
function treeOf(unitId: Id) {
  return sql`(select coalesce(unit.region_id, root.id) from org_unit unit, org_unit root
    where unit.id = ${unitId} and root.kind = 'federation')`;
}

/** The unit's row, locked against every other act upon it. Throws NotFound. */
export async function lockedUnit(tx: Context, id: Id): Promise<StoredUnit> {
  return unitFrom(await unitRow(tx, id).forUpdate().executeTakeFirst());
}

/** The unit's row as it stands: for a parent, while its tree is held. Throws NotFound. */
export async function parentUnit(tx: Context, id: Id): Promise<StoredUnit> {
  return unitFrom(await unitRow(tx, id).executeTakeFirst());
}

function unitRow(tx: Context, id: Id) {
  return tx.db
    .selectFrom('orgUnit')
    .select(['id', 'kind', 'name', 'shortName', 'parentId', 'regionId', 'timeZone', 'startedOn', 'endedOn', 'version'])
    .where('id', '=', id);
}

function unitFrom<Row extends { kind: string }>(row: Row | undefined) {
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
