import { type Kysely, sql } from 'kysely';

/** Limits of a mentor's load by the act of an organisation, dated (BR-07), and the head's overrides for one mentor. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table mentoring_limits (
      id uuid not null constraint mentoring_limits_pk primary key,
      unit_id uuid not null constraint mentoring_limits_unit_fk references org_unit (id),
      region_id uuid constraint mentoring_limits_region_fk references org_unit (id),
      started_on date not null,
      ended_on date,
      people_soft integer not null constraint mentoring_limits_people_soft_range check (people_soft between 1 and 20),
      people_hard integer not null constraint mentoring_limits_people_hard_range check (people_hard between 1 and 20),
      hours_soft integer not null constraint mentoring_limits_hours_soft_range check (hours_soft between 1 and 36),
      hours_hard integer not null constraint mentoring_limits_hours_hard_range check (hours_hard between 1 and 36),
      source_act text not null constraint mentoring_limits_source_length check (length(source_act) between 1 and 300),
      entered_by uuid not null constraint mentoring_limits_entered_by_fk references person (id),
      created_at timestamptz not null default now(),
      constraint mentoring_limits_period_in_order check (ended_on is null or ended_on >= started_on),
      constraint soft_limit_above_hard check (people_soft <= people_hard and hours_soft <= hours_hard),
      constraint limits_overlap exclude using gist (unit_id with =, daterange(started_on, ended_on, '[]') with &&)
    )`.execute(db);
}
