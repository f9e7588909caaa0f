import { type Kysely, sql } from 'kysely';

/** How a mentorship in force changes its members: somebody comes to it or a mentor is replaced, by consent and order (BR-11). */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table membership_change (
      id uuid not null constraint membership_change_pk primary key,
      mentorship_id uuid not null constraint membership_change_mentorship_fk references mentorship (id),
      unit_id uuid not null constraint membership_change_unit_fk references org_unit (id),
      region_id uuid constraint membership_change_region_fk references org_unit (id),
      kind text not null constraint membership_change_kind_known check (kind in (
        'mentee_added', 'mentor_added', 'mentor_replaced')),
      person_id uuid not null constraint membership_change_person_fk references person (id),
      replaced_member_id uuid constraint membership_change_replaced_fk references mentorship_member (id),
      started_on date not null,
      reason text not null default '' constraint membership_change_reason_length check (length(reason) <= 1000),
      state text not null constraint membership_change_state_known check (state in (
        'proposed', 'consented', 'done', 'declined', 'withdrawn')),
      manner text constraint membership_change_manner_known check (manner in ('electronic', 'paper')),
      answered_on date,
      ground text constraint membership_change_ground_length check (length(ground) between 1 and 200),
      ordered_on date,
      proposed_by uuid not null constraint membership_change_proposed_by_fk references person (id),
      version integer not null default 1,
      created_at timestamptz not null default now(),
      constraint membership_change_replaces_whom check ((kind = 'mentor_replaced') = (replaced_member_id is not null)),
      constraint membership_change_done_whole check (
        (state = 'done') = (ordered_on is not null) and (state = 'done') = (ground is not null))
    )`.execute(db);
  await sql`create index membership_change_mentorship on membership_change (mentorship_id, created_at)`.execute(db);
  await sql`create index membership_change_person on membership_change (person_id)`.execute(db);
  await sql`create unique index replacement_already_open on membership_change (replaced_member_id)
    where state in ('proposed', 'consented')`.execute(db);
  await sql`create unique index member_already_invited on membership_change (mentorship_id, person_id)
    where state in ('proposed', 'consented')`.execute(db);
}
