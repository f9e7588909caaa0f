import { type Kysely, sql } from 'kysely';

/** From which day a qualification category is held and, of those given for a term, until which. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table person
      add column category_from date,
      add column category_until date,
      add constraint category_ends_before_start check (category_until >= category_from),
      add constraint category_none_dated check (category <> 'none' or (category_from is null and category_until is null))
  `.execute(db);
}
