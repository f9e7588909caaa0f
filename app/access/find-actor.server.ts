import { type RawBuilder, sql } from 'kysely';
import type { Database } from '#db/database.ts';
import type { Id, Moment } from '#db/schema.ts';
import type { Actor, Grant } from './actor.ts';
import { isRole } from './roles.ts';
import { sessionHashOf, validateSession } from './session.server.ts';

/** Who stands behind the cookie, with the grants in force at `now` in each unit's own time zone. */
export async function findActor(
  db: Database,
  cookie: string | null,
  now: Moment,
): Promise<{ actor: Actor; timeZone: string | null }> {
  const sessionHash = sessionHashOf(db, cookie);
  if (!sessionHash) return { actor: { kind: 'anonymous' }, timeZone: null };
  // Side by side, so that they travel together; without a session in force the grants are not looked at.
  const [session, { grants, timeZone }] = await Promise.all([
    validateSession(db, cookie),
    grantsOf(db, holderOf(sessionHash), now, false),
  ]);
  if (!session) return { actor: { kind: 'anonymous' }, timeZone: null };
  const { personId, accountId, face } = session;
  return { actor: { kind: 'person', personId, accountId, grants, face }, timeZone };
}

function holderOf(sessionHash: string): RawBuilder<Id> {
  return sql<Id>`(select account.person_id from session join account on account.id = session.user_id
    where session.id = ${sessionHash})`;
}

/**
 * Grants of a person in force at a moment: the grant's period and the unit's own existence both hold on that day in
 * the unit's zone. With `lock` the rows are share-locked, so that a withdrawal waits for the act or the act sees it.
 */
export function grantsInForce(db: Database, personId: Id, now: Moment, lock: boolean): Promise<Held> {
  return grantsOf(db, sql<Id>`${personId}`, now, lock);
}

/** Grants, and the time zone of the unit of the first one. */
type Held = { grants: Grant[]; timeZone: string | null };

async function grantsOf(db: Database, person: RawBuilder<Id>, now: Moment, lock: boolean): Promise<Held> {
  const { rows } = await sql<{ id: Id; role: string; unitId: Id; regionId: Id | null; timeZone: string }>`
    select role_grant.id, role_grant.role, role_grant.unit_id, role_grant.region_id, org_unit.time_zone
    from role_grant join org_unit on org_unit.id = role_grant.unit_id
    cross join lateral (select (${now}::timestamptz at time zone org_unit.time_zone)::date as day) local
    where role_grant.person_id = ${person}
      and role_grant.started_on <= local.day and (role_grant.ended_on is null or role_grant.ended_on >= local.day)
      and org_unit.started_on <= local.day and (org_unit.ended_on is null or org_unit.ended_on >= local.day)
    order by role_grant.created_at, role_grant.id
    ${lock ? sql`for share of role_grant` : sql``}
  `.execute(db);
  const grants = rows.flatMap((row) =>
    isRole(row.role) ? [{ id: row.id, role: row.role, unitId: row.unitId, regionId: row.regionId }] : [],
  );
  return { grants, timeZone: rows[0]?.timeZone ?? null };
}
