import { assertCan } from '#app/access/can.server.ts';
import { type Context, personOf } from '#app/core/context.server.ts';
import { addDays } from '#app/core/dates.ts';
import { RuleBroken } from '#app/core/errors.ts';
import { newId } from '#app/core/ids.ts';
import { once } from '#app/core/once.server.ts';
import { transact } from '#app/core/transact.server.ts';
import type { Day, Id } from '#db/schema.ts';
import { markMonitoringDirty } from '../journal/monitoring-mark.server.ts';
import { ruleAgainstEnding } from '../local-acts/act-force.ts';
import { journalAct } from '../local-acts/local-act.operations.server.ts';
import { lockedAct } from '../local-acts/locked-act.server.ts';

/**
 * Begins a new version of an act in force: a draft with the same words that names it. The old one binds until the new one
 * comes into force. Throws RuleBroken with a code of `EndRule`, `local-act-version-in-work`. Source: M-22.
 */
export async function beginVersion(ctx: Context, actId: Id, onceKey: string | null = null): Promise<{ id: Id }> {
  return transact(ctx, async (tx) => {
    const act = await lockedAct(tx, actId);
    await assertCan(tx, 'act.edit', actId);
    return once(tx, onceKey, { actId }, async () => {
      const refusal = ruleAgainstEnding(act, tx.today);
      if (refusal) throw new RuleBroken(refusal);
      const kept = await tx.db
        .selectFrom('localAct')
        .select(['unitId', 'regionId', 'kind', 'heading', 'templateCode', 'templateVersion', 'retentionClass'])
        .select(['values', 'document', 'documentHash', 'origin', 'variantId'])
        .where('id', '=', actId)
        .executeTakeFirstOrThrow();
      if (kept.origin === 'paper') throw new RuleBroken('paper-has-no-text');
      const { origin: _origin, values, document, ...same } = kept;
      const id = newId();
      const words = { values: JSON.stringify(values), document: JSON.stringify(document) };
      const own = { state: 'draft', authorId: personOf(tx), supersedesId: actId, createdAt: tx.now };
      await tx.db
        .insertInto('localAct')
        .values({ id, ...same, ...words, ...own })
        .execute();
      await journalAct(tx, 'beginVersion', { ...same, id }, { state: 'draft', documentHash: same.documentHash });
      return { id };
    });
  });
}

/**
 * Ends an act from a day on; the reason stays with it. Throws RuleBroken with a code of `EndRule`.
 */
export async function repealAct(ctx: Context, actId: Id, input: { repealedFrom: Day; reason: string }): Promise<void> {
  await transact(ctx, async (tx) => {
    const act = await lockedAct(tx, actId);
    await assertCan(tx, 'act.approve', actId);
    const refusal = ruleAgainstEnding(act, tx.today);
    if (refusal) throw new RuleBroken(refusal);
    if (input.repealedFrom < tx.today) throw new RuleBroken('repealed-in-past', 'repealedFrom');
    const endedOn = addDays(input.repealedFrom, -1);
    const end = { endedOn, endGround: 'repealed', endReason: input.reason, endedBy: personOf(tx), endedAt: tx.now };
    await tx.db
      .updateTable('localAct')
      .set({ ...end, version: act.version + 1 })
      .where('id', '=', actId)
      .execute();
    await markMonitoringDirty(tx, act.unitId);
    await journalAct(tx, 'repealAct', act, { endedOn }, { endedOn: null });
  });
}
