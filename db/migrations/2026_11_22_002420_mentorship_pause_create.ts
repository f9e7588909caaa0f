import { type Kysely, sql } from 'kysely';

/** Dated pauses of a mentorship: leave, illness and the like (DOMAIN 2.6, BR-27). */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table mentorship_pause (
      id uuid not null constraint mentorship_pause_pk primary key,
      mentorship_id uuid not null constraint mentorship_pause_mentorship_fk references mentorship (id),
      unit_id uuid not null constraint mentorship_pause_unit_fk references org_unit (id),
      region_id uuid constraint mentorship_pause_region_fk references org_unit (id),
      reason text not null constraint mentorship_pause_reason_known check (reason in (
        'leave', 'parental_leave', 'illness', 'training', 'other')),
      started_on date not null,
      ended_on date not null,
      frees_place boolean not null default false,
      recorded_by uuid not null constraint mentorship_pause_recorded_by_fk references person (id),
      version integer not null default 1,
      created_at timestamptz not null default now(),
      constraint mentorship_pause_period_in_order check (ended_on >= started_on),
      constraint already_paused exclude using gist
        (mentorship_id with =, daterange(started_on, ended_on, '[]') with &&)
    )`.execute(db);
}
