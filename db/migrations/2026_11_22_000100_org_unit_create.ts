import { type Kysely, sql } from 'kysely';

/** Units of the two contours, their names and parents as periods, and the prepared table of ancestors. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create extension if not exists btree_gist`.execute(db);
  await sql`create extension if not exists pg_trgm`.execute(db);
  await sql`
    create table org_unit (
      id uuid not null constraint org_unit_pk primary key,
      kind text not null constraint org_unit_kind_known check (kind in (
        'federation', 'region', 'municipality',
        'school', 'college', 'kindergarten', 'supplementary_education', 'university',
        'regional_ministry', 'regional_institute', 'professional_growth_center',
        'municipal_authority', 'municipal_methodical_service',
        'federal_operator', 'federal_methodical_center', 'internship_site', 'partner_organization')),
      name text not null constraint org_unit_name_length check (length(name) between 1 and 300),
      short_name text not null constraint org_unit_short_name_length check (length(short_name) between 1 and 120),
      parent_id uuid constraint org_unit_parent_fk references org_unit (id),
      region_id uuid constraint org_unit_region_fk references org_unit (id),
      time_zone text not null default 'Europe/Moscow',
      started_on date not null,
      ended_on date,
      version integer not null default 1,
      created_at timestamptz not null default now(),
      constraint org_unit_only_the_root_has_no_parent check ((parent_id is null) = (kind = 'federation')),
      constraint org_unit_period_in_order check (ended_on >= started_on)
    )`.execute(db);
  await sql`create unique index org_unit_one_federation on org_unit (kind) where kind = 'federation'`.execute(db);
  await sql`create index org_unit_by_parent on org_unit (parent_id)`.execute(db);
  await sql`create index org_unit_region on org_unit (region_id, kind)`.execute(db);
  await sql`
    create table org_unit_name (
      id uuid not null constraint org_unit_name_pk primary key,
      unit_id uuid not null constraint org_unit_name_unit_fk references org_unit (id),
      name text not null,
      short_name text not null,
      started_on date not null,
      ended_on date,
      constraint org_unit_name_period_in_order check (ended_on >= started_on),
      constraint org_unit_name_overlaps exclude using gist
        (unit_id with =, daterange(started_on, ended_on, '[]') with &&)
    )`.execute(db);
  await sql`
    create table org_unit_parent (
      id uuid not null constraint org_unit_parent_pk primary key,
      unit_id uuid not null constraint org_unit_parent_unit_fk references org_unit (id),
      parent_id uuid not null constraint org_unit_parent_parent_fk references org_unit (id),
      started_on date not null,
      ended_on date,
      constraint org_unit_parent_period_in_order check (ended_on >= started_on),
      constraint org_unit_parent_overlaps exclude using gist
        (unit_id with =, daterange(started_on, ended_on, '[]') with &&)
    )`.execute(db);
  await sql`
    create table org_unit_ancestor (
      unit_id uuid not null constraint org_unit_ancestor_unit_fk references org_unit (id),
      ancestor_id uuid not null constraint org_unit_ancestor_ancestor_fk references org_unit (id),
      depth integer not null constraint org_unit_ancestor_depth_not_negative check (depth >= 0),
      constraint org_unit_ancestor_pk primary key (unit_id, ancestor_id)
    )`.execute(db);
  await sql`create index org_unit_ancestor_below on org_unit_ancestor (ancestor_id, unit_id)`.execute(db);
}
