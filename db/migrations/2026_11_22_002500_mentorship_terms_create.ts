import { type Kysely, sql } from 'kysely';

/** Terms of a mentor's work and pay in a mentorship: content, term, form, volume, pay and its ground (Labour Code 351.8). */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table mentorship_terms (
      id uuid not null constraint mentorship_terms_pk primary key,
      mentorship_id uuid not null constraint mentorship_terms_mentorship_fk references mentorship (id),
      person_id uuid not null constraint mentorship_terms_person_fk references person (id),
      unit_id uuid not null constraint mentorship_terms_unit_fk references org_unit (id),
      region_id uuid constraint mentorship_terms_region_fk references org_unit (id),
      content text not null default '' constraint mentorship_terms_content_length check (length(content) <= 2000),
      work_form text constraint mentorship_terms_work_form_known check (work_form in ('in_person', 'remote', 'blended')),
      started_on date,
      ended_on date,
      volume_hours integer constraint mentorship_terms_volume_hours_range check (volume_hours between 1 and 200),
      volume_per text constraint mentorship_terms_volume_per_known check (volume_per in ('week', 'month')),
      contract_number text,
      contract_on date,
      pay_kind text constraint mentorship_terms_pay_kind_known check (pay_kind in ('percent', 'fixed', 'none')),
      pay_percent_hundredths integer
        constraint mentorship_terms_pay_percent_range check (pay_percent_hundredths between 1 and 20000),
      pay_kopecks bigint constraint mentorship_terms_pay_kopecks_range check (pay_kopecks between 1 and 100000000),
      pay_period text constraint mentorship_terms_pay_period_known check (pay_period in ('monthly', 'quarterly', 'once')),
      pay_ground text not null default '' constraint mentorship_terms_pay_ground_length check (length(pay_ground) <= 500),
      zero_pay_ground text constraint mentorship_terms_zero_pay_ground_length check (length(zero_pay_ground) <= 1000),
      zero_pay_by uuid constraint mentorship_terms_zero_pay_by_fk references person (id),
      zero_pay_on date,
      job_description text not null default ''
        constraint mentorship_terms_job_description_length check (length(job_description) <= 500),
      version integer not null default 1,
      changed_at timestamptz not null default now(),
      created_at timestamptz not null default now(),
      constraint terms_already_begun unique (mentorship_id, person_id),
      constraint terms_ends_before_start check (ended_on >= started_on),
      constraint pay_size_by_kind check (
        (pay_percent_hundredths is not null) = (pay_kind is not distinct from 'percent')
        and (pay_kopecks is not null) = (pay_kind is not distinct from 'fixed')),
      constraint zero_pay_ground_by_head check (
        (zero_pay_ground is null) = (zero_pay_by is null) and (zero_pay_ground is null) = (zero_pay_on is null)
        and (zero_pay_ground is null or pay_kind = 'none'))
    )`.execute(db);
  await sql`create index mentorship_terms_unit on mentorship_terms (unit_id, id)`.execute(db);
  await sql`create index mentorship_terms_person on mentorship_terms (person_id)`.execute(db);
}
