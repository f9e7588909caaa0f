import { type Kysely, sql } from 'kysely';

/** Recognition of mentors: money (with basis, period and kopecks) and other kinds, equally recorded. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table stimulus (
      id uuid not null constraint stimulus_pk primary key,
      unit_id uuid not null constraint stimulus_unit_fk references org_unit (id),
      region_id uuid constraint stimulus_region_fk references org_unit (id),
      person_id uuid not null constraint stimulus_person_fk references person (id),
      mentorship_id uuid constraint stimulus_mentorship_fk references mentorship (id),
      is_money boolean not null,
      kind text not null constraint stimulus_kind_known check (kind in (
        'stimulating', 'compensatory',
        'reserve', 'attestation_credit', 'competition_credit', 'contest_nomination', 'diploma', 'departmental_award',
        'social_programme', 'best_mentor_contest', 'grant', 'state_badge')),
      basis text not null constraint stimulus_basis_length check (length(basis) between 3 and 500),
      amount_kopecks bigint,
      started_on date not null,
      ended_on date,
      state text not null constraint stimulus_state_known check (state in ('proposed', 'approved', 'paid')),
      proposed_by uuid not null constraint stimulus_proposed_by_fk references person (id),
      approved_by uuid constraint stimulus_approved_by_fk references person (id),
      paid_by uuid constraint stimulus_paid_by_fk references person (id),
      paid_on date,
      version integer not null default 1,
      created_at timestamptz not null default now(),
      constraint stimulus_period_in_order check (ended_on >= started_on),
      constraint money_needs_amount_and_period check (
        not is_money or (amount_kopecks > 0 and ended_on is not null and kind in ('stimulating', 'compensatory'))),
      constraint award_has_no_amount check (is_money or (amount_kopecks is null and kind not in ('stimulating', 'compensatory'))),
      constraint stimulus_same_person_twice check (
        (approved_by is null or approved_by <> proposed_by)
        and (paid_by is null or (paid_by <> proposed_by and paid_by <> approved_by)))
    )`.execute(db);
  await sql`create index stimulus_unit on stimulus (unit_id, created_at desc, id)`.execute(db);
  await sql`create index stimulus_person on stimulus (person_id)`.execute(db);
}
