import { type Kysely, sql } from 'kysely';

/** Long leaves during which a route rests: nothing is late and nobody is silent. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table route_pause (
      id uuid not null constraint route_pause_pk primary key,
      route_id uuid not null constraint route_pause_route_fk references educational_route (id),
      reason text not null constraint route_pause_reason_known
        check (reason in ('parental', 'illness', 'service', 'study', 'other')),
      started_on date not null,
      expected_until date,
      ended_on date,
      shifted_days integer not null default 0 constraint route_pause_shift_range check (shifted_days between 0 and 2000),
      created_at timestamptz not null default now(),
      constraint pause_ends_before_start check (ended_on is null or ended_on >= started_on - 1),
      constraint pause_expected_before_start check (expected_until is null or expected_until >= started_on)
    )`.execute(db);
  await sql`create unique index route_already_paused on route_pause (route_id) where ended_on is null`.execute(db);
}
