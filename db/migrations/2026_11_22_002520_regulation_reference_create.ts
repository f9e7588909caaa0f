import { type Kysely, sql } from 'kysely';

/** By which act an organisation's regulation on mentoring is in force, and since when (BR-62). */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table regulation_reference (
      id uuid not null constraint regulation_reference_pk primary key,
      unit_id uuid not null constraint regulation_reference_unit_fk references org_unit (id),
      region_id uuid constraint regulation_reference_region_fk references org_unit (id),
      order_number text not null constraint regulation_reference_order_number_length check (length(order_number) <= 50),
      approved_on date not null,
      minutes text not null default '' constraint regulation_reference_minutes_length check (length(minutes) <= 200),
      started_on date not null,
      ended_on date,
      recorded_by uuid not null constraint regulation_reference_recorded_by_fk references person (id),
      version integer not null default 1,
      created_at timestamptz not null default now(),
      constraint regulation_approved_after_start check (approved_on <= started_on),
      constraint regulation_reference_period_in_order check (ended_on >= started_on),
      constraint regulation_overlaps exclude using gist
        (unit_id with =, daterange(started_on, ended_on, '[]') with &&)
    )`.execute(db);
}
