import type { Context } from '#app/core/context.server.ts';
import { RuleBroken } from '#app/core/errors.ts';
import type { AppServices } from '#app/core/services.server.ts';
import type { Id } from '#db/schema.ts';
import type { CheckedAct } from './act-check.queries.server.ts';
import { type Agreement, type CheckRule, LARGEST_FILE, ruleAgainstFile, typedHash } from './act-check.ts';

/**
 * Compares an act with what somebody holds and counts that it was done; who asked is not kept. Throws RuleBroken with a
 * code of `CheckRule` when it does not agree.
 */
export async function compareWithAct(
  ctx: Context,
  services: Pick<AppServices, 'papers'>,
  act: CheckedAct['act'],
  held: { hash: string | null; file: Uint8Array | null },
): Promise<Agreement> {
  if (held.file !== null) {
    if (held.file.length > LARGEST_FILE) throw new RuleBroken('file-too-big', 'file');
    const file = await services.papers.inspect(held.file);
    const isIssued = await wasIssued(ctx, act.id, file.sha256);
    await settle(ctx, act, ruleAgainstFile(file, { documentHash: act.documentHash, isIssued }), 'file');
    return 'same-file';
  }
  if (held.hash === null) throw new RuleBroken('nothing-to-compare' satisfies CheckRule, 'file');
  const hash = typedHash(held.hash);
  if (hash === null) throw new RuleBroken('not-a-hash' satisfies CheckRule, 'hash');
  if (await wasIssued(ctx, act.id, hash)) {
    await settle(ctx, act, null, 'hash');
    return 'same-file';
  }
  const refusal: CheckRule | null = hash === act.documentHash ? null : 'hash-differs';
  await settle(ctx, act, refusal, 'hash');
  return 'same-words';
}

/** Whether the act was given out as a file with this hash. */
async function wasIssued(ctx: Context, actId: Id, fileHash: string): Promise<boolean> {
  const row = await ctx.db
    .selectFrom('actIssue')
    .select('id')
    .where('actId', '=', actId)
    .where('fileHash', '=', fileHash)
    .executeTakeFirst();
  return row !== undefined;
}

async function settle(ctx: Context, act: CheckedAct['act'], refusal: CheckRule | null, field: string): Promise<void> {
  const { id: actId, unitId, regionId } = act;
  const counted = refusal === null ? ({ matched: 1, differed: 0 } as const) : ({ matched: 0, differed: 1 } as const);
  await ctx.db
    .insertInto('localActCheck')
    .values({ actId, unitId, regionId, checkedOn: ctx.today, ...counted })
    .onConflict((conflict) =>
      conflict.columns(['actId', 'checkedOn']).doUpdateSet((eb) => ({
        matched: eb('localActCheck.matched', '+', counted.matched),
        differed: eb('localActCheck.differed', '+', counted.differed),
      })),
    )
    .execute();
  if (refusal !== null) throw new RuleBroken(refusal, field);
}
