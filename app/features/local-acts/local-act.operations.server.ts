import { assertCan, assertCanAt } from '#app/access/can.server.ts';
import { type Context, personOf } from '#app/core/context.server.ts';
import { RuleBroken, StaleWrite } from '#app/core/errors.ts';
import { newId } from '#app/core/ids.ts';
import { once } from '#app/core/once.server.ts';
import { transact } from '#app/core/transact.server.ts';
import { paths } from '#app/paths.ts';
import type { Day, Id } from '#db/schema.ts';
import { documentHash } from '#reports/document-hash.ts';
import { journal } from '../journal/journal.operations.server.ts';
import { notify } from '../notifications/notice.operations.server.ts';
import { askReviewers } from './act-reviewers.server.ts';
import { predecessorOf } from './act-superseded.server.ts';
import { type OrderValues, orderDocument } from './assignment-order.ts';
import { isEditable } from './local-act.ts';
import { type LockedAct, lockedAct } from './locked-act.server.ts';
import { keepCorrectedForms, type NameCorrection } from './name-forms.server.ts';
import { assertReadyForOrder } from './order-readiness.server.ts';
import { orderValues } from './order-values.server.ts';
import { templateInForce } from './template-in-force.server.ts';

/** What the author of an order decides. */
export interface OrderDraft {
  unitId: Id;
  mentorshipIds: Id[];
  programmeDueOn: Day;
  control: 'head' | 'author';
}

/**
 * Draws up the order of assignment from its template for mentorships with both consents. Throws RuleBroken
 * `nothing-chosen`, `not-consented`, `in-another-order`, `no-head`, `programme-due-in-past`. Source: DT-05, BR-02, BR-60.
 */
export async function draftOrder(ctx: Context, input: OrderDraft, onceKey: string | null = null): Promise<{ id: Id }> {
  return transact(ctx, async (tx) => {
    await assertCanAt(tx, 'act.edit', input.unitId);
    return once(tx, onceKey, input, async () => {
      if (input.mentorshipIds.length === 0) throw new RuleBroken('nothing-chosen', 'mentorshipIds');
      if (input.programmeDueOn < tx.today) throw new RuleBroken('programme-due-in-past', 'programmeDueOn');
      await assertReadyForOrder(tx, input.unitId, input.mentorshipIds);
      const id = newId();
      const text = await composed(tx, input);
      const unit = await tx.db
        .selectFrom('orgUnit')
        .select('regionId')
        .where('id', '=', input.unitId)
        .executeTakeFirstOrThrow();
      const place = { unitId: input.unitId, regionId: unit.regionId };
      const origin = { authorId: personOf(tx), createdAt: tx.now };
      const kept = { id, ...place, kind: 'assignment_order', state: 'draft', ...origin, ...text };
      await tx.db.insertInto('localAct').values(kept).execute();
      const rows = input.mentorshipIds.map((mentorshipId) => ({ actId: id, mentorshipId }));
      await tx.db.insertInto('localActMentorship').values(rows).execute();
      await journalAct(tx, 'draftOrder', { id, ...place }, { state: 'draft', documentHash: text.documentHash });
      return { id };
    });
  });
}

/** Composes the text anew after corrections of names, term or control. Throws RuleBroken `not-editable`, StaleWrite. */
export async function editOrder(
  ctx: Context,
  id: Id,
  input: { programmeDueOn: Day; control: 'head' | 'author'; corrections: NameCorrection[]; version: number },
): Promise<void> {
  await transact(ctx, async (tx) => {
    const act = await lockedAct(tx, id);
    await assertCan(tx, 'act.edit', id);
    if (!isEditable(act.state)) throw new RuleBroken('not-editable');
    assertFresh(act, input.version);
    await keepCorrectedForms(tx, act.mentorshipIds, input.corrections);
    const text = await composed(tx, { unitId: act.unitId, mentorshipIds: act.mentorshipIds, ...input });
    const changed = { ...text, state: 'draft', authorId: personOf(tx), returnReason: null, version: act.version + 1 };
    await tx.db.updateTable('localAct').set(changed).where('id', '=', id).execute();
    await journalAct(tx, 'editOrder', act, { documentHash: text.documentHash }, { documentHash: act.documentHash });
  });
}

/** Whom to ask about a text before the head decides, and until when. */
export interface ReviewChoices {
  reviewerIds: readonly Id[];
  /** Last day of answering; null when nobody is asked. */
  reviewDueOn: Day | null;
}

/**
 * Hands the text to the head and asks those named about it; from now on it is frozen. A text that takes the place of one
 * in force names it. Throws RuleBroken `not-editable`, `approver-is-author`, `review-due-in-past`,
 * `local-act-version-in-work`, StaleWrite.
 */
export async function submitAct(
  ctx: Context,
  id: Id,
  input: { version: number } & Partial<ReviewChoices>,
): Promise<{ signer: string }> {
  return transact(ctx, async (tx) => {
    const act = await lockedAct(tx, id);
    await assertCan(tx, 'act.edit', id);
    if (!isEditable(act.state)) throw new RuleBroken('not-editable');
    assertFresh(act, input.version);
    if (act.values.signerId === act.authorId) throw new RuleBroken('approver-is-author');
    const reviewDueOn = await askReviewers(tx, act, input);
    const supersedesId = act.supersedesId ?? (await predecessorOf(tx, act));
    const frozen = { submittedAt: tx.now, returnReason: null, reviewDueOn, supersedesId };
    const changed = { state: 'review', ...frozen, version: act.version + 1 };
    await tx.db.updateTable('localAct').set(changed).where('id', '=', id).execute();
    await journalAct(tx, 'submitAct', act, { state: 'review' }, { state: act.state });
    const details = { heading: act.heading };
    await notify(tx, { personId: act.values.signerId, kind: 'order-to-approve', path: paths.actApprove(id), details });
    return { signer: act.values.signerName };
  });
}

/** Gives a draft up, so that its mentorships may go into another order. Throws RuleBroken `not-editable`. */
export async function cancelAct(ctx: Context, id: Id, input: { version: number }): Promise<void> {
  await transact(ctx, async (tx) => {
    const act = await lockedAct(tx, id);
    await assertCan(tx, 'act.edit', id);
    if (!isEditable(act.state)) throw new RuleBroken('not-editable');
    assertFresh(act, input.version);
    await tx.db
      .updateTable('localAct')
      .set({ state: 'cancelled', version: act.version + 1 })
      .where('id', '=', id)
      .execute();
    await journalAct(tx, 'cancelAct', act, { state: 'cancelled' }, { state: act.state });
  });
}

/** One journal line about an act. */
export async function journalAct(
  tx: Context,
  name: string,
  act: { id: Id; unitId: Id; regionId: Id | null },
  after: Record<string, unknown>,
  before?: Record<string, unknown>,
): Promise<void> {
  const { unitId, regionId } = act;
  await journal(tx, { act: name, objectKind: 'local_act', objectId: act.id, unitId, regionId, before, after });
}

function assertFresh(act: LockedAct, version: number): void {
  if (act.version !== version) throw new StaleWrite({ version: String(act.version) });
}

async function composed(tx: Context, input: OrderDraft) {
  const { template, variantId } = await templateInForce(tx, input.unitId, 'assignment_order');
  const values: OrderValues = await orderValues(tx, { ...input, authorId: personOf(tx) });
  const document = orderDocument(template, values);
  return {
    heading: document.title,
    variantId,
    templateCode: template.code,
    templateVersion: template.version,
    retentionClass: template.retention,
    values: JSON.stringify(values),
    document: JSON.stringify(document),
    documentHash: documentHash(document),
  };
}
