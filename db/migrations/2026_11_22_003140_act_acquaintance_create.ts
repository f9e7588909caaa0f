import { type Kysely, sql } from 'kysely';

/** Who is to read an approved act, and who has confirmed it: on the own page, or on paper as the curator recorded. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table act_acquaintance (
      id uuid not null constraint act_acquaintance_pk primary key,
      act_id uuid not null constraint act_acquaintance_act_fk references local_act (id),
      unit_id uuid not null constraint act_acquaintance_unit_fk references org_unit (id),
      region_id uuid constraint act_acquaintance_region_fk references org_unit (id),
      person_id uuid not null constraint act_acquaintance_person_fk references person (id),
      acquainted_on date,
      way text constraint act_acquaintance_way_known check (way in ('own', 'paper')),
      recorded_by uuid constraint act_acquaintance_recorded_by_fk references person (id),
      created_at timestamptz not null default now(),
      constraint act_acquaintance_named_twice unique (act_id, person_id),
      constraint act_acquaintance_whole check (
        (acquainted_on is null) = (way is null) and (acquainted_on is null) = (recorded_by is null)),
      constraint act_acquaintance_own_by_other check (way <> 'own' or recorded_by = person_id)
    )`.execute(db);
  await sql`
    create index act_acquaintance_waiting on act_acquaintance (person_id) where acquainted_on is null`.execute(db);
  await sql`
    create function refuse_change_of_acquaintance() returns trigger language plpgsql as $$
    begin
      if tg_op = 'DELETE' or old.acquainted_on is not null then
        raise exception 'who has read an act is never changed' using errcode = 'RY002';
      end if;
      return new;
    end $$`.execute(db);
  await sql`
    create trigger act_acquaintance_is_immutable before update or delete on act_acquaintance
      for each row execute function refuse_change_of_acquaintance()`.execute(db);
}
