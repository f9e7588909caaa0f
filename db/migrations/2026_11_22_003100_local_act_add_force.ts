import { type Kysely, sql } from 'kysely';

/**
 * From which day an approved act is in force and until when, which act it replaces, how it is signed. Acts approved
 * before this were approved in the program, in force from the day of their number.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table local_act
      add column origin text not null default 'program'
        constraint local_act_origin_known check (origin in ('program', 'paper')),
      add column signature_kinds text[] not null default '{}',
      add column signature_kind text
        constraint local_act_signature_kind_known check (signature_kind in ('paper', 'simple', 'unqualified', 'qualified')),
      add column review_due_on date,
      add column in_force_on date,
      add column ended_on date,
      add column end_ground text constraint local_act_end_ground_known check (end_ground in ('superseded', 'repealed')),
      add column end_reason text constraint local_act_end_reason_length check (length(end_reason) <= 1000),
      add column ended_by uuid constraint local_act_ended_by_fk references person (id),
      add column ended_at timestamptz,
      add column supersedes_id uuid constraint local_act_supersedes_fk references local_act (id)`.execute(db);
  await sql`alter table local_act disable trigger local_act_approved_is_immutable`.execute(db);
  await sql`
    update local_act set in_force_on = registered_on, signature_kinds = '{simple}', signature_kind = 'simple'
    where state = 'approved'`.execute(db);
  await sql`alter table local_act enable trigger local_act_approved_is_immutable`.execute(db);
  await sql`
    alter table local_act
      drop constraint local_act_approved_whole,
      add constraint local_act_approved_whole check (
        (state = 'approved') = (number is not null and registered_on is not null and in_force_on is not null
          and signature_kind is not null and (origin = 'paper' or (approved_by is not null and approved_at is not null)))),
      add constraint local_act_signature_refused check (signature_kind is null or signature_kind = any (signature_kinds)),
      add constraint local_act_force_before_number check (in_force_on >= registered_on),
      add constraint local_act_ended_whole check (
        (ended_on is null) = (end_ground is null) and (ended_on is null) = (ended_at is null)),
      add constraint local_act_ended_before_force check (ended_on >= in_force_on - 1),
      add constraint local_act_supersedes_itself check (supersedes_id <> id),
      add constraint local_act_kind_of_signature unique (id, signature_kind),
      add constraint local_act_regulation_overlaps exclude using gist
        (unit_id with =, daterange(in_force_on, (ended_on + 1), '[)') with &&)
        where (state = 'approved' and kind = 'regulation')`.execute(db);
  await sql`
    create unique index local_act_superseded_already on local_act (supersedes_id) where state = 'approved'`.execute(db);
  await sql`
    create unique index local_act_version_in_work on local_act (supersedes_id)
      where state in ('draft', 'review', 'returned')`.execute(db);
  await sql`create index local_act_register on local_act (unit_id, kind, registered_on desc, id)`.execute(db);
  // Whatever is not named here stands for ever; what is named is written once, when the act loses force.
  await sql`
    create or replace function refuse_change_of_approved_act() returns trigger language plpgsql as $$
    declare of_its_end constant text[] := array['ended_on', 'end_ground', 'end_reason', 'ended_by', 'ended_at', 'version'];
    begin
      if old.state = 'approved' then
        if tg_op = 'DELETE' or old.ended_on is not null
          or to_jsonb(new) - of_its_end is distinct from to_jsonb(old) - of_its_end then
          raise exception 'an approved act never changes' using errcode = 'RY002';
        end if;
      end if;
      if tg_op = 'DELETE' then return old; end if;
      return new;
    end $$`.execute(db);
}
