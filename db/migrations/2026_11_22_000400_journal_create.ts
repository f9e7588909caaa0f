import { type Kysely, sql } from 'kysely';

/** The journal: one line an act, append-only for everybody who comes through the application. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table journal_entry (
      id uuid not null constraint journal_entry_pk primary key,
      happened_at timestamptz not null,
      act text not null,
      actor_id uuid constraint journal_entry_actor_fk references person (id),
      system_name text,
      unit_id uuid constraint journal_entry_unit_fk references org_unit (id),
      region_id uuid constraint journal_entry_region_fk references org_unit (id),
      object_kind text not null,
      object_id uuid not null,
      person_id uuid constraint journal_entry_person_fk references person (id),
      before jsonb,
      after jsonb,
      constraint journal_entry_has_an_author check ((actor_id is null) <> (system_name is null))
    )`.execute(db);
  await sql`create index journal_entry_unit on journal_entry (unit_id, happened_at desc, id)`.execute(db);
  await sql`create index journal_entry_object on journal_entry (object_kind, object_id, happened_at desc)`.execute(db);
  await sql`create index journal_entry_person on journal_entry (person_id, happened_at desc) where person_id is not null`.execute(
    db,
  );
  await sql`
    create function refuse_change() returns trigger language plpgsql as $$
    begin
      raise exception '% is append-only', tg_table_name using errcode = 'RY001';
    end $$`.execute(db);
  await sql`
    create trigger journal_entry_is_append_only before update or delete on journal_entry
      for each row execute function refuse_change()`.execute(db);
  await sql`
    create trigger journal_entry_is_never_emptied before truncate on journal_entry
      for each statement execute function refuse_change()`.execute(db);
}
