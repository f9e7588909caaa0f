import { assertCan, assertCanAt } from '#app/access/can.server.ts';
import { NotFound } from '#app/access/refusals.ts';
import type { Context } from '#app/core/context.server.ts';
import { RuleBroken } from '#app/core/errors.ts';
import { newId } from '#app/core/ids.ts';
import { once } from '#app/core/once.server.ts';
import { transact } from '#app/core/transact.server.ts';
import { journal } from '#app/features/journal/journal.operations.server.ts';
import { heldUnit } from '#app/features/org-units/unit-life.server.ts';
import type { Day, Id } from '#db/schema.ts';
import {
  type AgreementParties,
  type AgreementTerms,
  ruleAgainstEnding,
  ruleAgainstParties,
  ruleAgainstTerms,
} from './agreement.ts';
import { type LockedAgreement, lockedAgreement, refuseStale } from './locked-agreement.server.ts';

/** A signed agreement to record. */
export type NewAgreement = AgreementParties & AgreementTerms;

/**
 * Records an agreement of a unit with another one of the tree or with a named outsider. Throws NotFound outside
 * `agreement.manage`; RuleBroken with the codes of `AgreementRule`. Source: REQUIREMENTS 002-23.
 */
export async function addAgreement(
  ctx: Context,
  input: NewAgreement,
  onceKey: string | null = null,
): Promise<{ id: Id }> {
  return transact(ctx, async (tx) => {
    await assertCanAt(tx, 'agreement.manage', input.unitId);
    return once(tx, onceKey, input, () => insertAgreement(tx, input));
  });
}

async function insertAgreement(tx: Context, input: NewAgreement): Promise<{ id: Id }> {
  const parties = ruleAgainstParties(input);
  if (parties) throw new RuleBroken(parties, 'partnerUnitId');
  refuseTerms(input, tx.today);
  const { regionId, endedOn } = await heldUnit(tx, input.unitId);
  if (endedOn !== null && endedOn < tx.today) throw new RuleBroken('agreement-unit-closed');
  if (input.partnerUnitId) await holdPartner(tx, input.partnerUnitId, regionId);
  const id = newId();
  await tx.db
    .insertInto('cooperationAgreement')
    .values({ id, regionId, createdAt: tx.now, ...input })
    .execute();
  const { unitId, partnerUnitId, number, signedOn, startedOn, endedOn: until } = input;
  const after = { partnerUnitId, number, signedOn, startedOn, endedOn: until };
  await journal(tx, {
    act: 'addAgreement',
    objectKind: 'cooperation_agreement',
    objectId: id,
    unitId,
    regionId,
    after,
  });
  return { id };
}

/** Holds the partner open. Whoever stands in another region is not on offer and is written by name. */
async function holdPartner(tx: Context, partnerUnitId: Id, regionId: Id | null): Promise<void> {
  const partner = await heldUnit(tx, partnerUnitId).catch((error: unknown) => {
    throw error instanceof NotFound ? new RuleBroken('agreement-needs-one-partner', 'partnerUnitId') : error;
  });
  if (partner.regionId !== null && partner.regionId !== regionId) {
    throw new RuleBroken('agreement-needs-one-partner', 'partnerUnitId');
  }
  if (partner.endedOn !== null && partner.endedOn < tx.today) {
    throw new RuleBroken('agreement-partner-closed', 'partnerUnitId');
  }
}

/**
 * Corrects number, days and subject; the parties stay, since others may rely on them. Throws NotFound, StaleWrite,
 * RuleBroken.
 */
export async function editAgreement(ctx: Context, id: Id, input: AgreementTerms & { version: number }): Promise<void> {
  await transact(ctx, async (tx) => {
    const agreement = await lockedAgreement(tx, id);
    await assertCan(tx, 'agreement.manage', id);
    refuseStale(agreement, input.version);
    refuseTerms(input, tx.today);
    const { number, signedOn, startedOn, endedOn, subject } = input;
    // A corrected term is not an early end any more.
    const endReason = endedOn === agreement.endedOn ? agreement.endReason : null;
    await save(tx, 'editAgreement', agreement, { number, signedOn, startedOn, endedOn, subject, endReason });
  });
}

/**
 * Ends an agreement before its term, on its last day inclusive. Throws NotFound, StaleWrite, RuleBroken
 * `agreement-already-over`, `agreement-ends-before-start`, `agreement-ends-later`.
 */
export async function endAgreement(
  ctx: Context,
  id: Id,
  input: { endedOn: Day; endReason: string; version: number },
): Promise<void> {
  await transact(ctx, async (tx) => {
    const agreement = await lockedAgreement(tx, id);
    await assertCan(tx, 'agreement.manage', id);
    refuseStale(agreement, input.version);
    const refusal = ruleAgainstEnding(agreement, input.endedOn, tx.today);
    if (refusal) throw new RuleBroken(refusal, 'endedOn');
    await save(tx, 'endAgreement', agreement, { endedOn: input.endedOn, endReason: input.endReason });
  });
}

function refuseTerms(terms: AgreementTerms, today: Day): void {
  const refusal = ruleAgainstTerms(terms, today);
  if (refusal) throw new RuleBroken(...refusal);
}

async function save(
  tx: Context,
  act: string,
  agreement: LockedAgreement,
  changed: Partial<AgreementTerms & { endReason: string | null }>,
): Promise<void> {
  const { id, unitId, regionId } = agreement;
  await tx.db
    .updateTable('cooperationAgreement')
    .set((eb) => ({ ...changed, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute();
  const dated = ['number', 'signedOn', 'startedOn', 'endedOn'] as const;
  const fields = dated.filter((field) => field in changed && changed[field] !== agreement[field]);
  const before = Object.fromEntries(fields.map((field) => [field, agreement[field]]));
  const after = Object.fromEntries(fields.map((field) => [field, changed[field]]));
  await journal(tx, { act, objectKind: 'cooperation_agreement', objectId: id, unitId, regionId, before, after });
}
