import { type Kysely, sql } from 'kysely';

/** What a step is for and how it was chosen: the deficit it serves, goal, alternatives, place of learning, presentation. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table route_step
      add column deficit_id uuid constraint route_step_deficit_fk references route_deficit (id),
      add column goal text not null default '',
      add column alternatives text not null default '',
      add column choice_reason text not null default '',
      add column organisation text not null default '',
      add column register_number text not null default '',
      add column hours integer constraint route_step_hours_range check (hours between 1 and 2000),
      add column presentation_form text not null default '',
      add column presentation_level text constraint route_step_presentation_level_known
        check (presentation_level in ('organisation', 'municipality', 'region', 'country')),
      add column presentation_place text not null default '',
      add column presented_on date,
      add column product_link text not null default ''`.execute(db);
  await sql`create index route_step_deficit on route_step (deficit_id)`.execute(db);
}
