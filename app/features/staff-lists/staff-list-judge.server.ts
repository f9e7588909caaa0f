import { sql } from 'kysely';
import type { Database } from '#db/database.ts';
import type { Day, Id } from '#db/schema.ts';
import { NO_ROWS, type RowCounts } from './staff-list.ts';
import { freshOutcomes, type ListToMatch } from './staff-list-match.server.ts';
import { type ListToPlace, placeRows } from './staff-list-places.server.ts';

/** Places the rows of a list, writes what each would do, and counts them by outcome. */
export async function judgeRows(db: Database, list: ListToPlace & ListToMatch, today: Day): Promise<RowCounts> {
  await placeRows(db, list);
  await prepareToCompare(db);
  await sql`
    update staff_list_row set outcome = fresh.outcome, person_id = fresh.person_id, changes = fresh.changes,
      refusals = case when fresh.refusals is not null then (
        select jsonb_agg(jsonb_build_object('code', code)) from jsonb_array_elements_text(fresh.refusals) as code) end
    from (${freshOutcomes(list, today)}) fresh
    where staff_list_row.staff_list_id = ${list.id} and staff_list_row.row_number = fresh.row_number
  `.execute(db);
  return countRows(db, list.id);
}

/** Rows of a list by outcome. */
export async function countRows(db: Database, listId: Id): Promise<RowCounts> {
  const rows = await db
    .selectFrom('staffListRow')
    .select(['outcome', ({ fn }) => fn.countAll<number>().as('count')])
    .where('staffListId', '=', listId)
    .groupBy('outcome')
    .execute();
  return { ...NO_ROWS, ...Object.fromEntries(rows.map(({ outcome, count }) => [outcome, count])) };
}

/**
 * Whether the facts have moved since the check: some row would now do something else, or its organisation no longer
 * takes people.
 */
export async function isOutdated(db: Database, list: ListToPlace & ListToMatch, today: Day): Promise<boolean> {
  await prepareToCompare(db);
  const { rows } = await sql`
    select 1 from (${freshOutcomes(list, today)}) fresh
    join staff_list_row stored on stored.staff_list_id = ${list.id} and stored.row_number = fresh.row_number
    where stored.outcome <> fresh.outcome or stored.person_id is distinct from fresh.person_id
      or stored.changes is distinct from fresh.changes
    union all
    select 1 from staff_list_row stored join org_unit on org_unit.id = stored.unit_id
    where stored.staff_list_id = ${list.id} and not exists (
      select 1 from org_unit_ancestor up where up.unit_id = org_unit.id and up.ancestor_id = ${list.unitId})
    limit 1
  `.execute(db);
  return rows.length > 0;
}

/**
 * Twenty thousand rows are compared in memory, by hashing, and without the time a just-in-time compilation takes for one
 * run; until the end of the transaction only. Left to itself the planner, which does not know rows written a moment ago,
 * compares each row with each person.
 */
async function prepareToCompare(db: Database): Promise<void> {
  await sql`
    select set_config('work_mem', '64MB', true), set_config('jit', 'off', true), set_config('enable_nestloop', 'off', true)
  `.execute(db);
}
