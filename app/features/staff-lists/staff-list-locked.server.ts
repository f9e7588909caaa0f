import { sql } from 'kysely';
import { assertCan, assertCanAt } from '#app/access/can.server.ts';
import { NotFound } from '#app/access/refusals.ts';
import type { Context } from '#app/core/context.server.ts';
import { StaleWrite } from '#app/core/errors.ts';
import type { Database } from '#db/database.ts';
import type { Id } from '#db/schema.ts';
import {
  NO_ROWS,
  type RowCounts,
  type StaffListReading,
  type StaffListScope,
  type StaffListState,
} from './staff-list.ts';
import type { ColumnMapping } from './staff-list-columns.ts';

/** A list as acts and jobs see it. */
export type StoredList = Awaited<ReturnType<typeof storedList>>;

/**
 * A list that nobody else acts upon until the transaction ends, with its right asked. Throws NotFound, StaleWrite.
 * The lock is not the row's own: while a long act holds it, the job's progress is still written into the row.
 */
export async function lockedList(tx: Context, id: Id, version: number): Promise<StoredList> {
  await lockList(tx.db, id);
  const list = await storedList(tx.db, id);
  await assertCan(tx, 'staffList.import', id);
  if (list.scope === 'organisation') await assertCanAt(tx, 'person.manage', list.unitId);
  if (list.version !== version) throw new StaleWrite({ version: String(list.version) });
  return list;
}

/** Waits until nobody else acts upon the list; holds until the transaction ends. */
export async function lockList(db: Database, id: Id): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${id}::text, 0))`.execute(db);
}

/** The stored list without a question of access. Throws NotFound. */
export async function storedList(db: Database, id: Id) {
  const row = await db
    .selectFrom('staffList')
    .innerJoin('orgUnit', 'orgUnit.id', 'staffList.unitId')
    .select(['staffList.id', 'staffList.unitId', 'staffList.regionId', 'staffList.scope', 'staffList.state'])
    .select(['staffList.fileName', 'staffList.fileHash', 'staffList.mapping', 'staffList.reading', 'staffList.counts'])
    .select(['staffList.version', 'staffList.tries', 'staffList.uploadedBy', 'staffList.appliedBy', 'orgUnit.timeZone'])
    .select(({ selectFrom }) =>
      selectFrom('staffListOrganisation')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .whereRef('staffListOrganisation.staffListId', '=', 'staffList.id')
        .where('staffListOrganisation.unitId', 'is', null)
        .where('staffListOrganisation.isSkipped', '=', false)
        .as('undecided'),
    )
    .where('staffList.id', '=', id)
    .executeTakeFirst();
  if (!row) throw new NotFound('staffList');
  return { ...row, ...listWords(row), undecided: row.undecided ?? 0 };
}

/**
 * The words and values of a stored list in their own types. They come back as they went in: only this feature writes
 * them, and the states are a constraint of the table.
 */
export function listWords(row: { scope: string; state: string; mapping: unknown; reading: unknown; counts: object }) {
  return {
    scope: row.scope as StaffListScope,
    state: row.state as StaffListState,
    mapping: row.mapping as ColumnMapping | null,
    reading: row.reading as StaffListReading | null,
    counts: { ...NO_ROWS, ...row.counts } as RowCounts,
  };
}
