import { type Kysely, sql } from 'kysely';

/** Monitoring: additive counters per unit and period, and the marks of what has to be counted again. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table monitoring_rollup (
      unit_id uuid not null constraint monitoring_rollup_unit_fk references org_unit (id),
      region_id uuid constraint monitoring_rollup_region_fk references org_unit (id),
      period text not null constraint monitoring_rollup_period_form check (period ~ '^[0-9]{4}-(year|h1|h2)$'),
      counters jsonb not null,
      counted_at timestamptz not null,
      constraint monitoring_rollup_pk primary key (unit_id, period)
    )`.execute(db);
  await sql`
    create table monitoring_dirty (
      unit_id uuid not null constraint monitoring_dirty_unit_fk references org_unit (id),
      period text not null,
      marked_at timestamptz not null default now(),
      constraint monitoring_dirty_pk primary key (unit_id, period)
    )`.execute(db);
}
