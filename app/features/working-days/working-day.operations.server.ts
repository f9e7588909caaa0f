import { assertCanAt } from '#app/access/can.server.ts';
import { NotFound } from '#app/access/refusals.ts';
import type { Context } from '#app/core/context.server.ts';
import { RuleBroken } from '#app/core/errors.ts';
import { newId } from '#app/core/ids.ts';
import { transact } from '#app/core/transact.server.ts';
import type { Day, Id } from '#db/schema.ts';
import { journal } from '../journal/journal.operations.server.ts';
import { workingCalendar } from './working-days.queries.server.ts';
import { ruleAgainstDayOff } from './working-days.ts';

/** A day off that a region gives itself. */
export interface NewDayOff {
  /** The region. */
  unitId: Id;
  day: Day;
  name: string;
  /** Law of the region. */
  act: string;
}

/**
 * Makes a coming working day a day off in a region. Throws NotFound where the actor keeps no calendar; RuleBroken
 * `calendar-year-missing`, `day-is-past`, `day-not-worked`, `calendar-day-already-marked`. Source: Labour Code 6 and 112.
 */
export async function addRegionalDayOff(ctx: Context, input: NewDayOff): Promise<void> {
  await transact(ctx, async (tx) => {
    const { unitId, day, name, act } = input;
    await assertCanAt(tx, 'directory.manage', unitId);
    await holdRegion(tx, unitId);
    const refusal = ruleAgainstDayOff(day, await workingCalendar(tx, unitId), tx.today);
    if (refusal) throw new RuleBroken(refusal, 'day');
    const id = newId();
    const place = { unitId, regionId: unitId };
    await tx.db
      .insertInto('calendarDay')
      .values({ id, kind: 'regional', day, name, act, ...place, createdAt: tx.now })
      .execute();
    const line = { objectKind: 'calendarDay', objectId: id, ...place };
    await journal(tx, { act: 'addRegionalDayOff', ...line, after: { day, name } });
  });
}

/** Makes a coming day off of a region a working day again. Throws NotFound; RuleBroken `day-is-past`. */
export async function removeRegionalDayOff(ctx: Context, id: Id): Promise<void> {
  await transact(ctx, async (tx) => {
    const row = await tx.db
      .selectFrom('calendarDay')
      .select(['day', 'name', 'regionId'])
      .where('id', '=', id)
      .where('kind', '=', 'regional')
      .forUpdate()
      .executeTakeFirst();
    if (!row?.regionId) throw new NotFound('calendar day');
    await assertCanAt(tx, 'directory.manage', row.regionId);
    if (row.day <= tx.today) throw new RuleBroken('day-is-past');
    await tx.db.deleteFrom('calendarDay').where('id', '=', id).execute();
    const { day, name, regionId } = row;
    const line = { objectKind: 'calendarDay', objectId: id, unitId: regionId, regionId };
    await journal(tx, { act: 'removeRegionalDayOff', ...line, before: { day, name } });
  });
}

async function holdRegion(tx: Context, unitId: Id): Promise<void> {
  const region = await tx.db
    .selectFrom('orgUnit')
    .select('id')
    .where('id', '=', unitId)
    .where('kind', '=', 'region')
    .forShare()
    .executeTakeFirst();
  if (!region) throw new NotFound('region');
}
