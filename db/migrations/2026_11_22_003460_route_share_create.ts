import { type Kysely, sql } from 'kysely';

/** What of the diagnosis the owner shows to curator and mentor, from moment to moment; and who looked at the route. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table route_share (
      id uuid not null constraint route_share_pk primary key,
      route_id uuid not null constraint route_share_route_fk references educational_route (id),
      unit_id uuid not null constraint route_share_unit_fk references org_unit (id),
      region_id uuid constraint route_share_region_fk references org_unit (id),
      area_code text not null constraint route_share_area_fk references competence_area (code),
      started_at timestamptz not null,
      ended_at timestamptz
    )`.execute(db);
  await sql`create unique index share_already_open on route_share (route_id, area_code) where ended_at is null`.execute(
    db,
  );
  await sql`
    create table route_look (
      route_id uuid not null constraint route_look_route_fk references educational_route (id),
      person_id uuid not null constraint route_look_person_fk references person (id),
      part text not null,
      looked_on date not null,
      first_at timestamptz not null,
      last_at timestamptz not null,
      times integer not null default 1,
      constraint route_look_pk primary key (route_id, looked_on, person_id, part)
    )`.execute(db);
}
