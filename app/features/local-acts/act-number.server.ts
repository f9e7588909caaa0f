import { type Context, personOf } from '#app/core/context.server.ts';
import { newId } from '#app/core/ids.ts';
import type { Day, Id } from '#db/schema.ts';
import { takenBefore, usualMasks } from './act-number.text.ts';
import { numberOf } from './act-number.ts';
import type { Journal } from './act-type.ts';

/** The year of a journal in an organisation. */
export interface JournalYear {
  unitId: Id;
  regionId: Id | null;
  journal: Journal;
  year: number;
}

/** The mask of a journal: the organisation's own or the usual one. */
export async function maskOf(
  ctx: Context,
  { unitId, journal }: Pick<JournalYear, 'unitId' | 'journal'>,
): Promise<string> {
  const own = await ctx.db
    .selectFrom('numberMask')
    .select('mask')
    .where('unitId', '=', unitId)
    .where('journal', '=', journal)
    .executeTakeFirst();
  return own?.mask ?? usualMasks[journal];
}

/**
 * Gives an act the next number of its journal and year and writes it down. The counter's row stays locked to the end of
 * the transaction, so two approvals never get one number and a refused approval uses none up. Source: BR-64.
 */
export async function takeNumber(
  tx: Context,
  act: { id: Id; unitId: Id; regionId: Id | null; journal: Journal; registeredOn: Day },
): Promise<string> {
  const { unitId, regionId, journal } = act;
  const place = { unitId, regionId, journal, year: Number(act.registeredOn.slice(0, 4)) };
  const mask = await maskOf(tx, place);
  for (;;) {
    const ordinal = await nextOrdinal(tx, place);
    const number = numberOf(mask, ordinal, place.year);
    const row = { firstOrdinal: ordinal, lastOrdinal: ordinal, recordedBy: personOf(tx), createdAt: tx.now };
    const isFree = await isNumberFree(tx, place, number);
    // An act on paper or an earlier mask may have used the very words: the place is left out with the reason.
    const left = { number: `${number} (${place.year}, ${ordinal})`, reason: takenBefore(number) };
    const given = isFree ? { number, actId: act.id } : left;
    await tx.db
      .insertInto('actNumber')
      .values({ id: newId(), ...place, ...row, ...given })
      .execute();
    if (isFree) return number;
  }
}

/** Whether nothing bears this number in the journal and year. */
export async function isNumberFree(tx: Context, place: JournalYear, number: string): Promise<boolean> {
  const taken = await tx.db
    .selectFrom('actNumber')
    .select('id')
    .where('unitId', '=', place.unitId)
    .where('journal', '=', place.journal)
    .where('year', '=', place.year)
    .where('number', '=', number)
    .executeTakeFirst();
  return taken === undefined;
}

/** Locks the counter of a journal and year and gives the last ordinal used; 0 before the first. */
export async function lockedCounter(tx: Context, place: JournalYear): Promise<number> {
  return counted(tx, place, 0);
}

/** Moves the counter up to an ordinal, never down. */
export async function raiseCounter(
  tx: Context,
  { unitId, journal, year }: JournalYear,
  ordinal: number,
): Promise<void> {
  await tx.db
    .updateTable('localActNumber')
    .set({ lastNumber: ordinal })
    .where('unitId', '=', unitId)
    .where('journal', '=', journal)
    .where('year', '=', year)
    .where('lastNumber', '<', ordinal)
    .execute();
}

/** The next ordinal that is neither given nor left out. */
async function nextOrdinal(tx: Context, place: JournalYear): Promise<number> {
  for (;;) {
    const ordinal = await counted(tx, place, 1);
    const taken = await tx.db
      .selectFrom('actNumber')
      .select('lastOrdinal')
      .where('unitId', '=', place.unitId)
      .where('journal', '=', place.journal)
      .where('year', '=', place.year)
      .where('firstOrdinal', '<=', ordinal)
      .where('lastOrdinal', '>=', ordinal)
      .executeTakeFirst();
    if (!taken) return ordinal;
    await raiseCounter(tx, place, taken.lastOrdinal ?? ordinal);
  }
}

async function counted(tx: Context, { unitId, journal, year }: JournalYear, by: 0 | 1): Promise<number> {
  const row = await tx.db
    .insertInto('localActNumber')
    .values({ unitId, journal, year, lastNumber: by })
    .onConflict((conflict) =>
      conflict
        .columns(['unitId', 'journal', 'year'])
        .doUpdateSet((eb) => ({ lastNumber: eb('localActNumber.lastNumber', '+', by) })),
    )
    .returning('lastNumber')
    .executeTakeFirstOrThrow();
  return row.lastNumber;
}
