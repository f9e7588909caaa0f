import { type Kysely, sql } from 'kysely';

/** A line nothing was deleted for ends without an act, on a ground: an act never tells of a destruction that was none. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table erasure_due
      add column settled_on date,
      add column settled_ground text constraint erasure_due_settled_ground_known check (settled_ground in (
        'moved', 'still-needed', 'not-kept')),
      add constraint erasure_due_settled_whole check ((settled_on is null) = (settled_ground is null)),
      drop constraint erasure_due_one_end,
      add constraint erasure_due_one_end check (num_nonnulls(act_id, stopped_on, settled_on) <= 1)`.execute(db);
  await sql`drop index erasure_due_unit`.execute(db);
  await sql`create index erasure_due_unit on erasure_due (unit_id, due_on, id)
    where act_id is null and stopped_on is null and settled_on is null`.execute(db);
}
