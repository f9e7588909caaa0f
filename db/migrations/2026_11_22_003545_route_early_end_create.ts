import { type Kysely, sql } from 'kysely';

/** Why a route ended before its term, in its owner's words. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table route_early_end (
      route_id uuid not null constraint route_early_end_pk primary key
        constraint route_early_end_route_fk references educational_route (id),
      reason text not null constraint route_early_end_reason_known
        check (reason in ('reached', 'left_profession', 'other_path', 'other')),
      reflection text not null constraint route_early_end_reflection_length check (length(reflection) between 1 and 4000),
      ended_on date not null,
      created_at timestamptz not null default now()
    )`.execute(db);
}
