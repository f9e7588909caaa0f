import { assertCan } from '#app/access/can.server.ts';
import { type Context, personOf } from '#app/core/context.server.ts';
import { RuleBroken } from '#app/core/errors.ts';
import { newId } from '#app/core/ids.ts';
import { transact } from '#app/core/transact.server.ts';
import type { Id } from '#db/schema.ts';
import { actTypeOf } from '../local-acts/act-type.ts';
import { journalAct } from '../local-acts/local-act.operations.server.ts';
import { lockedAct } from '../local-acts/locked-act.server.ts';
import { ruleAgainstPublishing } from './publication.ts';

/** Puts an approved act on the public page. Throws RuleBroken with a `PublicationRule`. */
export async function publishAct(ctx: Context, actId: Id): Promise<void> {
  await transact(ctx, async (tx) => {
    const act = await lockedAct(tx, actId);
    await assertCan(tx, 'act.publish', actId);
    const { isPublic } = actTypeOf(act.kind);
    const refusal = ruleAgainstPublishing({ ...act, isPublic, isPublished: (await openId(tx, actId)) !== null });
    if (refusal) throw new RuleBroken(refusal);
    const row = { actId, unitId: act.unitId, regionId: act.regionId, publishedBy: personOf(tx), publishedAt: tx.now };
    await tx.db
      .insertInto('actPublication')
      .values({ id: newId(), ...row, createdAt: tx.now })
      .execute();
    await journalAct(tx, 'publishAct', act, { documentHash: act.documentHash });
  });
}

/** Takes an act down from the public page at once. Throws RuleBroken `not-published`. */
export async function unpublishAct(ctx: Context, actId: Id): Promise<void> {
  await transact(ctx, async (tx) => {
    const act = await lockedAct(tx, actId);
    await assertCan(tx, 'act.publish', actId);
    const open = await openId(tx, actId);
    if (open === null) throw new RuleBroken('not-published');
    await tx.db
      .updateTable('actPublication')
      .set({ withdrawnBy: personOf(tx), withdrawnAt: tx.now })
      .where('id', '=', open)
      .execute();
    await journalAct(tx, 'unpublishAct', act, {});
  });
}

async function openId(tx: Context, actId: Id): Promise<Id | null> {
  const row = await tx.db
    .selectFrom('actPublication')
    .select('id')
    .where('actId', '=', actId)
    .where('withdrawnAt', 'is', null)
    .executeTakeFirst();
  return row?.id ?? null;
}
