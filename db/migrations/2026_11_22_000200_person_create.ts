import { type Kysely, sql } from 'kysely';

/** People, their employments as periods, and the hand-corrected case forms of their names. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table post (
      code text not null constraint post_pk primary key,
      name text not null,
      is_teaching boolean not null
    )`.execute(db);
  await sql`
    create table person (
      id uuid not null constraint person_pk primary key,
      unit_id uuid not null constraint person_unit_fk references org_unit (id),
      region_id uuid constraint person_region_fk references org_unit (id),
      last_name text not null constraint person_last_name_length check (length(last_name) between 1 and 100),
      first_name text not null constraint person_first_name_length check (length(first_name) between 1 and 100),
      middle_name text constraint person_middle_name_length check (length(middle_name) between 1 and 100),
      birth_on date,
      email text,
      phone text,
      category text not null default 'none' constraint person_category_known check (category in (
        'none', 'first', 'highest', 'mentor_teacher', 'methodist_teacher')),
      teaching_since date,
      search_name text not null generated always as (lower(replace(replace(
        last_name || ' ' || first_name || coalesce(' ' || middle_name, ''), 'ё', 'е'), 'Ё', 'Е'))) stored,
      version integer not null default 1,
      created_at timestamptz not null default now(),
      constraint person_born_before_teaching check (teaching_since > birth_on)
    )`.execute(db);
  await sql`create index person_unit on person (unit_id, search_name, id)`.execute(db);
  await sql`create index person_search on person using gin (search_name gin_trgm_ops)`.execute(db);
  await sql`
    create table employment (
      id uuid not null constraint employment_pk primary key,
      person_id uuid not null constraint employment_person_fk references person (id),
      unit_id uuid not null constraint employment_unit_fk references org_unit (id),
      region_id uuid constraint employment_region_fk references org_unit (id),
      post_code text not null constraint employment_post_fk references post (code),
      subject text,
      started_on date not null,
      ended_on date,
      version integer not null default 1,
      created_at timestamptz not null default now(),
      constraint employment_period_in_order check (ended_on >= started_on),
      constraint employment_overlaps exclude using gist
        (person_id with =, unit_id with =, post_code with =, daterange(started_on, ended_on, '[]') with &&)
    )`.execute(db);
  await sql`create index employment_unit on employment (unit_id, person_id)`.execute(db);
  await sql`create index employment_person on employment (person_id)`.execute(db);
  await sql`
    create table person_name_form (
      person_id uuid not null constraint person_name_form_person_fk references person (id),
      grammatical_case text not null constraint person_name_form_case_known check (grammatical_case in (
        'genitive', 'dative', 'accusative', 'instrumental')),
      full_name text not null constraint person_name_form_length check (length(full_name) between 1 and 300),
      corrected_by uuid not null constraint person_name_form_corrected_by_fk references person (id),
      corrected_at timestamptz not null,
      constraint person_name_form_pk primary key (person_id, grammatical_case)
    )`.execute(db);
}
