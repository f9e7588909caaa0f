import { type Context, personOf } from '#app/core/context.server.ts';
import { dayOf } from '#app/core/dates.ts';
import { RuleBroken } from '#app/core/errors.ts';
import { transact } from '#app/core/transact.server.ts';
import { paths } from '#app/paths.ts';
import type { Id } from '#db/schema.ts';
import { journal } from '../journal/journal.operations.server.ts';
import { markMonitoringDirtyAll } from '../journal/monitoring-mark.server.ts';
import { notify } from '../notifications/notice.operations.server.ts';
import { objectOf, refuse } from './staff-list.operations.server.ts';
import { MOST_ROWS_AT_ONCE, rowsToApply, ruleAgainstApplying, type StaffListRule } from './staff-list.ts';
import { lockPeopleOf, lockUnitsOf, writeRows } from './staff-list-apply.server.ts';
import { isOutdated } from './staff-list-judge.server.ts';
import { lockedList, type StoredList } from './staff-list-locked.server.ts';

/**
 * Does what the check of a list has shown, whole or not at all. A long list is only taken over here: the job does it as
 * the person who pressed (`applyTakenList`). Throws RuleBroken by `ruleAgainstApplying` `list-outdated` when the facts have
 * moved since the check, or `unit-closed`.
 */
export async function applyStaffList(ctx: Context, id: Id, input: { version: number }): Promise<{ isDone: boolean }> {
  return transact(ctx, async (tx) => {
    const list = await lockedList(tx, id, input.version);
    refuse(ruleAgainstApplying(list));
    if (rowsToApply(list.counts) > MOST_ROWS_AT_ONCE) {
      await takeOver(tx, list);
      return { isDone: false };
    }
    await applyNow(tx, list, personOf(tx), async () => undefined);
    return { isDone: true };
  });
}

/**
 * The long half of `applyStaffList`, in the name of the person who pressed; the right is asked again. `onStep` hears the
 * share done, outside this transaction.
 */
export async function applyTakenList(
  ctx: Context,
  id: Id,
  input: { version: number },
  onStep: (share: number) => Promise<void>,
): Promise<void> {
  await transact(ctx, async (tx) => {
    const list = await lockedList(tx, id, input.version);
    if (list.state !== 'applying') throw new RuleBroken('list-settled' satisfies StaffListRule);
    await applyNow(tx, list, personOf(tx), onStep);
    // The person pressed and went on with other work: the own act is told about too.
    const path = paths.staffList(id);
    const teller: Context = { ...tx, actor: { kind: 'system', name: 'staff-list' } };
    await notify(teller, {
      personId: personOf(tx),
      kind: 'staff-list-applied',
      path,
      details: { file: list.fileName },
    });
  });
}

async function takeOver(tx: Context, list: StoredList): Promise<void> {
  await tx.db
    .updateTable('staffList')
    .set((eb) => ({
      state: 'applying',
      appliedBy: personOf(tx),
      refusalCode: null,
      progressPercent: 0,
      busyUntil: null,
      tries: 0,
      version: eb('version', '+', 1),
    }))
    .where('id', '=', list.id)
    .execute();
}

async function applyNow(
  tx: Context,
  list: StoredList,
  personId: Id,
  onStep: (share: number) => Promise<void>,
): Promise<void> {
  const { reading } = list;
  if (reading === null) throw new RuleBroken('mapping-incomplete' satisfies StaffListRule);
  const today = dayOf(tx.now, list.timeZone);
  const units = await lockUnitsOf(tx.db, list.id);
  if (units.some((unit) => unit.endedOn !== null)) throw new RuleBroken('unit-closed' satisfies StaffListRule);
  await lockPeopleOf(tx.db, list.id);
  if (await isOutdated(tx.db, { ...list, asOf: reading.asOf }, today)) {
    throw new RuleBroken('list-outdated' satisfies StaffListRule);
  }
  await onStep(0.2);
  await writeRows(tx.db, list.id, onStep);
  await journal(tx, {
    act: 'applyStaffList',
    ...objectOf(list),
    after: { fileName: list.fileName, fileHash: list.fileHash, ...list.counts },
  });
  await markMonitoringDirtyAll(
    tx,
    units.map((unit) => unit.id),
  );
  if (list.uploadedBy !== personId) {
    const path = paths.staffList(list.id);
    await notify(tx, { personId: list.uploadedBy, kind: 'staff-list-applied', path, details: { file: list.fileName } });
  }
  await settle(tx, list, personId);
}

/** The file and the first rows have served; the rows stay as the account of what was done. */
async function settle(tx: Context, list: StoredList, personId: Id): Promise<void> {
  await tx.db.deleteFrom('staffListFile').where('staffListId', '=', list.id).execute();
  const written = await tx.db
    .updateTable('staffList')
    .set((eb) => ({
      state: 'applied',
      appliedBy: personId,
      appliedAt: tx.now,
      progressPercent: 100,
      busyUntil: null,
      refusalCode: null,
      reading: JSON.stringify({ ...list.reading, preview: [] }),
      version: eb('version', '+', 1),
    }))
    .where('id', '=', list.id)
    .where('state', '=', list.state)
    .where('version', '=', list.version)
    .executeTakeFirst();
  if (written.numUpdatedRows === 0n) throw new RuleBroken('list-busy' satisfies StaffListRule);
}
