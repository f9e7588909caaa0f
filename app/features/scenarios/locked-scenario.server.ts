import { assertCan } from '#app/access/can.server.ts';
import { NotFound } from '#app/access/refusals.ts';
import type { Context } from '#app/core/context.server.ts';
import { StaleWrite } from '#app/core/errors.ts';
import type { Day, Id } from '#db/schema.ts';
import type { Weights } from '../matching/weights.ts';
import type {
  AimKind,
  MenteeOutcome,
  Pin,
  Pool,
  ScenarioFigures,
  ScenarioQuestion,
  ScenarioState,
} from './scenario.ts';

/** A scenario as acts and jobs see it. */
export interface StoredScenario extends ScenarioQuestion {
  id: Id;
  regionId: Id | null;
  state: ScenarioState;
  figures: ScenarioFigures | null;
  failureCode: string | null;
  inputHash: string | null;
  resultHash: string | null;
  progressPercent: number;
  basedOnId: Id | null;
  unitName: string;
  unitEndedOn: Day | null;
  timeZone: string;
  tries: number;
  version: number;
}

/** What is stored of an outcome besides its own columns. */
export type StoredExplanation = Pick<
  MenteeOutcome,
  'parts' | 'reasons' | 'alternative' | 'ranked' | 'refused' | 'unplaced'
>;

/** A scenario that nobody else acts upon until the transaction ends, with its right asked. Throws NotFound, StaleWrite. */
export async function lockedScenario(tx: Context, id: Id, version?: number): Promise<StoredScenario> {
  const locked = tx.db.selectFrom('matchingScenario').select('id').where('id', '=', id).forUpdate();
  if (!(await locked.executeTakeFirst())) throw new NotFound('scenario');
  await assertCan(tx, 'scenario.run', id);
  const scenario = await storedScenario(tx, id);
  if (version !== undefined && scenario.version !== version)
    throw new StaleWrite({ version: String(scenario.version) });
  return scenario;
}

/** The stored scenario without a question of access. Throws NotFound. */
export async function storedScenario(ctx: Context, id: Id): Promise<StoredScenario> {
  const row = await scenarioRows(ctx).where('matchingScenario.id', '=', id).executeTakeFirst();
  if (!row) throw new NotFound('scenario');
  return scenarioOf(row);
}

/** The columns of scenarios with their organisations. */
export function scenarioRows(ctx: Context) {
  return ctx.db
    .selectFrom('matchingScenario')
    .innerJoin('orgUnit', 'orgUnit.id', 'matchingScenario.unitId')
    .select(['matchingScenario.id', 'matchingScenario.unitId', 'matchingScenario.regionId', 'matchingScenario.name'])
    .select(['matchingScenario.state', 'matchingScenario.pool', 'matchingScenario.aim', 'matchingScenario.threshold'])
    .select(['matchingScenario.isRemoteAllowed', 'matchingScenario.formCode', 'matchingScenario.kindCode'])
    .select(['matchingScenario.hoursPerWeek', 'matchingScenario.startedOn', 'matchingScenario.endedOn'])
    .select(['matchingScenario.weightsNumber', 'matchingScenario.weights', 'matchingScenario.figures'])
    .select(['matchingScenario.failureCode', 'matchingScenario.inputHash', 'matchingScenario.resultHash'])
    .select(['matchingScenario.progressPercent', 'matchingScenario.basedOnId', 'matchingScenario.version'])
    .select(['matchingScenario.tries', 'orgUnit.shortName as unitName', 'orgUnit.endedOn as unitEndedOn'])
    .select('orgUnit.timeZone');
}

type Row = Awaited<ReturnType<ReturnType<typeof scenarioRows>['executeTakeFirstOrThrow']>>;

/**
 * A row in its own types. Words and values come back as they went in: only this feature writes them, and the words are
 * constraints of the table.
 */
export function scenarioOf({ weightsNumber, weights, figures, ...row }: Row): StoredScenario {
  return {
    ...row,
    state: row.state as ScenarioState,
    pool: row.pool as Pool,
    aim: row.aim as AimKind,
    weights: { number: weightsNumber, weights: weights as Weights },
    figures: figures as ScenarioFigures | null,
  };
}

/** The pins of a scenario that are to be counted next time. */
export async function pinsToCount(ctx: Context, scenarioId: Id): Promise<(Pin & { reason: string })[]> {
  const rows = await ctx.db
    .selectFrom('scenarioPin')
    .select(['menteeId', 'mentorId', 'kind', 'reason'])
    .where('scenarioId', '=', scenarioId)
    .where('state', '<>', 'dropped')
    .orderBy('menteeId')
    .orderBy('mentorId')
    .execute();
  return rows.map(({ kind, ...pin }) => ({ ...pin, kind: kind === 'ban' ? 'ban' : 'pin' }));
}

/** The stored explanation of an outcome. */
export function explanationOf(stored: unknown): StoredExplanation {
  return stored as StoredExplanation;
}
