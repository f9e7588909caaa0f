import { type Kysely, sql } from 'kysely';

/**
 * What a mentor offers beyond words: formats, subjects, hours a week, a pause in new requests. The number of people may
 * stay unsaid: then the organisation's limit alone holds. What is both at once stays as it was said.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table mentor_profile
      alter column load_limit_people drop not null,
      alter column load_limit_people drop default,
      add column load_limit_hours integer
        constraint mentor_profile_load_limit_hours_range check (load_limit_hours between 1 and 36),
      add column formats text[] not null default '{}'
        constraint mentor_profile_formats_known check (formats <@ array['in_person', 'remote', 'hybrid']),
      add column subjects text[] not null default '{}',
      add column is_taking boolean not null default true,
      add column not_taking_until date,
      add constraint mentor_profile_pause_in_order check (not_taking_until is null or not is_taking)`.execute(db);
  await sql`create index mentor_profile_unit on mentor_profile (unit_id, person_id)`.execute(db);
}
