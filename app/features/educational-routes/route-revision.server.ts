import type { Context } from '#app/core/context.server.ts';
import { personOf } from '#app/core/context.server.ts';
import { RuleBroken } from '#app/core/errors.ts';
import { newId } from '#app/core/ids.ts';
import type { Id } from '#db/schema.ts';
import type { LockedRoute } from './locked-route.server.ts';
import { type RevisionChange, ruleAgainstCorrecting } from './route-revision.ts';
import type { Correction } from './route-step.ts';

/** Whether the roadmap has been completed (position 4): from then on its plan changes by revisions only. */
export async function isAgreed(ctx: Context, routeId: Id): Promise<boolean> {
  const row = await ctx.db
    .selectFrom('routePosition')
    .select('completedOn')
    .where('routeId', '=', routeId)
    .where('position', '=', 4)
    .executeTakeFirst();
  return Boolean(row?.completedOn);
}

/**
 * Runs a change of the plan of a locked route and keeps it as a revision when the roadmap had been completed. Gives the
 * revision's number, null when none was needed. Throws RuleBroken `correction-needs-cause` at the field `cause`.
 * Source: BR-24.
 */
export async function correcting(
  tx: Context,
  route: LockedRoute,
  correction: Correction | undefined,
  change: () => Promise<readonly RevisionChange[]>,
): Promise<number | null> {
  const agreed = await isAgreed(tx, route.id);
  const refusal = ruleAgainstCorrecting(agreed, correction);
  if (refusal) throw new RuleBroken(refusal, correction?.cause ? 'reason' : 'cause');
  const changes = await change();
  if (!agreed || !correction?.cause || changes.length === 0) return null;
  const last = await tx.db
    .selectFrom('routeRevision')
    .select(({ fn }) => fn.max('number').as('number'))
    .where('routeId', '=', route.id)
    .executeTakeFirst();
  const number = (last?.number ?? 0) + 1;
  const revision = { id: newId(), routeId: route.id, unitId: route.unitId, regionId: route.regionId, number };
  const why = { cause: correction.cause, reason: correction.reason?.trim() ?? '' };
  const by = { madeBy: personOf(tx), madeOn: tx.today };
  await tx.db
    .insertInto('routeRevision')
    .values({ ...revision, ...why, ...by })
    .execute();
  await tx.db
    .insertInto('routeRevisionStep')
    .values(
      changes.map(({ stepId, before, after }) => ({
        revisionId: revision.id,
        stepId,
        before: JSON.stringify(before),
        after: JSON.stringify(after),
      })),
    )
    .execute();
  return number;
}
