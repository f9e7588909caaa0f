import { type Kysely, sql } from 'kysely';

/** A file with results of an instrument for a group, read and judged before anything of it is written. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table diagnosis_import (
      id uuid not null constraint diagnosis_import_pk primary key,
      unit_id uuid not null constraint diagnosis_import_unit_fk references org_unit (id),
      region_id uuid constraint diagnosis_import_region_fk references org_unit (id),
      instrument_id uuid not null constraint diagnosis_import_instrument_fk references diagnostic_instrument (id),
      made_on date not null,
      file_name text not null,
      state text not null default 'checked' constraint diagnosis_import_state_known check (state in ('checked', 'applied')),
      results jsonb not null,
      refusals jsonb not null,
      uploaded_by uuid not null constraint diagnosis_import_uploaded_by_fk references person (id),
      version integer not null default 1,
      created_at timestamptz not null default now()
    )`.execute(db);
  await sql`create index diagnosis_import_unit on diagnosis_import (unit_id, created_at)`.execute(db);
}
