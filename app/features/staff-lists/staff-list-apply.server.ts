import { sql } from 'kysely';
import { newId } from '#app/core/ids.ts';
import type { Database } from '#db/database.ts';
import type { Day, Id } from '#db/schema.ts';

/**
 * Writes what the checked rows of a list say: new people, their work, corrections. Whole sets at a time, never a row;
 * exactly what the check showed, since it is read from the rows. `onStep` hears the share done, 0…1.
 */
export async function writeRows(db: Database, listId: Id, onStep: (share: number) => Promise<void>): Promise<void> {
  await insertPeople(db, listId);
  await onStep(0.4);
  await correctPeople(db, listId);
  await correctEmployments(db, listId);
  await onStep(0.6);
  await insertEmployments(db, listId);
  await onStep(0.9);
}

/** Locks the people a list corrects and their work, in one order, so that a correction by hand comes before or after. */
export async function lockPeopleOf(db: Database, listId: Id): Promise<void> {
  await sql`
    select person.id from person
    where person.id in (select person_id from staff_list_row where staff_list_id = ${listId} and outcome = 'changed')
    order by person.id for update
  `.execute(db);
  await sql`
    select employment.id from employment
    where employment.person_id in (
      select person_id from staff_list_row where staff_list_id = ${listId} and outcome = 'changed')
    order by employment.id for update
  `.execute(db);
}

/** Lets one list at a time write into an organisation; ordinary acts there go on meanwhile. */
export async function lockUnitsOf(db: Database, listId: Id): Promise<{ id: Id; endedOn: Day | null }[]> {
  const { rows } = await sql<{ id: Id; endedOn: Day | null }>`
    select org_unit.id, org_unit.ended_on from org_unit
    where org_unit.id in (
      select unit_id from staff_list_row where staff_list_id = ${listId} and outcome in ('new', 'changed'))
    order by org_unit.id for no key update
  `.execute(db);
  return rows;
}

async function insertPeople(db: Database, listId: Id): Promise<void> {
  const rows = await db
    .selectFrom('staffListRow')
    .select('rowNumber')
    .where('staffListId', '=', listId)
    .where('outcome', '=', 'new')
    .orderBy('rowNumber')
    .execute();
  // The ids are made here and not by the database: ids of this product sort by time of making.
  const made = rows.map(() => newId());
  const numbers = rows.map(({ rowNumber }) => rowNumber);
  await sql`
    insert into person (id, unit_id, region_id, last_name, first_name, middle_name, birth_on, email, phone, category,
      category_from, category_until, teaching_since)
    select made.id, listed.unit_id, org_unit.region_id, said."lastName", said."firstName", said."middleName",
      said."birthOn", said.email, said.phone, coalesce(said.category, 'none'),
      said."categoryFrom", said."categoryUntil", said."teachingSince"
    from unnest(${numbers}::int[], ${made}::uuid[]) as made (row_number, id)
    join staff_list_row listed on listed.staff_list_id = ${listId} and listed.row_number = made.row_number
    join org_unit on org_unit.id = listed.unit_id
    cross join lateral jsonb_to_record(listed.found -> 'person') as said (
      "lastName" text, "firstName" text, "middleName" text, "birthOn" date, email text, phone text, category text,
      "categoryFrom" date, "categoryUntil" date, "teachingSince" date)
  `.execute(db);
  await sql`
    update staff_list_row set person_id = made.id
    from unnest(${numbers}::int[], ${made}::uuid[]) as made (row_number, id)
    where staff_list_row.staff_list_id = ${listId} and staff_list_row.row_number = made.row_number
  `.execute(db);
}

async function correctPeople(db: Database, listId: Id): Promise<void> {
  await sql`
    update person set
      last_name = coalesce(row.changes #>> '{lastName,1}', person.last_name),
      first_name = coalesce(row.changes #>> '{firstName,1}', person.first_name),
      middle_name = coalesce(row.changes #>> '{middleName,1}', person.middle_name),
      birth_on = coalesce((row.changes #>> '{birthOn,1}')::date, person.birth_on),
      email = coalesce(row.changes #>> '{email,1}', person.email),
      phone = coalesce(row.changes #>> '{phone,1}', person.phone),
      category = coalesce(row.changes #>> '{category,1}', person.category),
      category_from = case when jsonb_exists(row.changes, 'categoryFrom') then (row.changes #>> '{categoryFrom,1}')::date
        else person.category_from end,
      category_until = case when jsonb_exists(row.changes, 'categoryUntil') then (row.changes #>> '{categoryUntil,1}')::date
        else person.category_until end,
      teaching_since = coalesce((row.changes #>> '{teachingSince,1}')::date, person.teaching_since),
      version = person.version + 1
    from staff_list_row row
    where row.staff_list_id = ${listId} and row.outcome = 'changed' and row.person_id = person.id
      and jsonb_exists_any(row.changes,
        array['lastName', 'firstName', 'middleName', 'birthOn', 'email', 'phone', 'category', 'categoryFrom', 'categoryUntil',
          'teachingSince'])
  `.execute(db);
}

async function correctEmployments(db: Database, listId: Id): Promise<void> {
  await sql`
    update employment set
      post_code = coalesce(row.changes #>> '{postCode,1}', employment.post_code),
      subject = coalesce(row.changes #>> '{subject,1}', employment.subject),
      started_on = coalesce((row.changes #>> '{startedOn,1}')::date, employment.started_on),
      version = employment.version + 1
    from staff_list_row row
    where row.staff_list_id = ${listId} and row.outcome = 'changed' and row.changes #>> '{employment,act}' = 'correct'
      and employment.id = (row.changes #>> '{employment,id}')::uuid
  `.execute(db);
  await sql`
    update employment set ended_on = (row.changes #>> '{employment,startedOn}')::date - 1,
      version = employment.version + 1
    from staff_list_row row
    where row.staff_list_id = ${listId} and row.outcome = 'changed' and row.changes #>> '{employment,act}' = 'replace'
      and employment.id = (row.changes #>> '{employment,id}')::uuid
  `.execute(db);
}

async function insertEmployments(db: Database, listId: Id): Promise<void> {
  const { rows } = await sql<{ rowNumber: number }>`
    select row_number from staff_list_row where staff_list_id = ${listId} and outcome in ('new', 'changed')
      and changes #>> '{employment,act}' in ('add', 'replace') order by row_number
  `.execute(db);
  await sql`
    insert into employment (id, person_id, unit_id, region_id, post_code, subject, started_on)
    select made.id, listed.person_id, listed.unit_id, org_unit.region_id, listed.found #>> '{person,postCode}',
      listed.found #>> '{person,subject}', (listed.changes #>> '{employment,startedOn}')::date
    from unnest(${rows.map(({ rowNumber }) => rowNumber)}::int[], ${rows.map(() => newId())}::uuid[])
      as made (row_number, id)
    join staff_list_row listed on listed.staff_list_id = ${listId} and listed.row_number = made.row_number
    join org_unit on org_unit.id = listed.unit_id
  `.execute(db);
}
