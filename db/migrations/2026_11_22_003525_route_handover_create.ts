import { type Kysely, sql } from 'kysely';

/** What the former tutor leaves the next one to know about a route. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table route_handover (
      id uuid not null constraint route_handover_pk primary key,
      route_id uuid not null constraint route_handover_route_fk references educational_route (id),
      from_person_id uuid constraint route_handover_from_fk references person (id),
      to_person_id uuid not null constraint route_handover_to_fk references person (id),
      handed_on date not null,
      note text not null constraint route_handover_note_length check (length(note) between 1 and 4000),
      created_at timestamptz not null default now()
    )`.execute(db);
  await sql`create index route_handover_route on route_handover (route_id, handed_on)`.execute(db);
}
