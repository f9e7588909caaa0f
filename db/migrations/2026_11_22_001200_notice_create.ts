import { type Kysely, sql } from 'kysely';

/** Notices to people, the outbox of mail, results of once-only forms, and the installation's settings. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table notice (
      id uuid not null constraint notice_pk primary key,
      person_id uuid not null constraint notice_person_fk references person (id),
      kind text not null,
      path text not null,
      details jsonb not null default '{}',
      created_at timestamptz not null,
      read_at timestamptz
    )`.execute(db);
  await sql`create index notice_person on notice (person_id, created_at desc, id)`.execute(db);
  await sql`
    create table outbox_mail (
      id uuid not null constraint outbox_mail_pk primary key,
      recipient text not null,
      subject text not null,
      body text not null,
      created_at timestamptz not null,
      sent_at timestamptz,
      attempts integer not null default 0,
      last_error text
    )`.execute(db);
  await sql`create index outbox_mail_waiting on outbox_mail (created_at) where sent_at is null`.execute(db);
  await sql`
    create table once_key (
      key uuid not null,
      person_id uuid not null constraint once_key_person_fk references person (id),
      input_hash text not null,
      result jsonb,
      created_at timestamptz not null default now(),
      constraint once_key_pk primary key (person_id, key)
    )`.execute(db);
  await sql`
    create table setting (
      key text not null constraint setting_pk primary key,
      value jsonb not null
    )`.execute(db);
}
