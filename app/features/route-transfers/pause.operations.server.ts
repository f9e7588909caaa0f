import { assertCan } from '#app/access/can.server.ts';
import type { Context } from '#app/core/context.server.ts';
import { addDays, daysBetween } from '#app/core/dates.ts';
import { RuleBroken } from '#app/core/errors.ts';
import { newId } from '#app/core/ids.ts';
import { transact } from '#app/core/transact.server.ts';
import { paths } from '#app/paths.ts';
import type { Day, Id } from '#db/schema.ts';
import { assertActive, assertFresh, journalRoute, lockedRoute } from '../educational-routes/locked-route.server.ts';
import { tutorsToTell } from '../educational-routes/route-tutors.server.ts';
import { markMonitoringDirty } from '../journal/monitoring-mark.server.ts';
import { notifyAll } from '../notifications/notice.operations.server.ts';
import type { EarlyReason, PauseReason } from './move.ts';
import { shiftSteps } from './step-shift.server.ts';

/**
 * Lets a route rest during a long leave; nothing of it is late until the return. Throws NotFound, RuleBroken
 * `pause-outside-route`, `pause-expected-before-start`, `route-already-paused`, `route-not-active`.
 */
export async function pauseRoute(
  ctx: Context,
  routeId: Id,
  input: { reason: PauseReason; startedOn: Day; expectedUntil: Day | null },
): Promise<void> {
  await transact(ctx, async (tx) => {
    const route = await lockedRoute(tx, routeId);
    await assertCan(tx, 'route.edit', routeId);
    assertActive(route);
    const { startedOn, expectedUntil } = input;
    if (startedOn < route.startedOn || startedOn > tx.today) throw new RuleBroken('pause-outside-route', 'startedOn');
    if (expectedUntil !== null && expectedUntil < startedOn) {
      throw new RuleBroken('pause-expected-before-start', 'expectedUntil');
    }
    await tx.db
      .insertInto('routePause')
      .values({ id: newId(), routeId, ...input })
      .execute();
    await journalRoute(tx, 'pauseRoute', route, { after: { startedOn, expectedUntil } });
    await tellTutors(tx, routeId, 'route-paused');
    await markMonitoringDirty(tx, route.unitId);
  });
}

/**
 * Ends the rest on the day of the return. The days of the open steps stay as they are, unless the owner agrees to move
 * them by the length of the rest, never past the end of the route. Throws NotFound, RuleBroken `route-not-paused`,
 * `return-before-pause`, `route-not-active`.
 */
export async function returnToRoute(
  ctx: Context,
  routeId: Id,
  input: { returnedOn: Day; shifts: boolean },
): Promise<{ shifted: number }> {
  return transact(ctx, async (tx) => {
    const route = await lockedRoute(tx, routeId);
    await assertCan(tx, 'route.edit', routeId);
    assertActive(route);
    const pause = await tx.db
      .selectFrom('routePause')
      .select(['id', 'startedOn'])
      .where('routeId', '=', routeId)
      .where('endedOn', 'is', null)
      .executeTakeFirst();
    if (!pause) throw new RuleBroken('route-not-paused');
    const { returnedOn, shifts } = input;
    if (returnedOn < pause.startedOn || returnedOn > tx.today)
      throw new RuleBroken('return-before-pause', 'returnedOn');
    const days = shifts ? daysBetween(pause.startedOn, returnedOn) : 0;
    const ended = { endedOn: addDays(returnedOn, -1), shiftedDays: days };
    await tx.db.updateTable('routePause').set(ended).where('id', '=', pause.id).execute();
    const shifted = days > 0 ? await shiftSteps(tx, route, days, pause.startedOn) : 0;
    await journalRoute(tx, 'returnToRoute', route, { after: { returnedOn, shiftedDays: days, steps: shifted } });
    await tellTutors(tx, routeId, 'route-resumed');
    await markMonitoringDirty(tx, route.unitId);
    return { shifted };
  });
}

/**
 * The owner ends the route before its term, with what he takes along. What was done stays. Throws NotFound, StaleWrite,
 * RuleBroken `route-not-active`.
 */
export async function endRouteEarly(
  ctx: Context,
  routeId: Id,
  input: { reason: EarlyReason; reflection: string; version: number },
): Promise<void> {
  await transact(ctx, async (tx) => {
    const route = await lockedRoute(tx, routeId);
    await assertCan(tx, 'route.edit', routeId);
    assertActive(route);
    assertFresh(route, input.version);
    const { reason, reflection } = input;
    const stopped = { state: 'stopped', version: route.version + 1 };
    await tx.db.updateTable('educationalRoute').set(stopped).where('id', '=', routeId).execute();
    await tx.db.insertInto('routeEarlyEnd').values({ routeId, reason, reflection, endedOn: tx.today }).execute();
    const open = tx.db.updateTable('routePause').set({ endedOn: tx.today }).where('routeId', '=', routeId);
    await open.where('endedOn', 'is', null).execute();
    await journalRoute(tx, 'endRouteEarly', route, { after: { reason, endedOn: tx.today } });
    await tellTutors(tx, routeId, 'route-ended-early');
    await markMonitoringDirty(tx, route.unitId);
  });
}

async function tellTutors(
  tx: Context,
  routeId: Id,
  kind: 'route-paused' | 'route-resumed' | 'route-ended-early',
): Promise<void> {
  const tutors = await tutorsToTell(tx, routeId);
  await notifyAll(
    tx,
    tutors.map((personId) => ({ personId, kind, path: paths.routeLife(routeId) })),
  );
}
