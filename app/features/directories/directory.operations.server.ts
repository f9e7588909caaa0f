import { assertCanAt } from '#app/access/can.server.ts';
import { NotFound } from '#app/access/refusals.ts';
import type { Context } from '#app/core/context.server.ts';
import { addDays } from '#app/core/dates.ts';
import { RuleBroken } from '#app/core/errors.ts';
import { newId } from '#app/core/ids.ts';
import { once } from '#app/core/once.server.ts';
import { transact } from '#app/core/transact.server.ts';
import type { Day, Id } from '#db/schema.ts';
import { journal } from '../journal/journal.operations.server.ts';
import { findEntry, listEntries } from './directory.queries.server.ts';
import {
  type Directory,
  type FormList,
  isOpen,
  type Party,
  ruleAgainstSwitching,
  ruleAgainstVersion,
  type Traits,
} from './directory.ts';
import { type EntryName, findKeeper, lockedEntry } from './locked-entry.server.ts';

/** What an entry means from a day on. */
export interface NewVersion extends Traits {
  name: string;
  meaning: string;
  source: string;
  mentorSides: Party[];
  menteeSides: Party[];
  startedOn: Day;
  /** Last day when it is known already. */
  endedOn: Day | null;
}

/** Places of own entries in a list: after those of all. */
const OWN_POSITION = 100;

/**
 * Adds an entry of the federation or of the region to a directory with its first version. Throws NotFound where the actor
 * keeps no directories; RuleBroken `version-in-past`, `version-ends-before-start`, `form-without-sides`, `form-without-list`.
 */
export async function addEntry(
  ctx: Context,
  keeperId: Id,
  input: NewVersion & { directory: Directory; lists: FormList[] },
  onceKey: string | null = null,
): Promise<{ code: string }> {
  return transact(ctx, async (tx) => {
    await assertCanAt(tx, 'directory.manage', keeperId);
    const keeper = await findKeeper(tx, keeperId);
    return once(tx, onceKey, input, async () => {
      const { directory, lists, ...version } = input;
      refuseVersion(directory, version, null, tx.today);
      if (directory === 'form' && lists.length === 0) throw new RuleBroken('form-without-list', 'lists');
      const code = newId();
      const place = { unitId: keeper.regionId, regionId: keeper.regionId };
      const entry = { code, name: version.name, position: OWN_POSITION, ...place };
      if (directory === 'form')
        await tx.db
          .insertInto('mentoringForm')
          .values({ ...entry, lists })
          .execute();
      else await tx.db.insertInto('mentoringKind').values(entry).execute();
      const id = await insertVersion(tx, { directory, code }, place, version);
      const after = { directory, code, name: version.name, startedOn: version.startedOn };
      await journal(tx, { act: 'addDirectoryEntry', ...line(id, keeper), after });
      return { code };
    });
  });
}

/**
 * Gives an entry a new meaning from a day on; the version before ends the day before. Throws NotFound for who does not
 * keep the entry; RuleBroken `version-in-past`, `version-not-later`, `version-ends-before-start`, `form-without-sides`.
 */
export async function addVersion(ctx: Context, entry: EntryName, version: NewVersion): Promise<void> {
  await transact(ctx, async (tx) => {
    const held = await lockedEntry(tx, entry);
    await assertCanAt(tx, 'directory.manage', held.keeper.unitId);
    refuseVersion(entry.directory, version, held.last?.startedOn ?? null, tx.today);
    if (held.last && (held.last.endedOn === null || held.last.endedOn >= version.startedOn)) {
      const endedOn = addDays(version.startedOn, -1);
      await tx.db.updateTable('directoryVersion').set({ endedOn }).where('id', '=', held.last.id).execute();
    }
    const id = await insertVersion(tx, entry, { unitId: held.regionId, regionId: held.regionId }, version);
    if (version.startedOn <= tx.today) await nameEntry(tx, entry, version.name);
    const before = { name: held.name };
    const after = { ...entry, name: version.name, startedOn: version.startedOn };
    await journal(tx, { act: 'addDirectoryVersion', ...line(id, held.keeper), before, after });
  });
}

/**
 * Switches an entry off or on in a region from a day on. Throws NotFound where the actor keeps no directories of the
 * region; RuleBroken `switch-in-past`, `already-off`, `already-on`, `nothing-left-on`.
 */
export async function switchEntry(
  ctx: Context,
  regionId: Id,
  entry: EntryName,
  wanted: { isOff: boolean; from: Day },
): Promise<void> {
  await transact(ctx, async (tx) => {
    await lockedEntry(tx, entry);
    await assertCanAt(tx, 'directory.manage', regionId);
    const keeper = await findKeeper(tx, regionId);
    if (keeper.regionId === null) throw new NotFound('region');
    const found = await findEntry(tx, entry, regionId, wanted.from);
    const all = await listEntries(tx, regionId, wanted.from);
    const others = all.filter((one) => one.directory === entry.directory && one.code !== entry.code && isOpen(one));
    const refusal = ruleAgainstSwitching(found, wanted, others.length, tx.today);
    if (refusal) throw new RuleBroken(refusal, refusal === 'switch-in-past' ? 'from' : undefined);
    const id = wanted.isOff
      ? await switchOff(tx, regionId, entry, wanted.from)
      : await switchOn(tx, regionId, entry, wanted.from);
    const after = { ...entry, isOff: wanted.isOff, from: wanted.from };
    await journal(tx, { act: 'switchDirectoryEntry', ...line(id, keeper), after });
  });
}

async function switchOff(tx: Context, regionId: Id, entry: EntryName, startedOn: Day): Promise<Id> {
  const later = await tx.db
    .selectFrom('directorySwitch')
    .select('startedOn')
    .where('regionId', '=', regionId)
    .where(codeColumn(entry), '=', entry.code)
    .where('startedOn', '>', startedOn)
    .orderBy('startedOn')
    .executeTakeFirst();
  const id = newId();
  const endedOn = later ? addDays(later.startedOn, -1) : null;
  const period = { startedOn, endedOn };
  await tx.db
    .insertInto('directorySwitch')
    .values({ id, ...codes(entry), unitId: regionId, regionId, ...period, createdAt: tx.now })
    .execute();
  return id;
}

async function switchOn(tx: Context, regionId: Id, entry: EntryName, from: Day): Promise<Id> {
  const { id } = await tx.db
    .updateTable('directorySwitch')
    .set({ endedOn: addDays(from, -1) })
    .where('regionId', '=', regionId)
    .where(codeColumn(entry), '=', entry.code)
    .where('startedOn', '<=', from)
    .where((eb) => eb.or([eb('endedOn', 'is', null), eb('endedOn', '>=', from)]))
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

function refuseVersion(directory: Directory, version: NewVersion, lastStartedOn: Day | null, today: Day): void {
  const refusal = ruleAgainstVersion(version, lastStartedOn, today);
  if (refusal) throw new RuleBroken(refusal, refusal === 'version-ends-before-start' ? 'endedOn' : 'startedOn');
  if (directory === 'kind') return;
  if (version.mentorSides.length === 0) throw new RuleBroken('form-without-sides', 'mentorSides');
  if (version.menteeSides.length === 0) throw new RuleBroken('form-without-sides', 'menteeSides');
}

async function insertVersion(
  tx: Context,
  entry: EntryName,
  place: { unitId: Id | null; regionId: Id | null },
  version: NewVersion,
): Promise<Id> {
  const id = newId();
  await tx.db
    .insertInto('directoryVersion')
    .values({ id, ...codes(entry), ...place, ...version, createdAt: tx.now })
    .execute();
  return id;
}

async function nameEntry(tx: Context, { directory, code }: EntryName, name: string): Promise<void> {
  const table = directory === 'form' ? 'mentoringForm' : 'mentoringKind';
  await tx.db.updateTable(table).set({ name }).where('code', '=', code).execute();
}

function codes({ directory, code }: EntryName) {
  return directory === 'form' ? { formCode: code, kindCode: null } : { formCode: null, kindCode: code };
}

function codeColumn({ directory }: EntryName): 'formCode' | 'kindCode' {
  return directory === 'form' ? 'formCode' : 'kindCode';
}

function line(objectId: Id, keeper: { unitId: Id; regionId: Id | null }) {
  return { objectKind: 'directoryVersion', objectId, unitId: keeper.unitId, regionId: keeper.regionId };
}
