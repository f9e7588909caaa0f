import type { Context } from '#app/core/context.server.ts';
import { RuleBroken } from '#app/core/errors.ts';
import { newId } from '#app/core/ids.ts';
import type { Id } from '#db/schema.ts';
import type { Area } from '../people/competence-area.ts';
import type { LockedRoute } from './locked-route.server.ts';

/** A deficit to open. */
export interface FoundDeficit {
  area: Area;
  /** In the owner's words; may be empty. */
  description: string;
}

/** The open deficit a step in this area serves. Throws RuleBroken `step-without-gap` at the field `area`. */
export async function deficitServed(tx: Context, routeId: Id, area: Area): Promise<Id> {
  const row = await tx.db
    .selectFrom('routeDeficit')
    .select('id')
    .where('routeId', '=', routeId)
    .where('areaCode', '=', area)
    .where('closedOn', 'is', null)
    .executeTakeFirst();
  if (!row) throw new RuleBroken('step-without-gap', 'area');
  return row.id;
}

/** Opens deficits in areas where none is open yet; gives the areas opened. The route is locked. */
export async function openDeficits(
  tx: Context,
  route: Pick<LockedRoute, 'id' | 'unitId' | 'regionId'>,
  found: readonly FoundDeficit[],
  source: 'self' | 'external' | 'named',
): Promise<Area[]> {
  const rows = await tx.db
    .selectFrom('routeDeficit')
    .select('areaCode')
    .where('routeId', '=', route.id)
    .where('closedOn', 'is', null)
    .execute();
  const open = new Set(rows.map((row) => row.areaCode));
  const fresh = found.filter(({ area }) => !open.has(area));
  if (fresh.length === 0) return [];
  const place = { routeId: route.id, unitId: route.unitId, regionId: route.regionId };
  await tx.db
    .insertInto('routeDeficit')
    .values(
      fresh.map(({ area, description }) => {
        return { id: newId(), ...place, areaCode: area, description, source, openedOn: tx.today };
      }),
    )
    .execute();
  return fresh.map(({ area }) => area);
}
