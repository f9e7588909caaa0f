import { type Kysely, sql } from 'kysely';

/** A guardian's consent to a minor's part in a mentorship, on paper (BR-83); which mentorships have a minor. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table guardian_consent (
      id uuid not null constraint guardian_consent_pk primary key,
      mentorship_id uuid not null constraint guardian_consent_mentorship_fk references mentorship (id),
      person_id uuid not null constraint guardian_consent_person_fk references person (id),
      unit_id uuid not null constraint guardian_consent_unit_fk references org_unit (id),
      region_id uuid constraint guardian_consent_region_fk references org_unit (id),
      guardian_name text not null
        constraint guardian_consent_guardian_name_length check (length(guardian_name) between 1 and 200),
      consented_on date not null,
      recorded_by uuid not null constraint guardian_consent_recorded_by_fk references person (id),
      created_at timestamptz not null default now(),
      constraint guardian_consent_already_recorded unique (mentorship_id, person_id)
    )`.execute(db);
  await sql`alter table mentorship add column has_minor boolean not null default false`.execute(db);
}
