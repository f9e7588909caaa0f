import { type Kysely, sql } from 'kysely';

/** Everybody may read the lines of their own acts: found by who acted, newest first. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create index journal_entry_actor on journal_entry (actor_id, happened_at desc) where actor_id is not null`.execute(
    db,
  );
}
