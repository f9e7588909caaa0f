import { type RawBuilder, sql } from 'kysely';
import type { Permission } from '#app/access/policy.ts';
import { NotFound } from '#app/access/refusals.ts';
import { within } from '#app/access/within.server.ts';
import { withinUnits } from '#app/access/within-units.server.ts';
import type { Context } from '#app/core/context.server.ts';
import { PAGE_SIZE } from '#app/core/form.ts';
import type { Day, Id } from '#db/schema.ts';
import { isUnitKind, type UnitKind } from './unit.ts';

/** A unit as its page shows it, with what the viewer may do to it. */
export interface UnitCard {
  id: Id;
  kind: UnitKind;
  name: string;
  shortName: string;
  parentId: Id | null;
  regionId: Id | null;
  timeZone: string;
  startedOn: Day;
  endedOn: Day | null;
  version: number;
  mayManage: boolean;
  mayAdd: boolean;
  mayGrant: boolean;
}

/** The unit, when the actor holds the permission over it. Throws NotFound. */
export async function findUnit(ctx: Context, id: Id, permission: Permission & `unit.${string}`): Promise<UnitCard> {
  const row = await ctx.db
    .selectFrom('orgUnit')
    .select([
      'orgUnit.id',
      'orgUnit.kind',
      'orgUnit.name',
      'orgUnit.shortName',
      'orgUnit.parentId',
      'orgUnit.regionId',
      'orgUnit.timeZone',
      'orgUnit.startedOn',
      'orgUnit.endedOn',
      'orgUnit.version',
      within(ctx, 'unit.manage').as('mayManage'),
      within(ctx, 'unit.add').as('mayAdd'),
      withinUnits(ctx, 'grant.manage').as('mayGrant'),
    ])
    .where('orgUnit.id', '=', id)
    .where(within(ctx, permission))
    .executeTakeFirst();
  if (!row || !isUnitKind(row.kind)) throw new NotFound('unit');
  return { ...row, kind: row.kind };
}

/** A unit in a list or a chain. */
export interface UnitLine {
  id: Id;
  kind: UnitKind;
  name: string;
  endedOn: Day | null;
  /** Steps below the root. */
  depth: number;
  /** Name of the unit above, when there is one. */
  parentName: string | null;
}

/** How the list is narrowed. */
export interface UnitFilter {
  search: string;
  kind?: UnitKind | undefined;
  closed?: 'yes' | undefined;
  page: number;
}

/** A page of the tree within the actor's reach, from the root down, brothers by name. */
export async function listUnits(ctx: Context, filter: UnitFilter): Promise<UnitLine[]> {
  const { rows } = await sql<UnitLine & { kind: string }>`
    select org_unit.id, org_unit.kind, org_unit.name, org_unit.ended_on, parent.short_name as parent_name,
      cardinality(way.steps) - 1 as depth
    from org_unit
    left join org_unit parent on parent.id = org_unit.parent_id
    cross join lateral (select array_agg(above.name || ' ' || above.id order by up.depth desc) as steps
      from org_unit_ancestor up join org_unit above on above.id = up.ancestor_id where up.unit_id = org_unit.id) way
    where ${narrowed(ctx, filter)}
    order by way.steps, org_unit.id
    limit ${PAGE_SIZE} offset ${(filter.page - 1) * PAGE_SIZE}
  `.execute(ctx.db);
  return rows.filter((row) => isUnitKind(row.kind));
}

/** How many units the filter leaves. */
export async function countUnits(ctx: Context, filter: UnitFilter): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from org_unit where ${narrowed(ctx, filter)}`.execute(ctx.db);
  return rows[0]?.count ?? 0;
}

// People type the letter yo as ye: both are compared as ye.
const YO = '\u0451';
const YE = '\u0435';

function narrowed(ctx: Context, filter: UnitFilter): RawBuilder<boolean> {
  const conditions = [within(ctx, 'unit.read')];
  if (filter.kind) conditions.push(sql<boolean>`org_unit.kind = ${filter.kind}`);
  if (filter.closed !== 'yes') {
    conditions.push(sql<boolean>`(org_unit.ended_on is null or org_unit.ended_on >= ${ctx.today}::date)`);
  }
  const words = filter.search.toLowerCase().replaceAll(YO, YE).split(/\s+/u).filter(Boolean);
  for (const word of words) {
    conditions.push(
      sql<boolean>`position(${word} in replace(lower(org_unit.name || ' ' || org_unit.short_name), ${YO}, ${YE})) > 0`,
    );
  }
  return sql<boolean>`(${sql.join(conditions, sql` and `)})`;
}

/** Units above, from the root down, the unit itself left out; whoever reads a unit reads what stands above it. */
export async function listUnitsAbove(ctx: Context, id: Id): Promise<{ id: Id; name: string }[]> {
  return ctx.db
    .selectFrom('orgUnitAncestor')
    .innerJoin('orgUnit', 'orgUnit.id', 'orgUnitAncestor.ancestorId')
    .select(['orgUnit.id', 'orgUnit.shortName as name'])
    .where('orgUnitAncestor.unitId', '=', id)
    .where('orgUnitAncestor.depth', '>', 0)
    .where(within(ctx, 'unit.read'))
    .orderBy('orgUnitAncestor.depth', 'desc')
    .execute();
}

/** Most children shown on a unit's page; the list of units has the rest. */
const MOST_CHILDREN = 200;

/** Units directly below that the actor may read, open ones first. */
export async function listChildren(ctx: Context, id: Id): Promise<Omit<UnitLine, 'depth' | 'parentName'>[]> {
  const rows = await ctx.db
    .selectFrom('orgUnit')
    .select(['orgUnit.id', 'orgUnit.kind', 'orgUnit.name', 'orgUnit.endedOn'])
    .where('orgUnit.parentId', '=', id)
    .where(within(ctx, 'unit.read'))
    .orderBy((eb) => eb('orgUnit.endedOn', 'is not', null))
    .orderBy('orgUnit.name')
    .orderBy('orgUnit.id')
    .limit(MOST_CHILDREN)
    .execute();
  return rows.flatMap((row) => (isUnitKind(row.kind) ? [{ ...row, kind: row.kind }] : []));
}

/** A period in which something about a unit held. */
export interface UnitPeriod {
  id: Id;
  text: string;
  startedOn: Day;
  endedOn: Day | null;
}

/** Names the unit had, the latest first. */
export async function listNames(ctx: Context, id: Id): Promise<UnitPeriod[]> {
  return ctx.db
    .selectFrom('orgUnitName')
    .innerJoin('orgUnit', 'orgUnit.id', 'orgUnitName.unitId')
    .select(['orgUnitName.id', 'orgUnitName.name as text', 'orgUnitName.startedOn', 'orgUnitName.endedOn'])
    .where('orgUnitName.unitId', '=', id)
    .where(within(ctx, 'unit.read'))
    .orderBy('orgUnitName.startedOn', 'desc')
    .limit(PAGE_SIZE)
    .execute();
}

/** Parents the unit had, the latest first, by the names they bear now. */
export async function listParents(ctx: Context, id: Id): Promise<UnitPeriod[]> {
  return ctx.db
    .selectFrom('orgUnitParent')
    .innerJoin('orgUnit', 'orgUnit.id', 'orgUnitParent.unitId')
    .innerJoin('orgUnit as parent', 'parent.id', 'orgUnitParent.parentId')
    .select(['orgUnitParent.id', 'parent.name as text', 'orgUnitParent.startedOn', 'orgUnitParent.endedOn'])
    .where('orgUnitParent.unitId', '=', id)
    .where(within(ctx, 'unit.read'))
    .orderBy('orgUnitParent.startedOn', 'desc')
    .limit(PAGE_SIZE)
    .execute();
}

/** Somebody who works at a unit, as far as the viewer may know. */
export interface Worker {
  id: Id;
  name: string;
  posts: string;
}

/** People who work there today and whom the actor may read, by name; at most a page of them. */
export async function listWorkers(ctx: Context, unitId: Id): Promise<Worker[]> {
  const { rows } = await sql<Worker>`
    select person.id, concat_ws(' ', person.last_name, person.first_name, person.middle_name) as name,
      string_agg(distinct post.name, ', ' order by post.name) as posts
    from person
    join employment on employment.person_id = person.id and employment.unit_id = ${unitId}
      and employment.started_on <= ${ctx.today}::date
      and (employment.ended_on is null or employment.ended_on >= ${ctx.today}::date)
    join post on post.code = employment.post_code
    where ${within(ctx, 'person.read')}
    group by person.id
    order by person.search_name, person.id
    limit ${PAGE_SIZE}
  `.execute(ctx.db);
  return rows;
}

/** Units under which this one may be put: same region, a fitting kind, open, not below itself; by name. */
export async function listPlaces(
  ctx: Context,
  unit: UnitCard,
  kinds: readonly UnitKind[],
): Promise<{ id: Id; name: string }[]> {
  if (kinds.length === 0) return [];
  return ctx.db
    .selectFrom('orgUnit')
    .select(['orgUnit.id', 'orgUnit.name'])
    .where(within(ctx, 'unit.add'))
    .where('orgUnit.kind', 'in', [...kinds])
    .where('orgUnit.endedOn', 'is', null)
    .where('orgUnit.regionId', 'is not distinct from', unit.regionId)
    .where('orgUnit.id', '<>', unit.parentId ?? unit.id)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('orgUnitAncestor')
            .select('depth')
            .whereRef('orgUnitAncestor.unitId', '=', 'orgUnit.id')
            .where('orgUnitAncestor.ancestorId', '=', unit.id),
        ),
      ),
    )
    .orderBy('orgUnit.name')
    .orderBy('orgUnit.id')
    .limit(1000)
    .execute();
}
