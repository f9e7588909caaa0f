import { type Kysely, sql } from 'kysely';

/** What a mentor or a mentee has said of own readiness (000-18) and of the code of the side (000-20, 000-21). */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table participant_readiness (
      person_id uuid not null constraint participant_readiness_person_fk references person (id),
      side text not null constraint participant_readiness_side_known check (side in ('mentor', 'mentee')),
      unit_id uuid not null constraint participant_readiness_unit_fk references org_unit (id),
      region_id uuid constraint participant_readiness_region_fk references org_unit (id),
      writing_ready_on date,
      internet_ready_on date,
      code_accepted_on date,
      version integer not null default 1,
      created_at timestamptz not null default now(),
      constraint participant_readiness_pk primary key (person_id, side)
    )`.execute(db);
}
