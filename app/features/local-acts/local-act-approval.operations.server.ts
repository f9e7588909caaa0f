import { assertCan } from '#app/access/can.server.ts';
import { type Context, personOf } from '#app/core/context.server.ts';
import { RuleBroken } from '#app/core/errors.ts';
import { transact } from '#app/core/transact.server.ts';
import { paths } from '#app/paths.ts';
import type { Day, Id } from '#db/schema.ts';
import { markMonitoringDirty } from '../journal/monitoring-mark.server.ts';
import { activateMentorships } from '../mentorships/mentorship-activation.operations.server.ts';
import { notify } from '../notifications/notice.operations.server.ts';
import { journalAct } from './local-act.operations.server.ts';
import { actNumber } from './local-act.text.ts';
import { ruleAgainstApproving } from './local-act.ts';
import { type LockedAct, lockedAct } from './locked-act.server.ts';
import { refuseOutdatedText } from './order-readiness.server.ts';

/**
 * Approves exactly the text that was shown: its hash came with the form. Gives the number, makes the mentorships
 * active in the same transaction. Throws RuleBroken with a code of `ruleAgainstApproving`, `text-outdated`, or what
 * activation refuses (`consent-after-order`, `no-capacity`, a `PaperRule`). Source: RELIABILITY case 10, BR-02, M-04.
 */
export async function approveAct(
  ctx: Context,
  id: Id,
  input: { hash: string; registeredOn: Day },
): Promise<{ number: string }> {
  return transact(ctx, async (tx) => {
    const act = await lockedAct(tx, id);
    await assertCan(tx, 'act.approve', id);
    const decision = {
      approverId: personOf(tx),
      shownHash: input.hash,
      registeredOn: input.registeredOn,
      today: tx.today,
    };
    const refusal = ruleAgainstApproving({ ...act, signerId: act.values.signerId }, decision);
    if (refusal) throw new RuleBroken(refusal, refusal === 'date-in-future' ? 'registeredOn' : undefined);
    await refuseOutdatedText(tx, act);
    const number = await nextNumber(tx, act, Number(input.registeredOn.slice(0, 4)));
    const approved = { state: 'approved', approvedBy: personOf(tx), approvedAt: tx.now, version: act.version + 1 };
    await tx.db
      .updateTable('localAct')
      .set({ ...approved, number, registeredOn: input.registeredOn })
      .where('id', '=', id)
      .execute();
    await activateMentorships(tx, act.mentorshipIds, { orderId: id, registeredOn: input.registeredOn });
    await markMonitoringDirty(tx, act.unitId);
    await journalAct(
      tx,
      'approveAct',
      act,
      { state: 'approved', number, registeredOn: input.registeredOn, documentHash: act.documentHash },
      { state: act.state },
    );
    const details = { heading: act.heading, number };
    await notify(tx, { personId: act.authorId, kind: 'order-approved', path: paths.act(id), details });
    return { number };
  });
}

/** Gives the text back to its author with what to mend. Throws RuleBroken `not-under-review`. */
export async function returnAct(ctx: Context, id: Id, input: { reason: string }): Promise<void> {
  await transact(ctx, async (tx) => {
    const act = await lockedAct(tx, id);
    await assertCan(tx, 'act.approve', id);
    if (act.state !== 'review') throw new RuleBroken('not-under-review');
    const changed = { state: 'returned', returnReason: input.reason, version: act.version + 1 };
    await tx.db.updateTable('localAct').set(changed).where('id', '=', id).execute();
    await journalAct(tx, 'returnAct', act, { state: 'returned' }, { state: act.state });
    await notify(tx, {
      personId: act.authorId,
      kind: 'order-returned',
      path: paths.act(id),
      details: { heading: act.heading },
    });
  });
}

/** The next number of this kind in the organisation's year; the counter's row is locked by the upsert itself. */
async function nextNumber(tx: Context, act: LockedAct, year: number): Promise<string> {
  const row = await tx.db
    .insertInto('localActNumber')
    .values({ unitId: act.unitId, kind: act.kind, year, lastNumber: 1 })
    .onConflict((conflict) =>
      conflict.columns(['unitId', 'kind', 'year']).doUpdateSet((eb) => ({
        lastNumber: eb('localActNumber.lastNumber', '+', 1),
      })),
    )
    .returning('lastNumber')
    .executeTakeFirstOrThrow();
  return actNumber(row.lastNumber);
}
