import { type Kysely, sql } from 'kysely';

/** Files beside an act, written once: scans and detached signatures; and who signed the act how, when, with which certificate. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table act_file (
      id uuid not null constraint act_file_pk primary key,
      act_id uuid not null constraint act_file_act_fk references local_act (id),
      unit_id uuid not null constraint act_file_unit_fk references org_unit (id),
      region_id uuid constraint act_file_region_fk references org_unit (id),
      kind text not null constraint act_file_kind_known check (kind in ('scan', 'signature')),
      format text not null constraint act_file_format_known check (format in ('pdf', 'jpeg', 'png', 'cms')),
      file_hash text not null,
      bytes bytea not null constraint act_file_size check (length(bytes) between 1 and 10485760),
      added_by uuid not null constraint act_file_added_by_fk references person (id),
      created_at timestamptz not null default now(),
      constraint act_file_format_of_kind check ((kind = 'signature') = (format = 'cms'))
    )`.execute(db);
  await sql`create index act_file_act on act_file (act_id, created_at, id)`.execute(db);
  await sql`
    create trigger act_file_is_append_only before update or delete on act_file
      for each row execute function refuse_change()`.execute(db);
  await sql`
    create table act_signature (
      id uuid not null constraint act_signature_pk primary key,
      act_id uuid not null,
      unit_id uuid not null constraint act_signature_unit_fk references org_unit (id),
      region_id uuid constraint act_signature_region_fk references org_unit (id),
      kind text not null,
      signed_on date not null,
      document_hash text not null,
      signer_id uuid constraint act_signature_signer_fk references person (id),
      file_id uuid constraint act_signature_file_fk references act_file (id),
      certificate_holder text constraint act_signature_holder_length check (length(certificate_holder) <= 500),
      certificate_issuer text constraint act_signature_issuer_length check (length(certificate_issuer) <= 500),
      certificate_serial text constraint act_signature_serial_length check (length(certificate_serial) <= 100),
      certificate_from timestamptz,
      certificate_to timestamptz,
      recorded_by uuid not null constraint act_signature_recorded_by_fk references person (id),
      created_at timestamptz not null default now(),
      constraint act_signature_of_act unique (act_id),
      constraint act_signature_kind_of_act foreign key (act_id, kind) references local_act (id, signature_kind),
      constraint act_signature_whole check (
        (kind in ('unqualified', 'qualified')) = (certificate_holder is not null and certificate_issuer is not null
          and certificate_serial is not null and certificate_from is not null and certificate_to is not null)
        and (kind <> 'simple' or (file_id is null and signer_id is not null))
        and (kind in ('paper', 'simple') or file_id is not null))
    )`.execute(db);
  await sql`
    create trigger act_signature_is_append_only before update or delete on act_signature
      for each row execute function refuse_change()`.execute(db);
}
