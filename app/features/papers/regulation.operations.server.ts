import { assertCanAt } from '#app/access/can.server.ts';
import { type Context, personOf } from '#app/core/context.server.ts';
import { addDays } from '#app/core/dates.ts';
import { RuleBroken } from '#app/core/errors.ts';
import { newId } from '#app/core/ids.ts';
import { transact } from '#app/core/transact.server.ts';
import type { Id } from '#db/schema.ts';
import { journal } from '../journal/journal.operations.server.ts';
import { markMonitoringDirty } from '../journal/monitoring-mark.server.ts';
import { type Regulation, ruleAgainstRegulation } from './regulation.ts';

/**
 * Records by which order the regulation of a unit is in force; the one before ends the day before. Throws NotFound;
 * RuleBroken with a code of `RegulationRule`. Source: BR-62.
 */
export async function recordRegulation(ctx: Context, unitId: Id, input: Regulation): Promise<{ id: Id }> {
  return transact(ctx, async (tx) => {
    await assertCanAt(tx, 'regulation.record', unitId);
    // The unit's row keeps two people from recording at once; its children may go on being read.
    const unit = await tx.db
      .selectFrom('orgUnit')
      .select('regionId')
      .where('id', '=', unitId)
      .forNoKeyUpdate()
      .executeTakeFirstOrThrow();
    const previous = await tx.db
      .selectFrom('regulationReference')
      .select(['id', 'startedOn'])
      .where('unitId', '=', unitId)
      .where('endedOn', 'is', null)
      .executeTakeFirst();
    const broken = ruleAgainstRegulation(input, previous?.startedOn ?? null, tx.today);
    if (broken) throw new RuleBroken(broken.rule, broken.field);
    if (previous) await end(tx, previous.id, addDays(input.startedOn, -1));
    const id = newId();
    const place = { unitId, regionId: unit.regionId };
    await tx.db
      .insertInto('regulationReference')
      .values({ id, ...place, ...input, recordedBy: personOf(tx), createdAt: tx.now })
      .execute();
    const after = { number: input.orderNumber, startedOn: input.startedOn };
    await journal(tx, { act: 'recordRegulation', objectKind: 'regulation_reference', objectId: id, ...place, after });
    await markMonitoringDirty(tx, unitId);
    return { id };
  });
}

async function end(tx: Context, id: Id, endedOn: string): Promise<void> {
  await tx.db
    .updateTable('regulationReference')
    .set((eb) => ({ endedOn, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute();
}
