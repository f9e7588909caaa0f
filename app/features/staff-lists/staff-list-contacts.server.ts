import { sql } from 'kysely';
import type { Context } from '#app/core/context.server.ts';
import { addDays } from '#app/core/dates.ts';
import type { Id } from '#db/schema.ts';

/** How long the rows of a list that is done with keep phones and e-mails, for whoever compares it with the cards. */
const CONTACT_DAYS = 30;
const MOST_LISTS = 100;

const withContacts = sql<boolean>`(found #>> '{person,email}' is not null or found #>> '{person,phone}' is not null
  or jsonb_exists_any(changes, array['email', 'phone']))`;
// A cell as written may hold a contact under any heading, so all of them go.
const withoutContacts = sql`found = jsonb_set(found #- '{person,email}' #- '{person,phone}', '{cells}', '[]'),
  changes = changes - 'email' - 'phone'`;

/**
 * Removes contacts of these people from the lists of an organisation that are done with. Asks no rights. Returns whose there
 * were.
 */
export async function forgetContactsOf(tx: Context, unitId: Id, personIds: readonly Id[]): Promise<Set<Id>> {
  const { rows } = await sql<{ personId: Id }>`
    update staff_list_row set ${withoutContacts} from staff_list
    where staff_list.id = staff_list_row.staff_list_id and staff_list.state in ('applied', 'discarded', 'refused')
      and staff_list_row.person_id = any(${[...personIds]}::uuid[]) and staff_list_row.unit_id = ${unitId}
      and ${withContacts}
    returning staff_list_row.person_id
  `.execute(tx.db);
  return new Set(rows.map(({ personId }) => personId));
}

/** Removes every contact from lists done with a month ago: the cards have them, the account of what was done needs none. */
export async function forgetOldContacts(ctx: Context): Promise<void> {
  const before = addDays(ctx.today, -CONTACT_DAYS);
  await ctx.db.transaction().execute(async (db) => {
    const { rows } = await sql<{ id: Id }>`
      update staff_list set contacts_forgotten_on = ${ctx.today}::date where id in (
        select id from staff_list where contacts_forgotten_on is null and state in ('applied', 'discarded', 'refused')
          and coalesce(applied_at, created_at) < ${before}::date
        order by id limit ${MOST_LISTS} for update skip locked)
      returning id
    `.execute(db);
    await sql`
      update staff_list_row set ${withoutContacts} where staff_list_id = any(${rows.map(({ id }) => id)}::uuid[])
    `.execute(db);
  });
}
