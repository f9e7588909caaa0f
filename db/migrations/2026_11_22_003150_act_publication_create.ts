import { type Kysely, sql } from 'kysely';

/** When an approved act stood on the organisation's public page. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table act_publication (
      id uuid not null constraint act_publication_pk primary key,
      act_id uuid not null constraint act_publication_act_fk references local_act (id),
      unit_id uuid not null constraint act_publication_unit_fk references org_unit (id),
      region_id uuid constraint act_publication_region_fk references org_unit (id),
      published_by uuid not null constraint act_publication_published_by_fk references person (id),
      published_at timestamptz not null,
      withdrawn_by uuid constraint act_publication_withdrawn_by_fk references person (id),
      withdrawn_at timestamptz,
      created_at timestamptz not null default now(),
      constraint act_publication_period_in_order check (withdrawn_at >= published_at),
      constraint act_publication_withdrawn_whole check ((withdrawn_at is null) = (withdrawn_by is null))
    )`.execute(db);
  await sql`
    create unique index act_published_already on act_publication (act_id) where withdrawn_at is null`.execute(db);
  await sql`create index act_publication_unit on act_publication (unit_id) where withdrawn_at is null`.execute(db);
}
