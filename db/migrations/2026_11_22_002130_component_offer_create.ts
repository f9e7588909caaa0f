import { type Kysely, sql } from 'kysely';

/** Offers of municipality and region to take a component over, to one organisation or to all below, and the answers. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table component_offer (
      id uuid not null constraint component_offer_pk primary key,
      unit_id uuid not null constraint component_offer_unit_fk references org_unit (id),
      region_id uuid constraint component_offer_region_fk references org_unit (id),
      component_code text not null constraint component_offer_component_fk references structural_component (code),
      target_unit_id uuid not null constraint component_offer_target_fk references org_unit (id),
      provider_unit_id uuid not null constraint component_offer_provider_fk references org_unit (id),
      started_on date not null,
      ended_on date,
      ground text not null constraint component_offer_ground_length check (length(ground) between 1 and 300),
      offered_by uuid constraint component_offer_offered_by_fk references person (id),
      withdrawn_at timestamptz,
      version integer not null default 1,
      created_at timestamptz not null default now(),
      constraint component_offer_period_in_order check (ended_on >= started_on),
      constraint component_offer_repeated exclude using gist (component_code with =, target_unit_id with =,
        provider_unit_id with =, daterange(started_on, ended_on, '[]') with &&) where (withdrawn_at is null)
    )`.execute(db);
  await sql`create index component_offer_unit on component_offer (unit_id, created_at desc, id)`.execute(db);
  await sql`create index component_offer_target on component_offer (target_unit_id) where withdrawn_at is null`.execute(
    db,
  );
  await sql`
    create table component_offer_answer (
      offer_id uuid not null constraint component_offer_answer_offer_fk references component_offer (id),
      unit_id uuid not null constraint component_offer_answer_unit_fk references org_unit (id),
      region_id uuid constraint component_offer_answer_region_fk references org_unit (id),
      answer text not null constraint component_offer_answer_known check (answer in ('accepted', 'declined')),
      reason text constraint component_offer_answer_reason_length check (length(reason) between 1 and 500),
      answered_at timestamptz not null,
      constraint component_offer_answered primary key (offer_id, unit_id)
    )`.execute(db);
  await sql`
    alter table component_location add constraint component_location_offer_fk
      foreign key (offer_id) references component_offer (id)`.execute(db);
}
