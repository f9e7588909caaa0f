import { type Kysely, sql } from 'kysely';

/** A teacher says which organisation he moves to; the organisation takes him on or not. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table person_move (
      id uuid not null constraint person_move_pk primary key,
      person_id uuid not null constraint person_move_person_fk references person (id),
      unit_id uuid not null constraint person_move_unit_fk references org_unit (id),
      region_id uuid constraint person_move_region_fk references org_unit (id),
      from_unit_id uuid not null constraint person_move_from_unit_fk references org_unit (id),
      post_code text not null constraint person_move_post_fk references post (code),
      subject text,
      starts_on date not null,
      takes_route boolean not null,
      state text not null default 'asked' constraint person_move_state_known
        check (state in ('asked', 'accepted', 'declined', 'withdrawn')),
      asked_on date not null,
      decided_on date,
      decided_by uuid constraint person_move_decided_by_fk references person (id),
      version integer not null default 1,
      created_at timestamptz not null default now(),
      constraint person_move_elsewhere check (unit_id <> from_unit_id),
      constraint person_move_decided_whole check ((state = 'asked') = (decided_on is null))
    )`.execute(db);
  await sql`create unique index move_already_asked on person_move (person_id) where state = 'asked'`.execute(db);
  await sql`create index person_move_unit on person_move (unit_id, state, asked_on)`.execute(db);
}
