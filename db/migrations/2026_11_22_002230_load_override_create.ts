import { type Kysely, sql } from 'kysely';

/** The head's decision that one mentor may carry more than the organisation's act allows, for a period, with a reason. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table load_override (
      id uuid not null constraint load_override_pk primary key,
      person_id uuid not null constraint load_override_person_fk references person (id),
      unit_id uuid not null constraint load_override_unit_fk references org_unit (id),
      region_id uuid constraint load_override_region_fk references org_unit (id),
      started_on date not null,
      ended_on date not null,
      people integer not null constraint load_override_people_range check (people between 1 and 20),
      hours integer not null constraint load_override_hours_range check (hours between 1 and 36),
      reason text not null constraint load_override_reason_length check (length(reason) between 1 and 1000),
      granted_by uuid not null constraint load_override_granted_by_fk references person (id),
      created_at timestamptz not null default now(),
      constraint load_override_period_in_order check (ended_on >= started_on),
      constraint overrides_overlap exclude using gist
        (person_id with =, unit_id with =, daterange(started_on, ended_on, '[]') with &&)
    )`.execute(db);
}
