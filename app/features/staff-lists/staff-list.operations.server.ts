import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { assertCanAt } from '#app/access/can.server.ts';
import { NotFound } from '#app/access/refusals.ts';
import { type Context, personOf } from '#app/core/context.server.ts';
import { RuleBroken } from '#app/core/errors.ts';
import { newId } from '#app/core/ids.ts';
import { transact } from '#app/core/transact.server.ts';
import { isOrganisation, isUnitKind } from '#app/features/org-units/unit.ts';
import type { Day, Id } from '#db/schema.ts';
import { journal } from '../journal/journal.operations.server.ts';
import {
  MOST_WAITING_LISTS,
  ruleAgainstCorrecting,
  ruleAgainstDiscarding,
  type StaffListRule,
  type StaffListScope,
} from './staff-list.ts';
import type { ColumnMapping } from './staff-list-columns.ts';
import { LARGEST_FILE_BYTES } from './staff-list-file.server.ts';
import { lockedList, type StoredList } from './staff-list-locked.server.ts';
import { storedJson } from './staff-list-staging.server.ts';

/**
 * Takes a file in; the job `staff-list` checks it. The same file already waiting at this unit is not taken twice: its
 * list is given back. Throws NotFound where the actor may not, RuleBroken `no-file`, `file-too-large`,
 * `unit-has-no-lists`, `unit-closed`, `too-many-waiting`.
 */
export async function uploadStaffList(
  ctx: Context,
  input: { unitId: Id; fileName: string; bytes: Uint8Array },
): Promise<{ id: Id }> {
  const { unitId, bytes } = input;
  if (bytes.length === 0) throw new RuleBroken('no-file' satisfies StaffListRule, 'file');
  if (bytes.length > LARGEST_FILE_BYTES) throw new RuleBroken('file-too-large' satisfies StaffListRule, 'file');
  return transact(ctx, async (tx) => {
    await assertCanAt(tx, 'staffList.import', unitId);
    const unit = await lockedUnit(tx, unitId);
    const scope = scopeOf(unit.kind);
    if (unit.endedOn !== null) throw new RuleBroken('unit-closed' satisfies StaffListRule, 'unitId');
    if (scope === 'organisation') await assertCanAt(tx, 'person.manage', unitId);
    const fileHash = createHash('sha256').update(bytes).digest('hex');
    const waiting = await tx.db
      .selectFrom('staffList')
      .select(['id', 'fileHash'])
      .where('unitId', '=', unitId)
      .where('state', 'in', ['uploaded', 'checking', 'checked', 'applying'])
      .execute();
    const same = waiting.find((list) => list.fileHash === fileHash);
    if (same) return { id: same.id };
    if (waiting.length >= MOST_WAITING_LISTS)
      throw new RuleBroken('too-many-waiting' satisfies StaffListRule, 'unitId');
    const id = newId();
    const place = { unitId, regionId: unit.regionId };
    const fileName = shownFileName(input.fileName);
    await tx.db
      .insertInto('staffList')
      .values({
        id,
        ...place,
        scope,
        fileName,
        fileHash,
        state: 'uploaded',
        uploadedBy: personOf(tx),
        createdAt: tx.now,
      })
      .execute();
    await tx.db.insertInto('staffListFile').values({ staffListId: id, bytes }).execute();
    const after = { fileName, fileHash, scope };
    await journal(tx, { act: 'uploadStaffList', objectKind: 'staff_list', objectId: id, ...place, after });
    return { id };
  });
}

/** Says anew what the columns mean or where the header stands, and has the list checked again. */
export async function correctMapping(
  ctx: Context,
  id: Id,
  input: { mapping: ColumnMapping; version: number },
): Promise<void> {
  await transact(ctx, async (tx) => {
    const list = await lockedList(tx, id, input.version);
    refuse(ruleAgainstCorrecting(list));
    await checkAgain(tx, list, input.mapping);
    const after = { columns: input.mapping.columns.flatMap(({ field }) => (field ? [field] : [])) };
    await journal(tx, { act: 'correctStaffListMapping', ...objectOf(list), after });
  });
}

/** Has a list checked again as it is read now, because the facts have moved since. */
export async function recheckStaffList(ctx: Context, id: Id, input: { version: number }): Promise<void> {
  await transact(ctx, async (tx) => {
    const list = await lockedList(tx, id, input.version);
    refuse(ruleAgainstCorrecting(list));
    await checkAgain(tx, list, list.mapping);
    await journal(tx, { act: 'recheckStaffList', ...objectOf(list) });
  });
}

/** Puts a list aside: its file and everything read from it are removed. Throws RuleBroken `list-busy`, `list-settled`. */
export async function discardStaffList(ctx: Context, id: Id, input: { version: number }): Promise<void> {
  await transact(ctx, async (tx) => {
    const list = await lockedList(tx, id, input.version);
    refuse(ruleAgainstDiscarding(list));
    const written = await tx.db
      .updateTable('staffList')
      .set((eb) => ({ state: 'discarded', version: eb('version', '+', 1), reading: null, busyUntil: null }))
      .where('id', '=', id)
      .where('version', '=', list.version)
      .executeTakeFirst();
    if (written.numUpdatedRows === 0n) throw new RuleBroken('list-busy' satisfies StaffListRule);
    await tx.db.deleteFrom('staffListFile').where('staffListId', '=', id).execute();
    await tx.db.deleteFrom('staffListRow').where('staffListId', '=', id).execute();
    await tx.db.deleteFrom('staffListOrganisation').where('staffListId', '=', id).execute();
    await journal(tx, { act: 'discardStaffList', ...objectOf(list) });
  });
}

/** The object of a journal line about a list. */
export function objectOf(list: Pick<StoredList, 'id' | 'unitId' | 'regionId'>) {
  return { objectKind: 'staff_list', objectId: list.id, unitId: list.unitId, regionId: list.regionId };
}

/** Throws the rule, if there is one. */
export function refuse(rule: StaffListRule | null): void {
  if (rule !== null) throw new RuleBroken(rule);
}

async function checkAgain(tx: Context, list: StoredList, mapping: ColumnMapping | null): Promise<void> {
  await tx.db
    .updateTable('staffList')
    .set((eb) => ({
      state: 'uploaded',
      refusalCode: null,
      progressPercent: 0,
      busyUntil: null,
      tries: 0,
      mapping: mapping === null ? null : storedJson(mapping),
      version: eb('version', '+', 1),
    }))
    .where('id', '=', list.id)
    .execute();
}

/** The lock makes two uploads at once count each other's waiting lists. */
async function lockedUnit(tx: Context, unitId: Id) {
  const { rows } = await sql<{ kind: string; regionId: Id | null; endedOn: Day | null }>`
    select kind, region_id, ended_on from org_unit where id = ${unitId} for no key update
  `.execute(tx.db);
  if (!rows[0]) throw new NotFound('unit');
  return rows[0];
}

function scopeOf(kind: string): StaffListScope {
  if (kind === 'municipality') return 'consolidated';
  if (isUnitKind(kind) && isOrganisation(kind)) return 'organisation';
  throw new RuleBroken('unit-has-no-lists' satisfies StaffListRule, 'unitId');
}

/** The name without folders, without signs nobody typed, of a length a table can show. */
function shownFileName(name: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? '';
  const clean = last
    .normalize('NFC')
    .replace(/[\p{C}\u2028\u2029]/gu, '')
    .trim();
  return clean.slice(0, 200) || '—';
}
