import { sql } from 'kysely';
import { normalSubject } from '#app/features/people/subject.ts';
import type { Database } from '#db/database.ts';
import type { Id } from '#db/schema.ts';
import type { ParsedStaffList } from './staff-list-parse.ts';
import type { StaffListPerson } from './staff-list-row.ts';

const ROWS_A_STATEMENT = 1_000;

/**
 * Writes what a file says into the rows of the list, in the place of what an earlier check wrote. Rows are not judged
 * yet. `onRows` hears the share of rows written, 0…1.
 */
export async function stageRows(
  db: Database,
  listId: Id,
  list: Pick<ParsedStaffList, 'people' | 'cells' | 'refused'>,
  onRows: (share: number) => Promise<void>,
): Promise<void> {
  await db.deleteFrom('staffListRow').where('staffListId', '=', listId).execute();
  const total = list.people.length + list.refused.length;
  for (let from = 0; from < total; from += ROWS_A_STATEMENT) {
    const rows: unknown[] = [];
    for (let at = from; at < Math.min(from + ROWS_A_STATEMENT, total); at += 1) rows.push(stagedRow(list, at));
    // One statement a thousand rows: the rows travel as one value.
    await sql`
      insert into staff_list_row (staff_list_id, row_number, outcome, found, refusals)
      select ${listId}, staged.row, staged.outcome, staged.found, staged.refusals
      from jsonb_to_recordset(${storedJson(rows)}::jsonb) as staged (row integer, outcome text, found jsonb, refusals jsonb)
    `.execute(db);
    await onRows(Math.min(1, (from + ROWS_A_STATEMENT) / total));
  }
  // Rows just written are unknown to the planner: it took twenty thousand for one and compared each with each.
  await sql`analyze staff_list_row`.execute(db);
}

function stagedRow(list: Pick<ParsedStaffList, 'people' | 'cells' | 'refused'>, at: number): unknown {
  const person = list.people[at];
  if (person) {
    const cells = list.cells[at] ?? [];
    return { row: person.row, outcome: 'unplaced', found: { cells, person: storedPerson(person) } };
  }
  const refused = list.refused[at - list.people.length];
  return { row: refused?.row, outcome: 'refused', found: { cells: refused?.cells ?? [] }, refusals: refused?.refusals };
}

/** A person of a list in the forms in which people are recorded: subjects in one form, only whole phone numbers. */
function storedPerson({ row: _, subject, phone, organisation, ...person }: StaffListPerson) {
  return {
    ...person,
    subject: subject === null ? null : normalSubject(subject),
    phone: phone !== null && /^\+7\d{10}$/.test(phone) ? phone : null,
    organisation: organisation ?? '',
  };
}

/** JSON the database can hold: files bring characters and halves of characters that jsonb refuses. */
export function storedJson(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) => (typeof part === 'string' ? storedText(part) : part));
}

function storedText(text: string): string {
  return text.replaceAll('\0', '').replace(/\p{Cs}/gu, '\uFFFD');
}
