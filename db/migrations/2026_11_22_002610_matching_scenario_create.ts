import { type Kysely, sql } from 'kysely';

/** Scenarios of assigning mentors to many people at once: what was asked, who stood on each side, what came out and why. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table matching_scenario (
      id uuid not null constraint matching_scenario_pk primary key,
      unit_id uuid not null constraint matching_scenario_unit_fk references org_unit (id),
      region_id uuid constraint matching_scenario_region_fk references org_unit (id),
      name text not null constraint matching_scenario_name_length check (length(name) between 1 and 120),
      state text not null constraint matching_scenario_state_known check (state in (
        'waiting', 'solving', 'solved', 'failed', 'published', 'discarded')),
      pool text not null constraint matching_scenario_pool_known check (pool in ('young', 'all', 'requests')),
      aim text not null constraint matching_scenario_aim_known check (aim in ('coverage', 'quality')),
      threshold integer not null constraint matching_scenario_threshold_range check (threshold between 0 and 100),
      is_remote_allowed boolean not null,
      form_code text not null constraint mentorship_form_fk references mentoring_form (code),
      kind_code text not null constraint mentorship_kind_fk references mentoring_kind (code),
      hours_per_week integer not null constraint matching_scenario_hours_range check (hours_per_week between 1 and 18),
      started_on date not null,
      ended_on date not null,
      based_on_id uuid constraint matching_scenario_based_on_fk references matching_scenario (id),
      weights_number integer not null,
      weights jsonb not null,
      progress_percent integer not null default 0,
      busy_until timestamptz,
      tries integer not null default 0,
      failure_code text,
      input_hash text,
      result_hash text,
      figures jsonb,
      created_by uuid not null constraint matching_scenario_created_by_fk references person (id),
      created_at timestamptz not null default now(),
      solved_at timestamptz,
      published_by uuid constraint matching_scenario_published_by_fk references person (id),
      published_at timestamptz,
      version integer not null default 1,
      constraint ends_before_start check (ended_on >= started_on),
      constraint matching_scenario_published_whole check ((state = 'published') = (published_at is not null))
    )`.execute(db);
  await sql`create index matching_scenario_unit on matching_scenario (unit_id, created_at desc, id)`.execute(db);
  await sql`
    create index matching_scenario_waiting on matching_scenario (created_at, id) where state in ('waiting', 'solving')
  `.execute(db);
  await sql`
    create table scenario_mentor (
      scenario_id uuid not null constraint scenario_mentor_scenario_fk references matching_scenario (id),
      position integer not null,
      person_id uuid not null constraint scenario_mentor_person_fk references person (id),
      facts_hash text not null,
      capacity integer not null,
      used integer not null,
      explanation jsonb not null,
      constraint scenario_mentor_pk primary key (scenario_id, position),
      constraint scenario_mentor_once unique (scenario_id, person_id)
    )`.execute(db);
  await sql`
    create table scenario_mentee (
      scenario_id uuid not null constraint scenario_mentee_scenario_fk references matching_scenario (id),
      position integer not null,
      person_id uuid not null constraint scenario_mentee_person_fk references person (id),
      facts_hash text not null,
      mentor_id uuid constraint scenario_mentee_mentor_fk references person (id),
      total integer,
      is_pinned boolean not null,
      explanation jsonb not null,
      mentorship_id uuid constraint scenario_mentee_mentorship_fk references mentorship (id),
      refusal_code text,
      constraint scenario_mentee_pk primary key (scenario_id, position),
      constraint scenario_mentee_once unique (scenario_id, person_id),
      constraint scenario_mentee_total_when_placed check ((mentor_id is null) = (total is null))
    )`.execute(db);
  await sql`
    create table scenario_pin (
      id uuid not null constraint scenario_pin_pk primary key,
      scenario_id uuid not null constraint scenario_pin_scenario_fk references matching_scenario (id),
      mentee_id uuid not null constraint scenario_pin_mentee_fk references person (id),
      mentor_id uuid not null constraint scenario_pin_mentor_fk references person (id),
      kind text not null constraint scenario_pin_kind_known check (kind in ('pin', 'ban')),
      reason text not null constraint scenario_pin_reason_length check (length(reason) between 1 and 500),
      state text not null constraint scenario_pin_state_known check (state in ('counted', 'added', 'dropped')),
      created_by uuid not null constraint scenario_pin_created_by_fk references person (id),
      created_at timestamptz not null default now(),
      constraint already_pinned_or_banned unique (scenario_id, mentee_id, mentor_id)
    )`.execute(db);
  await sql`create unique index mentee_pinned_twice on scenario_pin (scenario_id, mentee_id) where kind = 'pin' and state <> 'dropped'`.execute(
    db,
  );
}
