import { sql } from 'kysely';
import { NotFound } from '#app/access/refusals.ts';
import { within } from '#app/access/within.server.ts';
import { withinUnits } from '#app/access/within-units.server.ts';
import type { Context } from '#app/core/context.server.ts';
import { PAGE_SIZE } from '#app/core/form.ts';
import { ORGANISATION_KINDS } from '#app/features/org-units/unit.ts';
import type { Id } from '#db/schema.ts';
import { MOST_NAMES } from './staff-list.schema.ts';
import type { MatchRefusalCode, RowOutcome } from './staff-list.ts';
import type { RowRefusalCode } from './staff-list-cell.ts';
import { listWords } from './staff-list-locked.server.ts';
import type { StaffListPerson } from './staff-list-row.ts';

/** Lists within reach, the newest first, a page of 50. */
export async function listStaffLists(ctx: Context, page: number) {
  const rows = await ctx.db
    .selectFrom('staffList')
    .innerJoin('orgUnit', 'orgUnit.id', 'staffList.unitId')
    .innerJoin('person as uploader', 'uploader.id', 'staffList.uploadedBy')
    .select(['staffList.id', 'staffList.fileName', 'staffList.createdAt', 'staffList.refusalCode'])
    .select(['staffList.scope', 'staffList.state', 'staffList.counts', 'staffList.mapping', 'staffList.reading'])
    .select(['orgUnit.shortName as unitName', 'orgUnit.timeZone'])
    .select(['uploader.lastName', 'uploader.firstName', 'uploader.middleName'])
    .where(within(ctx, 'staffList.import'))
    .orderBy('staffList.createdAt', 'desc')
    .orderBy('staffList.id', 'desc')
    .limit(PAGE_SIZE)
    .offset((page - 1) * PAGE_SIZE)
    .execute();
  return rows.map(({ mapping: _, reading: __, ...row }) => ({
    ...row,
    state: listWords({ ...row, mapping: null, reading: null }).state,
    counts: listWords({ ...row, mapping: null, reading: null }).counts,
  }));
}

/** How many lists are within reach. */
export async function countStaffLists(ctx: Context): Promise<number> {
  const row = await ctx.db
    .selectFrom('staffList')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where(within(ctx, 'staffList.import'))
    .executeTakeFirstOrThrow();
  return row.count;
}

/** One list. Throws NotFound. */
export async function findStaffList(ctx: Context, id: Id) {
  const row = await ctx.db
    .selectFrom('staffList')
    .innerJoin('orgUnit', 'orgUnit.id', 'staffList.unitId')
    .innerJoin('person as uploader', 'uploader.id', 'staffList.uploadedBy')
    .leftJoin('person as applier', 'applier.id', 'staffList.appliedBy')
    .select(['staffList.id', 'staffList.unitId', 'staffList.fileName', 'staffList.createdAt', 'staffList.appliedAt'])
    .select(['staffList.scope', 'staffList.state', 'staffList.counts', 'staffList.mapping', 'staffList.reading'])
    .select(['staffList.progressPercent', 'staffList.refusalCode', 'staffList.version'])
    .select(['orgUnit.shortName as unitName', 'orgUnit.timeZone'])
    .select(['uploader.lastName', 'uploader.firstName', 'uploader.middleName'])
    .select([
      'applier.lastName as applierLast',
      'applier.firstName as applierFirst',
      'applier.middleName as applierMiddle',
    ])
    .select(({ selectFrom }) =>
      selectFrom('staffListOrganisation')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .whereRef('staffListOrganisation.staffListId', '=', 'staffList.id')
        .where('staffListOrganisation.unitId', 'is', null)
        .where('staffListOrganisation.isSkipped', '=', false)
        .as('undecided'),
    )
    .select(({ selectFrom }) =>
      selectFrom('staffListOrganisation')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .whereRef('staffListOrganisation.staffListId', '=', 'staffList.id')
        .as('organisations'),
    )
    .where('staffList.id', '=', id)
    .where(within(ctx, 'staffList.import'))
    .executeTakeFirst();
  if (!row) throw new NotFound('staffList');
  const { applierLast, applierFirst, applierMiddle, ...list } = row;
  return {
    ...list,
    ...listWords(row),
    undecided: row.undecided ?? 0,
    organisations: row.organisations ?? 0,
    applier:
      applierLast && applierFirst
        ? { lastName: applierLast, firstName: applierFirst, middleName: applierMiddle }
        : null,
  };
}

/** A refusal of a row: found in the file at a cell, or by comparison with what is recorded. */
export interface ShownRefusal {
  code: RowRefusalCode | MatchRefusalCode;
  cell?: string;
  value?: string;
  otherRow?: number;
}

/** A row as the pages show it. `person`: what was read, unless the row is refused by its cells. */
export interface ShownRow {
  row: number;
  cells: string[];
  person: (Omit<StaffListPerson, 'row' | 'organisation'> & { organisation: string }) | null;
  personId: Id | null;
  unitName: string | null;
  changes: Record<string, [unknown, unknown]>;
  refusals: ShownRefusal[];
}

/** Rows of a list with one outcome, in the file's order. `limit` and `offset` in rows. */
export async function listRows(
  ctx: Context,
  listId: Id,
  outcome: RowOutcome,
  slice: { limit: number; offset: number },
): Promise<ShownRow[]> {
  const rows = await ctx.db
    .selectFrom('staffListRow')
    .innerJoin('staffList', 'staffList.id', 'staffListRow.staffListId')
    .leftJoin('orgUnit', 'orgUnit.id', 'staffListRow.unitId')
    .select(['staffListRow.rowNumber', 'staffListRow.found', 'staffListRow.changes', 'staffListRow.refusals'])
    .select(['staffListRow.personId', 'orgUnit.shortName as unitName'])
    .where('staffListRow.staffListId', '=', listId)
    .where('staffListRow.outcome', '=', outcome)
    .where(within(ctx, 'staffList.import'))
    .orderBy('staffListRow.rowNumber')
    .limit(slice.limit)
    .offset(slice.offset)
    .execute();
  return rows.map((row) => {
    // Only `stageRows` and the comparison write these values, and in these shapes.
    const found = row.found as Pick<ShownRow, 'cells'> & { person?: NonNullable<ShownRow['person']> };
    const { employment: _, ...changes } = (row.changes ?? {}) as Record<string, [unknown, unknown]>;
    const refusals = (row.refusals ?? []) as ShownRefusal[];
    const { personId, unitName } = row;
    return {
      row: row.rowNumber,
      cells: found.cells,
      person: found.person ?? null,
      personId,
      unitName,
      changes,
      refusals,
    };
  });
}

/** Organisations a list names, those to decide first, by name. */
export async function listOrganisations(ctx: Context, listId: Id) {
  return ctx.db
    .selectFrom('staffListOrganisation')
    .innerJoin('staffList', 'staffList.id', 'staffListOrganisation.staffListId')
    .select(['staffListOrganisation.nameInFile', 'staffListOrganisation.people', 'staffListOrganisation.isSkipped'])
    .select('staffListOrganisation.unitId')
    .where('staffListOrganisation.staffListId', '=', listId)
    .where(within(ctx, 'staffList.import'))
    .orderBy(sql`staff_list_organisation.unit_id is null and not staff_list_organisation.is_skipped`, 'desc')
    .orderBy('staffListOrganisation.nameInFile')
    .limit(MOST_NAMES)
    .execute();
}

/** Open units the actor may bring a list to: own organisations, municipalities for consolidated ones. */
export async function listUnitsForLists(ctx: Context): Promise<{ id: Id; shortName: string; kind: string }[]> {
  return ctx.db
    .selectFrom('orgUnit')
    .select(['orgUnit.id', 'orgUnit.shortName', 'orgUnit.kind'])
    .where(withinUnits(ctx, 'staffList.import'))
    .where('orgUnit.endedOn', 'is', null)
    .where((eb) =>
      eb.or([
        eb('orgUnit.kind', '=', 'municipality'),
        eb.and([eb('orgUnit.kind', 'in', [...ORGANISATION_KINDS]), withinUnits(ctx, 'person.manage')]),
      ]),
    )
    .orderBy('orgUnit.name')
    .orderBy('orgUnit.id')
    .limit(500)
    .execute();
}
