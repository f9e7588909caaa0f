import { type Kysely, sql } from 'kysely';

/** Acts of destruction of personal data (DT-34), never changed and never removed: the trace outlives the data. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table destruction_act (
      id uuid not null constraint destruction_act_pk primary key,
      unit_id uuid not null constraint destruction_act_unit_fk references org_unit (id),
      region_id uuid constraint destruction_act_region_fk references org_unit (id),
      acted_on date not null,
      commission text not null
        constraint destruction_act_commission_length check (length(commission) between 1 and 1000),
      people_count integer not null constraint destruction_act_people_count_positive check (people_count > 0),
      document jsonb not null,
      document_hash text not null,
      recorded_by uuid not null constraint destruction_act_recorded_by_fk references person (id),
      created_at timestamptz not null default now()
    )`.execute(db);
  await sql`create index destruction_act_unit on destruction_act (unit_id, acted_on desc, id)`.execute(db);
  await sql`
    create function refuse_change_of_destruction_act() returns trigger language plpgsql as $$
    begin
      raise exception 'an act of destruction never changes' using errcode = 'RY002';
    end $$`.execute(db);
  await sql`
    create trigger destruction_act_is_kept before update or delete on destruction_act
      for each row execute function refuse_change_of_destruction_act()`.execute(db);
}
