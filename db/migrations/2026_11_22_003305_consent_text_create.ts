import { type Kysely, sql } from 'kysely';

/** Texts of consents of a region or an organisation in place of the built-in ones, each for its days (BR-80). */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table consent_text (
      id uuid not null constraint consent_text_pk primary key,
      unit_id uuid not null constraint consent_text_unit_fk references org_unit (id),
      region_id uuid constraint consent_text_region_fk references org_unit (id),
      purpose text not null constraint consent_text_purpose_known check (purpose in (
        'data_processing', 'dissemination', 'centre_transfer', 'minor_participation')),
      body text not null constraint consent_text_body_length check (length(body) between 1 and 8000),
      started_on date not null,
      ended_on date,
      recorded_by uuid not null constraint consent_text_recorded_by_fk references person (id),
      version integer not null default 1,
      created_at timestamptz not null default now(),
      constraint consent_text_period_in_order check (ended_on >= started_on),
      constraint consent_text_overlaps exclude using gist
        (unit_id with =, purpose with =, daterange(started_on, ended_on, '[]') with &&)
    )`.execute(db);
}
