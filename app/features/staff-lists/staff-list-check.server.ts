import type { Context } from '#app/core/context.server.ts';
import { dayOf } from '#app/core/dates.ts';
import type { AppServices } from '#app/core/services.server.ts';
import { transact } from '#app/core/transact.server.ts';
import { paths } from '#app/paths.ts';
import { notify } from '../notifications/notice.operations.server.ts';
import type { StaffListReading } from './staff-list.ts';
import { judgeRows } from './staff-list-judge.server.ts';
import { lockList, type StoredList, storedList } from './staff-list-locked.server.ts';
import type { ParsedStaffList } from './staff-list-parse.ts';
import { noteOrganisations } from './staff-list-places.server.ts';
import { readInWorker } from './staff-list-reader.server.ts';
import { stageRows, storedJson } from './staff-list-staging.server.ts';
import { UnreadableFile, type UnreadableFileCode } from './staff-list-unreadable.ts';

const SKIPPED_SHOWN = 100;

/**
 * Reads the file of a list that is being checked and finds what each row would do. `onPercent` is told how far it is.
 * Throws UnreadableFile. A list that was discarded or corrected meanwhile is left alone.
 */
export async function checkList(
  ctx: Context,
  services: Pick<AppServices, 'staffLists'>,
  list: StoredList,
  onPercent: (percent: number) => Promise<void>,
): Promise<void> {
  const file = await ctx.db
    .selectFrom('staffListFile')
    .select('bytes')
    .where('staffListId', '=', list.id)
    .executeTakeFirst();
  if (!file) throw new UnreadableFile('empty');
  const today = dayOf(ctx.now, list.timeZone);
  const { bytes } = file;
  const parsed = await readInWorker(services, { bytes, fileName: list.fileName }, { today, mapping: list.mapping });
  await onPercent(40);
  await stageRows(ctx.db, list.id, parsed, (share) => onPercent(40 + share * 30));
  await transact(ctx, async (tx) => {
    if (!(await isStillAsked(tx, list))) return;
    await noteOrganisations(tx.db, list);
    const counts = await judgeRows(tx.db, { ...list, asOf: parsed.asOf }, today);
    await tx.db
      .updateTable('staffList')
      .set((eb) => ({
        state: 'checked',
        mapping: storedJson(parsed.mapping),
        reading: storedJson(readingOf(parsed)),
        counts: JSON.stringify(counts),
        progressPercent: 100,
        refusalCode: null,
        busyUntil: null,
        tries: 0,
        version: eb('version', '+', 1),
      }))
      .where('id', '=', list.id)
      .execute();
    await tellUploader(tx, list);
  });
}

/** Whether the list still waits for this check. Of one discarded meanwhile nothing may stay behind. */
async function isStillAsked(tx: Context, list: StoredList): Promise<boolean> {
  await lockList(tx.db, list.id);
  const now = await storedList(tx.db, list.id);
  if (now.version === list.version && now.state === 'checking') return true;
  if (now.state === 'discarded') {
    await tx.db.deleteFrom('staffListRow').where('staffListId', '=', list.id).execute();
  }
  return false;
}

/** Why a list is refused: of the file, of the product's own mistake, or of tries that all came to nothing. */
type FileRefusal = UnreadableFileCode | 'fault' | 'too-many-tries';

/** Refuses a file as a whole and lets go of it. */
export async function refuseFile(ctx: Context, list: StoredList, code: FileRefusal): Promise<void> {
  await transact(ctx, async (tx) => {
    const refused = await tx.db
      .updateTable('staffList')
      .set((eb) => ({ state: 'refused', refusalCode: code, busyUntil: null, version: eb('version', '+', 1) }))
      .where('id', '=', list.id)
      .where('version', '=', list.version)
      .where('state', '=', 'checking')
      .executeTakeFirst();
    if (refused.numUpdatedRows === 0n) return;
    await tx.db.deleteFrom('staffListFile').where('staffListId', '=', list.id).execute();
    await tx.db.deleteFrom('staffListRow').where('staffListId', '=', list.id).execute();
    await tellUploader(tx, list);
  });
}

function readingOf(parsed: ParsedStaffList): StaffListReading {
  const { asOf, sheets, preview, missing, skipped } = parsed;
  return { asOf, sheets, preview, missing, skipped: skipped.slice(0, SKIPPED_SHOWN), skippedTotal: skipped.length };
}

async function tellUploader(tx: Context, list: StoredList): Promise<void> {
  const details = { file: list.fileName };
  await notify(tx, { personId: list.uploadedBy, kind: 'staff-list-checked', path: paths.staffList(list.id), details });
}
