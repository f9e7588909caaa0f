import { assertCan } from '#app/access/can.server.ts';
import { type Context, personOf } from '#app/core/context.server.ts';
import { formatMoment } from '#app/core/dates.ts';
import { RuleBroken } from '#app/core/errors.ts';
import { newId } from '#app/core/ids.ts';
import { once } from '#app/core/once.server.ts';
import { transact } from '#app/core/transact.server.ts';
import type { Day, Id } from '#db/schema.ts';
import type { Document } from '#reports/document.ts';
import { documentHash } from '#reports/document-hash.ts';
import type { OwnPurpose } from '../consent-texts/consent-text.ts';
import { journal } from '../journal/journal.operations.server.ts';
import { holdPeople } from '../mentorships/locked-mentorship.server.ts';
import { consentDocumentWords } from './consent-document.text.ts';
import { type ConsentSource, signedConsent } from './consent-document.ts';
import { type AskedPerson, findAsked, findShownText } from './consent-sides.server.ts';
import { type Category, ruleAgainstPaper, ruleAgainstSigning } from './personal-consent.ts';

/** What the person decides. */
export interface OwnDecision {
  /** Hash of the text that stood on the page. */
  shownHash: string;
  categories: readonly Category[];
  conditions: string;
}

/**
 * The actor's own consent by a simple signature: who, when, the hash of what was shown. One in force to an earlier text, or
 * with other categories, is replaced. Throws RuleBroken with a code of `PersonalConsentRule`. Source: BR-80, BR-82, BR-83.
 */
export async function signConsent(
  ctx: Context,
  purpose: OwnPurpose,
  decision: OwnDecision,
  onceKey: string | null = null,
): Promise<{ id: Id }> {
  return transact(ctx, (tx) => once(tx, onceKey, { purpose, ...decision }, () => sign(tx, purpose, decision)));
}

async function sign(tx: Context, purpose: OwnPurpose, decision: OwnDecision): Promise<{ id: Id }> {
  const me = personOf(tx);
  await holdPeople(tx, [me]);
  const asked = await findAsked(tx, me);
  const refusal = ruleAgainstSigning({ purpose, categories: decision.categories }, asked.signers);
  if (refusal) throw new RuleBroken(refusal.rule, refusal.field);
  const shown = await findShownText(tx, purpose, asked, tx.today);
  if (shown.hash !== decision.shownHash) throw new RuleBroken('consent-text-changed');
  await replaceEarlier(tx, asked, purpose, shown.key);
  const moment = formatMoment(tx.now, tx.timeZone);
  const mark = consentDocumentWords.mark(asked.sides.person, moment, shown.hash.slice(0, 16));
  const { categories, conditions } = decision;
  const document = signedConsent(shown.source, { categories, conditions, givenOn: tx.today, mark });
  const given = {
    manner: 'electronic',
    givenOn: tx.today,
    guardianId: null,
    categories,
    conditions,
    document,
  } as const;
  return write(tx, asked, purpose, shown, given, 'signPersonalConsent');
}

/** A paper the curator has in hand. */
export interface PaperDecision {
  givenOn: Day;
  guardianId: Id | null;
  categories: readonly Category[];
  conditions: string;
}

/**
 * Records a consent signed by hand to the text that was in force on its date. Throws NotFound; RuleBroken with a code of
 * `PersonalConsentRule`.
 */
export async function recordConsentPaper(
  ctx: Context,
  of: { personId: Id; purpose: OwnPurpose },
  paper: PaperDecision,
): Promise<{ id: Id }> {
  return transact(ctx, async (tx) => {
    const { personId, purpose } = of;
    await holdPeople(tx, [personId]);
    await assertCan(tx, 'consentPaper.record', personId);
    const asked = await findAsked(tx, personId, paper.guardianId);
    const { givenOn, guardianId, categories, conditions } = paper;
    const facts = { givenOn, hasGuardian: guardianId !== null, signers: asked.signers };
    const refusal = ruleAgainstPaper({ purpose, categories }, facts, tx.today);
    if (refusal) throw new RuleBroken(refusal.rule, refusal.field);
    const shown = await findShownText(tx, purpose, asked, givenOn);
    await replaceEarlier(tx, asked, purpose, shown.key);
    const decision = { categories, conditions, givenOn, mark: null };
    const document = signedConsent(shown.source, decision);
    const given = { manner: 'paper', givenOn, guardianId, categories, conditions, document } as const;
    return write(tx, asked, purpose, shown, given, 'recordConsentPaper');
  });
}

/** Ends the one in force in favour of the new one; the same text without a choice is not signed twice. */
async function replaceEarlier(tx: Context, asked: AskedPerson, purpose: OwnPurpose, key: string): Promise<void> {
  const live = await tx.db
    .selectFrom('personalConsent')
    .select(['id', 'textKey', 'givenOn'])
    .where('personId', '=', asked.personId)
    .where('unitId', '=', asked.unitId)
    .where('purpose', '=', purpose)
    .where('endedOn', 'is', null)
    .forUpdate()
    .executeTakeFirst();
  if (!live) return;
  if (live.textKey === key && purpose !== 'dissemination') throw new RuleBroken('consent-already-given');
  await tx.db
    .updateTable('personalConsent')
    .set((eb) => ({
      endedOn: tx.today,
      endKind: 'replaced',
      endedBy: personOf(tx),
      endedAt: tx.now,
      version: eb('version', '+', 1),
    }))
    .where('id', '=', live.id)
    .execute();
}

interface Given {
  manner: 'electronic' | 'paper';
  givenOn: Day;
  guardianId: Id | null;
  categories: readonly Category[];
  conditions: string;
  document: Document;
}

async function write(
  tx: Context,
  { personId, unitId, regionId }: AskedPerson,
  purpose: OwnPurpose,
  shown: { key: string; hash: string; source: ConsentSource },
  { categories, document, conditions, ...given }: Given,
  act: string,
): Promise<{ id: Id }> {
  const id = newId();
  const isPublic = purpose === 'dissemination';
  await tx.db
    .insertInto('personalConsent')
    .values({
      ...{ id, personId, unitId, regionId, purpose, textKey: shown.key, shownHash: shown.hash, ...given },
      ...{ categories: JSON.stringify(isPublic ? categories : []), conditions: isPublic ? conditions : '' },
      ...{ document: JSON.stringify(document), documentHash: documentHash(document) },
      ...{ retentionClass: shown.source.template.retention, recordedBy: personOf(tx), createdAt: tx.now },
    })
    .execute();
  await stopErasure(tx, { personId, unitId, purpose });
  const after = { purpose, manner: given.manner, givenOn: given.givenOn };
  await journal(tx, { act, objectKind: 'personal_consent', objectId: id, unitId, regionId, personId, after });
  return { id };
}

/** Who consents anew before the data are destroyed keeps them. */
async function stopErasure(tx: Context, of: { personId: Id; unitId: Id; purpose: OwnPurpose }): Promise<void> {
  await tx.db
    .updateTable('erasureDue')
    .set({ stoppedOn: tx.today })
    .where('actId', 'is', null)
    .where('stoppedOn', 'is', null)
    .where('settledOn', 'is', null)
    .where('consentId', 'in', (eb) =>
      eb
        .selectFrom('personalConsent')
        .select('personalConsent.id')
        .where('personalConsent.personId', '=', of.personId)
        .where('personalConsent.unitId', '=', of.unitId)
        .where('personalConsent.purpose', '=', of.purpose),
    )
    .execute();
}
