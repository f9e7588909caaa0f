import { type Kysely, sql } from 'kysely';

/** Forms and kinds become directories: lists they stand in, versions valid for a period, switches of a region. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table mentoring_form
      add column lists text[] not null default '{}'
        constraint mentoring_form_lists_known check (lists <@ array['teacher', 'student_s3', 'student_r145', 'reverse']),
      add column unit_id uuid constraint mentoring_form_unit_fk references org_unit (id),
      add column region_id uuid constraint mentoring_form_region_fk references org_unit (id)`.execute(db);
  await sql`update mentoring_form set lists = array[family]`.execute(db);
  await sql`alter table mentoring_form drop column family`.execute(db);
  await sql`
    alter table mentoring_kind
      add column unit_id uuid constraint mentoring_kind_unit_fk references org_unit (id),
      add column region_id uuid constraint mentoring_kind_region_fk references org_unit (id)`.execute(db);
  await sql`
    create table directory_version (
      id uuid not null default gen_random_uuid() constraint directory_version_pk primary key,
      form_code text constraint directory_version_form_fk references mentoring_form (code),
      kind_code text constraint directory_version_kind_fk references mentoring_kind (code),
      unit_id uuid constraint directory_version_unit_fk references org_unit (id),
      region_id uuid constraint directory_version_region_fk references org_unit (id),
      started_on date not null,
      ended_on date,
      name text not null constraint directory_version_name_length check (length(name) between 1 and 120),
      meaning text not null constraint directory_version_meaning_length check (length(meaning) between 1 and 1000),
      source text not null constraint directory_version_source_length check (length(source) between 1 and 300),
      mentor_sides text[] not null default '{}'
        constraint directory_version_mentor_sides_known check
          (mentor_sides <@ array['employee', 'leader', 'lecturer', 'partner', 'student', 'pupil']),
      mentee_sides text[] not null default '{}'
        constraint directory_version_mentee_sides_known check
          (mentee_sides <@ array['employee', 'leader', 'lecturer', 'partner', 'student', 'pupil']),
      under_labour_law boolean not null,
      needs_order boolean not null,
      has_roles_per_topic boolean not null,
      is_event boolean not null,
      is_group boolean not null,
      created_at timestamptz not null default now(),
      constraint directory_version_of_one_entry check (num_nonnulls(form_code, kind_code) = 1),
      constraint directory_version_period_in_order check (ended_on >= started_on),
      constraint form_version_overlaps exclude using gist
        (form_code with =, daterange(started_on, ended_on, '[]') with &&),
      constraint kind_version_overlaps exclude using gist
        (kind_code with =, daterange(started_on, ended_on, '[]') with &&)
    )`.execute(db);
  await sql`
    create table directory_switch (
      id uuid not null constraint directory_switch_pk primary key,
      form_code text constraint directory_switch_form_fk references mentoring_form (code),
      kind_code text constraint directory_switch_kind_fk references mentoring_kind (code),
      unit_id uuid not null constraint directory_switch_unit_fk references org_unit (id),
      region_id uuid not null constraint directory_switch_region_fk references org_unit (id),
      started_on date not null,
      ended_on date,
      created_at timestamptz not null default now(),
      constraint directory_switch_of_one_entry check (num_nonnulls(form_code, kind_code) = 1),
      constraint directory_switch_period_in_order check (ended_on >= started_on - 1),
      constraint form_already_switched exclude using gist
        (region_id with =, form_code with =, daterange(started_on, ended_on, '[]') with &&)
        where (ended_on is null or ended_on >= started_on),
      constraint kind_already_switched exclude using gist
        (region_id with =, kind_code with =, daterange(started_on, ended_on, '[]') with &&)
        where (ended_on is null or ended_on >= started_on)
    )`.execute(db);
}
