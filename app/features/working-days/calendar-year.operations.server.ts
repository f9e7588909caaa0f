import { assertCan } from '#app/access/can.server.ts';
import type { Context } from '#app/core/context.server.ts';
import { RuleBroken, StaleWrite } from '#app/core/errors.ts';
import { newId } from '#app/core/ids.ts';
import { transact } from '#app/core/transact.server.ts';
import type { Id } from '#db/schema.ts';
import { journal } from '../journal/journal.operations.server.ts';
import { type CalendarYearLists, changesPast, readYear } from './calendar-year.ts';
import { calendarText } from './working-days.text.ts';
import { dayKind } from './working-days.ts';

/** A year of the production calendar as entered. */
export interface CalendarYearInput extends CalendarYearLists {
  year: number;
  /** The decree on moved days, or the Code alone. */
  act: string;
  isDecreed: boolean;
  /** Version the form was opened at; 0 for a year that is not entered. */
  version: number;
}

/**
 * Enters a year of the federal production calendar, or corrects the days of it that are still to come. Throws NotFound for
 * who does not keep it; StaleWrite; RuleBroken with the rules of `readYear` and `calendar-past-changed`. Journals
 * `saveCalendarYear`. Source: Labour Code 112.
 */
export async function saveCalendarYear(ctx: Context, federationId: Id, input: CalendarYearInput): Promise<void> {
  const read = readYear(input.year, input);
  if ('rule' in read) throw new RuleBroken(read.rule, read.field);
  await transact(ctx, async (tx) => {
    await assertCan(tx, 'calendar.manage', federationId);
    const { year, act, isDecreed } = input;
    await holdYear(tx, input);
    const before = await daysOf(tx, year);
    // Nothing could be counted over a year that was missing: entering it late changes no term.
    if (input.version > 0 && changesPast(before, read.days, tx.today)) {
      throw new RuleBroken('calendar-past-changed', 'holidays');
    }
    await daysOfYear(tx, year).execute();
    const place = { unitId: null, regionId: null, createdAt: tx.now };
    const rows = read.days.map((one) => ({
      id: newId(),
      ...one,
      act: one.kind === 'holiday' ? calendarText.holidayAct : act,
      ...place,
    }));
    if (rows.length > 0) await tx.db.insertInto('calendarDay').values(rows).execute();
    const line = { objectKind: 'calendar_year', objectId: federationId, unitId: null, regionId: null };
    await journal(tx, { act: 'saveCalendarYear', ...line, after: { year, isDecreed, daysCount: rows.length } });
  });
}

async function holdYear(tx: Context, { year, act, isDecreed, version }: CalendarYearInput): Promise<void> {
  const written =
    version === 0
      ? await tx.db
          .insertInto('calendarYear')
          .values({ year, act, isDecreed })
          .onConflict((conflict) => conflict.doNothing())
          .executeTakeFirst()
          .then((result) => result.numInsertedOrUpdatedRows ?? 0n)
      : await tx.db
          .updateTable('calendarYear')
          .set({ act, isDecreed, version: version + 1 })
          .where('year', '=', year)
          .where('version', '=', version)
          .executeTakeFirst()
          .then((result) => result.numUpdatedRows);
  if (written > 0n) return;
  const now = await tx.db.selectFrom('calendarYear').select('version').where('year', '=', year).executeTakeFirst();
  throw new StaleWrite({ version: String(now?.version ?? 0) });
}

async function daysOf(tx: Context, year: number) {
  const rows = await tx.db
    .selectFrom('calendarDay')
    .select(['day', 'kind'])
    .where('regionId', 'is', null)
    .where('day', '>=', `${year}-01-01`)
    .where('day', '<=', `${year}-12-31`)
    .execute();
  return rows.map((row) => ({ ...row, kind: dayKind(row.kind) }));
}

function daysOfYear(tx: Context, year: number) {
  return tx.db
    .deleteFrom('calendarDay')
    .where('regionId', 'is', null)
    .where('day', '>=', `${year}-01-01`)
    .where('day', '<=', `${year}-12-31`);
}
