import { type Kysely, sql } from 'kysely';

/** Weights of matching by organisation, every change a new version. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table matching_weights (
      id uuid not null constraint matching_weights_pk primary key,
      unit_id uuid not null constraint matching_weights_unit_fk references org_unit (id),
      region_id uuid constraint matching_weights_region_fk references org_unit (id),
      number integer not null,
      started_on date not null,
      strengths integer not null,
      subject integer not null,
      free_time integer not null,
      distance integer not null,
      load_left integer not null,
      wishes integer not null,
      set_by uuid not null constraint matching_weights_set_by_fk references person (id),
      created_at timestamptz not null default now(),
      constraint weights_changed_meanwhile unique (unit_id, number),
      constraint weights_not_negative check (least(strengths, subject, free_time, distance, load_left, wishes) >= 0),
      constraint weights_not_hundred
        check (strengths + subject + free_time + distance + load_left + wishes = 100)
    )`.execute(db);
}
