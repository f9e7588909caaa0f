import { type Kysely, sql } from 'kysely';

/** Of an applied file only numbers stay: a route may leave the centre, and refused names may be of strangers (BR-22). */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table diagnosis_import
      add column taken_count integer,
      add column gone_count integer,
      add column refused_count integer`.execute(db);
  await sql`
    update diagnosis_import set taken_count = jsonb_array_length(results), gone_count = 0,
      refused_count = jsonb_array_length(refusals), results = '[]', refusals = '[]'
    where state = 'applied'`.execute(db);
  await sql`
    alter table diagnosis_import add constraint diagnosis_import_applied_is_empty check (
      state = 'checked' or (results = '[]' and refusals = '[]' and taken_count is not null and gone_count is not null
        and refused_count is not null))`.execute(db);
}
