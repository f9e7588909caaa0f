import { type RawBuilder, sql } from 'kysely';
import { NotFound } from '#app/access/refusals.ts';
import { within } from '#app/access/within.server.ts';
import type { Context } from '#app/core/context.server.ts';
import { PAGE_SIZE } from '#app/core/form.ts';
import { ORGANISATION_KINDS } from '#app/features/org-units/unit.ts';
import type { Day, Id } from '#db/schema.ts';
import type { ContourAreaQuery } from './contour.schema.ts';
import { type Component, type Place, placeOf } from './contour.ts';
import { isInForce, locations, providerOf } from './contour-state.server.ts';

/** A municipality or region whose picture may be read. Throws NotFound. */
export async function findContourArea(ctx: Context, unitId: Id) {
  const row = await ctx.db
    .selectFrom('orgUnit')
    .select(['orgUnit.id', 'orgUnit.name', 'orgUnit.shortName', within(ctx, 'contour.offer').as('mayOffer')])
    .where('orgUnit.id', '=', unitId)
    .where('orgUnit.kind', 'in', ['municipality', 'region'])
    .where(within(ctx, 'contour.read'))
    .executeTakeFirst();
  if (!row) throw new NotFound('contour');
  return row;
}

/** The directory of components, in its order. */
export async function listComponents(ctx: Context): Promise<Component[]> {
  return ctx.db
    .selectFrom('structuralComponent')
    .select(['code', 'name', 'shortName', 'about', 'mayBeOutside'])
    .orderBy('position')
    .execute();
}

type Narrowing = Pick<ContourAreaQuery, 'search' | 'gaps'>;

// People type the letter yo as ye: both are compared as ye.
const YO = '\u0451';
const YE = '\u0435';

/** Organisations of the area that exist on the day, with how many of their components stand where. */
function standing(ctx: Context, areaId: Id, day: Day, { search, gaps }: Narrowing): RawBuilder<unknown> {
  const words = search.toLowerCase().replaceAll(YO, YE).split(/\s+/u).filter(Boolean);
  const named = words.map(
    (word) => sql`position(${word} in replace(lower(org_unit.name || ' ' || org_unit.short_name), ${YO}, ${YE})) > 0`,
  );
  const counts = locations(ctx)
    .select(sql<number>`count(*) filter (where component_location.place = 'inside')`.as('inside'))
    .select(sql<number>`count(*) filter (where component_location.place = 'outside')`.as('outside'))
    .where(sql<boolean>`component_location.unit_id = org_unit.id`)
    .where(isInForce(day));
  const narrowed = sql`
    select org_unit.id, org_unit.short_name as name, stands.inside, stands.outside,
      (select count(*) from structural_component) - stands.inside - stands.outside as gaps
    from org_unit_ancestor up join org_unit on org_unit.id = up.unit_id
    cross join lateral (${counts}) stands
    where up.ancestor_id = ${areaId} and org_unit.kind in (${sql.join([...ORGANISATION_KINDS])})
      and org_unit.started_on <= ${day}::date and (org_unit.ended_on is null or org_unit.ended_on >= ${day}::date)
      and ${within(ctx, 'contour.read')} ${named.length > 0 ? sql`and ${sql.join(named, sql` and `)}` : sql``}`;
  return gaps === 'yes' ? sql`(select * from (${narrowed}) whole where gaps > 0)` : sql`(${narrowed})`;
}

/** An organisation in the picture. */
export interface ContourRow {
  id: Id;
  name: string;
  inside: number;
  outside: number;
  gaps: number;
  /** Where each component stands, by code; a component that is not here is a gap. */
  cells: Record<string, { place: Place; provider: string }>;
}

/** Organisations of the area on the day, those with most gaps first, then by name; a page of them, or up to `limit`. */
export async function listContourRows(
  ctx: Context,
  areaId: Id,
  day: Day,
  query: Narrowing & { page: number },
  limit = PAGE_SIZE,
): Promise<ContourRow[]> {
  const { rows } = await sql<Omit<ContourRow, 'cells'>>`
    select id, name, inside, outside, gaps from ${standing(ctx, areaId, day, query)} stands
    order by gaps desc, name, id limit ${limit} offset ${(query.page - 1) * limit}
  `.execute(ctx.db);
  const cells = await cellsOf(
    ctx,
    rows.map(({ id }) => id),
    day,
  );
  return rows.map((row) => ({ ...row, cells: cells.get(row.id) ?? {} }));
}

async function cellsOf(ctx: Context, unitIds: readonly Id[], day: Day): Promise<Map<Id, ContourRow['cells']>> {
  const found = new Map<Id, ContourRow['cells']>();
  if (unitIds.length === 0) return found;
  const rows = await locations(ctx)
    .select(['componentLocation.unitId', 'componentLocation.componentCode', 'componentLocation.place'])
    .select(providerOf.as('provider'))
    .where(sql<boolean>`component_location.unit_id = any(${[...unitIds]}::uuid[])`)
    .where(isInForce(day))
    .execute();
  for (const row of rows) {
    const place = placeOf(row.place);
    const cells = found.get(row.unitId) ?? {};
    if (place) cells[row.componentCode] = { place, provider: row.provider };
    found.set(row.unitId, cells);
  }
  return found;
}

/** How many organisations the area has on the day, how many the filter leaves and how many have gaps. */
export async function countContours(ctx: Context, areaId: Id, day: Day, query: Narrowing) {
  const whole = standing(ctx, areaId, day, { search: '', gaps: undefined });
  const { rows } = await sql<{ total: number; withGaps: number; found: number }>`
    select count(*) as total, count(*) filter (where gaps > 0) as with_gaps,
      (select count(*) from ${standing(ctx, areaId, day, query)} narrowed) as found
    from ${whole} stands
  `.execute(ctx.db);
  return rows[0] ?? { total: 0, withGaps: 0, found: 0 };
}

/** In how many organisations of the area each component stands inside and outside on the day. */
export async function listComponentTotals(ctx: Context, areaId: Id, day: Day) {
  const rows = await locations(ctx)
    .innerJoin('orgUnit', 'orgUnit.id', 'componentLocation.unitId')
    .innerJoin('orgUnitAncestor as up', 'up.unitId', 'orgUnit.id')
    .select('componentLocation.componentCode as code')
    .select(sql<number>`count(*) filter (where component_location.place = 'inside')`.as('inside'))
    .select(sql<number>`count(*) filter (where component_location.place = 'outside')`.as('outside'))
    .where('up.ancestorId', '=', areaId)
    .where('orgUnit.kind', 'in', [...ORGANISATION_KINDS])
    .where('orgUnit.startedOn', '<=', day)
    .where((eb) => eb.or([eb('orgUnit.endedOn', 'is', null), eb('orgUnit.endedOn', '>=', day)]))
    .where(within(ctx, 'contour.read'))
    .where(isInForce(day))
    .groupBy('componentLocation.componentCode')
    .execute();
  return new Map(rows.map((row) => [row.code, row]));
}
