import { assertCan } from '#app/access/can.server.ts';
import { NotFound } from '#app/access/refusals.ts';
import { type Context, personOf } from '#app/core/context.server.ts';
import { dayOf } from '#app/core/dates.ts';
import { RuleBroken, StaleWrite } from '#app/core/errors.ts';
import { newId } from '#app/core/ids.ts';
import { transact } from '#app/core/transact.server.ts';
import type { Id } from '#db/schema.ts';
import { documentHash } from '#reports/document-hash.ts';
import { journal } from '../journal/journal.operations.server.ts';
import { markMonitoringDirty } from '../journal/monitoring-mark.server.ts';
import { actTemplate } from '../local-acts/act-templates.server.ts';
import { type HeldTerms, heldTerms } from '../mentorship-terms/locked-terms.server.ts';
import { ruleAgainstChangingTerms } from '../mentorship-terms/terms.ts';
import { beginWhenPapered } from '../mentorships/consent-record.server.ts';
import { ruleAgainstAnnulling, ruleAgainstSigning, type Signatures, supplementState } from './supplement.ts';
import { supplementDocument } from './supplement-document.ts';
import { supplementValues } from './supplement-values.server.ts';

/**
 * Draws a supplement up from the version of the terms that was shown; one that was drawn up before and not signed is given up. Throws
 * NotFound, Forbidden, StaleWrite; RuleBroken with what the terms lack, `supplement-not-needed`, `terms-signed`,
 * `mentorship-over`, `employer-without-head`. Source: DT-08, L-1.
 */
export async function drawSupplement(
  ctx: Context,
  of: { mentorshipId: Id; personId: Id },
  shown: { version: number },
): Promise<{ id: Id }> {
  return transact(ctx, async (tx) => {
    const held = await heldTerms(tx, of.mentorshipId, of.personId);
    await assertCan(tx, 'mentorship.setTerms', of.mentorshipId);
    if (held.legalBasis !== 'labor_351_8') throw new RuleBroken('supplement-not-needed');
    const refusal = ruleAgainstChangingTerms({ ...held.mentorship, legalBasis: held.legalBasis }, held.isSigned);
    if (refusal) throw new RuleBroken(refusal);
    const values = await supplementValues(tx, held);
    if (held.row?.version !== shown.version) throw new StaleWrite({ version: String(held.row?.version ?? 0) });
    await giveUpDrawn(tx, of);
    const template = actTemplate('contract_supplement');
    const document = supplementDocument(template, values);
    const id = newId();
    const { unitId, regionId } = held.mentorship;
    await tx.db
      .insertInto('contractSupplement')
      .values({
        ...{ id, ...of, unitId, regionId, termsId: held.row.id, termsVersion: held.row.version, state: 'drawn' },
        ...{ startedOn: values.startedOn, heading: document.title, retentionClass: template.retention },
        ...{ templateCode: template.code, templateVersion: template.version, documentHash: documentHash(document) },
        ...{ values: JSON.stringify(values), document: JSON.stringify(document) },
        ...{ drawnBy: personOf(tx), createdAt: tx.now },
      })
      .execute();
    const after = { state: 'drawn', termsVersion: held.row.version, documentHash: documentHash(document) };
    await journalSupplement(tx, 'drawSupplement', { id, unitId, regionId, personId: of.personId }, { after });
    await markMonitoringDirty(tx, unitId);
    return { id };
  });
}

async function giveUpDrawn(tx: Context, { mentorshipId, personId }: { mentorshipId: Id; personId: Id }) {
  await tx.db
    .updateTable('contractSupplement')
    .set((eb) => ({ state: 'annulled', version: eb('version', '+', 1) }))
    .where('mentorshipId', '=', mentorshipId)
    .where('personId', '=', personId)
    .where('state', '=', 'drawn')
    .execute();
}

/**
 * Records that both sides have signed on paper. Throws NotFound, Forbidden, StaleWrite; RuleBroken
 * `supplement-not-drawn`, `supplement-outdated`, `signed-in-future`, `signed-before-drawn`, `supplement-after-start`.
 */
export async function recordSignatures(ctx: Context, id: Id, input: Signatures & { version: number }): Promise<void> {
  await transact(ctx, async (tx) => {
    const { supplement, held } = await heldSupplement(tx, id);
    await assertCan(tx, 'supplement.sign', id);
    const { version, ...signed } = input;
    const drawnOn = dayOf(supplement.createdAt, tx.timeZone);
    const state = supplementState(supplement.state);
    const terms = { version: held.row?.version ?? 0 };
    const broken = ruleAgainstSigning({ ...supplement, state, drawnOn }, terms, signed, tx.today);
    if (broken) throw new RuleBroken(broken.rule, broken.field);
    if (supplement.version !== version) throw new StaleWrite({ version: String(supplement.version) });
    await tx.db
      .updateTable('contractSupplement')
      .set({ state: 'signed', ...signed, recordedBy: personOf(tx), recordedAt: tx.now, version: version + 1 })
      .where('id', '=', id)
      .execute();
    const after = { state: 'signed', ...signed };
    await journalSupplement(tx, 'recordSupplementSigned', supplement, { before: { state }, after });
    await beginWhenPapered(tx, held.mentorship);
    await markMonitoringDirty(tx, supplement.unitId);
  });
}

/**
 * Gives a supplement up, so that the terms can be mended and another drawn up. Throws NotFound, Forbidden, StaleWrite;
 * RuleBroken `supplement-annulled`, `supplement-in-force`.
 */
export async function annulSupplement(ctx: Context, id: Id, input: { reason: string; version: number }): Promise<void> {
  await transact(ctx, async (tx) => {
    const { supplement, held } = await heldSupplement(tx, id);
    await assertCan(tx, 'supplement.sign', id);
    const state = supplementState(supplement.state);
    const refusal = ruleAgainstAnnulling(state, held.mentorship.state);
    if (refusal) throw new RuleBroken(refusal);
    if (supplement.version !== input.version) throw new StaleWrite({ version: String(supplement.version) });
    await tx.db
      .updateTable('contractSupplement')
      .set({ state: 'annulled', annulReason: input.reason, version: supplement.version + 1 })
      .where('id', '=', id)
      .execute();
    await journalSupplement(tx, 'annulSupplement', supplement, { before: { state }, after: { state: 'annulled' } });
    await markMonitoringDirty(tx, supplement.unitId);
  });
}

/** A supplement held through its mentorship's lock. Throws NotFound. */
async function heldSupplement(tx: Context, id: Id) {
  const find = () =>
    tx.db
      .selectFrom('contractSupplement')
      .select(['id', 'mentorshipId', 'personId', 'unitId', 'regionId', 'state', 'termsVersion', 'startedOn'])
      .select(['version', 'createdAt'])
      .where('id', '=', id);
  const found = await find().executeTakeFirst();
  if (!found) throw new NotFound('supplement');
  const held: HeldTerms = await heldTerms(tx, found.mentorshipId, found.personId);
  return { held, supplement: await find().forUpdate().executeTakeFirstOrThrow() };
}

async function journalSupplement(
  tx: Context,
  act: string,
  { id, unitId, regionId, personId }: { id: Id; unitId: Id; regionId: Id | null; personId: Id },
  change: { before?: Record<string, unknown>; after: Record<string, unknown> },
): Promise<void> {
  await journal(tx, { act, objectKind: 'contract_supplement', objectId: id, unitId, regionId, personId, ...change });
}
