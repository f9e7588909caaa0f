import { type Context, personOf } from '#app/core/context.server.ts';
import { RuleBroken } from '#app/core/errors.ts';
import { newId } from '#app/core/ids.ts';
import type { Id } from '#db/schema.ts';
import { type ReadyFile, ruleAgainstFiles } from '../product-files/product-file.ts';
import type { LockedRoute } from './locked-route.server.ts';

/** What a file belongs to: a step, or a sheet of diagnosis. */
export type FileOwner = { stepId: Id } | { diagnosisId: Id };

/**
 * Keeps files inside an act that has locked the route and asked for the right. Throws RuleBroken `file-missing`,
 * `files-too-many`, `files-too-large`, `file-already-attached` at the field `files`.
 */
export async function keepFiles(
  tx: Context,
  route: Pick<LockedRoute, 'id' | 'unitId' | 'regionId'>,
  owner: FileOwner,
  files: readonly ReadyFile[],
): Promise<void> {
  const kept = await listKept(tx, route.id);
  const beside = kept.filter((file) =>
    'stepId' in owner ? file.stepId === owner.stepId : file.diagnosisId === owner.diagnosisId,
  );
  const routeBytes = kept.reduce((sum, { size }) => sum + size, 0);
  const refusal = ruleAgainstFiles(files, { count: beside.length, routeBytes });
  if (refusal) throw new RuleBroken(refusal, 'files');
  const known = new Set(beside.map(({ fileHash }) => fileHash));
  const place = { routeId: route.id, ...owner, unitId: route.unitId, regionId: route.regionId };
  for (const { name, kind, hash, bytes } of files) {
    if (known.has(hash)) throw new RuleBroken('file-already-attached', 'files');
    known.add(hash);
    const row = { id: newId(), ...place, name, kind, size: bytes.length, fileHash: hash, bytes };
    // One row a statement: twenty megabytes each are better sent one after another.
    await tx.db
      .insertInto('routeFile')
      .values({ ...row, addedBy: personOf(tx), createdAt: tx.now })
      .execute();
  }
}

/** Names of the files of a step, oldest first. The reach is the caller's. */
export async function namesOfFiles(tx: Context, stepId: Id): Promise<string[]> {
  const rows = await tx.db
    .selectFrom('routeFile')
    .select('name')
    .where('stepId', '=', stepId)
    .orderBy('createdAt')
    .orderBy('id')
    .execute();
  return rows.map(({ name }) => name);
}

function listKept(tx: Context, routeId: Id) {
  return tx.db
    .selectFrom('routeFile')
    .select(['stepId', 'diagnosisId', 'size', 'fileHash'])
    .where('routeId', '=', routeId)
    .execute();
}
