import { type Kysely, sql } from 'kysely';

/** Yearly cycles inside a route, versions of the target image, and shifts of the start that wait for consent. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table route_cycle (
      route_id uuid not null constraint route_cycle_route_fk references educational_route (id),
      number integer not null constraint route_cycle_number_range check (number between 1 and 5),
      started_on date not null,
      review_on date not null,
      ended_on date not null,
      reviewed_on date,
      constraint route_cycle_pk primary key (route_id, number),
      constraint route_cycle_days_in_order check (started_on <= review_on and review_on <= ended_on)
    )`.execute(db);
  await sql`
    insert into route_cycle (route_id, number, started_on, review_on, ended_on)
    select id, number, (started_on + make_interval(years => number - 1))::date,
      (started_on + make_interval(years => number))::date - 31, (started_on + make_interval(years => number))::date - 1
    from educational_route cross join lateral generate_series(1, years) number`.execute(db);
  await sql`
    create table route_image (
      route_id uuid not null constraint route_image_route_fk references educational_route (id),
      number integer not null,
      text text not null constraint route_image_text_length check (length(text) between 1 and 4000),
      written_on date not null,
      constraint route_image_pk primary key (route_id, number)
    )`.execute(db);
  await sql`
    insert into route_image (route_id, number, text, written_on)
    select id, 1, target_image, started_on from educational_route where target_image <> ''`.execute(db);
  await sql`
    create table route_shift (
      id uuid not null constraint route_shift_pk primary key,
      route_id uuid not null constraint route_shift_route_fk references educational_route (id),
      unit_id uuid not null constraint route_shift_unit_fk references org_unit (id),
      region_id uuid constraint route_shift_region_fk references org_unit (id),
      new_start_on date not null,
      reason text not null,
      proposed_by uuid not null constraint route_shift_proposed_by_fk references person (id),
      proposed_on date not null,
      state text not null constraint route_shift_state_known check (state in ('proposed', 'accepted', 'declined')),
      answered_on date,
      constraint route_shift_answered_fits check ((state = 'proposed') = (answered_on is null))
    )`.execute(db);
  await sql`create unique index shift_already_proposed on route_shift (route_id) where state = 'proposed'`.execute(db);
}
