import { sql } from 'kysely';
import { assertCan } from '#app/access/can.server.ts';
import type { Context } from '#app/core/context.server.ts';
import { RuleBroken } from '#app/core/errors.ts';
import { transact } from '#app/core/transact.server.ts';
import type { Id } from '#db/schema.ts';
import { assertActive, journalRoute, lockedRoute } from './locked-route.server.ts';
import { countContents } from './route-contents.queries.server.ts';
import { openedBy, type PositionNumber, ruleAgainstCompleting } from './route-position.ts';

/**
 * Completes a position with what was found or decided and opens what follows; the seventh completes the route.
 * Throws RuleBroken with a PositionRule, `route-not-active`. Source: 002-36.
 */
export async function completePosition(
  ctx: Context,
  routeId: Id,
  input: { position: PositionNumber; note: string },
): Promise<void> {
  await transact(ctx, async (tx) => {
    const route = await lockedRoute(tx, routeId);
    await assertCan(tx, 'route.edit', routeId);
    assertActive(route);
    const { position, note } = input;
    const contents = await countContents(tx, routeId, route.targetImage);
    const refusal = ruleAgainstCompleting(await positionsOf(tx, routeId), position, contents);
    if (refusal) throw new RuleBroken(refusal);
    const opened = [...openedBy(position)];
    // A route recorded ahead of its start has positions opened on a later day; completion never stands before it.
    const today = sql<string>`greatest(${tx.today}::date, opened_on)`;
    const rows = tx.db.updateTable('routePosition').where('routeId', '=', routeId);
    await rows.set({ completedOn: today, note }).where('position', '=', position).execute();
    if (opened.length > 0) await rows.set({ openedOn: tx.today }).where('position', 'in', opened).execute();
    const state = position === 7 ? 'completed' : 'active';
    if (state === 'completed') {
      const changed = { state, version: route.version + 1 };
      await tx.db.updateTable('educationalRoute').set(changed).where('id', '=', routeId).execute();
    }
    await journalRoute(tx, 'completePosition', route, { after: { position, opened, state } });
  });
}

function positionsOf(tx: Context, routeId: Id) {
  return tx.db
    .selectFrom('routePosition')
    .select(['position', 'openedOn', 'completedOn'])
    .where('routeId', '=', routeId)
    .orderBy('position')
    .execute();
}
