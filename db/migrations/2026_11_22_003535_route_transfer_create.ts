import { type Kysely, sql } from 'kysely';

/** A route that may follow its owner to another organisation or region: only by the owner's consent (BR-22). */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table route_transfer (
      id uuid not null constraint route_transfer_pk primary key,
      route_id uuid not null constraint route_transfer_route_fk references educational_route (id),
      person_id uuid not null constraint route_transfer_person_fk references person (id),
      unit_id uuid not null constraint route_transfer_unit_fk references org_unit (id),
      region_id uuid constraint route_transfer_region_fk references org_unit (id),
      centre_id uuid not null constraint route_transfer_centre_fk references org_unit (id),
      from_unit_id uuid not null constraint route_transfer_from_unit_fk references org_unit (id),
      from_region_id uuid constraint route_transfer_from_region_fk references org_unit (id),
      from_centre_id uuid not null constraint route_transfer_from_centre_fk references org_unit (id),
      state text not null default 'pending' constraint route_transfer_state_known
        check (state in ('pending', 'done', 'kept')),
      proposed_on date not null,
      decided_on date,
      version integer not null default 1,
      created_at timestamptz not null default now(),
      constraint route_transfer_elsewhere check (unit_id <> from_unit_id),
      constraint route_transfer_decided_whole check ((state = 'pending') = (decided_on is null))
    )`.execute(db);
  await sql`create unique index route_transfer_pending on route_transfer (route_id) where state = 'pending'`.execute(
    db,
  );
  await sql`create index route_transfer_region on route_transfer (region_id, proposed_on)`.execute(db);
  await sql`create index route_transfer_from_region on route_transfer (from_region_id, proposed_on)`.execute(db);
  await sql`create index route_transfer_person on route_transfer (person_id)`.execute(db);
}
