import { sql } from 'kysely';
import { grantsInForce } from '#app/access/find-actor.server.ts';
import { isRole, type Role } from '#app/access/roles.ts';
import type { Context } from '#app/core/context.server.ts';
import type { Id } from '#db/schema.ts';
import { mayGive } from './grant.ts';

/** A role a person holds now or will hold, with the place of its unit in the tree. */
interface Standing {
  role: Role;
  unitId: Id;
  kind: string;
  depths: ReadonlyMap<Id, number>;
}

/**
 * Whether holders of these grants could give every role the person holds or is going to hold. Who hands out a link to
 * an account could come in with it himself, so a link must never open more than its maker may give.
 */
async function coversEveryRole(
  ctx: Context,
  holder: readonly { role: Role; unitId: Id }[],
  personId: Id,
): Promise<boolean> {
  const standing = await standingOf(ctx, personId);
  return standing.every(({ role, unitId, kind, depths }) => mayGive(holder, role, { id: unitId, kind, depths }));
}

/** The same asked about the actor; the system covers everything. */
export async function actorCoversEveryRole(ctx: Context, personId: Id): Promise<boolean> {
  if (ctx.actor.kind === 'system') return true;
  return ctx.actor.kind === 'person' && coversEveryRole(ctx, ctx.actor.grants, personId);
}

/** The same asked about somebody else as things stand now; null is the installation itself. */
export async function personCoversEveryRole(ctx: Context, holderId: Id | null, personId: Id): Promise<boolean> {
  if (holderId === null) return true;
  const { grants } = await grantsInForce(ctx.db, holderId, ctx.now, true);
  return grants.length > 0 && coversEveryRole(ctx, grants, personId);
}

async function standingOf(ctx: Context, personId: Id): Promise<Standing[]> {
  const { rows } = await sql<{ role: string; unitId: Id; kind: string; above: { id: Id; depth: number }[] }>`
    select role_grant.role, role_grant.unit_id, org_unit.kind,
      (select json_agg(json_build_object('id', up.ancestor_id, 'depth', up.depth))
        from org_unit_ancestor up where up.unit_id = role_grant.unit_id) as above
    from role_grant join org_unit on org_unit.id = role_grant.unit_id
    cross join lateral (select (${ctx.now}::timestamptz at time zone org_unit.time_zone)::date as day) local
    where role_grant.person_id = ${personId}
      and (role_grant.ended_on is null or role_grant.ended_on >= greatest(local.day, role_grant.started_on))
      and (org_unit.ended_on is null or org_unit.ended_on >= local.day)
  `.execute(ctx.db);
  return rows.flatMap(({ role, unitId, kind, above }) =>
    isRole(role) ? [{ role, unitId, kind, depths: new Map(above.map((unit) => [unit.id, unit.depth])) }] : [],
  );
}
