import { type Kysely, sql } from 'kysely';

/** The same offer proposed by a tutor for several routes at once; each owner takes it into the roadmap or not. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table step_offer (
      step_id uuid not null constraint step_offer_pk primary key constraint step_offer_step_fk references route_step (id),
      offer_id uuid not null constraint step_offer_offer_fk references learning_offer (id)
    )`.execute(db);
  await sql`create index step_offer_offer on step_offer (offer_id)`.execute(db);
  await sql`
    create table group_plan (
      id uuid not null constraint group_plan_pk primary key,
      unit_id uuid not null constraint group_plan_unit_fk references org_unit (id),
      region_id uuid constraint group_plan_region_fk references org_unit (id),
      offer_id uuid not null constraint group_plan_offer_fk references learning_offer (id),
      area_code text not null constraint group_plan_area_fk references competence_area (code),
      starts_on date not null,
      due_on date not null,
      expected_product text not null constraint group_plan_product_length check (length(expected_product) between 1 and 500),
      made_by uuid not null constraint group_plan_made_by_fk references person (id),
      made_on date not null,
      undone_on date,
      version integer not null default 1,
      created_at timestamptz not null default now(),
      constraint plan_due_before_start check (due_on >= starts_on)
    )`.execute(db);
  await sql`create index group_plan_made_by on group_plan (made_by, created_at)`.execute(db);
  await sql`
    create table route_proposal (
      id uuid not null constraint route_proposal_pk primary key,
      plan_id uuid not null constraint route_proposal_plan_fk references group_plan (id),
      route_id uuid not null constraint route_proposal_route_fk references educational_route (id),
      state text not null default 'proposed' constraint route_proposal_state_known
        check (state in ('proposed', 'accepted', 'declined', 'withdrawn')),
      seen_at timestamptz,
      decided_on date,
      step_id uuid constraint route_proposal_step_fk references route_step (id),
      version integer not null default 1,
      created_at timestamptz not null default now(),
      constraint route_proposal_once unique (plan_id, route_id),
      constraint route_proposal_step_when_accepted check ((step_id is not null) = (state = 'accepted'))
    )`.execute(db);
  await sql`create index route_proposal_route on route_proposal (route_id, state)`.execute(db);
}
