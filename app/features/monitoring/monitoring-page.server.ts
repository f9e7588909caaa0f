import { grantsFor } from '#app/access/actor.ts';
import { linesOf } from '#app/access/policy.ts';
import type { Context } from '#app/core/context.server.ts';
import { isOrganisation } from '#app/features/org-units/unit.ts';
import type { Id, Moment } from '#db/schema.ts';
import {
  type CountedYear,
  findCountedYear,
  listCountedBelow,
  type MonitoredUnit,
} from './monitoring.queries.server.ts';
import { TIER_KINDS } from './monitoring-count.server.ts';
import type { Stage } from './monitoring-indicators.ts';
import { type Part, type Period, partsOf } from './monitoring-period.ts';
import { fullRelease, type Release, type ReleaseInput, releaseOf } from './monitoring-release.ts';
import { type MonitoringTable, monitoringTable } from './monitoring-table.ts';

/** The figures of a unit in a period as the actor may see them: what page, PDF and XLSX are made of. */
export interface MonitoringFigures {
  unit: MonitoredUnit;
  period: Period;
  /** When they were counted. */
  countedAt: Moment;
  /** Whether anything may be withheld from the actor. */
  isLimited: boolean;
  tables: Record<Stage, MonitoringTable>;
}

/**
 * Reads the figures of a unit already found within reach; null while the period is not counted. Only rollups of the
 * unit, of the units above it up to the actor's topmost, and of what stands directly below those are read.
 */
export async function findFigures(
  ctx: Context,
  unit: MonitoredUnit,
  period: Period,
): Promise<MonitoringFigures | null> {
  const open = fullyOpenUnits(ctx);
  const isLimited = !open.has(unit.id);
  const tiers = isLimited ? unit.path.map(({ id }) => id) : [unit.id];
  const [own, counted] = await Promise.all([
    findCountedYear(ctx, unit.id, period),
    listCountedBelow(ctx, tiers, period),
  ]);
  if (!own?.countedAt) return null;
  const below = counted.filter(isWorthARow);
  const release = isLimited ? await releaseFor(ctx, unit, own, below, period, open) : fullRelease;
  const { part } = partsOf(period);
  const countersIn = (year: CountedYear) => ({
    unitId: year.unitId,
    name: year.name,
    counters: countersOf(year, part),
  });
  const children = below.filter((year) => year.tierId === unit.id && year.countedAt !== null).map(countersIn);
  const table = (stage: Stage) => monitoringTable(stage, period, countersIn(own), children, release);
  return { unit, period, countedAt: own.countedAt, isLimited, tables: { 1: table(1), 2: table(2) } };
}

/** Units whose own figures the actor's role opens in full: those of its grants with reach `unit`. */
function fullyOpenUnits(ctx: Context): Set<Id> {
  const holders = linesOf('monitoring.read').filter(([, reach]) => reach === 'unit');
  return new Set(holders.flatMap(([holder]) => grantsFor(ctx.actor, holder).map((grant) => grant.unitId)));
}

async function releaseFor(
  ctx: Context,
  unit: MonitoredUnit,
  own: CountedYear,
  below: readonly CountedYear[],
  period: Period,
  open: ReadonlySet<Id>,
): Promise<Release> {
  const topId = unit.path[0]?.id ?? unit.id;
  const top = topId === unit.id ? own : await findCountedYear(ctx, topId, period);
  const path = unit.path.map(({ id }) => ({
    unitId: id,
    children: new Map(below.filter((year) => year.tierId === id).map((year) => [year.unitId, year.counters])),
  }));
  return releaseOf({
    top: { unitId: topId, counters: top?.counters ?? {} },
    path,
    known: await knownUnits(ctx, open, period),
  });
}

async function knownUnits(ctx: Context, open: ReadonlySet<Id>, period: Period): Promise<ReleaseInput['known']> {
  const known: { unitIds: Id[]; counters: CountedYear['counters'] }[] = [];
  for (const id of open) {
    const year = await findCountedYear(ctx, id, period);
    if (!year) continue;
    const rows = await ctx.db
      .selectFrom('orgUnitAncestor')
      .select('ancestorId')
      .where('unitId', '=', id)
      .orderBy('depth')
      .execute();
    known.push({ unitIds: rows.map((row) => row.ancestorId), counters: year.counters });
  }
  return known;
}

function countersOf(year: CountedYear, part: Part) {
  return year.counters[part] ?? {};
}

/** Tiers and organisations always have a row; a body only when something is counted at it. */
function isWorthARow(year: CountedYear): boolean {
  const isTier = TIER_KINDS.some((kind) => kind === year.kind);
  return (
    isTier || isOrganisation(year.kind) || Object.values(year.counters).some((part) => Object.keys(part).length > 0)
  );
}
