import { type Kysely, sql } from 'kysely';

/** Instruments of outside diagnosis: scale, cuts, edition, and how their blocks fall upon the nine areas. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table diagnostic_instrument (
      id uuid not null constraint diagnostic_instrument_pk primary key,
      unit_id uuid not null constraint diagnostic_instrument_unit_fk references org_unit (id),
      region_id uuid constraint diagnostic_instrument_region_fk references org_unit (id),
      name text not null constraint diagnostic_instrument_name_length check (length(name) between 1 and 200),
      edition text not null constraint diagnostic_instrument_edition_length check (length(edition) between 1 and 60),
      provider text not null default '',
      scheme text not null constraint diagnostic_instrument_scheme_known check (scheme in ('nine', 'four')),
      low_cut_percent integer not null,
      high_cut_percent integer not null,
      started_on date not null,
      ended_on date,
      version integer not null default 1,
      created_at timestamptz not null default now(),
      constraint instrument_cuts_in_order check (low_cut_percent between 1 and 99 and high_cut_percent between 2 and 100
        and low_cut_percent < high_cut_percent),
      constraint instrument_ends_before_start check (ended_on is null or ended_on >= started_on),
      constraint instrument_edition_exists unique (unit_id, name, edition)
    )`.execute(db);
  await sql`
    create table instrument_block (
      instrument_id uuid not null constraint instrument_block_instrument_fk references diagnostic_instrument (id),
      code text not null,
      name text not null constraint instrument_block_name_length check (length(name) between 1 and 120),
      position integer not null,
      maximum integer not null constraint instrument_block_maximum_range check (maximum between 1 and 1000),
      constraint instrument_block_pk primary key (instrument_id, code)
    )`.execute(db);
  await sql`
    create table instrument_area (
      instrument_id uuid not null,
      area_code text not null constraint instrument_area_area_fk references competence_area (code),
      block_code text not null,
      constraint instrument_area_pk primary key (instrument_id, area_code),
      constraint instrument_area_block_fk foreign key (instrument_id, block_code)
        references instrument_block (instrument_id, code)
    )`.execute(db);
}
