import { type Kysely, sql } from 'kysely';

/** Many papers in one file, made in the background for one person and kept for a week. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table paper_bundle (
      id uuid not null constraint paper_bundle_pk primary key,
      unit_id uuid not null constraint paper_bundle_unit_fk references org_unit (id),
      region_id uuid constraint paper_bundle_region_fk references org_unit (id),
      mentorship_id uuid constraint paper_bundle_mentorship_fk references mentorship (id),
      year integer constraint paper_bundle_year_range check (year between 2000 and 2100),
      format text not null constraint paper_bundle_format_known check (format in ('pdf', 'docx')),
      state text not null constraint paper_bundle_state_known check (state in (
        'waiting', 'working', 'ready', 'failed', 'cancelled', 'expired')),
      progress_percent integer not null default 0,
      busy_until timestamptz,
      tries integer not null default 0,
      failure_code text,
      paper_count integer not null,
      page_count integer,
      file_size integer,
      file_sha256 text,
      requested_by uuid not null constraint paper_bundle_requested_by_fk references person (id),
      ready_at timestamptz,
      expires_on date,
      version integer not null default 1,
      created_at timestamptz not null default now(),
      constraint paper_bundle_of_something check ((mentorship_id is null) <> (year is null)),
      constraint paper_bundle_ready_whole check ((state in ('ready', 'expired')) = (ready_at is not null))
    )`.execute(db);
  await sql`create index paper_bundle_of_person on paper_bundle (requested_by, created_at desc, id)`.execute(db);
  await sql`
    create index paper_bundle_waiting on paper_bundle (created_at, id) where state in ('waiting', 'working')
  `.execute(db);
  await sql`
    create table paper_bundle_file (
      bundle_id uuid not null constraint paper_bundle_file_pk primary key
        constraint paper_bundle_file_bundle_fk references paper_bundle (id),
      content bytea not null
    )`.execute(db);
  await sql`
    create table paper_bundle_paper (
      bundle_id uuid not null constraint paper_bundle_paper_bundle_fk references paper_bundle (id),
      position integer not null,
      kind text not null constraint paper_bundle_paper_kind_known check (kind in ('act', 'supplement', 'programme', 'consent')),
      paper_id uuid not null,
      constraint paper_bundle_paper_pk primary key (bundle_id, position)
    )`.execute(db);
}
