import { NotFound } from '#app/access/refusals.ts';
import { type Context, personOf } from '#app/core/context.server.ts';
import { RuleBroken } from '#app/core/errors.ts';
import { newId } from '#app/core/ids.ts';
import { transact } from '#app/core/transact.server.ts';
import type { Id } from '#db/schema.ts';
import { journal } from '../journal/journal.operations.server.ts';
import { explanationOf, lockedScenario } from './locked-scenario.server.ts';
import { objectOf, refuse } from './scenario.operations.server.ts';
import { type CandidateRule, type Pin, ruleAgainstPinning, type ScenarioRule } from './scenario.ts';

/** Rules of a scenario that a pin outweighs, and the one it must not tell: a wish not to have somebody is secret (BR-06). */
const NOT_REFUSED: readonly CandidateRule[] = ['banned', 'under-threshold', 'mirrored', 'avoided'];

/**
 * Wants a pair, or does not want it, with a reason: counted when the scenario is solved again. Throws NotFound; RuleBroken
 * `pin-against-rule`, `not-in-scenario`, `already-pinned-or-banned`, `mentee-pinned-twice`, `scenario-settled`.
 */
export async function pinPair(ctx: Context, scenarioId: Id, input: Pin & { reason: string }): Promise<void> {
  await transact(ctx, async (tx) => {
    const scenario = await lockedScenario(tx, scenarioId);
    refuse(ruleAgainstPinning(scenario.state));
    await refuseStrangers(tx, scenarioId, input);
    const { menteeId, mentorId } = input;
    // A decision taken back makes room for another one about the same pair.
    await tx.db
      .deleteFrom('scenarioPin')
      .where('scenarioId', '=', scenarioId)
      .where('menteeId', '=', menteeId)
      .where('mentorId', '=', mentorId)
      .where('state', '=', 'dropped')
      .execute();
    const row = { id: newId(), scenarioId, state: 'added', createdBy: personOf(tx), createdAt: tx.now };
    await tx.db
      .insertInto('scenarioPin')
      .values({ ...row, ...input })
      .execute();
    const act = input.kind === 'pin' ? 'pinPair' : 'banPair';
    await journal(tx, { act, ...objectOf(scenario), personId: menteeId, after: { mentorId } });
  });
}

async function refuseStrangers(tx: Context, scenarioId: Id, { menteeId, mentorId, kind }: Pin): Promise<void> {
  const mentee = await tx.db
    .selectFrom('scenarioMentee')
    .select('explanation')
    .where('scenarioId', '=', scenarioId)
    .where('personId', '=', menteeId)
    .executeTakeFirst();
  const mentor = await tx.db
    .selectFrom('scenarioMentor')
    .select('position')
    .where('scenarioId', '=', scenarioId)
    .where('personId', '=', mentorId)
    .executeTakeFirst();
  if (!mentee || !mentor) throw new RuleBroken('not-in-scenario' satisfies ScenarioRule, 'mentorId');
  const { refused } = explanationOf(mentee.explanation);
  const isRefused = refused.some(([rule, at]) => !NOT_REFUSED.includes(rule) && at.includes(mentor.position));
  if (kind === 'pin' && isRefused) throw new RuleBroken('pin-against-rule' satisfies ScenarioRule, 'mentorId');
}

/** Takes a pin or ban back: one not yet counted goes, a counted one is left out next time. Throws NotFound, RuleBroken. */
export async function takePinBack(ctx: Context, pinId: Id): Promise<{ scenarioId: Id }> {
  return transact(ctx, async (tx) => {
    const pin = await tx.db
      .selectFrom('scenarioPin')
      .select(['scenarioId', 'menteeId', 'mentorId', 'kind', 'state'])
      .where('id', '=', pinId)
      .executeTakeFirst();
    if (!pin) throw new NotFound('scenario');
    const scenario = await lockedScenario(tx, pin.scenarioId);
    refuse(ruleAgainstPinning(scenario.state));
    if (pin.state === 'added') await tx.db.deleteFrom('scenarioPin').where('id', '=', pinId).execute();
    else await tx.db.updateTable('scenarioPin').set({ state: 'dropped' }).where('id', '=', pinId).execute();
    const line = { ...objectOf(scenario), personId: pin.menteeId };
    await journal(tx, { act: 'takePinBack', ...line, before: { mentorId: pin.mentorId } });
    return { scenarioId: pin.scenarioId };
  });
}
