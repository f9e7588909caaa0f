import { NotFound } from '#app/access/refusals.ts';
import { within } from '#app/access/within.server.ts';
import { type Context, personOf } from '#app/core/context.server.ts';
import { RuleBroken } from '#app/core/errors.ts';
import { newId } from '#app/core/ids.ts';
import { once } from '#app/core/once.server.ts';
import { transact } from '#app/core/transact.server.ts';
import type { Day, Id } from '#db/schema.ts';
import { documentHash } from '#reports/document-hash.ts';
import { journal } from '../journal/journal.operations.server.ts';
import { actTemplate } from '../local-acts/act-templates.server.ts';
import { signedName } from '../local-acts/order-values.server.ts';
import { holdPeople } from '../mentorships/locked-mentorship.server.ts';
import { eraseData, settleLines } from './erased-data.server.ts';
import { type DataClass, dataClass, destroyedClasses, ruleAgainstAct } from './erasure.ts';
import { destructionDocument } from './erasure-document.ts';

/** An act to record. */
export interface Destruction {
  /** Lines of `erasure_due`, all of one organisation. */
  dueIds: readonly Id[];
  actedOn: Day;
  /** Who took part, one a line. */
  commission: string;
}

/**
 * Destroys what is due by the chosen lines and records the act in the same transaction: phone and e-mail are emptied wherever
 * the program keeps them, the guardian's record loses name, document and contact. A line nothing was deleted for does not
 * stand in the act: it is closed with its ground (`SettledGround`); without any other there is no act and no id. Throws
 * NotFound; RuleBroken with a code of `ErasureRule`. Source: 152-FZ article 21, DT-34, BR-84.
 */
export async function recordDestruction(
  ctx: Context,
  input: Destruction,
  onceKey: string | null = null,
): Promise<Recorded> {
  return transact(ctx, (tx) => once(tx, onceKey, input, () => destroy(tx, input)));
}

/** What came of it: the act, if anything was deleted, and how many lines were closed without it. */
export interface Recorded {
  id: Id | null;
  settled: number;
}

async function destroy(tx: Context, { dueIds, actedOn, commission }: Destruction): Promise<Recorded> {
  const lines = await heldLines(tx, dueIds);
  const refusal = ruleAgainstAct({ chosen: dueIds.length, found: lines }, actedOn, tx.today);
  if (refusal) throw new RuleBroken(refusal.rule, refusal.field);
  const [first] = lines;
  if (!first || lines.some(({ unitId }) => unitId !== first.unitId)) throw new NotFound('erasureDue');
  const { unitId, regionId } = first;
  await holdPeople(tx, [...new Set(lines.map(({ personId }) => personId))]);
  const grounds = await eraseData(tx, unitId, lines);
  const gone = lines.filter(({ id }) => grounds.get(id) === null);
  const settled = await settleLines(tx, grounds);
  if (gone.length === 0) {
    const line = { objectKind: 'org_unit', objectId: unitId, unitId, regionId };
    await journal(tx, { act: 'settleErasures', ...line, after: { settled } });
    return { id: null, settled };
  }
  const classes = destroyedClasses(gone);
  const people = new Set(gone.map(({ personId }) => personId)).size;
  const document = destructionDocument(actTemplate('destruction_act'), {
    ...{ ...(await headOf(tx, unitId)), actedOn, commission, classes },
  });
  const id = newId();
  await tx.db
    .insertInto('destructionAct')
    .values({
      ...{ id, unitId, regionId, actedOn, commission, peopleCount: people, document: JSON.stringify(document) },
      ...{ documentHash: documentHash(document), recordedBy: personOf(tx), createdAt: tx.now },
    })
    .execute();
  await tx.db
    .updateTable('erasureDue')
    .set({ actId: id })
    .where(
      'id',
      'in',
      gone.map((line) => line.id),
    )
    .execute();
  const line = { objectKind: 'destruction_act', objectId: id, unitId, regionId };
  await journal(tx, { act: 'recordDestruction', ...line, after: { actedOn, people, records: gone.length, settled } });
  return { id, settled };
}

type Line = { id: Id; personId: Id; unitId: Id; regionId: Id | null; dataClass: DataClass; startedOn: Day };

/** The chosen lines within reach that are still due, locked: who consents anew at this moment comes before or after. */
async function heldLines(tx: Context, dueIds: readonly Id[]): Promise<Line[]> {
  if (dueIds.length === 0) return [];
  const rows = await tx.db
    .selectFrom('erasureDue')
    .select(['id', 'personId', 'unitId', 'regionId', 'dataClass', 'startedOn'])
    .where('id', 'in', [...dueIds])
    .where('actId', 'is', null)
    .where('stoppedOn', 'is', null)
    .where('settledOn', 'is', null)
    .where(within(tx, 'erasure.manage'))
    .orderBy('id')
    .forUpdate()
    .execute();
  return rows.map((row) => ({ ...row, dataClass: dataClass(row.dataClass) }));
}

async function headOf(tx: Context, unitId: Id): Promise<{ organisation: string; signerName: string }> {
  const row = await tx.db
    .selectFrom('orgUnit')
    .innerJoin('person', (join) => join.on('person.id', '=', personOf(tx)))
    .select(['orgUnit.name', 'person.lastName', 'person.firstName', 'person.middleName'])
    .where('orgUnit.id', '=', unitId)
    .executeTakeFirstOrThrow();
  return { organisation: row.name, signerName: signedName(row) };
}
