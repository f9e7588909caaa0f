import { assertCanAt } from '#app/access/can.server.ts';
import { type Context, personOf } from '#app/core/context.server.ts';
import { RuleBroken, StaleWrite } from '#app/core/errors.ts';
import { newId } from '#app/core/ids.ts';
import { transact } from '#app/core/transact.server.ts';
import type { Id } from '#db/schema.ts';
import { journal } from '../journal/journal.operations.server.ts';
import { type JournalYear, lockedCounter, maskOf } from '../local-acts/act-number.server.ts';
import { numberOf, ruleAgainstMask } from '../local-acts/act-number.ts';
import type { Journal } from '../local-acts/act-type.ts';

const MOST_AT_ONCE = 2000;

/**
 * Sets how numbers of a journal look from now on; numbers given stay as they are. Version 0: not set yet. Throws NotFound;
 * RuleBroken with a `NumberRule`; StaleWrite. Source: BR-64.
 */
export async function setMask(
  ctx: Context,
  place: { unitId: Id; journal: Journal },
  input: { mask: string; version: number },
): Promise<void> {
  await transact(ctx, async (tx) => {
    await assertCanAt(tx, 'act.edit', place.unitId);
    const refusal = ruleAgainstMask(input.mask);
    if (refusal) throw new RuleBroken(refusal, 'mask');
    const known = await tx.db
      .selectFrom('numberMask')
      .select(['id', 'version', 'mask'])
      .where('unitId', '=', place.unitId)
      .where('journal', '=', place.journal)
      .forUpdate()
      .executeTakeFirst();
    if ((known?.version ?? 0) !== input.version)
      throw new StaleWrite({ mask: known?.mask ?? '', version: String(known?.version ?? 0) });
    const regionId = await regionOf(tx, place.unitId);
    const id = known?.id ?? newId();
    const set = { mask: input.mask, changedBy: personOf(tx), version: input.version + 1 };
    if (known) await tx.db.updateTable('numberMask').set(set).where('id', '=', id).execute();
    else
      await tx.db
        .insertInto('numberMask')
        .values({ id, ...place, regionId, ...set, createdAt: tx.now })
        .execute();
    const line = { objectKind: 'number_mask', objectId: id, unitId: place.unitId, regionId };
    await journal(tx, { act: 'setMask', ...line, before: { mask: known?.mask ?? null }, after: { mask: input.mask } });
  });
}

/** Leaves numbers of a year out, with the reason. Throws NotFound; RuleBroken `ordinals-in-order`, `ordinals-taken`. */
export async function skipNumbers(
  ctx: Context,
  place: { unitId: Id; journal: Journal },
  input: { year: number; first: number; last: number; reason: string },
): Promise<void> {
  await transact(ctx, async (tx) => {
    await assertCanAt(tx, 'act.edit', place.unitId);
    const { year, first, last, reason } = input;
    if (last < first || last - first >= MOST_AT_ONCE) throw new RuleBroken('ordinals-in-order', 'last');
    const at: JournalYear = { ...place, regionId: await regionOf(tx, place.unitId), year };
    await lockedCounter(tx, at);
    const taken = await tx.db
      .selectFrom('actNumber')
      .select('id')
      .where('unitId', '=', at.unitId)
      .where('journal', '=', at.journal)
      .where('year', '=', year)
      .where('firstOrdinal', '<=', last)
      .where('lastOrdinal', '>=', first)
      .executeTakeFirst();
    if (taken) throw new RuleBroken('ordinals-taken', 'first');
    const mask = await maskOf(tx, at);
    const words = [...new Set([first, last])].map((ordinal) => numberOf(mask, ordinal, year));
    const id = newId();
    const row = { firstOrdinal: first, lastOrdinal: last, number: words.join(' … '), reason };
    await tx.db
      .insertInto('actNumber')
      .values({ id, ...at, ...row, recordedBy: personOf(tx), createdAt: tx.now })
      .execute();
    const line = { objectKind: 'act_number', objectId: id, unitId: at.unitId, regionId: at.regionId };
    await journal(tx, { act: 'skipNumbers', ...line, after: { number: row.number, year } });
  });
}

async function regionOf(tx: Context, unitId: Id): Promise<Id | null> {
  const unit = await tx.db.selectFrom('orgUnit').select('regionId').where('id', '=', unitId).executeTakeFirstOrThrow();
  return unit.regionId;
}
