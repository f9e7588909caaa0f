import { type Kysely, sql } from 'kysely';

/** A proposal nobody answered in time expires; members are found by their mentorship. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table mentorship drop constraint mentorship_state_known`.execute(db);
  await sql`
    alter table mentorship add constraint mentorship_state_known check (state in (
      'proposed', 'consented', 'active', 'declined', 'withdrawn', 'expired', 'closed'))`.execute(db);
  await sql`create index mentorship_member_mentorship on mentorship_member (mentorship_id, side, started_on)`.execute(
    db,
  );
  await sql`create index mentorship_waiting on mentorship (created_at) where state = 'proposed'`.execute(db);
}
