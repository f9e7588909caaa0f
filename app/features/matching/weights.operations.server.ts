import { assertCanAt } from '#app/access/can.server.ts';
import { NotFound } from '#app/access/refusals.ts';
import { type Context, personOf } from '#app/core/context.server.ts';
import { RuleBroken } from '#app/core/errors.ts';
import { newId } from '#app/core/ids.ts';
import { transact } from '#app/core/transact.server.ts';
import type { Id } from '#db/schema.ts';
import { journal } from '../journal/journal.operations.server.ts';
import { findWeights } from './weights.queries.server.ts';
import { ruleAgainstWeights, type Weights, type WeightsRule } from './weights.ts';

/**
 * Sets the weights of an organisation from today on: a new version; runs already made keep theirs. Throws NotFound where
 * the actor may not; RuleBroken `weights-not-hundred`, `weights-not-negative`, and `weights-changed-meanwhile` when the
 * version the form was opened at is no longer the last. Source: MATCHING 3.2.
 */
export async function setWeights(
  ctx: Context,
  input: { unitId: Id; weights: Weights; seenNumber: number },
): Promise<{ number: number }> {
  return transact(ctx, async (tx) => {
    const { unitId, weights, seenNumber } = input;
    await assertCanAt(tx, 'weights.set', unitId);
    const refusal = ruleAgainstWeights(weights);
    if (refusal) throw new RuleBroken(refusal, 'strengths');
    const unit = await tx.db.selectFrom('orgUnit').select('regionId').where('id', '=', unitId).executeTakeFirst();
    if (!unit) throw new NotFound('unit');
    const last = await findWeights(tx, unitId);
    if (last.number !== seenNumber) throw new RuleBroken('weights-changed-meanwhile' satisfies WeightsRule);
    const id = newId();
    const number = last.number + 1;
    const place = { unitId, regionId: unit.regionId };
    await tx.db
      .insertInto('matchingWeights')
      .values({ id, ...place, number, startedOn: tx.today, ...weights, setBy: personOf(tx), createdAt: tx.now })
      .execute();
    const line = { objectKind: 'matching_weights', objectId: id, ...place };
    await journal(tx, { act: 'setWeights', ...line, before: { ...last.weights }, after: { ...weights, number } });
    return { number };
  });
}
