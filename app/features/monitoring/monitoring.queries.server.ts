import { sql } from 'kysely';
import { NotFound } from '#app/access/refusals.ts';
import { within } from '#app/access/within.server.ts';
import type { Context } from '#app/core/context.server.ts';
import { isUnitKind, type UnitKind } from '#app/features/org-units/unit.ts';
import type { Id, Moment } from '#db/schema.ts';
import { TIER_KINDS } from './monitoring-count.server.ts';
import type { Counters } from './monitoring-indicators.ts';
import { PARTS, type Part, type Period, parsePeriod, partsOf, periodsOfSameYear } from './monitoring-period.ts';
import type { YearCounters } from './monitoring-release.ts';

/** A unit whose indicators the actor may open, with where it stands and whether its own figures are open in full. */
export interface MonitoredUnit {
  id: Id;
  kind: UnitKind;
  name: string;
  timeZone: string;
  /** Units above within the actor's reach, topmost first, the unit itself last. */
  path: { id: Id; name: string }[];
}

/** Units where the actor's reach begins, for choosing; bounded to a hundred. */
export async function listTopUnits(ctx: Context): Promise<{ id: Id; name: string; kind: string }[]> {
  const { rows } = await sql<{ id: Id; name: string; kind: string }>`
    with mine as (
      select org_unit.id, org_unit.name, org_unit.kind, org_unit.parent_id from org_unit
      where ${within(ctx, 'monitoring.read')} and (org_unit.ended_on is null or org_unit.ended_on >= ${ctx.today}::date)
    )
    select id, name, kind from mine where not exists (select 1 from mine above where above.id = mine.parent_id)
    order by name, id limit 100`.execute(ctx.db);
  return rows;
}

/** The unit with its path. Throws NotFound outside `monitoring.read`. */
export async function findMonitoredUnit(ctx: Context, id: Id): Promise<MonitoredUnit> {
  const { rows } = await sql<{ id: Id; kind: string; name: string; timeZone: string }>`
    select org_unit.id, org_unit.kind, org_unit.short_name as name, org_unit.time_zone
    from org_unit join org_unit_ancestor up on up.ancestor_id = org_unit.id and up.unit_id = ${id}
    where ${within(ctx, 'monitoring.read')}
    order by up.depth desc`.execute(ctx.db);
  const unit = rows.at(-1);
  if (!unit || unit.id !== id || !isUnitKind(unit.kind)) throw new NotFound('monitoring');
  const path = rows.map(({ id: unitId, name }) => ({ id: unitId, name }));
  return { id, kind: unit.kind, name: unit.name, timeZone: unit.timeZone, path };
}

/** Periods the unit has figures of, newest first. */
export async function listPeriods(ctx: Context, unitId: Id): Promise<Period[]> {
  const rows = await ctx.db
    .selectFrom('monitoringRollup')
    .select('period')
    .where('unitId', '=', unitId)
    .orderBy('period', 'desc')
    .limit(60)
    .execute();
  return rows.flatMap((row) => parsePeriod(row.period) ?? []);
}

/** A unit's counters of a school year, by its parts. */
export interface CountedYear {
  unitId: Id;
  kind: string;
  name: string;
  /** The tier whose table the unit is a row of; null for the one asked about alone. */
  tierId: Id | null;
  counters: YearCounters;
  /** When the period asked about was counted; null when it was not. */
  countedAt: Moment | null;
}

type Row = {
  unitId: Id;
  kind: string;
  name: string;
  tierId: Id | null;
  period: string;
  counters: Counters;
  countedAt: Moment;
};

/** Counters of one unit in the school year of a period; null before the period was ever counted. */
export async function findCountedYear(ctx: Context, unitId: Id, period: Period): Promise<CountedYear | null> {
  const { rows } = await sql<Row>`
    select org_unit.id as unit_id, org_unit.kind, org_unit.short_name as name, null::uuid as tier_id,
      rollup.period, rollup.counters, rollup.counted_at
    from org_unit join monitoring_rollup rollup on rollup.unit_id = org_unit.id
    where org_unit.id = ${unitId} and rollup.period = any(${periodsOfSameYear(period)}::text[])`.execute(ctx.db);
  const year = gathered(rows, period)[0];
  return year?.countedAt ? year : null;
}

/** What stands directly below each of the tiers, as counted; reads as many rows as there are children, not records. */
export async function listCountedBelow(ctx: Context, tierIds: readonly Id[], period: Period): Promise<CountedYear[]> {
  const { rows } = await sql<Row>`
    with parent as (
      select tier.id, tier.id as tier_id from org_unit tier
      where tier.id = any(${[...tierIds]}::uuid[]) and tier.kind = any(${[...TIER_KINDS]})
      union all
      select body.id, body.parent_id from org_unit body join org_unit tier on tier.id = body.parent_id
      where body.parent_id = any(${[...tierIds]}::uuid[]) and not body.kind = any(${[...TIER_KINDS]})
    )
    select org_unit.id as unit_id, org_unit.kind, org_unit.short_name as name, parent.tier_id,
      rollup.period, rollup.counters, rollup.counted_at
    from parent join org_unit on org_unit.parent_id = parent.id
      join monitoring_rollup rollup on rollup.unit_id = org_unit.id
    where rollup.period = any(${periodsOfSameYear(period)}::text[])
    order by org_unit.short_name, org_unit.id`.execute(ctx.db);
  return gathered(rows, period);
}

function gathered(rows: readonly Row[], period: Period): CountedYear[] {
  const years = new Map<Id, CountedYear & { counters: Partial<Record<Part, Counters>> }>();
  for (const row of rows) {
    const { unitId, kind, name, tierId } = row;
    const year = years.get(unitId) ?? { unitId, kind, name, tierId, counters: {}, countedAt: null };
    years.set(unitId, year);
    const part = PARTS.find((each) => row.period.endsWith(`-${each}`));
    if (part) year.counters[part] = row.counters;
    if (part === partsOf(period).part) year.countedAt = row.countedAt;
  }
  return [...years.values()];
}
