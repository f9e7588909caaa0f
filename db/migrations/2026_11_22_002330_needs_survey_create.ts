import { type Kysely, sql } from 'kysely';

/** Regular surveys of needs: a period of an organisation, and who has answered. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table needs_survey (
      id uuid not null constraint needs_survey_pk primary key,
      unit_id uuid not null constraint needs_survey_unit_fk references org_unit (id),
      region_id uuid constraint needs_survey_region_fk references org_unit (id),
      started_on date not null,
      ended_on date not null,
      opened_by uuid not null constraint needs_survey_opened_by_fk references person (id),
      reminded_on date,
      version integer not null default 1,
      created_at timestamptz not null default now(),
      constraint needs_survey_period_in_order check (ended_on >= started_on),
      constraint needs_surveys_overlap exclude using gist
        (unit_id with =, daterange(started_on, ended_on, '[]') with &&)
    )`.execute(db);
  await sql`
    create table needs_answer (
      survey_id uuid not null constraint needs_answer_survey_fk references needs_survey (id),
      person_id uuid not null constraint needs_answer_person_fk references person (id),
      needs_mentor boolean not null,
      request_id uuid constraint needs_answer_request_fk references mentoring_request (id),
      answered_on date not null,
      constraint needs_answer_pk primary key (survey_id, person_id),
      constraint needs_answer_whole check (needs_mentor = (request_id is not null))
    )`.execute(db);
  await sql`create index needs_answer_person on needs_answer (person_id)`.execute(db);
}
