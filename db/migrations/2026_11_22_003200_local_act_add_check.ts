import { type Kysely, sql } from 'kysely';

/**
 * The code by which anybody checks an act, and how often that was done. The code is chance alone: it cannot be counted
 * up to the next act's.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table local_act
      add column check_code text not null
        default substr(md5(gen_random_uuid()::text || gen_random_uuid()::text), 1, 16)
        constraint local_act_check_code_form check (check_code ~ '^[0-9a-f]{16}$'),
      add constraint local_act_check_code_taken unique (check_code)`.execute(db);
  await sql`
    create table local_act_check (
      act_id uuid not null constraint local_act_check_act_fk references local_act (id),
      unit_id uuid not null constraint local_act_check_unit_fk references org_unit (id),
      region_id uuid constraint local_act_check_region_fk references org_unit (id),
      checked_on date not null,
      matched integer not null default 0,
      differed integer not null default 0,
      constraint local_act_check_pk primary key (act_id, checked_on)
    )`.execute(db);
}
