import { type Kysely, sql } from 'kysely';

/** Free time of a mentor or a mentee in a usual week. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table free_slot (
      id uuid not null constraint free_slot_pk primary key,
      person_id uuid not null constraint free_slot_person_fk references person (id),
      unit_id uuid not null constraint free_slot_unit_fk references org_unit (id),
      region_id uuid constraint free_slot_region_fk references org_unit (id),
      weekday integer not null constraint free_slot_weekday_range check (weekday between 1 and 7),
      from_minute integer not null constraint free_slot_from_range check (from_minute between 0 and 1439),
      to_minute integer not null constraint free_slot_to_range check (to_minute between 1 and 1440),
      constraint slot_ends_before_start check (to_minute > from_minute),
      constraint slots_overlap exclude using gist
        (person_id with =, weekday with =, int4range(from_minute, to_minute) with &&)
    )`.execute(db);
}
