import { type Kysely, sql } from 'kysely';

/** Staff lists on their way in: the file, the corrected mapping, what each row would do, what was applied. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table staff_list (
      id uuid not null constraint staff_list_pk primary key,
      unit_id uuid not null constraint staff_list_unit_fk references org_unit (id),
      region_id uuid constraint staff_list_region_fk references org_unit (id),
      scope text not null constraint staff_list_scope_known check (scope in ('organisation', 'consolidated')),
      file_name text not null,
      file_hash text not null,
      state text not null constraint staff_list_state_known check (state in (
        'uploaded', 'checking', 'checked', 'refused', 'applying', 'applied', 'discarded')),
      refusal_code text,
      mapping jsonb,
      progress_percent integer not null default 0,
      counts jsonb not null default '{}',
      uploaded_by uuid not null constraint staff_list_uploaded_by_fk references person (id),
      applied_by uuid constraint staff_list_applied_by_fk references person (id),
      applied_at timestamptz,
      version integer not null default 1,
      created_at timestamptz not null default now()
    )`.execute(db);
  await sql`create index staff_list_unit on staff_list (unit_id, created_at desc, id)`.execute(db);
  await sql`
    create table staff_list_file (
      staff_list_id uuid not null constraint staff_list_file_pk primary key
        constraint staff_list_file_list_fk references staff_list (id),
      bytes bytea not null
    )`.execute(db);
  await sql`
    create table staff_list_row (
      staff_list_id uuid not null constraint staff_list_row_list_fk references staff_list (id),
      row_number integer not null,
      outcome text not null constraint staff_list_row_outcome_known check (outcome in (
        'new', 'changed', 'unchanged', 'refused', 'unplaced')),
      unit_id uuid constraint staff_list_row_unit_fk references org_unit (id),
      person_id uuid constraint staff_list_row_person_fk references person (id),
      found jsonb not null,
      changes jsonb,
      refusals jsonb,
      constraint staff_list_row_pk primary key (staff_list_id, row_number)
    )`.execute(db);
  await sql`create index staff_list_row_outcome on staff_list_row (staff_list_id, outcome, row_number)`.execute(db);
  await sql`
    create table staff_list_organisation (
      staff_list_id uuid not null constraint staff_list_organisation_list_fk references staff_list (id),
      name_in_file text not null,
      unit_id uuid constraint staff_list_organisation_unit_fk references org_unit (id),
      people integer not null,
      constraint staff_list_organisation_pk primary key (staff_list_id, name_in_file)
    )`.execute(db);
}
