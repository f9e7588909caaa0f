import { assertCanAt } from '#app/access/can.server.ts';
import { type Context, personOf } from '#app/core/context.server.ts';
import { RuleBroken } from '#app/core/errors.ts';
import { newId } from '#app/core/ids.ts';
import { once } from '#app/core/once.server.ts';
import { transact } from '#app/core/transact.server.ts';
import type { Id } from '#db/schema.ts';
import { type Document, paragraph } from '#reports/document.ts';
import { documentHash } from '#reports/document-hash.ts';
import { markMonitoringDirty } from '../journal/monitoring-mark.server.ts';
import { isNumberFree, type JournalYear, lockedCounter, maskOf } from '../local-acts/act-number.server.ts';
import { ordinalOf } from '../local-acts/act-number.ts';
import { type ActType, actTypeOf, isDrawnUp } from '../local-acts/act-type.ts';
import { journalAct } from '../local-acts/local-act.operations.server.ts';
import { registersText as t } from './act-registers.text.ts';
import { type PaperAct, ruleAgainstPaperAct } from './paper-act.ts';

/**
 * Registers an act made on paper: its kind, number and days. Its number is taken out of the row of numbers. Throws NotFound;
 * RuleBroken with a `PaperActRule`, `act-number-taken`, `local-act-regulation-overlaps`. Source: BR-62, BR-64.
 */
export async function registerPaperAct(
  ctx: Context,
  unitId: Id,
  input: PaperAct,
  onceKey: string | null = null,
): Promise<{ id: Id }> {
  return transact(ctx, async (tx) => {
    await assertCanAt(tx, 'act.edit', unitId);
    return once(tx, onceKey, { unitId, ...input }, async () => {
      if (!isDrawnUp(input.kind) || input.kind === 'assignment_order')
        throw new RuleBroken('paper-kind-unknown', 'kind');
      const broken = ruleAgainstPaperAct(input, tx.today);
      if (broken) throw new RuleBroken(broken.rule, broken.field);
      const unit = await tx.db
        .selectFrom('orgUnit')
        .select(['regionId', 'name'])
        .where('id', '=', unitId)
        .executeTakeFirstOrThrow();
      const type = actTypeOf(input.kind);
      const id = newId();
      const act = { id, unitId, regionId: unit.regionId };
      const { kind, heading, number, registeredOn, inForceOn } = input;
      const signed = { signatureKind: 'paper', signatureKinds: ['paper'] };
      const origin = { state: 'approved', origin: 'paper', authorId: personOf(tx), createdAt: tx.now };
      await tx.db
        .insertInto('localAct')
        .values({
          ...act,
          kind,
          heading,
          number,
          registeredOn,
          inForceOn,
          ...signed,
          ...origin,
          ...text(unit.name, type, input),
        })
        .execute();
      await takePaperNumber(tx, { ...act, journal: type.journal, year: Number(registeredOn.slice(0, 4)) }, number);
      await journalAct(tx, 'registerPaperAct', act, { kind, number, registeredOn, inForceOn });
      await markMonitoringDirty(tx, unitId);
      return { id };
    });
  });
}

async function takePaperNumber(tx: Context, act: JournalYear & { id: Id }, number: string): Promise<void> {
  const { id: actId, unitId, regionId, journal, year } = act;
  const place: JournalYear = { unitId, regionId, journal, year };
  await lockedCounter(tx, place);
  if (await fillLeftOut(tx, place, number, actId)) return;
  if (!(await isNumberFree(tx, place, number))) throw new RuleBroken('act-number-taken', 'number');
  const ordinal = ordinalOf(await maskOf(tx, place), year, number);
  const isCovered = ordinal !== null && (await isLeftOut(tx, place, ordinal));
  const ordinals = isCovered || ordinal === null ? {} : { firstOrdinal: ordinal, lastOrdinal: ordinal };
  await tx.db
    .insertInto('actNumber')
    .values({ id: newId(), ...place, ...ordinals, number, actId, recordedBy: personOf(tx), createdAt: tx.now })
    .execute();
}

/** Gives a number left out for a paper act to it; the reason stays. Whether there was one. */
async function fillLeftOut(tx: Context, place: JournalYear, number: string, actId: Id): Promise<boolean> {
  const { numUpdatedRows } = await tx.db
    .updateTable('actNumber')
    .set({ actId })
    .where('unitId', '=', place.unitId)
    .where('journal', '=', place.journal)
    .where('year', '=', place.year)
    .where('number', '=', number)
    .where('actId', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Whether the place was left out before, as one of several: the paper act is why. */
async function isLeftOut(tx: Context, { unitId, journal, year }: JournalYear, ordinal: number): Promise<boolean> {
  const row = await tx.db
    .selectFrom('actNumber')
    .select('actId')
    .where('unitId', '=', unitId)
    .where('journal', '=', journal)
    .where('year', '=', year)
    .where('firstOrdinal', '<=', ordinal)
    .where('lastOrdinal', '>=', ordinal)
    .executeTakeFirst();
  if (row && row.actId !== null) throw new RuleBroken('act-number-taken', 'number');
  return row !== undefined;
}

/** The card of the act instead of its text, which stays on paper. */
function text(organisation: string, type: ActType, { heading }: PaperAct) {
  const document: Document = {
    language: 'ru',
    title: heading,
    kind: type.templateCode,
    profile: 'plain',
    orientation: 'portrait',
    footer: null,
    blocks: [
      {
        ...{ kind: 'letterhead', layout: 'centred', organisation: [organisation], details: [], place: '' },
        ...{ documentKind: type.kindWord, date: '', number: '' },
      },
      { kind: 'subject', text: heading },
      paragraph(t.paperBody),
    ],
  };
  const signer = { organisation, signerId: '', signerName: '', signerPost: '' };
  return {
    templateCode: 'paper',
    templateVersion: 1,
    retentionClass: type.retention,
    values: JSON.stringify({ ...signer, given: {}, words: {}, named: [], assignments: [] }),
    document: JSON.stringify(document),
    documentHash: documentHash(document),
  };
}
