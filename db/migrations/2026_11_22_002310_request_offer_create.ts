import { type Kysely, sql } from 'kysely';

/** Asks of a request to one colleague at a time, and colleagues who offered themselves. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table request_offer (
      id uuid not null constraint request_offer_pk primary key,
      request_id uuid not null constraint request_offer_request_fk references mentoring_request (id),
      unit_id uuid not null constraint request_offer_unit_fk references org_unit (id),
      region_id uuid constraint request_offer_region_fk references org_unit (id),
      mentor_id uuid not null constraint request_offer_mentor_fk references person (id),
      state text not null constraint request_offer_state_known
        check (state in ('volunteered', 'asked', 'accepted', 'declined', 'expired', 'closed')),
      position integer not null constraint request_offer_position_range check (position > 0),
      asked_on date not null,
      remind_on date,
      reminded_on date,
      expires_on date,
      answered_on date,
      version integer not null default 1,
      created_at timestamptz not null default now(),
      constraint request_offer_asked_whole check (state <> 'asked' or (remind_on is not null and expires_on is not null))
    )`.execute(db);
  await sql`
    create unique index one_ask_at_a_time on request_offer (request_id)
      where state in ('asked', 'accepted')`.execute(db);
  await sql`create unique index mentor_already_named on request_offer (request_id, mentor_id)`.execute(db);
  await sql`create index request_offer_mentor on request_offer (mentor_id, state)`.execute(db);
  await sql`create index request_offer_due on request_offer (expires_on) where state = 'asked'`.execute(db);
}
