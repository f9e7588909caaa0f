import { type Kysely, sql } from 'kysely';

/** The agreement of the home organisation of a mentor who works for another one (002-2). */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table home_agreement (
      id uuid not null constraint home_agreement_pk primary key,
      mentorship_id uuid not null constraint home_agreement_mentorship_fk references mentorship (id),
      person_id uuid not null constraint home_agreement_person_fk references person (id),
      unit_id uuid not null constraint home_agreement_unit_fk references org_unit (id),
      region_id uuid constraint home_agreement_region_fk references org_unit (id),
      state text not null constraint home_agreement_state_known check (state in ('asked', 'agreed', 'refused')),
      agreement text not null default '' constraint home_agreement_agreement_length check (length(agreement) <= 300),
      decided_on date,
      decided_by uuid constraint home_agreement_decided_by_fk references person (id),
      version integer not null default 1,
      created_at timestamptz not null default now(),
      constraint home_agreement_decided_whole check (
        (state <> 'asked') = (decided_on is not null) and (state <> 'asked') = (decided_by is not null)),
      constraint home_agreement_asked_once unique (mentorship_id, person_id)
    )`.execute(db);
  await sql`create index home_agreement_unit on home_agreement (unit_id, state, created_at)`.execute(db);
}
