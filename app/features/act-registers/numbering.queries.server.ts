import { unitsWhere } from '#app/access/can.server.ts';
import { NotFound } from '#app/access/refusals.ts';
import type { Context } from '#app/core/context.server.ts';
import type { Id } from '#db/schema.ts';
import { usualMasks } from '../local-acts/act-number.text.ts';
import { numberOf } from '../local-acts/act-number.ts';
import { JOURNALS, type Journal } from '../local-acts/act-type.ts';

/** Units whose papers the actor keeps, and the one asked about: the first when none is. */
export async function findKeptUnits(ctx: Context, unitId: Id | null) {
  const ids = await unitsWhere(ctx, 'act.edit');
  if (ids.length === 0) return { units: [], unit: null };
  const units = await ctx.db
    .selectFrom('orgUnit')
    .select(['id', 'name', 'shortName'])
    .where('id', 'in', ids)
    .orderBy('name')
    .orderBy('id')
    .limit(50)
    .execute();
  return { units, unit: units.find(({ id }) => id === unitId) ?? units[0] ?? null };
}

/** Each journal of a unit in a year: what its numbers look like, how many were given, which is next. */
export async function listJournals(ctx: Context, unitId: Id, year: number) {
  const [masks, counters, given] = await Promise.all([
    ctx.db.selectFrom('numberMask').select(['journal', 'mask', 'version']).where('unitId', '=', unitId).execute(),
    ctx.db
      .selectFrom('localActNumber')
      .select(['journal', 'lastNumber'])
      .where('unitId', '=', unitId)
      .where('year', '=', year)
      .execute(),
    ctx.db
      .selectFrom('actNumber')
      .select(['journal', 'firstOrdinal', 'lastOrdinal', 'actId'])
      .where('unitId', '=', unitId)
      .where('year', '=', year)
      .orderBy('firstOrdinal')
      .orderBy('id')
      .limit(10_000)
      .execute(),
  ]);
  return JOURNALS.map((journal) => {
    const own = masks.find((row) => row.journal === journal);
    const mask = own?.mask ?? usualMasks[journal];
    const taken = given.filter((row) => row.journal === journal);
    const next = firstFree(taken, counters.find((row) => row.journal === journal)?.lastNumber ?? 0);
    return {
      ...{ journal, mask, version: own?.version ?? 0, next: numberOf(mask, next, year) },
      given: taken.filter(({ actId }) => actId !== null).length,
    };
  });
}

function firstFree(
  taken: readonly { firstOrdinal: number | null; lastOrdinal: number | null }[],
  last: number,
): number {
  let next = last + 1;
  for (const { firstOrdinal, lastOrdinal } of taken) {
    if (firstOrdinal !== null && lastOrdinal !== null && firstOrdinal <= next && next <= lastOrdinal)
      next = lastOrdinal + 1;
  }
  return next;
}

/** Numbers of a unit and year that were left out, with the reasons. */
export async function listGaps(ctx: Context, unitId: Id, year: number) {
  return ctx.db
    .selectFrom('actNumber')
    .select(['id', 'journal', 'number', 'reason', 'actId'])
    .where('unitId', '=', unitId)
    .where('year', '=', year)
    .where('reason', 'is not', null)
    .orderBy('journal')
    .orderBy('firstOrdinal')
    .orderBy('id')
    .limit(500)
    .execute();
}

/** One journal of a unit the actor keeps, as it is numbered now. Throws NotFound. */
export async function findJournal(ctx: Context, unitId: Id, journal: Journal, year: number) {
  const { unit } = await findKeptUnits(ctx, unitId);
  if (unit?.id !== unitId) throw new NotFound('unit');
  const found = (await listJournals(ctx, unitId, year)).find((row) => row.journal === journal);
  if (!found) throw new NotFound('journal');
  return { unit, ...found };
}
