import { assertCan } from '#app/access/can.server.ts';
import type { Context } from '#app/core/context.server.ts';
import { RuleBroken } from '#app/core/errors.ts';
import { transact } from '#app/core/transact.server.ts';
import type { Id } from '#db/schema.ts';
import { assertActive, journalRoute, lockedStep } from '../educational-routes/locked-route.server.ts';
import { listOwnPlanItems } from './plan-items.queries.server.ts';

/**
 * Says which items of the owner's mentorship programme serve a step, so that the two are shown once. Throws NotFound,
 * RuleBroken `plan-item-not-own`, `plan-item-taken`, `route-not-active`.
 */
export async function choosePlanItems(ctx: Context, stepId: Id, itemIds: readonly Id[]): Promise<void> {
  await transact(ctx, async (tx) => {
    const { route } = await lockedStep(tx, stepId);
    await assertCan(tx, 'route.edit', route.id);
    assertActive(route);
    const own = await listOwnPlanItems(tx, stepId, route.personId);
    for (const id of itemIds) {
      const item = own.find((one) => one.id === id);
      if (!item) throw new RuleBroken('plan-item-not-own', 'itemIds');
      if (item.servesOther) throw new RuleBroken('plan-item-taken', 'itemIds');
    }
    await tx.db.deleteFrom('stepPlanItem').where('stepId', '=', stepId).execute();
    const links = itemIds.map((planItemId) => ({ planItemId, stepId, linkedOn: tx.today }));
    if (links.length > 0) await tx.db.insertInto('stepPlanItem').values(links).execute();
    await journalRoute(tx, 'choosePlanItems', route, { stepId, after: { items: itemIds.length } });
  });
}
