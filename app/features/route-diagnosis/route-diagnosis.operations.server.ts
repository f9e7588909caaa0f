import { assertCan, can } from '#app/access/can.server.ts';
import type { Context } from '#app/core/context.server.ts';
import { RuleBroken } from '#app/core/errors.ts';
import { newId } from '#app/core/ids.ts';
import { transact } from '#app/core/transact.server.ts';
import { paths } from '#app/paths.ts';
import type { Day, Id } from '#db/schema.ts';
import { findInstrumentInUse } from '../diagnostic-instruments/instrument.queries.server.ts';
import { openDeficits } from '../educational-routes/deficit.server.ts';
import {
  assertActive,
  journalRoute,
  type LockedRoute,
  lockedRoute,
} from '../educational-routes/locked-route.server.ts';
import { percentOf } from '../educational-routes/mastery.ts';
import { markMonitoringDirty } from '../journal/monitoring-mark.server.ts';
import { notify } from '../notifications/notice.operations.server.ts';
import type { Area } from '../people/competence-area.ts';
import { deficitsIn, percentOfMark } from './route-diagnosis.ts';

interface ToldArea {
  area: Area;
  percent: number | null;
  points: number | null;
  maximum: number | null;
  note: string;
  evidence: string;
}

/**
 * The owner tells achievements and resources; areas without words are left out. Throws RuleBroken `nothing-told`,
 * `route-not-active`. Source: 002-37.
 */
export async function tellStrengths(
  ctx: Context,
  routeId: Id,
  told: readonly { area: Area; note: string; evidence: string }[],
): Promise<{ id: Id }> {
  return transact(ctx, async (tx) => {
    const route = await ownRoute(tx, routeId);
    const areas = told.filter(({ note }) => note.trim() !== '');
    if (areas.length === 0) throw new RuleBroken('nothing-told');
    const words = areas.map((one) => ({ ...one, percent: null, points: null, maximum: null }));
    const id = await keepSheet(tx, route, { side: 'strengths', instrumentId: null, madeOn: tx.today }, words);
    await journalRoute(tx, 'tellStrengths', route, { after: { areasCount: areas.length } });
    return { id };
  });
}

/**
 * The owner marks the mastery of every area from 1 to 10; a deficit is opened in each where the mark is low and none is
 * open yet. Throws RuleBroken `route-not-active`. Source: 002-37.
 */
export async function tellDifficulties(
  ctx: Context,
  routeId: Id,
  told: readonly { area: Area; mark: number; note: string }[],
): Promise<{ id: Id }> {
  return transact(ctx, async (tx) => {
    const route = await ownRoute(tx, routeId);
    const areas = told.map(({ area, mark, note }) => ({ area, note, percent: percentOfMark(mark) }));
    const words = areas.map((one) => ({ ...one, points: null, maximum: null, evidence: '' }));
    const id = await keepSheet(tx, route, { side: 'difficulties', instrumentId: null, madeOn: tx.today }, words);
    const opened = await openDeficits(tx, route, deficitsIn(areas), 'self');
    await journalRoute(tx, 'tellDifficulties', route, {
      after: { areasCount: areas.length, deficitsOpened: opened.length },
    });
    await markMonitoringDirty(tx, route.unitId);
    return { id };
  });
}

/** Results of an instrument as entered: points by block. */
export interface Measured {
  instrumentId: Id;
  madeOn: Day;
  /** Points by code of the instrument's block; a block not taken is absent. */
  points: ReadonlyMap<string, number>;
  evidence: string;
}

/**
 * Records results of an instrument: a block's share of points falls upon every area the block stands for, and deficits
 * are opened below the instrument's cut. Throws RuleBroken `instrument-not-in-use`, `nothing-measured`,
 * `points-over-maximum`, `diagnosis-in-future`, `route-not-active`. Source: DT-14.
 */
export async function recordMeasured(ctx: Context, routeId: Id, input: Measured): Promise<{ id: Id }> {
  return transact(ctx, async (tx) => {
    const route = await lockedRoute(tx, routeId);
    await assertCan(tx, 'route.diagnose', routeId);
    assertActive(route);
    const instrument = await findInstrumentInUse(tx, input.instrumentId, input.madeOn, route.regionId);
    if (!instrument) throw new RuleBroken('instrument-not-in-use', 'instrumentId');
    if (input.madeOn > tx.today) throw new RuleBroken('diagnosis-in-future', 'madeOn');
    const areas: ToldArea[] = [];
    for (const { area, block } of instrument.areas) {
      const points = input.points.get(block.code);
      if (points === undefined) continue;
      if (points > block.maximum) throw new RuleBroken('points-over-maximum', `points_${block.code}`);
      const { maximum } = block;
      areas.push({ area, points, maximum, percent: percentOf(points, maximum), note: '', evidence: input.evidence });
    }
    if (areas.length === 0) throw new RuleBroken('nothing-measured');
    const sheet = { side: 'both', instrumentId: instrument.id, madeOn: input.madeOn };
    const id = await keepSheet(tx, route, sheet, areas);
    const measured = areas.map(({ area, percent, note }) => ({ area, note, percent: percent ?? 0 }));
    const opened = await openDeficits(tx, route, deficitsIn(measured, instrument), 'external');
    const after = { instrumentId: instrument.id, areasCount: areas.length, deficitsOpened: opened.length };
    await journalRoute(tx, 'recordMeasured', route, { after });
    const notice = { kind: 'route-diagnosed', path: paths.routeDiagnosis(routeId) } as const;
    await notify(tx, { personId: route.personId, ...notice, details: { title: instrument.name } });
    await markMonitoringDirty(tx, route.unitId);
    return { id };
  });
}

/** Owner or tutor names a deficit by hand. Throws RuleBroken `deficit-already-open`, `route-not-active`. */
export async function nameDeficit(
  ctx: Context,
  routeId: Id,
  input: { area: Area; description: string },
): Promise<void> {
  await transact(ctx, async (tx) => {
    const route = await lockedRoute(tx, routeId);
    if (!(await can(tx, 'route.accompany', routeId))) await assertCan(tx, 'route.edit', routeId);
    assertActive(route);
    const opened = await openDeficits(tx, route, [input], 'named');
    if (opened.length === 0) throw new RuleBroken('deficit-already-open', 'area');
    await journalRoute(tx, 'nameDeficit', route, { after: { deficitsOpened: opened.length } });
    await markMonitoringDirty(tx, route.unitId);
  });
}

async function ownRoute(tx: Context, routeId: Id): Promise<LockedRoute> {
  const route = await lockedRoute(tx, routeId);
  await assertCan(tx, 'route.edit', routeId);
  assertActive(route);
  return route;
}

async function keepSheet(
  tx: Context,
  route: LockedRoute,
  sheet: { side: string; instrumentId: Id | null; madeOn: Day },
  areas: readonly ToldArea[],
): Promise<Id> {
  const id = newId();
  const recordedBy = tx.actor.kind === 'person' ? tx.actor.personId : null;
  const place = { routeId: route.id, unitId: route.unitId, regionId: route.regionId };
  await tx.db
    .insertInto('routeDiagnosis')
    .values({ id, ...place, ...sheet, recordedBy })
    .execute();
  const rows = areas.map(({ area, ...told }) => ({ diagnosisId: id, areaCode: area, ...told }));
  await tx.db.insertInto('routeDiagnosisArea').values(rows).execute();
  return id;
}
