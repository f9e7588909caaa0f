import { type Kysely, sql } from 'kysely';

/** Mentors of other organisations offered upon requests that went outside; agreed to by the mentor and the home curator. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table outward_offer (
      id uuid not null constraint outward_offer_pk primary key,
      request_id uuid not null constraint outward_offer_request_fk references mentoring_request (id),
      unit_id uuid not null constraint outward_offer_unit_fk references org_unit (id),
      region_id uuid constraint outward_offer_region_fk references org_unit (id),
      mentor_id uuid not null constraint outward_offer_mentor_fk references person (id),
      mentor_unit_id uuid not null constraint outward_offer_mentor_unit_fk references org_unit (id),
      agreement_id uuid not null constraint outward_offer_agreement_fk references cooperation_agreement (id),
      format text not null constraint outward_offer_format_known check (format in ('in_person', 'remote', 'hybrid')),
      remote_reason text constraint outward_offer_remote_reason_known
        check (remote_reason in ('rural', 'travel_cost', 'inclusive', 'nobody_near')),
      state text not null default 'offered' constraint outward_offer_state_known
        check (state in ('offered', 'agreed', 'passed', 'closed')),
      offered_by uuid not null constraint outward_offer_offered_by_fk references person (id),
      offered_on date not null,
      mentor_agreed_on date,
      home_agreed_on date,
      home_agreed_by uuid constraint outward_offer_home_agreed_by_fk references person (id),
      version integer not null default 1,
      created_at timestamptz not null default now(),
      constraint distance_needs_reason check (format = 'in_person' or remote_reason is not null),
      constraint outward_offer_home_whole check ((home_agreed_on is null) = (home_agreed_by is null)),
      constraint outward_offer_agreed_whole check (
        state <> 'agreed' or (mentor_agreed_on is not null and home_agreed_on is not null)),
      constraint outward_offer_elsewhere check (mentor_unit_id <> unit_id)
    )`.execute(db);
  await sql`
    create unique index outward_offer_live on outward_offer (request_id)
      where state in ('offered', 'agreed')`.execute(db);
  await sql`create index outward_offer_mentor on outward_offer (mentor_id, state)`.execute(db);
  await sql`create index outward_offer_home on outward_offer (mentor_unit_id, state)`.execute(db);
}
