import { type Kysely, sql } from 'kysely';

/** A file with entries of the register, read and judged before anything of it is written. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table offer_import (
      id uuid not null constraint offer_import_pk primary key,
      unit_id uuid not null constraint offer_import_unit_fk references org_unit (id),
      region_id uuid constraint offer_import_region_fk references org_unit (id),
      file_name text not null,
      state text not null default 'checked' constraint offer_import_state_known check (state in ('checked', 'applied')),
      entries jsonb not null,
      refusals jsonb not null,
      uploaded_by uuid not null constraint offer_import_uploaded_by_fk references person (id),
      version integer not null default 1,
      created_at timestamptz not null default now()
    )`.execute(db);
  await sql`create index offer_import_unit on offer_import (unit_id, created_at)`.execute(db);
}
