import { sql } from 'kysely';
import type { Context } from '#app/core/context.server.ts';
import { dayOf } from '#app/core/dates.ts';
import { RuleBroken } from '#app/core/errors.ts';
import { transact } from '#app/core/transact.server.ts';
import type { Id } from '#db/schema.ts';
import { journal } from '../journal/journal.operations.server.ts';
import { objectOf, refuse } from './staff-list.operations.server.ts';
import { ruleAgainstCorrecting, type StaffListRule } from './staff-list.ts';
import { judgeRows } from './staff-list-judge.server.ts';
import { lockedList } from './staff-list-locked.server.ts';
import { unitsOfList } from './staff-list-places.server.ts';

/** What was decided about one name of the file: the organisation, or null to leave its people out. */
export interface PlacedName {
  nameInFile: string;
  unitId: Id | null;
}

/**
 * Decides where the people under some names of a list go, and judges its rows anew. Names not given stay as they are.
 * Throws RuleBroken `organisation-outside` for an organisation the list cannot bring people to.
 */
export async function placeOrganisations(
  ctx: Context,
  id: Id,
  input: { places: readonly PlacedName[]; version: number },
): Promise<void> {
  await transact(ctx, async (tx) => {
    const list = await lockedList(tx, id, input.version);
    refuse(ruleAgainstCorrecting(list));
    if (list.reading === null) throw new RuleBroken('list-not-checked' satisfies StaffListRule);
    const today = dayOf(tx.now, list.timeZone);
    const open = new Set((await unitsOfList(tx.db, list)).map((unit) => unit.id));
    const isOutside = input.places.some(({ unitId }) => unitId !== null && !open.has(unitId));
    if (isOutside) throw new RuleBroken('organisation-outside' satisfies StaffListRule);
    await sql`
      update staff_list_organisation set unit_id = said.unit, is_skipped = said.unit is null
      from unnest(${input.places.map(({ nameInFile }) => nameInFile)}::text[],
        ${input.places.map(({ unitId }) => unitId)}::uuid[]) as said (name, unit)
      where staff_list_organisation.staff_list_id = ${id} and staff_list_organisation.name_in_file = said.name
    `.execute(tx.db);
    const counts = await judgeRows(tx.db, { ...list, asOf: list.reading.asOf }, today);
    await tx.db
      .updateTable('staffList')
      .set((eb) => ({ counts: JSON.stringify(counts), refusalCode: null, version: eb('version', '+', 1) }))
      .where('id', '=', id)
      .execute();
    const skipped = input.places.filter(({ unitId }) => unitId === null).length;
    const after = { placed: input.places.length - skipped, skipped };
    await journal(tx, { act: 'placeStaffListOrganisations', ...objectOf(list), after });
  });
}
