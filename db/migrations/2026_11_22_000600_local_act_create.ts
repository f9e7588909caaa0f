import { type Kysely, sql } from 'kysely';

/** Local acts: drafts, the frozen text under review, approval, numbers. An approved act never changes. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table local_act (
      id uuid not null constraint local_act_pk primary key,
      unit_id uuid not null constraint local_act_unit_fk references org_unit (id),
      region_id uuid constraint local_act_region_fk references org_unit (id),
      kind text not null constraint local_act_kind_known check (kind in ('assignment_order')),
      heading text not null,
      state text not null constraint local_act_state_known check (state in ('draft', 'review', 'approved', 'returned', 'cancelled')),
      template_code text not null,
      template_version integer not null,
      "values" jsonb not null,
      document jsonb not null,
      document_hash text not null,
      retention_class text not null default 'personnel_75',
      number text,
      registered_on date,
      author_id uuid not null constraint local_act_author_fk references person (id),
      submitted_at timestamptz,
      return_reason text,
      approved_by uuid constraint local_act_approved_by_fk references person (id),
      approved_at timestamptz,
      version integer not null default 1,
      created_at timestamptz not null default now(),
      constraint approver_is_author check (approved_by <> author_id),
      constraint local_act_approved_whole check (
        (state = 'approved') = (approved_by is not null and approved_at is not null and number is not null and registered_on is not null)),
      constraint local_act_number_taken unique (unit_id, kind, registered_on, number)
    )`.execute(db);
  await sql`create index local_act_unit on local_act (unit_id, created_at desc, id)`.execute(db);
  await sql`
    create table local_act_mentorship (
      act_id uuid not null constraint local_act_mentorship_act_fk references local_act (id),
      mentorship_id uuid not null constraint local_act_mentorship_mentorship_fk references mentorship (id),
      constraint local_act_mentorship_pk primary key (act_id, mentorship_id)
    )`.execute(db);
  await sql`create index local_act_mentorship_mentorship on local_act_mentorship (mentorship_id)`.execute(db);
  await sql`
    create table local_act_number (
      unit_id uuid not null constraint local_act_number_unit_fk references org_unit (id),
      kind text not null,
      year integer not null,
      last_number integer not null,
      constraint local_act_number_pk primary key (unit_id, kind, year)
    )`.execute(db);
  await sql`
    create function refuse_change_of_approved_act() returns trigger language plpgsql as $$
    begin
      if old.state = 'approved' then
        raise exception 'an approved act never changes' using errcode = 'RY002';
      end if;
      if tg_op = 'DELETE' then return old; end if;
      return new;
    end $$`.execute(db);
  await sql`
    create trigger local_act_approved_is_immutable before update or delete on local_act
      for each row execute function refuse_change_of_approved_act()`.execute(db);
}
