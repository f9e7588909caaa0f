import { type Kysely, sql } from 'kysely';

/** Whether the product of a closed step waits for the tutor, was accepted, or waits for what the tutor asked for. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table route_step add column review_state text not null default 'none'
      constraint route_step_review_known check (review_state in ('none', 'waits', 'accepted', 'more'))`.execute(db);
  await sql`
    update route_step set review_state = case when tutor_note = '' then 'waits' else 'accepted' end
    where closed_on is not null`.execute(db);
  await sql`
    create index route_step_waiting on route_step (route_id, closed_on) where review_state = 'waits'`.execute(db);
  await sql`create index route_step_open on route_step (route_id, due_on) where closed_on is null`.execute(db);
}
