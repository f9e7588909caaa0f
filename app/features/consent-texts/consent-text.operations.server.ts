import { assertCanAt } from '#app/access/can.server.ts';
import { type Context, personOf } from '#app/core/context.server.ts';
import { addDays } from '#app/core/dates.ts';
import { RuleBroken } from '#app/core/errors.ts';
import { newId } from '#app/core/ids.ts';
import { once } from '#app/core/once.server.ts';
import { transact } from '#app/core/transact.server.ts';
import { paths } from '#app/paths.ts';
import type { Day, Id } from '#db/schema.ts';
import { journal } from '../journal/journal.operations.server.ts';
import { notifyAll } from '../notifications/notice.operations.server.ts';
import { heldUnit } from '../org-units/unit-life.server.ts';
import { type Purpose, ruleAgainstTextPeriod } from './consent-text.ts';

/** A text to record. */
export interface NewConsentText {
  unitId: Id;
  purpose: Purpose;
  body: string;
  startedOn: Day;
  endedOn: Day | null;
}

/**
 * Puts a text of a region or an organisation in the place of the one before it, which ends the day before. Consents to the
 * earlier text stay in force; their authors are asked anew. Throws NotFound; RuleBroken with a code of `ConsentTextRule`.
 * Source: BR-80, 152-FZ article 9.
 */
export async function addConsentText(
  ctx: Context,
  input: NewConsentText,
  onceKey: string | null = null,
): Promise<{ id: Id }> {
  return transact(ctx, async (tx) => {
    await assertCanAt(tx, 'consentText.manage', input.unitId);
    return once(tx, onceKey, input, () => insertText(tx, input));
  });
}

async function insertText(tx: Context, input: NewConsentText): Promise<{ id: Id }> {
  const refusal = ruleAgainstTextPeriod(input, tx.today);
  if (refusal) throw new RuleBroken(refusal.rule, refusal.field);
  const { unitId, purpose, startedOn } = input;
  const { regionId } = await heldUnit(tx, unitId);
  await tx.db
    .updateTable('consentText')
    .set((eb) => ({ endedOn: addDays(startedOn, -1), version: eb('version', '+', 1) }))
    .where('unitId', '=', unitId)
    .where('purpose', '=', purpose)
    .where('startedOn', '<', startedOn)
    .where((eb) => eb.or([eb('endedOn', 'is', null), eb('endedOn', '>=', startedOn)]))
    .execute();
  const id = newId();
  const row = { id, ...input, regionId, recordedBy: personOf(tx), createdAt: tx.now };
  await tx.db.insertInto('consentText').values(row).execute();
  const line = { objectKind: 'consent_text', objectId: id, unitId, regionId };
  await journal(tx, { act: 'addConsentText', ...line, after: { purpose, startedOn, endedOn: input.endedOn } });
  if (startedOn === tx.today) await tellSigners(tx, input);
  return { id };
}

/**
 * Whoever signed the organisation's earlier text hears that there is another; a later or a region's text is met among
 * one's documents.
 */
async function tellSigners(tx: Context, { unitId, purpose }: NewConsentText): Promise<void> {
  const signers = await tx.db
    .selectFrom('personalConsent')
    .select('personId')
    .where('unitId', '=', unitId)
    .where('purpose', '=', purpose)
    .where('endedOn', 'is', null)
    .orderBy('personId')
    .execute();
  const path = paths.ownConsent(purpose);
  await notifyAll(
    tx,
    signers.map(({ personId }) => ({ personId, kind: 'consent-text-renewed' as const, path })),
  );
}
