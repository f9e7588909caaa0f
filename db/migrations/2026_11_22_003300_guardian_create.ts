import { type Kysely, sql } from 'kysely';

/** Legal representatives of minors: who, by which document, how to reach (DOMAIN 6.2, BR-83). */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table guardian (
      id uuid not null constraint guardian_pk primary key,
      person_id uuid not null constraint guardian_person_fk references person (id),
      unit_id uuid not null constraint guardian_unit_fk references org_unit (id),
      region_id uuid constraint guardian_region_fk references org_unit (id),
      full_name text not null constraint guardian_full_name_length check (length(full_name) between 1 and 200),
      right_document text not null
        constraint guardian_right_document_length check (length(right_document) between 1 and 300),
      contact text not null constraint guardian_contact_length check (length(contact) between 1 and 200),
      recorded_by uuid not null constraint guardian_recorded_by_fk references person (id),
      ended_on date,
      version integer not null default 1,
      created_at timestamptz not null default now()
    )`.execute(db);
  await sql`create unique index guardian_already_recorded on guardian (person_id, lower(full_name))
    where ended_on is null`.execute(db);
}
