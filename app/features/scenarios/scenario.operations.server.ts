import { assertCan, assertCanAt } from '#app/access/can.server.ts';
import { NotFound } from '#app/access/refusals.ts';
import { type Context, personOf } from '#app/core/context.server.ts';
import { RuleBroken } from '#app/core/errors.ts';
import { newId } from '#app/core/ids.ts';
import { once } from '#app/core/once.server.ts';
import { transact } from '#app/core/transact.server.ts';
import type { Id } from '#db/schema.ts';
import { journal } from '../journal/journal.operations.server.ts';
import { findWeights } from '../matching/weights.queries.server.ts';
import { ruleAgainstTerms } from '../mentorships/mentorship-rules.ts';
import { entriesOfProposal } from '../mentorships/proposal-entries.server.ts';
import { lockedScenario, pinsToCount, type StoredScenario } from './locked-scenario.server.ts';
import {
  isForMany,
  MOST_OPEN_SCENARIOS,
  ruleAgainstDiscarding,
  type ScenarioRule,
  type ScenarioTerms,
} from './scenario.ts';

/** The kind in which people work at a distance. */
const VIRTUAL_KIND = 'virtual';

/**
 * Asks for a scenario; the job `scenario` solves it. Solved again from another one, it takes over the pins and bans to
 * be counted. Throws NotFound where the actor may not; RuleBroken with a code of `ScenarioRule` or `TermsRule`.
 */
export async function startScenario(
  ctx: Context,
  input: ScenarioTerms & { unitId: Id; basedOnId: Id | null },
  onceKey: string | null,
): Promise<{ id: Id }> {
  return transact(ctx, (tx) => once(tx, onceKey, input, () => start(tx, input)));
}

async function start(tx: Context, input: ScenarioTerms & { unitId: Id; basedOnId: Id | null }): Promise<{ id: Id }> {
  const { unitId, basedOnId, ...terms } = input;
  await assertCanAt(tx, 'scenario.run', unitId);
  if (basedOnId !== null) await assertCan(tx, 'scenario.run', basedOnId);
  const unit = await heldUnit(tx, unitId);
  const { kind } = await entriesOfProposal(tx, terms, unit.regionId);
  if (!isForMany(kind)) throw new RuleBroken('kind-one-by-one' satisfies ScenarioRule, 'kindCode');
  const places = { mentorUnitId: unitId, menteeUnitId: unitId, unitEndedOn: unit.endedOn };
  const refused = ruleAgainstTerms({ ...terms, legalBasis: 'volunteer', underLabourLaw: false }, places, tx.today);
  if (refused) throw new RuleBroken(refused.rule, refused.field);
  await refuseMany(tx, unitId);
  const id = newId();
  const place = { unitId, regionId: unit.regionId };
  const { number, weights } = await findWeights(tx, unitId);
  const isRemoteAllowed = terms.isRemoteAllowed || terms.kindCode === VIRTUAL_KIND;
  await tx.db
    .insertInto('matchingScenario')
    .values({
      id,
      ...place,
      ...terms,
      isRemoteAllowed,
      state: 'waiting',
      basedOnId,
      weightsNumber: number,
      weights: JSON.stringify(weights),
      createdBy: personOf(tx),
      createdAt: tx.now,
    })
    .execute();
  if (basedOnId !== null) await takeOverPins(tx, basedOnId, id);
  const { startedOn, endedOn } = terms;
  await journal(tx, { act: 'startScenario', ...objectOf({ id, ...place }), after: { startedOn, endedOn } });
  return { id };
}

/** The lock makes two starts at once count each other. */
async function heldUnit(tx: Context, unitId: Id) {
  const unit = await tx.db
    .selectFrom('orgUnit')
    .select(['regionId', 'endedOn'])
    .where('id', '=', unitId)
    .forNoKeyUpdate()
    .executeTakeFirst();
  if (!unit) throw new NotFound('unit');
  return unit;
}

async function refuseMany(tx: Context, unitId: Id): Promise<void> {
  const row = await tx.db
    .selectFrom('matchingScenario')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('unitId', '=', unitId)
    .where('state', 'in', ['waiting', 'solving', 'solved', 'failed'])
    .executeTakeFirstOrThrow();
  if (row.count >= MOST_OPEN_SCENARIOS) throw new RuleBroken('too-many-scenarios' satisfies ScenarioRule);
}

async function takeOverPins(tx: Context, fromId: Id, toId: Id): Promise<void> {
  const pins = await pinsToCount(tx, fromId);
  if (pins.length === 0) return;
  const createdBy = personOf(tx);
  await tx.db
    .insertInto('scenarioPin')
    .values(
      pins.map((pin) => ({ id: newId(), scenarioId: toId, ...pin, state: 'counted', createdBy, createdAt: tx.now })),
    )
    .execute();
}

/** Puts a scenario aside with everything computed. Throws NotFound, StaleWrite; RuleBroken `scenario-settled`. */
export async function discardScenario(ctx: Context, id: Id, input: { version: number }): Promise<void> {
  await transact(ctx, async (tx) => {
    const scenario = await lockedScenario(tx, id, input.version);
    refuse(ruleAgainstDiscarding(scenario.state));
    await tx.db
      .updateTable('matchingScenario')
      .set((eb) => ({ state: 'discarded', busyUntil: null, version: eb('version', '+', 1) }))
      .where('id', '=', id)
      .execute();
    await tx.db.deleteFrom('scenarioMentee').where('scenarioId', '=', id).execute();
    await tx.db.deleteFrom('scenarioMentor').where('scenarioId', '=', id).execute();
    await journal(tx, { act: 'discardScenario', ...objectOf(scenario) });
  });
}

/** The object of a journal line about a scenario. */
export function objectOf({ id, unitId, regionId }: Pick<StoredScenario, 'id' | 'unitId' | 'regionId'>) {
  return { objectKind: 'matching_scenario', objectId: id, unitId, regionId };
}

/** Throws the rule, if there is one. */
export function refuse(rule: ScenarioRule | null): void {
  if (rule !== null) throw new RuleBroken(rule);
}
