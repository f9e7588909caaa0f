import { assertCan } from '#app/access/can.server.ts';
import { NotFound } from '#app/access/refusals.ts';
import type { Context } from '#app/core/context.server.ts';
import { RuleBroken } from '#app/core/errors.ts';
import { newId } from '#app/core/ids.ts';
import { transact } from '#app/core/transact.server.ts';
import type { Id } from '#db/schema.ts';
import { journal } from '../journal/journal.operations.server.ts';
import { type Interval, ruleAgainstIntervals, WEEKDAYS, type Weekday } from './free-slots.ts';

/**
 * Puts the free time of a usual week in the place of the former one: the person, or the curator on behalf. Throws
 * NotFound; RuleBroken `slot-ends-before-start`, `slots-overlap` at the day.
 */
export async function setFreeSlots(
  ctx: Context,
  personId: Id,
  week: Readonly<Record<Weekday, readonly Interval[]>>,
): Promise<void> {
  await transact(ctx, async (tx) => {
    const place = await tx.db
      .selectFrom('person')
      .select(['unitId', 'regionId'])
      .where('id', '=', personId)
      .forNoKeyUpdate()
      .executeTakeFirst();
    if (!place) throw new NotFound('person');
    await assertCan(tx, 'freeSlot.edit', personId);
    for (const day of WEEKDAYS) {
      const refusal = ruleAgainstIntervals(week[day]);
      if (refusal) throw new RuleBroken(refusal, day);
    }
    const had = await tx.db.deleteFrom('freeSlot').where('personId', '=', personId).returning('id').execute();
    const rows = WEEKDAYS.flatMap((day, index) =>
      week[day].map((interval) => ({ id: newId(), personId, ...place, weekday: index + 1, ...interval })),
    );
    if (rows.length > 0) await tx.db.insertInto('freeSlot').values(rows).execute();
    const line = { objectKind: 'freeSlot', objectId: personId, ...place, personId };
    const count = (slots: number) => ({ slotsCount: slots });
    await journal(tx, { act: 'setFreeSlots', ...line, before: count(had.length), after: count(rows.length) });
  });
}
