import { type Kysely, sql } from 'kysely';

/** Who provides a component of an organisation, in which contour, on what ground, as periods that never overlap. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table component_location (
      id uuid not null constraint component_location_pk primary key,
      unit_id uuid not null constraint component_location_unit_fk references org_unit (id),
      region_id uuid constraint component_location_region_fk references org_unit (id),
      component_code text not null constraint component_location_component_fk references structural_component (code),
      place text not null constraint component_location_place_known check (place in ('inside', 'outside')),
      provider_unit_id uuid constraint component_location_provider_fk references org_unit (id),
      provider_name text constraint component_location_provider_name_length check (length(provider_name) between 1 and 300),
      ground_kind text not null constraint component_location_ground_kind_known check (ground_kind in (
        'order', 'decision', 'agreement', 'offer', 'other')),
      ground text constraint component_location_ground_length check (length(ground) between 1 and 300),
      agreement_id uuid constraint component_location_agreement_fk references cooperation_agreement (id),
      offer_id uuid,
      started_on date not null,
      ended_on date,
      end_reason text constraint component_location_end_reason_length check (length(end_reason) between 1 and 500),
      version integer not null default 1,
      created_at timestamptz not null default now(),
      constraint component_location_period_in_order check (ended_on >= started_on),
      constraint component_location_provider_fits check (case place
        when 'inside' then provider_unit_id = unit_id and provider_name is null
        else (provider_unit_id is null) <> (provider_name is null) and provider_unit_id is distinct from unit_id end),
      constraint component_location_ground_fits check (
        (ground_kind = 'agreement') = (agreement_id is not null) and (ground_kind = 'offer') = (offer_id is not null)
        and (ground is not null or ground_kind in ('agreement', 'offer'))),
      constraint component_location_overlaps exclude using gist
        (unit_id with =, component_code with =, daterange(started_on, ended_on, '[]') with &&)
    )`.execute(db);
  await sql`create index component_location_unit on component_location (unit_id, component_code, started_on)`.execute(
    db,
  );
  await sql`create index component_location_agreement on component_location (agreement_id)`.execute(db);
}
