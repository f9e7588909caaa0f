import { sql } from 'kysely';
import type { Context } from '#app/core/context.server.ts';
import type { Id } from '#db/schema.ts';
import { forgetContactsOf } from '../staff-lists/staff-list-contacts.server.ts';
import { type DataClass, groundToKeep, type SettledGround } from './erasure.ts';

interface Line {
  id: Id;
  dataClass: DataClass;
}

/**
 * Deletes what the lines of one organisation stand for, inside an act that holds lines and people. Says of each line
 * null when its data are gone now, else the ground on which nothing was deleted.
 */
export async function eraseData(
  tx: Context,
  unitId: Id,
  lines: readonly Line[],
): Promise<Map<Id, SettledGround | null>> {
  const of = (wanted: DataClass) => lines.filter(({ dataClass }) => dataClass === wanted).map(({ id }) => id);
  const grounds = new Map<Id, SettledGround | null>(lines.map(({ id }) => [id, 'not-kept']));
  for (const [id, ground] of await emptyContacts(tx, unitId, of('contacts'))) grounds.set(id, ground);
  for (const [id, ground] of await emptyGuardians(tx, of('guardian'))) grounds.set(id, ground);
  return grounds;
}

/** Closes the lines that have a ground, without an act. Returns how many. */
export async function settleLines(tx: Context, grounds: ReadonlyMap<Id, SettledGround | null>): Promise<number> {
  const settled = [...grounds].filter(([, ground]) => ground !== null);
  if (settled.length === 0) return 0;
  await sql`
    update erasure_due set settled_on = ${tx.today}::date, settled_ground = closed.ground
    from unnest(${settled.map(([id]) => id)}::uuid[], ${settled.map(([, ground]) => ground)}::text[])
      as closed (id, ground)
    where erasure_due.id = closed.id
  `.execute(tx.db);
  return settled.length;
}

/**
 * Who has left takes the card along: the former organisation has no contacts to destroy any more, unless it had them in a
 * staff list. Called inside the act that takes the person on elsewhere.
 */
export async function settleMoved(tx: Context, personId: Id, unitId: Id): Promise<void> {
  await tx.db
    .updateTable('erasureDue')
    .set({ settledOn: tx.today, settledGround: 'moved' satisfies SettledGround })
    .where('personId', '=', personId)
    .where('unitId', '!=', unitId)
    .where('dataClass', '=', 'contacts')
    .where('actId', 'is', null)
    .where('stoppedOn', 'is', null)
    .where('settledOn', 'is', null)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('staffListRow')
            .select('staffListRow.rowNumber')
            .whereRef('staffListRow.personId', '=', 'erasureDue.personId')
            .whereRef('staffListRow.unitId', '=', 'erasureDue.unitId'),
        ),
      ),
    )
    .execute();
}

type Grounds = [Id, SettledGround | null][];

/**
 * The card belongs to the home organisation, and to whichever a consent in force was given; the organisation's own copies,
 * in staff lists it is done with, go in any case, and the letters to the address with the card.
 */
async function emptyContacts(tx: Context, unitId: Id, ids: readonly Id[]): Promise<Grounds> {
  if (ids.length === 0) return [];
  const { rows } = await sql<ContactFacts>`
    select due.id, due.person_id, person.email, person.unit_id <> due.unit_id as is_moved,
      num_nonnulls(person.phone, person.email) > 0 as is_kept,
      exists (select 1 from personal_consent living where living.person_id = due.person_id
        and living.purpose = 'data_processing' and living.ended_on is null) as is_needed
    from erasure_due due join person on person.id = due.person_id where due.id = any(${[...ids]}::uuid[])
  `.execute(tx.db);
  const cards = rows.filter((row) => groundToKeep(row) === null);
  const copied = await forgetContactsOf(
    tx,
    unitId,
    rows.map(({ personId }) => personId),
  );
  if (cards.length > 0) await emptyCards(tx, cards);
  return rows.map((row) => [row.id, copied.has(row.personId) ? null : groundToKeep(row)]);
}

interface ContactFacts {
  id: Id;
  personId: Id;
  email: string | null;
  isMoved: boolean;
  isNeeded: boolean;
  isKept: boolean;
}

async function emptyCards(tx: Context, cards: readonly ContactFacts[]): Promise<void> {
  await tx.db
    .updateTable('person')
    .set((eb) => ({ phone: null, email: null, version: eb('version', '+', 1) }))
    .where(
      'id',
      'in',
      cards.map(({ personId }) => personId),
    )
    .execute();
  const addresses = cards.flatMap(({ email }) => email ?? []);
  if (addresses.length > 0) await tx.db.deleteFrom('outboxMail').where('recipient', 'in', addresses).execute();
}

/** A guardian whose other consent still stands is kept; otherwise every copy of the name goes with the record. */
async function emptyGuardians(tx: Context, ids: readonly Id[]): Promise<Grounds> {
  if (ids.length === 0) return [];
  const { rows } = await sql<{ id: Id; guardianId: Id | null; paperId: Id | null; isNeeded: boolean; isKept: boolean }>`
    select due.id, guardian.id as guardian_id, paper.id as paper_id,
      coalesce(guardian.full_name, paper.guardian_name) <> '—' as is_kept,
      exists (select 1 from guardian_consent living
        where living.guardian_id = guardian.id and living.withdrawn_on is null)
      or exists (select 1 from personal_consent signed
        where signed.guardian_id = guardian.id and signed.ended_on is null) as is_needed
    from erasure_due due
    left join guardian_consent paper on paper.id = due.guardian_consent_id
    left join personal_consent own on own.id = due.consent_id
    left join guardian on guardian.id = coalesce(paper.guardian_id, own.guardian_id)
    where due.id = any(${[...ids]}::uuid[])
  `.execute(tx.db);
  const grounds = rows.map(({ id, ...facts }): Grounds[number] => [id, groundToKeep({ ...facts, isMoved: false })]);
  const gone = rows.filter((row) => groundToKeep({ ...row, isMoved: false }) === null);
  const guardians = gone.flatMap(({ guardianId }) => guardianId ?? []);
  const papers = gone.flatMap(({ paperId }) => paperId ?? []);
  await sql`
    update guardian_consent set guardian_name = '—'
    where guardian_id = any(${guardians}::uuid[]) or id = any(${papers}::uuid[])
  `.execute(tx.db);
  await sql`
    update guardian set full_name = '—', right_document = '—', contact = '—', version = version + 1,
      ended_on = coalesce(ended_on, ${tx.today}::date)
    where id = any(${guardians}::uuid[])
  `.execute(tx.db);
  return grounds;
}
