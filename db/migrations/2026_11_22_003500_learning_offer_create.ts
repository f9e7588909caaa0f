import { type Kysely, sql } from 'kysely';

/** The register of what a teacher may take: programmes, placement sites, practices, communities, events, by area. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table learning_offer (
      id uuid not null constraint learning_offer_pk primary key,
      unit_id uuid not null constraint learning_offer_unit_fk references org_unit (id),
      region_id uuid constraint learning_offer_region_fk references org_unit (id),
      kind text not null constraint learning_offer_kind_known
        check (kind in ('programme', 'site', 'practice', 'community', 'event')),
      title text not null constraint learning_offer_title_length check (length(title) between 1 and 300),
      number text constraint learning_offer_number_length check (length(number) between 1 and 60),
      provider_name text not null constraint learning_offer_provider_length check (length(provider_name) between 1 and 300),
      provider_kind text not null constraint learning_offer_provider_kind_known
        check (provider_kind in ('state', 'municipal', 'listed', 'private')),
      hours integer constraint learning_offer_hours_range check (hours between 1 and 2000),
      places integer constraint learning_offer_places_range check (places between 0 and 100000),
      starts_on date,
      ends_on date,
      place text not null default '',
      link text constraint learning_offer_link_length check (length(link) <= 500),
      about text not null default '',
      is_shared boolean not null default false,
      closed_on date,
      version integer not null default 1,
      created_at timestamptz not null default now(),
      constraint offer_needs_number_and_hours check (kind <> 'programme' or (number is not null and hours is not null)),
      constraint offer_ends_before_start check (ends_on is null or starts_on is null or ends_on >= starts_on)
    )`.execute(db);
  await sql`
    create unique index offer_number_taken on learning_offer (unit_id, number)
      where number is not null and closed_on is null`.execute(db);
  await sql`create index learning_offer_region on learning_offer (region_id, kind)`.execute(db);
  await sql`
    create table learning_offer_area (
      offer_id uuid not null constraint learning_offer_area_offer_fk references learning_offer (id),
      area_code text not null constraint learning_offer_area_area_fk references competence_area (code),
      constraint learning_offer_area_pk primary key (offer_id, area_code)
    )`.execute(db);
  await sql`create index learning_offer_area_code on learning_offer_area (area_code, offer_id)`.execute(db);
}
