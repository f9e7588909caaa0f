import { type Kysely, sql } from 'kysely';

/** An item of a mentorship's programme that serves a step of the mentee's route. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table step_plan_item (
      plan_item_id uuid not null constraint step_plan_item_pk primary key
        constraint step_plan_item_item_fk references plan_item (id) on delete cascade,
      step_id uuid not null constraint step_plan_item_step_fk references route_step (id),
      linked_on date not null
    )`.execute(db);
  await sql`create index step_plan_item_step on step_plan_item (step_id)`.execute(db);
}
