import { sql } from 'kysely';
import type { Context } from '#app/core/context.server.ts';
import type { Id } from '#db/schema.ts';
import { countOrganisations, TIER_KINDS } from './monitoring-count.server.ts';
import type { Period } from './monitoring-period.ts';

/** Counts organisations anew in a period and writes their rows; rows of those that do not exist in it go. */
export async function writeOrganisations(tx: Context, unitIds: readonly Id[], period: Period): Promise<void> {
  const counted = await countOrganisations(tx, unitIds, period);
  const absent = unitIds.filter((id) => !counted.has(id));
  await sql`
    delete from monitoring_rollup using org_unit
    where org_unit.id = monitoring_rollup.unit_id and not org_unit.kind = any(${[...TIER_KINDS]})
      and period = ${period} and unit_id = any(${absent}::uuid[])`.execute(tx.db);
  if (counted.size === 0) return;
  const rows = JSON.stringify([...counted].map(([unitId, counters]) => ({ unit_id: unitId, counters })));
  await sql`
    insert into monitoring_rollup (unit_id, region_id, period, counters, counted_at)
    select fresh.unit_id, org_unit.region_id, ${period}, fresh.counters, ${tx.now}::timestamptz
    from jsonb_to_recordset(${rows}::jsonb) as fresh (unit_id uuid, counters jsonb)
      join org_unit on org_unit.id = fresh.unit_id
    order by fresh.unit_id
    on conflict (unit_id, period) do update
      set counters = excluded.counters, region_id = excluded.region_id, counted_at = excluded.counted_at`.execute(
    tx.db,
  );
}

/**
 * Sums up the tiers above the units from what stands directly below each, from the lowest upwards. What hangs on a
 * body instead of a tier (a centre of an institute) counts for the tier the body stands in.
 */
export async function writeTiersAbove(tx: Context, unitIds: readonly Id[], periods: readonly Period[]): Promise<void> {
  const { rows } = await sql<{ id: Id; level: number }>`
    select tier.id, (select count(*) from org_unit_ancestor above where above.unit_id = tier.id) as level
    from org_unit tier
    where tier.kind = any(${[...TIER_KINDS]}) and exists (select 1 from org_unit_ancestor up
      where up.ancestor_id = tier.id and up.unit_id = any(${[...unitIds]}::uuid[]))
    order by level desc, tier.id`.execute(tx.db);
  for (const level of new Set(rows.map((row) => row.level))) {
    const tiers = rows.filter((row) => row.level === level).map((row) => row.id);
    await writeTiers(tx, tiers, periods);
  }
}

async function writeTiers(tx: Context, tierIds: readonly Id[], periods: readonly Period[]): Promise<void> {
  await sql`
    with part as (
      select case when body.kind = any(${[...TIER_KINDS]}) then body.id else body.parent_id end as tier_id,
        monitoring_rollup.period, monitoring_rollup.counters
      from monitoring_rollup join org_unit on org_unit.id = monitoring_rollup.unit_id
        join org_unit body on body.id = org_unit.parent_id
      where monitoring_rollup.period = any(${[...periods]}::text[])
        and (org_unit.parent_id = any(${[...tierIds]}::uuid[]) or body.parent_id = any(${[...tierIds]}::uuid[]))
    ), summed as (
      select part.tier_id, part.period, counter.key, sum(counter.value::bigint) as value
      from part cross join lateral jsonb_each_text(part.counters) counter
      group by part.tier_id, part.period, counter.key
    )
    insert into monitoring_rollup (unit_id, region_id, period, counters, counted_at)
    select tier.id, tier.region_id, period.name, coalesce(
        (select jsonb_object_agg(summed.key, summed.value) from summed
          where summed.tier_id = tier.id and summed.period = period.name), '{}'), ${tx.now}::timestamptz
    from org_unit tier cross join unnest(${[...periods]}::text[]) as period (name)
    where tier.id = any(${[...tierIds]}::uuid[])
    order by tier.id, period.name
    on conflict (unit_id, period) do update
      set counters = excluded.counters, region_id = excluded.region_id, counted_at = excluded.counted_at`.execute(
    tx.db,
  );
}
