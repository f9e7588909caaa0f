import { sql } from 'kysely';
import type { Context } from '#app/core/context.server.ts';
import { schoolYearStart } from '#app/core/dates.ts';
import type { Id } from '#db/schema.ts';

const PARTS = ['h1', 'h2', 'year'] as const;

/**
 * Marks the organisation's counters of the current and the previous school year as stale (D9); called inside the
 * act's transaction, last of its writes.
 */
export async function markMonitoringDirty(tx: Context, unitId: Id): Promise<void> {
  await markMonitoringDirtyAll(tx, [unitId]);
}

/** The same for every organisation an act touches; repeated ids are fine. */
export async function markMonitoringDirtyAll(tx: Context, unitIds: readonly Id[]): Promise<void> {
  if (unitIds.length === 0) return;
  const year = schoolYearStart(tx.today);
  const periods = [year - 1, year].flatMap((first) => PARTS.map((part) => `${first}-${part}`));
  // Rows are locked in one order, so two acts wait for each other instead of falling into a deadlock. An existing mark
  // is written again, not left alone: that lock is what makes the recount wait for, or skip, an act under way.
  await sql`
    insert into monitoring_dirty (unit_id, period, marked_at)
    select unit.id, period.name, statement_timestamp()
    from (select distinct unnest(${[...unitIds]}::uuid[]) as id) unit cross join unnest(${periods}::text[]) as period (name)
    order by unit.id, period.name
    on conflict (unit_id, period) do update set marked_at = excluded.marked_at
  `.execute(tx.db);
}
