import { createHash } from 'node:crypto';
import type { Context } from '#app/core/context.server.ts';
import { RuleBroken } from '#app/core/errors.ts';
import type { AppServices } from '#app/core/services.server.ts';
import type { Id } from '#db/schema.ts';
import { STANDARDS } from '#reports/issue.ts';
import { type IssuedAct, issuedPdf, issueOf } from '../local-acts/act-issue.server.ts';
import { type Agreement, type CheckRule, LARGEST_FILE, ruleAgainstFile, ruleAgainstHash } from './act-check.ts';

/**
 * Compares an act with what somebody holds and counts that it was done; who asked is not kept. Throws RuleBroken with a
 * code of `CheckRule` when it does not agree.
 */
export async function compareWithAct(
  ctx: Context,
  services: Pick<AppServices, 'papers' | 'config'>,
  act: IssuedAct & { regionId: Id | null },
  held: { hash: string | null; file: Uint8Array | null },
): Promise<Agreement> {
  if (held.file !== null) {
    if (held.file.length > LARGEST_FILE) throw new RuleBroken('file-too-big', 'file');
    const file = await services.papers.inspect(held.file);
    const isWorthDrawing = file.isPdf && file.claimedHash === act.documentHash;
    const issued = isWorthDrawing ? await issuedHashes(ctx, act, services.config.origin) : [];
    await settle(ctx, act, ruleAgainstFile(file, { documentHash: act.documentHash, issued }), 'file');
    return 'same-file';
  }
  if (held.hash === null) throw new RuleBroken('nothing-to-compare' satisfies CheckRule, 'file');
  const refusal = ruleAgainstHash(held.hash, act.documentHash);
  if (refusal === 'not-a-hash') throw new RuleBroken(refusal, 'hash');
  await settle(ctx, act, refusal, 'hash');
  return 'same-words';
}

/** Hashes of the files the act has: by each standard it may have been printed by. */
async function issuedHashes(ctx: Context, act: IssuedAct, origin: string): Promise<string[]> {
  const hashes: string[] = [];
  for (const standard of STANDARDS) {
    const file = await issuedPdf(act, await issueOf(ctx, act, origin, standard));
    hashes.push(createHash('sha256').update(file).digest('hex'));
  }
  return hashes;
}

async function settle(
  ctx: Context,
  act: IssuedAct & { regionId: Id | null },
  refusal: CheckRule | null,
  field: string,
): Promise<void> {
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
