import { type Kysely, sql } from 'kysely';

/**
 * Numbers by journal of registration and year: what each looks like, which was given to which act, why one was left out.
 * A number is written down once and never given again (BR-64).
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table local_act_number rename column kind to journal`.execute(db);
  await sql`update local_act_number set journal = 'orders'`.execute(db);
  await sql`
    create table number_mask (
      id uuid not null constraint number_mask_pk primary key,
      unit_id uuid not null constraint number_mask_unit_fk references org_unit (id),
      region_id uuid constraint number_mask_region_fk references org_unit (id),
      journal text not null,
      mask text not null constraint number_mask_length check (length(mask) between 3 and 30),
      changed_by uuid not null constraint number_mask_changed_by_fk references person (id),
      version integer not null default 1,
      created_at timestamptz not null default now(),
      constraint number_mask_of_journal unique (unit_id, journal)
    )`.execute(db);
  await sql`
    create table act_number (
      id uuid not null constraint act_number_pk primary key,
      unit_id uuid not null constraint act_number_unit_fk references org_unit (id),
      region_id uuid constraint act_number_region_fk references org_unit (id),
      journal text not null,
      year integer not null,
      first_ordinal integer,
      last_ordinal integer,
      number text not null constraint act_number_length check (length(number) between 1 and 60),
      act_id uuid constraint act_number_act_fk references local_act (id),
      reason text constraint act_number_reason_length check (length(reason) between 1 and 300),
      recorded_by uuid constraint act_number_recorded_by_fk references person (id),
      created_at timestamptz not null default now(),
      constraint act_number_taken unique (unit_id, journal, year, number),
      constraint act_number_of_act unique (act_id),
      constraint act_number_explained check (act_id is not null or reason is not null),
      constraint act_number_ordinals check (
        (first_ordinal is null and last_ordinal is null) or (first_ordinal >= 1 and last_ordinal >= first_ordinal)),
      constraint act_number_ordinal_taken exclude using gist
        (unit_id with =, journal with =, year with =, int4range(first_ordinal, last_ordinal, '[]') with &&)
        where (first_ordinal is not null)
    )`.execute(db);
  await sql`
    insert into act_number (id, unit_id, region_id, journal, year, first_ordinal, last_ordinal, number, act_id, recorded_by)
    select gen_random_uuid(), unit_id, region_id, 'orders', extract(year from registered_on)::int,
      (regexp_match(number, '^\d+'))[1]::int, (regexp_match(number, '^\d+'))[1]::int, number, id, approved_by
    from local_act where state = 'approved'`.execute(db);
  await sql`
    create trigger act_number_is_never_given_again before delete on act_number
      for each row execute function refuse_change()`.execute(db);
  await sql`alter table local_act drop constraint local_act_number_taken`.execute(db);
}
