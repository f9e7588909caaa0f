import { sql } from 'kysely';
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
 * Destroys what is due by the chosen lines and records the act in the same transaction: phone and e-mail are emptied, the
 * guardian's record loses name, document and contact; what was published or transferred is left nowhere in the program and
 * is only named. Throws NotFound; RuleBroken with a code of `ErasureRule`. Source: 152-FZ article 21, DT-34, BR-84.
 */
export async function recordDestruction(
  ctx: Context,
  input: Destruction,
  onceKey: string | null = null,
): Promise<{ id: Id }> {
  return transact(ctx, (tx) => once(tx, onceKey, input, () => destroy(tx, input)));
}

async function destroy(tx: Context, { dueIds, actedOn, commission }: Destruction): Promise<{ id: Id }> {
  const lines = await heldLines(tx, dueIds);
  const refusal = ruleAgainstAct({ chosen: dueIds.length, found: lines }, actedOn, tx.today);
  if (refusal) throw new RuleBroken(refusal.rule, refusal.field);
  const [first] = lines;
  if (!first || lines.some(({ unitId }) => unitId !== first.unitId)) throw new NotFound('erasureDue');
  const { unitId, regionId } = first;
  await holdPeople(tx, [...new Set(lines.map(({ personId }) => personId))]);
  await emptyContacts(tx, of(lines, 'contacts'));
  await emptyGuardians(tx, of(lines, 'guardian'));
  const classes = destroyedClasses(lines);
  const people = new Set(lines.map(({ personId }) => personId)).size;
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
    .where('id', 'in', [...dueIds])
    .execute();
  const line = { objectKind: 'destruction_act', objectId: id, unitId, regionId };
  await journal(tx, { act: 'recordDestruction', ...line, after: { actedOn, people, records: lines.length } });
  return { id };
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
    .where(within(tx, 'erasure.manage'))
    .orderBy('id')
    .forUpdate()
    .execute();
  return rows.map((row) => ({ ...row, dataClass: dataClass(row.dataClass) }));
}

const of = (lines: readonly Line[], wanted: DataClass) => lines.filter((line) => line.dataClass === wanted);

async function emptyContacts(tx: Context, lines: readonly Line[]): Promise<void> {
  if (lines.length === 0) return;
  await tx.db
    .updateTable('person')
    .set((eb) => ({ phone: null, email: null, version: eb('version', '+', 1) }))
    .where(
      'id',
      'in',
      lines.map(({ personId }) => personId),
    )
    .execute();
}

/** A guardian who consents to something else that still stands is kept. */
async function emptyGuardians(tx: Context, lines: readonly Line[]): Promise<void> {
  if (lines.length === 0) return;
  const ids = sql.join(lines.map(({ id }) => sql`${id}::uuid`));
  await sql`
    with withdrawn as (
      select consent.id, consent.guardian_id from guardian_consent consent
      join erasure_due due on due.guardian_consent_id = consent.id where due.id in (${ids})
    ), nameless as (
      update guardian_consent set guardian_name = '—' where id in (select id from withdrawn)
    )
    update guardian set full_name = '—', right_document = '—', contact = '—', version = version + 1,
      ended_on = coalesce(ended_on, ${tx.today}::date)
    where id in (select guardian_id from withdrawn)
      and not exists (select 1 from guardian_consent living
        where living.guardian_id = guardian.id and living.withdrawn_on is null)
      and not exists (select 1 from personal_consent signed
        where signed.guardian_id = guardian.id and signed.ended_on is null)
  `.execute(tx.db);
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
