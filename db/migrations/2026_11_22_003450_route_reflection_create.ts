import { type Kysely, sql } from 'kysely';

/** Reflection of a year and of the whole route: nearness to the image, each deficit, and motivation as measured. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table route_reflection (
      id uuid not null constraint route_reflection_pk primary key,
      route_id uuid not null constraint route_reflection_route_fk references educational_route (id),
      unit_id uuid not null constraint route_reflection_unit_fk references org_unit (id),
      region_id uuid constraint route_reflection_region_fk references org_unit (id),
      kind text not null constraint route_reflection_kind_known check (kind in ('yearly', 'final')),
      cycle_number integer constraint route_reflection_cycle_range check (cycle_number between 1 and 5),
      nearness integer not null constraint route_reflection_nearness_range check (nearness between 1 and 10),
      tried text not null,
      changed text not null,
      kept text not null default '',
      troubles text not null default '',
      needs text not null default '',
      made_on date not null,
      created_at timestamptz not null default now(),
      constraint route_reflection_cycle_fits check ((kind = 'yearly') = (cycle_number is not null))
    )`.execute(db);
  await sql`create unique index reflection_already_made on route_reflection (route_id, kind, coalesce(cycle_number, 0))`.execute(
    db,
  );
  await sql`
    create table route_reflection_deficit (
      reflection_id uuid not null constraint route_reflection_deficit_reflection_fk references route_reflection (id),
      deficit_id uuid not null constraint route_reflection_deficit_deficit_fk references route_deficit (id),
      progress text not null constraint route_reflection_deficit_progress_known
        check (progress in ('closed', 'smaller', 'same')),
      note text not null default '',
      constraint route_reflection_deficit_pk primary key (reflection_id, deficit_id)
    )`.execute(db);
  await sql`
    create table route_motivation (
      id uuid not null constraint route_motivation_pk primary key,
      route_id uuid not null constraint route_motivation_route_fk references educational_route (id),
      reflection_id uuid constraint route_motivation_reflection_fk references route_reflection (id),
      interest integer not null constraint route_motivation_interest_range check (interest between 1 and 5),
      meaning integer not null constraint route_motivation_meaning_range check (meaning between 1 and 5),
      confidence integer not null constraint route_motivation_confidence_range check (confidence between 1 and 5),
      readiness integer not null constraint route_motivation_readiness_range check (readiness between 1 and 5),
      told_on date not null
    )`.execute(db);
  await sql`create unique index motivation_already_told on route_motivation
    (route_id, coalesce(reflection_id, '00000000-0000-0000-0000-000000000000'::uuid))`.execute(db);
}
