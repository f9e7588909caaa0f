import { type Kysely, sql } from 'kysely';

/** Contacts stay in the rows of a list only for a month after it is done with (152-FZ article 5, part 7). */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table staff_list add column contacts_forgotten_on date`.execute(db);
  await sql`create index staff_list_contacts on staff_list (id) where contacts_forgotten_on is null`.execute(db);
  await sql`create index staff_list_row_person on staff_list_row (person_id) where person_id is not null`.execute(db);
}
