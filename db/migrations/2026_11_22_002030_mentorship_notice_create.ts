import { type Kysely, sql } from 'kysely';

/** Notices of an early end: who gave one, when, and the last day it leads to (Labour Code 351.8, BR-03). */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table mentorship_notice (
      id uuid not null constraint mentorship_notice_pk primary key,
      mentorship_id uuid not null constraint mentorship_notice_mentorship_fk references mentorship (id),
      unit_id uuid not null constraint mentorship_notice_unit_fk references org_unit (id),
      region_id uuid constraint mentorship_notice_region_fk references org_unit (id),
      party text not null constraint mentorship_notice_party_known check (party in ('mentor', 'mentee', 'employer')),
      person_id uuid constraint mentorship_notice_person_fk references person (id),
      manner text not null constraint mentorship_notice_manner_known check (manner in ('electronic', 'paper')),
      given_on date not null,
      ends_on date not null,
      recorded_by uuid not null constraint mentorship_notice_recorded_by_fk references person (id),
      withdrawn_at timestamptz,
      created_at timestamptz not null default now(),
      constraint mentorship_notice_period_in_order check (ends_on >= given_on),
      constraint mentorship_notice_of_a_side check ((party = 'employer') = (person_id is null))
    )`.execute(db);
  await sql`create unique index notice_already_given on mentorship_notice (mentorship_id) where withdrawn_at is null`.execute(
    db,
  );
  await sql`create index mentorship_notice_ends on mentorship_notice (ends_on) where withdrawn_at is null`.execute(db);
}
