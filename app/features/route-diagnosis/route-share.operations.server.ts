import { assertCan } from '#app/access/can.server.ts';
import type { Context } from '#app/core/context.server.ts';
import { newId } from '#app/core/ids.ts';
import { transact } from '#app/core/transact.server.ts';
import type { Id } from '#db/schema.ts';
import { journalRoute, lockedRoute } from '../educational-routes/locked-route.server.ts';
import type { Area } from '../people/competence-area.ts';

/**
 * The owner says which areas of the diagnosis curator and mentor see; what is not named any more ends at once. Also
 * when the route is over: it stays the owner's.
 */
export async function shareAreas(ctx: Context, routeId: Id, areas: readonly Area[]): Promise<void> {
  await transact(ctx, async (tx) => {
    const route = await lockedRoute(tx, routeId);
    await assertCan(tx, 'route.edit', routeId);
    const open = await tx.db
      .selectFrom('routeShare')
      .select(['id', 'areaCode'])
      .where('routeId', '=', routeId)
      .where('endedAt', 'is', null)
      .execute();
    const shown = new Set<string>(areas);
    const ended = open.filter((share) => !shown.has(share.areaCode)).map((share) => share.id);
    const known = new Set(open.map((share) => share.areaCode));
    const begun = areas.filter((area) => !known.has(area));
    if (ended.length > 0)
      await tx.db.updateTable('routeShare').set({ endedAt: tx.now }).where('id', 'in', ended).execute();
    const place = { routeId, unitId: route.unitId, regionId: route.regionId, startedAt: tx.now };
    if (begun.length > 0)
      await tx.db
        .insertInto('routeShare')
        .values(begun.map((areaCode) => ({ id: newId(), ...place, areaCode })))
        .execute();
    await journalRoute(tx, 'shareAreas', route, {
      before: { areasCount: open.length },
      after: { areasCount: areas.length },
    });
  });
}
