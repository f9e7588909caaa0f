import { type Kysely, sql } from 'kysely';

/** What the check of a staff list found besides its rows, who works on it until when, and names in one form. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table staff_list
      add column reading jsonb,
      add column busy_until timestamptz,
      add constraint staff_list_progress_range check (progress_percent between 0 and 100)`.execute(db);
  await sql`create index staff_list_under_way on staff_list (created_at, id)
    where state in ('uploaded', 'checking', 'applying')`.execute(db);
  await sql`alter table staff_list_organisation add column is_skipped boolean not null default false`.execute(db);
  // The same form as person.search_name: two ways of writing one name are one key.
  await sql`
    create function name_key(name text) returns text language sql immutable parallel safe as $$
      select lower(replace(replace(name, 'ё', 'е'), 'Ё', 'Е'))
    $$`.execute(db);
}
