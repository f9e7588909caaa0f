import { assertCan } from '#app/access/can.server.ts';
import { type Context, personOf } from '#app/core/context.server.ts';
import { RuleBroken } from '#app/core/errors.ts';
import { transact } from '#app/core/transact.server.ts';
import { paths } from '#app/paths.ts';
import type { Day, Id } from '#db/schema.ts';
import { markMonitoringDirty } from '../journal/monitoring-mark.server.ts';
import { activateMentorships } from '../mentorships/mentorship-activation.operations.server.ts';
import { notify } from '../notifications/notice.operations.server.ts';
import { nameAcquainted } from './act-acquainted.server.ts';
import { takeNumber } from './act-number.server.ts';
import { findReviewFacts } from './act-review-facts.server.ts';
import { signSimply } from './act-signed.server.ts';
import { endSuperseded } from './act-superseded.server.ts';
import { actTypeOf, type SignatureKind } from './act-type.ts';
import { journalAct } from './local-act.operations.server.ts';
import { fieldOfRefusal, ruleAgainstApproving } from './local-act.ts';
import { lockedAct } from './locked-act.server.ts';
import { refuseOutdatedText } from './order-readiness.server.ts';

/** What the head says when approving; the day in force and the kind of signature have usual values. */
export interface ApprovalInput {
  hash: string;
  registeredOn: Day;
  /** First day in force; the day of the number unless said. */
  inForceOn?: Day;
  /** How the act is signed; the usual kind of its type unless said. */
  signatureKind?: SignatureKind;
}

/**
 * Approves exactly the text that was shown: its hash came with the form. Gives the number, ends the act it replaces, makes
 * the mentorships active and names those who are to read it, in one transaction. Throws RuleBroken with a code of
 * `ruleAgainstApproving`, `text-outdated`, `superseded-already`, or what activation refuses (`consent-after-order`,
 * `no-capacity`, a `PaperRule`). Source: RELIABILITY case 10, BR-02, M-04, M-22.
 */
export async function approveAct(ctx: Context, id: Id, input: ApprovalInput): Promise<{ number: string }> {
  return transact(ctx, async (tx) => {
    const act = await lockedAct(tx, id);
    await assertCan(tx, 'act.approve', id);
    const type = actTypeOf(act.kind);
    const { hash, registeredOn, inForceOn = registeredOn, signatureKind = type.signatureKinds[0] ?? 'paper' } = input;
    const decision = { approverId: personOf(tx), shownHash: hash, registeredOn, inForceOn, signatureKind };
    const facts = { ...act, ...(await findReviewFacts(tx, act)), signerId: act.values.signerId };
    const refusal = ruleAgainstApproving(facts, { ...decision, today: tx.today });
    if (refusal) throw new RuleBroken(refusal, fieldOfRefusal(refusal));
    await refuseOutdatedText(tx, act);
    const number = await takeNumber(tx, { ...act, journal: type.journal, registeredOn });
    await endSuperseded(tx, act, inForceOn);
    const approved = { state: 'approved', approvedBy: personOf(tx), approvedAt: tx.now, version: act.version + 1 };
    const signed = { signatureKind, signatureKinds: [...type.signatureKinds] };
    await tx.db
      .updateTable('localAct')
      .set({ ...approved, ...signed, number, registeredOn, inForceOn })
      .where('id', '=', id)
      .execute();
    if (signatureKind === 'simple') await signSimply(tx, act, registeredOn);
    if (act.kind === 'assignment_order') {
      await activateMentorships(tx, act.mentorshipIds, { orderId: id, registeredOn });
    }
    await nameAcquainted(tx, act);
    await markMonitoringDirty(tx, act.unitId);
    const after = { state: 'approved', number, registeredOn, inForceOn, signatureKind, documentHash: act.documentHash };
    await journalAct(tx, 'approveAct', act, after, { state: act.state });
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
