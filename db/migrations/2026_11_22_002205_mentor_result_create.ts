import { type Kysely, sql } from 'kysely';

/** Measurable results of a mentor with their evidence (002-10); withdrawn ones stay as history. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table mentor_result (
      id uuid not null constraint mentor_result_pk primary key,
      person_id uuid not null constraint mentor_result_person_fk references person (id),
      unit_id uuid not null constraint mentor_result_unit_fk references org_unit (id),
      region_id uuid constraint mentor_result_region_fk references org_unit (id),
      kind text not null constraint mentor_result_kind_known check (kind in (
        'pupils', 'exams', 'contest', 'practice', 'mentoring', 'publication', 'other')),
      title text not null constraint mentor_result_title_length check (length(title) between 1 and 200),
      year integer not null constraint mentor_result_year_range check (year between 1970 and 2100),
      measure text not null default '' constraint mentor_result_measure_length check (length(measure) <= 200),
      value_before text not null default '' constraint mentor_result_before_length check (length(value_before) <= 60),
      value_after text not null default '' constraint mentor_result_after_length check (length(value_after) <= 60),
      evidence_link text constraint mentor_result_link_length check (length(evidence_link) <= 500),
      evidence_paper text not null default '' constraint mentor_result_paper_length check (length(evidence_paper) <= 500),
      entered_by uuid not null constraint mentor_result_entered_by_fk references person (id),
      confirmed_by uuid constraint mentor_result_confirmed_by_fk references person (id),
      confirmed_on date,
      withdrawn_by uuid constraint mentor_result_withdrawn_by_fk references person (id),
      withdrawn_on date,
      version integer not null default 1,
      created_at timestamptz not null default now(),
      constraint result_without_evidence check (evidence_link is not null or evidence_paper <> ''),
      constraint result_of_own_confirmation check (confirmed_by <> person_id),
      constraint mentor_result_confirmed_whole check ((confirmed_by is null) = (confirmed_on is null)),
      constraint mentor_result_withdrawn_whole check ((withdrawn_by is null) = (withdrawn_on is null))
    )`.execute(db);
  await sql`create index mentor_result_person on mentor_result (person_id, year desc, id)`.execute(db);
  await sql`
    create index mentor_result_waits on mentor_result (unit_id, created_at)
      where confirmed_on is null and withdrawn_on is null`.execute(db);
}
