import { type Kysely, sql } from 'kysely';

/** Supplements to labour contracts about mentoring (DT-08): drawn up from the terms, signed on paper by both sides. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table contract_supplement (
      id uuid not null constraint contract_supplement_pk primary key,
      mentorship_id uuid not null constraint contract_supplement_mentorship_fk references mentorship (id),
      person_id uuid not null constraint contract_supplement_person_fk references person (id),
      unit_id uuid not null constraint contract_supplement_unit_fk references org_unit (id),
      region_id uuid constraint contract_supplement_region_fk references org_unit (id),
      terms_id uuid not null constraint contract_supplement_terms_fk references mentorship_terms (id),
      terms_version integer not null,
      state text not null constraint contract_supplement_state_known check (state in ('drawn', 'signed', 'annulled')),
      started_on date not null,
      heading text not null,
      template_code text not null,
      template_version integer not null,
      "values" jsonb not null,
      document jsonb not null,
      document_hash text not null,
      retention_class text not null,
      drawn_by uuid not null constraint contract_supplement_drawn_by_fk references person (id),
      employee_signed_on date,
      employer_signed_on date,
      recorded_by uuid constraint contract_supplement_recorded_by_fk references person (id),
      recorded_at timestamptz,
      annul_reason text,
      version integer not null default 1,
      created_at timestamptz not null default now(),
      constraint contract_supplement_signed_whole check (
        state = 'annulled' or (state = 'signed') = (employee_signed_on is not null and employer_signed_on is not null
          and recorded_by is not null and recorded_at is not null)),
      constraint supplement_after_start check (greatest(employee_signed_on, employer_signed_on) <= started_on)
    )`.execute(db);
  await sql`create unique index supplement_exists on contract_supplement (mentorship_id, person_id)
    where state <> 'annulled'`.execute(db);
  await sql`create index contract_supplement_unit on contract_supplement (unit_id, created_at desc, id)`.execute(db);
  await sql`
    create function refuse_change_of_signed_supplement() returns trigger language plpgsql as $$
    begin
      if tg_op = 'DELETE' or new.document is distinct from old.document or new.document_hash <> old.document_hash
        or (old.state = 'annulled') or (old.state = 'signed' and new.state = 'drawn') then
        raise exception 'a supplement is annulled, never rewritten' using errcode = 'RY002';
      end if;
      return new;
    end $$`.execute(db);
  await sql`
    create trigger contract_supplement_is_kept before update or delete on contract_supplement
      for each row execute function refuse_change_of_signed_supplement()`.execute(db);
}
