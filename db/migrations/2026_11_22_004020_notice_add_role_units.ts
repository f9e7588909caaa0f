import { type Kysely, sql } from 'kysely';

/** A notice that names somebody to a holder of a role says by which units' roles: without them the name is not shown. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table notice add column role_unit_ids uuid[] not null default '{}'`.execute(db);
  await sql`
    update notice set role_unit_ids = array(select distinct held.unit_id from role_grant held
      where held.person_id = notice.person_id and held.role not in ('mentor', 'mentee')
        and held.started_on <= notice.created_at::date
        and (held.ended_on is null or held.ended_on >= notice.created_at::date))
    where details ? 'person'`.execute(db);
}
