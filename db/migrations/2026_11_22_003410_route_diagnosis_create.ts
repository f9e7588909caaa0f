import { type Kysely, sql } from 'kysely';

/** Sheets of diagnosis of a route in the nine areas, by the owner himself or by an instrument, and the deficits found. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table route_diagnosis (
      id uuid not null constraint route_diagnosis_pk primary key,
      route_id uuid not null constraint route_diagnosis_route_fk references educational_route (id),
      unit_id uuid not null constraint route_diagnosis_unit_fk references org_unit (id),
      region_id uuid constraint route_diagnosis_region_fk references org_unit (id),
      side text not null constraint route_diagnosis_side_known check (side in ('strengths', 'difficulties', 'both')),
      instrument_id uuid constraint route_diagnosis_instrument_fk references diagnostic_instrument (id),
      made_on date not null,
      recorded_by uuid constraint route_diagnosis_recorded_by_fk references person (id),
      created_at timestamptz not null default now(),
      constraint route_diagnosis_side_fits check ((instrument_id is null) = (side <> 'both'))
    )`.execute(db);
  await sql`create index route_diagnosis_route on route_diagnosis (route_id, made_on, id)`.execute(db);
  await sql`
    create table route_diagnosis_area (
      diagnosis_id uuid not null constraint route_diagnosis_area_diagnosis_fk references route_diagnosis (id),
      area_code text not null constraint route_diagnosis_area_area_fk references competence_area (code),
      percent integer constraint route_diagnosis_area_percent_range check (percent between 0 and 100),
      points integer,
      maximum integer,
      note text not null default '',
      evidence text not null default '',
      constraint route_diagnosis_area_pk primary key (diagnosis_id, area_code),
      constraint route_diagnosis_area_points_range check (points between 0 and maximum)
    )`.execute(db);
  await sql`
    create table route_deficit (
      id uuid not null constraint route_deficit_pk primary key,
      route_id uuid not null constraint route_deficit_route_fk references educational_route (id),
      unit_id uuid not null constraint route_deficit_unit_fk references org_unit (id),
      region_id uuid constraint route_deficit_region_fk references org_unit (id),
      area_code text not null constraint route_deficit_area_fk references competence_area (code),
      description text not null default '',
      source text not null constraint route_deficit_source_known check (source in ('self', 'external', 'named')),
      opened_on date not null,
      closed_on date,
      created_at timestamptz not null default now(),
      constraint route_deficit_closed_after_opened check (closed_on is null or closed_on >= opened_on)
    )`.execute(db);
  await sql`create unique index deficit_already_open on route_deficit (route_id, area_code) where closed_on is null`.execute(
    db,
  );
  await sql`create index route_deficit_unit on route_deficit (unit_id, area_code) where closed_on is null`.execute(db);
}
