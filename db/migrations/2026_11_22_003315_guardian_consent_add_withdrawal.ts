import { type Kysely, sql } from 'kysely';

/** A guardian's consent names the guardian's record and may be withdrawn, after which another may be given (BR-83). */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table guardian_consent
      add column guardian_id uuid constraint guardian_consent_guardian_fk references guardian (id),
      add column withdrawn_on date,
      add column withdrawn_by uuid constraint guardian_consent_withdrawn_by_fk references person (id),
      add column version integer not null default 1,
      add constraint guardian_consent_withdrawn_whole check ((withdrawn_on is null) = (withdrawn_by is null)),
      add constraint guardian_consent_period_in_order check (withdrawn_on >= consented_on),
      drop constraint guardian_consent_already_recorded`.execute(db);
  await sql`create unique index guardian_consent_already_recorded on guardian_consent (mentorship_id, person_id)
    where withdrawn_on is null`.execute(db);
}
