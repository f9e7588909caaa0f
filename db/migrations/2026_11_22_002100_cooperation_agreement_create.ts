import { type Kysely, sql } from 'kysely';

/** Agreements between two organisations, as dated records; the other party stands in the tree or is named. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table cooperation_agreement (
      id uuid not null constraint cooperation_agreement_pk primary key,
      unit_id uuid not null constraint cooperation_agreement_unit_fk references org_unit (id),
      region_id uuid constraint cooperation_agreement_region_fk references org_unit (id),
      partner_unit_id uuid constraint cooperation_agreement_partner_fk references org_unit (id),
      partner_name text constraint cooperation_agreement_partner_name_length check (length(partner_name) between 1 and 300),
      number text not null constraint cooperation_agreement_number_length check (length(number) between 1 and 60),
      signed_on date not null,
      started_on date not null,
      ended_on date,
      subject text not null constraint cooperation_agreement_subject_length check (length(subject) between 1 and 500),
      end_reason text constraint cooperation_agreement_end_reason_length check (length(end_reason) between 1 and 500),
      version integer not null default 1,
      created_at timestamptz not null default now(),
      constraint agreement_needs_one_partner check ((partner_unit_id is null) <> (partner_name is null)),
      constraint agreement_with_itself check (partner_unit_id <> unit_id),
      constraint agreement_period_in_order check (ended_on >= started_on),
      constraint agreement_number_taken unique (unit_id, signed_on, number)
    )`.execute(db);
  await sql`create index cooperation_agreement_unit on cooperation_agreement (unit_id, started_on desc, id)`.execute(
    db,
  );
  await sql`create index cooperation_agreement_partner on cooperation_agreement (partner_unit_id)`.execute(db);
}
