import { assertCan } from '#app/access/can.server.ts';
import type { Context } from '#app/core/context.server.ts';
import { formatDay } from '#app/core/dates.ts';
import { RuleBroken, StaleWrite } from '#app/core/errors.ts';
import { newId } from '#app/core/ids.ts';
import { once } from '#app/core/once.server.ts';
import { transact } from '#app/core/transact.server.ts';
import type { Day, Id } from '#db/schema.ts';
import { markMonitoringDirty } from '../journal/monitoring-mark.server.ts';
import {
  bumpVersion,
  changedFields,
  journalProgramme,
  type LockedProgramme,
  lockedPlanItem,
  lockedProgrammeOf,
} from './locked-programme.server.ts';
import { planItemKindNames } from './programme.text.ts';
import { type PlanItemKind, planItemKind, ruleAgainstChanging, ruleAgainstDone, ruleAgainstDue } from './programme.ts';

const OBJECT = 'plan_item';

/** An item of the plan as typed. */
export interface PlanItemInput {
  kind: PlanItemKind;
  topic: string;
  dueOn: Day;
  product: string;
}

/** Adds an item to a draft. Throws NotFound, Forbidden, RuleBroken `plan-item-outside-programme`, `programme-already-approved`. */
export async function addPlanItem(
  ctx: Context,
  mentorshipId: Id,
  input: PlanItemInput,
  onceKey: string | null = null,
): Promise<{ id: Id }> {
  return transact(ctx, async (tx) => {
    const programme = await lockedProgrammeOf(tx, mentorshipId);
    await assertChangeable(tx, programme);
    return once(tx, onceKey, { mentorshipId, ...input }, async () => {
      assertDue(input.dueOn, programme);
      const { unitId, regionId } = programme;
      const id = newId();
      await tx.db
        .insertInto('planItem')
        .values({ id, programmeId: programme.id, unitId, regionId, ...input })
        .execute();
      await bumpVersion(tx, programme.id);
      const after = { kind: input.kind, dueOn: input.dueOn };
      await journalProgramme(tx, 'addPlanItem', programme, { objectKind: OBJECT, objectId: id, after });
      return { id };
    });
  });
}

/** Changes an item of a draft. Throws NotFound, Forbidden, StaleWrite, RuleBroken as `addPlanItem`. */
export async function editPlanItem(
  ctx: Context,
  itemId: Id,
  input: PlanItemInput & { version: number },
): Promise<void> {
  await transact(ctx, async (tx) => {
    const { version, ...changed } = input;
    const { programme, item } = await lockedPlanItem(tx, itemId);
    await assertChangeable(tx, programme);
    if (item.version !== version) {
      const { topic, product, dueOn } = item;
      const kind = planItemKindNames[planItemKind(item.kind)];
      throw new StaleWrite({ kind, topic, dueOn: formatDay(dueOn), product, version: String(item.version) });
    }
    assertDue(changed.dueOn, programme);
    await tx.db
      .updateTable('planItem')
      .set({ ...changed, version: version + 1 })
      .where('id', '=', itemId)
      .execute();
    await bumpVersion(tx, programme.id);
    const before = { kind: item.kind, dueOn: item.dueOn };
    const after = { kind: changed.kind, dueOn: changed.dueOn, changed: changedFields(item, changed) };
    await journalProgramme(tx, 'editPlanItem', programme, { objectKind: OBJECT, objectId: itemId, before, after });
  });
}

/** Takes an item out of a draft. Throws NotFound, Forbidden, StaleWrite, RuleBroken `programme-already-approved`. */
export async function removePlanItem(ctx: Context, itemId: Id, input: { version: number }): Promise<void> {
  await transact(ctx, async (tx) => {
    const { programme, item } = await lockedPlanItem(tx, itemId);
    await assertChangeable(tx, programme);
    if (item.version !== input.version) throw new StaleWrite({ version: String(item.version) });
    await tx.db.deleteFrom('planItem').where('id', '=', itemId).execute();
    await bumpVersion(tx, programme.id);
    const { kind, topic, dueOn, product } = item;
    const before = { kind, topic, dueOn, product };
    await journalProgramme(tx, 'removePlanItem', programme, { objectKind: OBJECT, objectId: itemId, before });
  });
}

/**
 * Marks an item of an approved programme as done. Throws NotFound, Forbidden, StaleWrite, RuleBroken
 * `programme-not-approved`, `plan-item-already-done`, `done-in-future`, `done-before-start`.
 */
export async function markPlanItemDone(
  ctx: Context,
  itemId: Id,
  input: { doneOn: Day; resultNote: string; version: number },
): Promise<{ mentorshipId: Id }> {
  return transact(ctx, async (tx) => {
    const { programme, item } = await lockedPlanItem(tx, itemId);
    await assertCan(tx, 'programme.edit', programme.id);
    const { state, startedOn } = programme;
    const refusal = ruleAgainstDone({ doneOn: item.doneOn, state, startedOn }, input.doneOn, tx.today);
    if (refusal) throw new RuleBroken(refusal, refusal.startsWith('done-') ? 'doneOn' : undefined);
    if (item.version !== input.version) throw new StaleWrite({ version: String(item.version) });
    const { doneOn, resultNote } = input;
    await tx.db
      .updateTable('planItem')
      .set({ doneOn, resultNote, version: item.version + 1 })
      .where('id', '=', itemId)
      .execute();
    const change = { before: { doneOn: null }, after: { doneOn } };
    await journalProgramme(tx, 'markPlanItemDone', programme, { objectKind: OBJECT, objectId: itemId, ...change });
    await markMonitoringDirty(tx, programme.unitId);
    return { mentorshipId: programme.mentorshipId };
  });
}

async function assertChangeable(tx: Context, programme: LockedProgramme): Promise<void> {
  await assertCan(tx, 'programme.edit', programme.id);
  const refusal = ruleAgainstChanging(programme);
  if (refusal) throw new RuleBroken(refusal);
}

function assertDue(dueOn: Day, programme: LockedProgramme): void {
  const refusal = ruleAgainstDue(dueOn, programme);
  if (refusal) throw new RuleBroken(refusal, 'dueOn');
}
