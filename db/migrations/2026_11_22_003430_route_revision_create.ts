import { type Kysely, sql } from 'kysely';

/** Corrections of an agreed roadmap: each a revision with its cause, the plan before and after kept for good. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table route_revision (
      id uuid not null constraint route_revision_pk primary key,
      route_id uuid not null constraint route_revision_route_fk references educational_route (id),
      unit_id uuid not null constraint route_revision_unit_fk references org_unit (id),
      region_id uuid constraint route_revision_region_fk references org_unit (id),
      number integer not null,
      cause text not null constraint route_revision_cause_known check (cause in ('education', 'requests', 'organisation')),
      reason text not null constraint correction_needs_cause check (reason <> ''),
      made_by uuid not null constraint route_revision_made_by_fk references person (id),
      made_on date not null,
      created_at timestamptz not null default now(),
      constraint route_revision_number unique (route_id, number)
    )`.execute(db);
  await sql`
    create table route_revision_step (
      revision_id uuid not null constraint route_revision_step_revision_fk references route_revision (id),
      step_id uuid not null constraint route_revision_step_step_fk references route_step (id),
      before jsonb,
      after jsonb not null,
      constraint route_revision_step_pk primary key (revision_id, step_id)
    )`.execute(db);
  await sql`
    create function refuse_change_of_revision() returns trigger language plpgsql as $$
    begin
      raise exception 'a revision never changes' using errcode = 'RY004';
    end $$`.execute(db);
  await sql`
    create trigger route_revision_is_kept before update or delete on route_revision
      for each row execute function refuse_change_of_revision()`.execute(db);
  await sql`
    create trigger route_revision_step_is_kept before update or delete on route_revision_step
      for each row execute function refuse_change_of_revision()`.execute(db);
}
