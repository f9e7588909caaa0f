import { type Kysely, sql } from 'kysely';

/** Consents about personal data, one document a purpose, kept as signed; a live one per person, operator and purpose (BR-80). */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table personal_consent (
      id uuid not null constraint personal_consent_pk primary key,
      person_id uuid not null constraint personal_consent_person_fk references person (id),
      unit_id uuid not null constraint personal_consent_unit_fk references org_unit (id),
      region_id uuid constraint personal_consent_region_fk references org_unit (id),
      purpose text not null constraint personal_consent_purpose_known check (purpose in (
        'data_processing', 'dissemination', 'centre_transfer')),
      text_key text not null,
      shown_hash text not null,
      manner text not null constraint personal_consent_manner_known check (manner in ('electronic', 'paper')),
      given_on date not null,
      guardian_id uuid constraint personal_consent_guardian_fk references guardian (id),
      categories jsonb not null default '[]',
      conditions text not null default '' constraint personal_consent_conditions_length check (length(conditions) <= 500),
      document jsonb not null,
      document_hash text not null,
      retention_class text not null,
      recorded_by uuid not null constraint personal_consent_recorded_by_fk references person (id),
      ended_on date,
      end_kind text constraint personal_consent_end_kind_known check (end_kind in ('withdrawn', 'replaced')),
      ended_by uuid constraint personal_consent_ended_by_fk references person (id),
      ended_at timestamptz,
      version integer not null default 1,
      created_at timestamptz not null default now(),
      constraint personal_consent_end_whole check (
        (ended_on is null) = (end_kind is null) and (ended_on is null) = (ended_by is null)
        and (ended_on is null) = (ended_at is null)),
      constraint personal_consent_categories_of_dissemination check (
        (purpose = 'dissemination') = (jsonb_array_length(categories) > 0)),
      constraint personal_consent_period_in_order check (ended_on >= given_on)
    )`.execute(db);
  await sql`create unique index consent_already_given on personal_consent (person_id, unit_id, purpose)
    where ended_on is null`.execute(db);
  await sql`create index personal_consent_unit on personal_consent (unit_id, purpose, id)`.execute(db);
  await sql`
    create function refuse_change_of_personal_consent() returns trigger language plpgsql as $$
    begin
      if tg_op = 'DELETE' or old.ended_on is not null
        or to_jsonb(new) - array['ended_on', 'end_kind', 'ended_by', 'ended_at', 'version']
          <> to_jsonb(old) - array['ended_on', 'end_kind', 'ended_by', 'ended_at', 'version'] then
        raise exception 'a consent is ended once, never rewritten' using errcode = 'RY002';
      end if;
      return new;
    end $$`.execute(db);
  await sql`
    create trigger personal_consent_is_kept before update or delete on personal_consent
      for each row execute function refuse_change_of_personal_consent()`.execute(db);
}
