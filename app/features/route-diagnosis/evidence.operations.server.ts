import { assertCan, can } from '#app/access/can.server.ts';
import { NotFound } from '#app/access/refusals.ts';
import type { Context } from '#app/core/context.server.ts';
import { transact } from '#app/core/transact.server.ts';
import type { Id } from '#db/schema.ts';
import { assertActive, journalRoute, lockedRoute } from '../educational-routes/locked-route.server.ts';
import { keepFiles } from '../educational-routes/route-file.server.ts';
import type { NewFile } from '../product-files/product-file.ts';
import { readProductFiles } from '../product-files/product-file-reader.server.ts';

/**
 * Attaches what confirms a sheet of diagnosis: the owner to any of his sheets, whoever may enter results to a sheet of
 * an instrument. Throws NotFound, RuleBroken with a ProductFileRule, `route-not-active`. Source: 002-37.
 */
export async function attachEvidence(ctx: Context, diagnosisId: Id, files: readonly NewFile[]): Promise<void> {
  const ready = await readProductFiles(files);
  await transact(ctx, async (tx) => {
    const sheet = await tx.db
      .selectFrom('routeDiagnosis')
      .select(['routeId', 'side'])
      .where('id', '=', diagnosisId)
      .executeTakeFirst();
    if (!sheet) throw new NotFound('diagnosis');
    const route = await lockedRoute(tx, sheet.routeId);
    const isMeasured = sheet.side === 'both';
    if (!(isMeasured && (await can(tx, 'route.diagnose', route.id)))) await assertCan(tx, 'route.edit', route.id);
    assertActive(route);
    await keepFiles(tx, route, { diagnosisId }, ready);
    await journalRoute(tx, 'attachEvidence', route, { after: { filesCount: ready.length } });
  });
}
