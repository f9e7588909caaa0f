import { type Kysely, sql } from 'kysely';

/** Own variants of templates: versions of an organisation's text; an act keeps which one it was drawn up from. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table act_template_variant (
      id uuid not null constraint act_template_variant_pk primary key,
      unit_id uuid not null constraint act_template_variant_unit_fk references org_unit (id),
      region_id uuid constraint act_template_variant_region_fk references org_unit (id),
      kind text not null,
      version integer not null constraint act_template_variant_version_positive check (version > 0),
      heading text not null constraint act_template_variant_heading_length check (length(heading) between 1 and 300),
      body text not null constraint act_template_variant_body_length check (length(body) between 1 and 40000),
      standard_version integer not null,
      written_by uuid not null constraint act_template_variant_written_by_fk references person (id),
      started_on date not null,
      ended_on date,
      created_at timestamptz not null default now(),
      constraint act_template_variant_version_taken unique (unit_id, kind, version),
      constraint act_template_variant_period_in_order check (ended_on >= started_on)
    )`.execute(db);
  await sql`
    create unique index act_template_variant_in_force on act_template_variant (unit_id, kind)
      where ended_on is null`.execute(db);
  await sql`
    alter table local_act add column variant_id uuid
      constraint local_act_variant_fk references act_template_variant (id)`.execute(db);
  await sql`create index local_act_unit_kind on local_act (unit_id, kind, created_at desc)`.execute(db);
}
