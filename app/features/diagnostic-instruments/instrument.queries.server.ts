import { type RawBuilder, sql } from 'kysely';
import { unitsWhere } from '#app/access/can.server.ts';
import { NotFound } from '#app/access/refusals.ts';
import { within } from '#app/access/within.server.ts';
import type { Context } from '#app/core/context.server.ts';
import type { Day, Id } from '#db/schema.ts';
import { AREAS } from '../people/competence-area.ts';
import { schemeOf } from './instrument.ts';

function instruments(ctx: Context) {
  return ctx.db
    .selectFrom('diagnosticInstrument')
    .innerJoin('orgUnit', 'orgUnit.id', 'diagnosticInstrument.unitId')
    .select(['diagnosticInstrument.id', 'diagnosticInstrument.name', 'diagnosticInstrument.edition'])
    .select(['diagnosticInstrument.provider', 'diagnosticInstrument.scheme', 'diagnosticInstrument.lowCutPercent'])
    .select(['diagnosticInstrument.highCutPercent', 'diagnosticInstrument.startedOn', 'diagnosticInstrument.endedOn'])
    .select(['diagnosticInstrument.version', 'orgUnit.shortName as keeper'])
    .select(within(ctx, 'instrument.manage').as('mayManage'));
}

/** Instruments the actor may use or keep, those in use first; a directory of at most 200. */
export async function listInstruments(ctx: Context) {
  const rows = await instruments(ctx)
    .where(within(ctx, 'instrument.read'))
    .orderBy(sql`diagnostic_instrument.ended_on is not null`)
    .orderBy('diagnosticInstrument.name')
    .orderBy('diagnosticInstrument.startedOn', 'desc')
    .orderBy('diagnosticInstrument.id')
    .limit(200)
    .execute();
  return rows.map(({ mayManage: _, version: __, ...row }) => ({ ...row, scheme: schemeOf(row.scheme) }));
}

/** One instrument with its blocks and the areas they stand for. Throws NotFound. */
export async function findInstrument(ctx: Context, id: Id) {
  const row = await instruments(ctx)
    .where('diagnosticInstrument.id', '=', id)
    .where(within(ctx, 'instrument.read'))
    .executeTakeFirst();
  if (!row) throw new NotFound('instrument');
  return { ...row, scheme: schemeOf(row.scheme), mayManage: Boolean(row.mayManage), blocks: await blocksOf(ctx, id) };
}

async function blocksOf(ctx: Context, id: Id) {
  const [blocks, areas] = await Promise.all([
    ctx.db
      .selectFrom('instrumentBlock')
      .select(['code', 'name', 'maximum'])
      .where('instrumentId', '=', id)
      .orderBy('position')
      .execute(),
    ctx.db.selectFrom('instrumentArea').select(['areaCode', 'blockCode']).where('instrumentId', '=', id).execute(),
  ]);
  return blocks.map((block) => ({
    ...block,
    areas: AREAS.filter((area) => areas.some((row) => row.areaCode === area && row.blockCode === block.code)),
  }));
}

/** Instruments by name that are in use on the day for a route of this region: the federation's and the region's own. */
export async function listInstrumentsInUse(ctx: Context, regionId: Id | null, day: Day) {
  return ctx.db
    .selectFrom('diagnosticInstrument')
    .select(['id', 'name', 'edition'])
    .where(usedIn(regionId, day))
    .orderBy('name')
    .orderBy('edition')
    .orderBy('id')
    .limit(200)
    .execute();
}

/** An instrument in use on the day in a region with its blocks by area, for an act that records results; null otherwise. */
export async function findInstrumentInUse(tx: Context, id: Id, day: Day, regionId: Id | null) {
  const row = await tx.db
    .selectFrom('diagnosticInstrument')
    .select(['id', 'name', 'edition', 'lowCutPercent', 'highCutPercent'])
    .where('id', '=', id)
    .where(usedIn(regionId, day))
    .executeTakeFirst();
  if (!row) return null;
  const blocks = await blocksOf(tx, id);
  const areas = blocks.flatMap(({ areas: covered, ...block }) => covered.map((area) => ({ area, block })));
  return { ...row, blocks: blocks.map(({ code, name, maximum }) => ({ code, name, maximum })), areas };
}

function usedIn(regionId: Id | null, day: Day): RawBuilder<boolean> {
  return sql<boolean>`(diagnostic_instrument.region_id is null or diagnostic_instrument.region_id = ${regionId}::uuid)
    and diagnostic_instrument.started_on <= ${day}::date
    and (diagnostic_instrument.ended_on is null or diagnostic_instrument.ended_on >= ${day}::date)`;
}

/** Units for which the actor keeps instruments. */
export async function listKeepers(ctx: Context) {
  const ids = await unitsWhere(ctx, 'instrument.manage');
  if (ids.length === 0) return [];
  return ctx.db
    .selectFrom('orgUnit')
    .select(['id', 'shortName'])
    .where('id', 'in', ids)
    .orderBy('name')
    .orderBy('id')
    .limit(100)
    .execute();
}
