import { type Kysely, sql } from 'kysely';

/** Personalised programmes of mentorships: aim, measurable goals, dated plan items. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table programme (
      id uuid not null constraint programme_pk primary key,
      mentorship_id uuid not null constraint programme_mentorship_fk references mentorship (id),
      unit_id uuid not null constraint programme_unit_fk references org_unit (id),
      region_id uuid constraint programme_region_fk references org_unit (id),
      problem text not null default '',
      aim text not null default '',
      started_on date not null,
      ended_on date not null,
      state text not null constraint programme_state_known check (state in ('draft', 'approved')),
      approved_by uuid constraint programme_approved_by_fk references person (id),
      approved_at timestamptz,
      version integer not null default 1,
      created_at timestamptz not null default now(),
      constraint programme_exists unique (mentorship_id),
      constraint programme_ends_before_start check (ended_on >= started_on)
    )`.execute(db);
  await sql`create index programme_unit on programme (unit_id)`.execute(db);
  await sql`
    create table programme_goal (
      id uuid not null constraint programme_goal_pk primary key,
      programme_id uuid not null constraint programme_goal_programme_fk references programme (id),
      position integer not null,
      aim text not null,
      indicator text not null,
      start_value text not null,
      target_value text not null,
      version integer not null default 1,
      constraint programme_goal_position_taken unique (programme_id, position)
    )`.execute(db);
  await sql`
    create table plan_item (
      id uuid not null constraint plan_item_pk primary key,
      programme_id uuid not null constraint plan_item_programme_fk references programme (id),
      unit_id uuid not null constraint plan_item_unit_fk references org_unit (id),
      region_id uuid constraint plan_item_region_fk references org_unit (id),
      kind text not null constraint plan_item_kind_known check (kind in ('meeting', 'lesson_visit', 'training', 'trial', 'innovation', 'other')),
      topic text not null,
      due_on date not null,
      product text not null default '',
      done_on date,
      result_note text not null default '',
      version integer not null default 1,
      created_at timestamptz not null default now()
    )`.execute(db);
  await sql`create index plan_item_programme on plan_item (programme_id, due_on, id)`.execute(db);
  await sql`create index plan_item_unit_due on plan_item (unit_id, due_on)`.execute(db);
}
