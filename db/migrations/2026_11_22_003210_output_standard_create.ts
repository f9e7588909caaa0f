import { type Kysely, sql } from 'kysely';

/** By which standard of requisites an organisation's documents are printed; without a row the one in force. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table output_standard (
      id uuid not null constraint output_standard_pk primary key,
      unit_id uuid not null constraint output_standard_unit_fk references org_unit (id),
      region_id uuid constraint output_standard_region_fk references org_unit (id),
      standard text not null constraint output_standard_known check (standard in ('2025', '2016')),
      set_by uuid not null constraint output_standard_set_by_fk references person (id),
      set_at timestamptz not null,
      version integer not null default 1,
      constraint output_standard_of_unit unique (unit_id)
    )`.execute(db);
}
