import { type Kysely, sql } from 'kysely';

/** How often a job has taken a staff list up, so that one nobody can finish is given up. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table staff_list add column tries integer not null default 0
    constraint staff_list_tries_not_negative check (tries >= 0)`.execute(db);
}
