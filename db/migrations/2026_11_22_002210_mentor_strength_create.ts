import { type Kysely, sql } from 'kysely';

/** Strengths of a mentor by the nine diagnostic areas (002-37), levels 1 to 3. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table mentor_strength (
      person_id uuid not null constraint mentor_strength_person_fk references person (id),
      area_code text not null constraint mentor_strength_area_fk references competence_area (code),
      unit_id uuid not null constraint mentor_strength_unit_fk references org_unit (id),
      region_id uuid constraint mentor_strength_region_fk references org_unit (id),
      level integer not null constraint mentor_strength_level_range check (level between 1 and 3),
      constraint mentor_strength_pk primary key (person_id, area_code)
    )`.execute(db);
}
