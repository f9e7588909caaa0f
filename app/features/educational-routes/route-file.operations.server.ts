import { assertCan } from '#app/access/can.server.ts';
import { NotFound } from '#app/access/refusals.ts';
import { type Context, personOf } from '#app/core/context.server.ts';
import { RuleBroken } from '#app/core/errors.ts';
import { transact } from '#app/core/transact.server.ts';
import type { Id } from '#db/schema.ts';
import type { NewFile } from '../product-files/product-file.ts';
import { readProductFiles } from '../product-files/product-file-reader.server.ts';
import { assertActive, journalRoute, lockedRoute, lockedStep } from './locked-route.server.ts';
import { ruleAgainstAttaching } from './route.ts';
import { keepFiles } from './route-file.server.ts';

/**
 * The owner attaches files to an open step, or to a closed one the tutor asked to be added to. Throws RuleBroken with a
 * ProductFileRule, `step-already-closed`, `route-not-active`. Source: 002-39.
 */
export async function attachFiles(ctx: Context, stepId: Id, files: readonly NewFile[]): Promise<void> {
  const ready = await readProductFiles(files);
  await transact(ctx, async (tx) => {
    const { route, step } = await lockedStep(tx, stepId);
    await assertCan(tx, 'route.edit', route.id);
    assertActive(route);
    const refusal = ruleAgainstAttaching(step);
    if (refusal) throw new RuleBroken(refusal);
    await keepFiles(tx, route, { stepId }, ready);
    await journalRoute(tx, 'attachFiles', route, { stepId, after: { filesCount: ready.length } });
  });
}

/**
 * Takes a file away for good: the product of a step that is still open, by the owner; what confirms a diagnosis, by
 * whoever attached it. Throws NotFound, RuleBroken `file-of-closed-step`, `route-not-active`.
 */
export async function removeFile(ctx: Context, fileId: Id): Promise<{ routeId: Id }> {
  return transact(ctx, async (tx) => {
    const found = await tx.db.selectFrom('routeFile').select('routeId').where('id', '=', fileId).executeTakeFirst();
    if (!found) throw new NotFound('file');
    const route = await lockedRoute(tx, found.routeId);
    const file = await tx.db
      .selectFrom('routeFile')
      .leftJoin('routeStep', 'routeStep.id', 'routeFile.stepId')
      .select(['routeFile.stepId', 'routeFile.diagnosisId', 'routeFile.addedBy', 'routeFile.kind'])
      .select('routeStep.closedOn')
      .where('routeFile.id', '=', fileId)
      .executeTakeFirst();
    if (!file) throw new NotFound('file');
    if (file.stepId) await assertCan(tx, 'route.edit', route.id);
    else {
      await assertCan(tx, 'route.read', route.id);
      if (file.addedBy !== personOf(tx)) throw new NotFound('file');
    }
    assertActive(route);
    if (file.closedOn !== null) throw new RuleBroken('file-of-closed-step');
    await tx.db.deleteFrom('routeFile').where('id', '=', fileId).execute();
    const stepId = file.stepId ?? undefined;
    await journalRoute(tx, 'removeFile', route, { ...(stepId ? { stepId } : {}), after: { kind: file.kind } });
    return { routeId: route.id };
  });
}
