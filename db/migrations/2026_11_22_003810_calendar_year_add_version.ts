import { type Kysely, sql } from 'kysely';

/** A year of the production calendar is entered and corrected on a page: an edit carries its version. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table calendar_year add column version integer not null default 1`.execute(db);
}
