import { sql } from 'kysely';
import { closeDatabase, openDatabase } from '#db/database.ts';

const PEOPLE = 60;

/** Fills the organisation of this login with invented people, so that a list page has its full 50 rows. */
export async function crowd(databaseUrl: string, login: string): Promise<void> {
  const db = openDatabase({ url: databaseUrl, max: 1 });
  try {
    await sql`with school as (
        select person.unit_id, person.region_id from account join person on person.id = account.person_id
        where account.login = ${login}
      ), hired as (
        insert into person (id, unit_id, region_id, last_name, first_name, middle_name, category, teaching_since)
        select gen_random_uuid(), unit_id, region_id, 'Многолюдова' || number, 'Мария', 'Ивановна', 'first', '2019-09-01'
        from school cross join generate_series(1, ${PEOPLE}::int) as number
        returning id, unit_id, region_id
      )
      insert into employment (id, person_id, unit_id, region_id, post_code, subject, started_on)
      select gen_random_uuid(), hired.id, hired.unit_id, hired.region_id,
        (select code from post where is_teaching order by code limit 1), 'математика', '2019-09-01' from hired`.execute(
      db,
    );
  } finally {
    await closeDatabase(db);
  }
}
