import { type Kysely, sql } from 'kysely';

/** Requests of mentees: why, who, difficulties by own words and by area, formats, wishes; one open request a person. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table mentoring_request (
      id uuid not null constraint mentoring_request_pk primary key,
      person_id uuid not null constraint mentoring_request_person_fk references person (id),
      unit_id uuid not null constraint mentoring_request_unit_fk references org_unit (id),
      region_id uuid constraint mentoring_request_region_fk references org_unit (id),
      occasion text not null constraint mentoring_request_occasion_known check (occasion in (
        'young_specialist', 'new_organisation', 'new_position', 'after_attestation', 'technology', 'exchange')),
      mentee_category text not null constraint mentoring_request_category_known check (mentee_category in (
        'beginner', 'new_skill', 'new_to_staff', 'other_education')),
      subject text constraint mentoring_request_subject_length check (length(subject) <= 120),
      difficulties text not null constraint mentoring_request_difficulties_length
        check (length(difficulties) between 1 and 2000),
      expectation text not null default '' constraint mentoring_request_expectation_length
        check (length(expectation) <= 1000),
      formats text[] not null default '{}' constraint mentoring_request_formats_known
        check (formats <@ array['in_person', 'remote', 'hybrid']),
      remote_reason text constraint mentoring_request_remote_reason_known
        check (remote_reason in ('rural', 'travel_cost', 'inclusive', 'nobody_near')),
      is_shared boolean not null default false,
      entered_by uuid not null constraint mentoring_request_entered_by_fk references person (id),
      state text not null default 'open' constraint mentoring_request_state_known
        check (state in ('open', 'matched', 'withdrawn')),
      opened_on date not null,
      closed_on date,
      mentorship_id uuid constraint mentoring_request_mentorship_fk references mentorship (id),
      outward_on date,
      nobody_since date,
      checked_on date,
      version integer not null default 1,
      created_at timestamptz not null default now(),
      constraint remote_needs_reason check (formats <> array['remote'] or remote_reason is not null),
      constraint mentoring_request_matched_whole check ((state = 'matched') = (mentorship_id is not null)),
      constraint mentoring_request_closed_whole check ((state = 'open') = (closed_on is null))
    )`.execute(db);
  await sql`create unique index request_already_open on mentoring_request (person_id) where state = 'open'`.execute(db);
  await sql`
    create index mentoring_request_open on mentoring_request (unit_id, opened_on, id) where state = 'open'`.execute(db);
  await sql`create index mentoring_request_mentorship on mentoring_request (mentorship_id)`.execute(db);
  await sql`
    create index mentoring_request_outward on mentoring_request (opened_on, id, unit_id)
      where state = 'open' and outward_on is not null`.execute(db);
  await sql`
    create table request_area (
      request_id uuid not null constraint request_area_request_fk references mentoring_request (id),
      area_code text not null constraint request_area_area_fk references competence_area (code),
      constraint request_area_pk primary key (request_id, area_code)
    )`.execute(db);
  await sql`
    create table request_wish (
      request_id uuid not null constraint request_wish_request_fk references mentoring_request (id),
      mentor_id uuid not null constraint request_wish_mentor_fk references person (id),
      wish text not null constraint request_wish_wish_known check (wish in ('prefer', 'avoid')),
      constraint request_wish_pk primary key (request_id, mentor_id)
    )`.execute(db);
}
