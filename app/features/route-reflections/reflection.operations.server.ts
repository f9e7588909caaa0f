import { assertCan } from '#app/access/can.server.ts';
import type { Context } from '#app/core/context.server.ts';
import { RuleBroken } from '#app/core/errors.ts';
import { newId } from '#app/core/ids.ts';
import { transact } from '#app/core/transact.server.ts';
import type { Id } from '#db/schema.ts';
import {
  assertActive,
  journalRoute,
  type LockedRoute,
  lockedRoute,
} from '../educational-routes/locked-route.server.ts';
import { markMonitoringDirty } from '../journal/monitoring-mark.server.ts';
import {
  type DeficitView,
  type Motivation,
  type ReflectionKind,
  ruleAgainstDeficits,
  ruleAgainstYear,
} from './reflection.ts';

/** What a reflection says. */
export interface Reflection {
  /** Nearness to the target image, 1 to 10. */
  nearness: number;
  tried: string;
  changed: string;
  kept: string;
  troubles: string;
  needs: string;
  deficits: readonly DeficitView[];
  motivation: Motivation;
}

/** Measures motivation at the start. Throws RuleBroken `motivation-already-told`, `route-not-active`. Source: 002-42. */
export async function tellMotivation(ctx: Context, routeId: Id, told: Motivation): Promise<void> {
  await transact(ctx, async (tx) => {
    const route = await ownRoute(tx, routeId);
    await keepMotivation(tx, routeId, null, told);
    await journalRoute(tx, 'tellMotivation', route, { after: { toldOn: tx.today } });
  });
}

/**
 * Looks back upon a year: every deficit open now is told of; those told closed are closed. Throws RuleBroken with a
 * ReflectionRule, `route-not-active`. Source: 002-41, BR-22.
 */
export async function reflectOnYear(
  ctx: Context,
  routeId: Id,
  number: number,
  reflection: Reflection,
): Promise<{ id: Id }> {
  return transact(ctx, async (tx) => {
    const route = await ownRoute(tx, routeId);
    const cycle = await tx.db
      .selectFrom('routeCycle')
      .select(['reviewOn', 'reviewedOn'])
      .where('routeId', '=', routeId)
      .where('number', '=', number)
      .executeTakeFirst();
    const refusal = ruleAgainstYear(cycle ?? null, tx.today);
    if (refusal) throw new RuleBroken(refusal);
    const id = await keepReflection(tx, route, { kind: 'yearly', cycleNumber: number }, reflection);
    await tx.db
      .updateTable('routeCycle')
      .set({ reviewedOn: tx.today })
      .where('routeId', '=', routeId)
      .where('number', '=', number)
      .execute();
    return { id };
  });
}

/**
 * The final reflection: every deficit the route ever had is told of. Throws RuleBroken `final-needs-finished-steps`,
 * `reflection-already-made`, `reflection-misses-deficit`, `route-not-active`. Source: BR-25.
 */
export async function reflectFinally(ctx: Context, routeId: Id, reflection: Reflection): Promise<{ id: Id }> {
  return transact(ctx, async (tx) => {
    const route = await ownRoute(tx, routeId);
    const seventh = await tx.db
      .selectFrom('routePosition')
      .select('openedOn')
      .where('routeId', '=', routeId)
      .where('position', '=', 7)
      .executeTakeFirst();
    if (!seventh?.openedOn) throw new RuleBroken('final-needs-finished-steps');
    return { id: await keepReflection(tx, route, { kind: 'final', cycleNumber: null }, reflection) };
  });
}

async function ownRoute(tx: Context, routeId: Id): Promise<LockedRoute> {
  const route = await lockedRoute(tx, routeId);
  await assertCan(tx, 'route.edit', routeId);
  assertActive(route);
  return route;
}

async function keepReflection(
  tx: Context,
  route: LockedRoute,
  which: { kind: ReflectionKind; cycleNumber: number | null },
  reflection: Reflection,
): Promise<Id> {
  const { deficits, motivation, ...words } = reflection;
  const asked = await tx.db
    .selectFrom('routeDeficit')
    .select(['id', 'closedOn'])
    .where('routeId', '=', route.id)
    .$if(which.kind === 'yearly', (query) => query.where('closedOn', 'is', null))
    .execute();
  const refusal = ruleAgainstDeficits(asked, deficits);
  if (refusal) throw new RuleBroken(refusal);
  const known = new Map(asked.map((deficit) => [deficit.id, deficit.closedOn]));
  const told = deficits.filter(({ deficitId }) => known.has(deficitId));
  const id = newId();
  const place = { routeId: route.id, unitId: route.unitId, regionId: route.regionId };
  await tx.db
    .insertInto('routeReflection')
    .values({ id, ...place, ...which, ...words, madeOn: tx.today })
    .execute();
  if (told.length > 0) {
    const rows = told.map(({ deficitId, progress, note }) => ({ reflectionId: id, deficitId, progress, note }));
    await tx.db.insertInto('routeReflectionDeficit').values(rows).execute();
  }
  const closed = told
    .filter(({ deficitId, progress }) => progress === 'closed' && known.get(deficitId) === null)
    .map(({ deficitId }) => deficitId);
  if (closed.length > 0) {
    await tx.db.updateTable('routeDeficit').set({ closedOn: tx.today }).where('id', 'in', closed).execute();
  }
  await keepMotivation(tx, route.id, id, motivation);
  const act = which.kind === 'yearly' ? 'reflectOnYear' : 'reflectFinally';
  await journalRoute(tx, act, route, { after: { year: which.cycleNumber } });
  await markMonitoringDirty(tx, route.unitId);
  return id;
}

async function keepMotivation(tx: Context, routeId: Id, reflectionId: Id | null, told: Motivation): Promise<void> {
  const { interest, meaning, confidence, readiness } = told;
  const answers = { interest, meaning, confidence, readiness };
  await tx.db
    .insertInto('routeMotivation')
    .values({ id: newId(), routeId, reflectionId, ...answers, toldOn: tx.today })
    .execute();
}
