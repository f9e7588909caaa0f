import { sql } from 'kysely';
import { NotFound } from '#app/access/refusals.ts';
import { withinUnits } from '#app/access/within-units.server.ts';
import type { Context } from '#app/core/context.server.ts';
import { ORGANISATION_KINDS } from '#app/features/org-units/unit.ts';
import type { Id } from '#db/schema.ts';

/** Most providers an offer lists. */
const MOST_PROVIDERS = 200;

/**
 * The unit in whose name the actor offers to somebody: the topmost one above him (or he himself) within the actor's
 * `contour.offer`. Throws NotFound.
 */
export async function findOfferer(ctx: Context, targetUnitId: Id): Promise<{ id: Id; regionId: Id | null }> {
  const row = await ctx.db
    .selectFrom('orgUnitAncestor as up')
    .innerJoin('orgUnit', 'orgUnit.id', 'up.ancestorId')
    .select(['orgUnit.id', 'orgUnit.regionId'])
    .where('up.unitId', '=', targetUnitId)
    .where('orgUnit.kind', 'in', ['municipality', 'region'])
    .where(withinUnits(ctx, 'contour.offer'))
    .orderBy('up.depth', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (!row) throw new NotFound('contour');
  return row;
}

/** Whether the unit stands below the offering one (or is it) and is open: it may be promised as a provider. */
export async function isFitProvider(tx: Context, offererId: Id, providerId: Id): Promise<boolean> {
  const row = await tx.db
    .selectFrom('orgUnit')
    .innerJoin('orgUnitAncestor as up', 'up.unitId', 'orgUnit.id')
    .select('orgUnit.id')
    .where('orgUnit.id', '=', providerId)
    .where('up.ancestorId', '=', offererId)
    .where((eb) => eb.or([eb('orgUnit.endedOn', 'is', null), eb('orgUnit.endedOn', '>=', tx.today)]))
    .executeTakeFirst();
  return row !== undefined;
}

/** Open units the offering one may promise, its bodies before its organisations, by name; the organisation asked is left out. */
export async function listOfferProviders(ctx: Context, offererId: Id, asked: Id | null) {
  return ctx.db
    .selectFrom('orgUnit')
    .innerJoin('orgUnitAncestor as up', 'up.unitId', 'orgUnit.id')
    .select(['orgUnit.id', 'orgUnit.shortName as name', 'orgUnit.kind'])
    .where('up.ancestorId', '=', offererId)
    .where(sql<boolean>`org_unit.id is distinct from ${asked}::uuid`)
    .where((eb) => eb.or([eb('orgUnit.endedOn', 'is', null), eb('orgUnit.endedOn', '>=', ctx.today)]))
    .where(withinUnits(ctx, 'contour.offer'))
    .orderBy(sql`org_unit.kind in (${sql.join([...ORGANISATION_KINDS])})`)
    .orderBy('up.depth')
    .orderBy('orgUnit.shortName')
    .orderBy('orgUnit.id')
    .limit(MOST_PROVIDERS)
    .execute();
}
