import { type Kysely, sql } from 'kysely';

/** Hours a week a mentorship takes of its mentor; unsaid counts as one. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table mentorship
      add column hours_per_week integer
        constraint mentorship_hours_range check (hours_per_week between 1 and 18)`.execute(db);
}
