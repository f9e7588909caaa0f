import { type Kysely, sql } from 'kysely';

/**
 * PDF files an approved act was given out as, by their SHA-256, written once; the bytes of the one a detached signature is
 * made of. Source: M-22.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table act_issue (
      id uuid not null constraint act_issue_pk primary key,
      act_id uuid not null constraint act_issue_act_fk references local_act (id),
      unit_id uuid not null constraint act_issue_unit_fk references org_unit (id),
      region_id uuid constraint act_issue_region_fk references org_unit (id),
      file_hash text not null constraint act_issue_hash_form check (file_hash ~ '^[0-9a-f]{64}$'),
      standard text not null constraint act_issue_standard_known check (standard in ('2025', '2016')),
      is_marked boolean not null,
      content bytea,
      created_at timestamptz not null,
      constraint act_issue_of_file unique (act_id, file_hash),
      constraint act_issue_kept_unmarked check (content is null or not is_marked)
    )`.execute(db);
  await sql`create unique index act_issue_kept on act_issue (act_id) where content is not null`.execute(db);
  await sql`alter table act_issue alter column content set storage external`.execute(db);
  await sql`
    create trigger act_issue_is_append_only before update or delete on act_issue
      for each row execute function refuse_change()`.execute(db);
}
