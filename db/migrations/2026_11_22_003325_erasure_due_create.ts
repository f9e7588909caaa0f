import { type Kysely, sql } from 'kysely';

/** What must be destroyed by when and on what ground: the clock that a withdrawal starts (152-FZ article 21, BR-80, BR-84). */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table erasure_due (
      id uuid not null constraint erasure_due_pk primary key,
      person_id uuid not null constraint erasure_due_person_fk references person (id),
      unit_id uuid not null constraint erasure_due_unit_fk references org_unit (id),
      region_id uuid constraint erasure_due_region_fk references org_unit (id),
      consent_id uuid constraint erasure_due_consent_fk references personal_consent (id),
      guardian_consent_id uuid constraint erasure_due_guardian_consent_fk references guardian_consent (id),
      data_class text not null constraint erasure_due_data_class_known check (data_class in (
        'contacts', 'published', 'transferred', 'guardian')),
      started_on date not null,
      due_on date not null,
      act_id uuid constraint erasure_due_act_fk references destruction_act (id),
      stopped_on date,
      created_at timestamptz not null default now(),
      constraint erasure_due_one_source check (num_nonnulls(consent_id, guardian_consent_id) = 1),
      constraint erasure_due_period_in_order check (due_on >= started_on),
      constraint erasure_due_one_end check (num_nonnulls(act_id, stopped_on) <= 1)
    )`.execute(db);
  await sql`create index erasure_due_unit on erasure_due (unit_id, due_on, id)
    where act_id is null and stopped_on is null`.execute(db);
}
