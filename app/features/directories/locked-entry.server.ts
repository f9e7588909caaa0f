import { NotFound } from '#app/access/refusals.ts';
import type { Context } from '#app/core/context.server.ts';
import type { Day, Id } from '#db/schema.ts';
import type { Directory, Keeper } from './directory.ts';

/** Which entry is meant. */
export interface EntryName {
  directory: Directory;
  code: string;
}

/** An entry held still with its latest version and who keeps it. */
export interface LockedEntry {
  name: string;
  /** The region whose own it is; null for all. */
  regionId: Id | null;
  keeper: Keeper;
  last: { id: Id; startedOn: Day; endedOn: Day | null } | null;
}

/** The entry, locked: versions and switches of it wait for each other. Throws NotFound. */
export async function lockedEntry(tx: Context, { directory, code }: EntryName): Promise<LockedEntry> {
  const row = await tx.db
    .selectFrom(directory === 'form' ? 'mentoringForm' : 'mentoringKind')
    .select(['name', 'regionId'])
    .where('code', '=', code)
    .forNoKeyUpdate()
    .executeTakeFirst();
  if (!row) throw new NotFound('directory entry');
  const last = await tx.db
    .selectFrom('directoryVersion')
    .select(['id', 'startedOn', 'endedOn'])
    .where(directory === 'form' ? 'formCode' : 'kindCode', '=', code)
    .orderBy('startedOn', 'desc')
    .executeTakeFirst();
  return { ...row, keeper: await keeperOf(tx, row.regionId), last: last ?? null };
}

async function keeperOf(tx: Context, regionId: Id | null): Promise<Keeper> {
  if (regionId !== null) return findKeeper(tx, regionId);
  const federation = await tx.db.selectFrom('orgUnit').select('id').where('kind', '=', 'federation').executeTakeFirst();
  if (!federation) throw new NotFound('federation');
  return findKeeper(tx, federation.id);
}

/** The federation or the region with this id. Throws NotFound for any other unit. */
export async function findKeeper(tx: Context, unitId: Id): Promise<Keeper> {
  const row = await tx.db
    .selectFrom('orgUnit')
    .select(['id', 'regionId', 'shortName'])
    .where('id', '=', unitId)
    .where('kind', 'in', ['federation', 'region'])
    .executeTakeFirst();
  if (!row) throw new NotFound('keeper of directories');
  return { unitId: row.id, regionId: row.regionId, name: row.shortName };
}
