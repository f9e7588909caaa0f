import { type Kysely, sql } from 'kysely';

/** Each read of a route by its centre asks whether the consent to the transfer of data stands. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create index personal_consent_transfer on personal_consent (person_id)
    where purpose = 'centre_transfer'`.execute(db);
}
