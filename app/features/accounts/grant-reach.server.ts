import { NotFound } from '#app/access/refusals.ts';
import type { Role } from '#app/access/roles.ts';
import { type Context, personOf } from '#app/core/context.server.ts';
import { dayOf } from '#app/core/dates.ts';
import { isUnitKind } from '#app/features/org-units/unit.ts';
import { shareTreeOf } from '#app/features/org-units/unit-tree.server.ts';
import type { Id } from '#db/schema.ts';
import { type GrantPlace, mayGive, type PlaceInTree } from './grant.ts';

/** A unit a role is given at, held still: its place in the tree and its life. */
export type LockedPlace = PlaceInTree & GrantPlace & { regionId: Id | null };

/** Locks the unit and the shape of the tree above it until the act is done. Throws NotFound. */
export async function lockedPlace(tx: Context, unitId: Id): Promise<LockedPlace> {
  await shareTreeOf(tx, unitId);
  const unit = await tx.db
    .selectFrom('orgUnit')
    .select(['id', 'kind', 'regionId', 'timeZone', 'startedOn', 'endedOn'])
    .where('id', '=', unitId)
    .forShare()
    .executeTakeFirst();
  if (!unit || !isUnitKind(unit.kind)) throw new NotFound('unit');
  const { id, kind, regionId, startedOn, endedOn, timeZone } = unit;
  const depths = await depthsOf(tx, unitId);
  return { id, kind, regionId, startedOn, endedOn, localDay: dayOf(tx.now, timeZone), depths };
}

/** Distance from a unit to each unit above it, itself at 0. */
async function depthsOf(ctx: Context, unitId: Id): Promise<Map<Id, number>> {
  const above = await ctx.db
    .selectFrom('orgUnitAncestor')
    .select(['ancestorId', 'depth'])
    .where('unitId', '=', unitId)
    .execute();
  return new Map(above.map((row) => [row.ancestorId, row.depth]));
}

/** Whether the actor may give and take the role at the unit; the system may everything. */
export function mayActorGive(ctx: Context, role: Role, place: PlaceInTree): boolean {
  if (ctx.actor.kind === 'system') return true;
  return ctx.actor.kind === 'person' && mayGive(ctx.actor.grants, role, place);
}

/** Whether the person is the actor. */
export function isOneself(ctx: Context, personId: Id): boolean {
  return ctx.actor.kind === 'person' && personOf(ctx) === personId;
}
