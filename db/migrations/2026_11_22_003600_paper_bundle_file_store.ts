import { type Kysely, sql } from 'kysely';

/** A bundle's file is pressed already: the database keeps it as it comes instead of trying to press it again. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table paper_bundle_file alter column content set storage external`.execute(db);
}
