import { sql } from 'kysely';
import type { Context } from '#app/core/context.server.ts';
import { isDatabaseAway, sqlStateOf } from '#app/core/database-errors.server.ts';
import { dayOf } from '#app/core/dates.ts';
import type { AppServices } from '#app/core/services.server.ts';
import { transact } from '#app/core/transact.server.ts';
import type { Id } from '#db/schema.ts';
import { journal } from '../journal/journal.operations.server.ts';
import { canonicalHash } from './canonical.ts';
import { pinsToCount, type StoredScenario, storedScenario } from './locked-scenario.server.ts';
import { findScenarioTask } from './pool.queries.server.ts';
import { objectOf } from './scenario.operations.server.ts';
import { type FailureCode, MOST_PEOPLE, type ScenarioAnswer } from './scenario.ts';
import type { ScenarioTask } from './scenario-problem.ts';
import { SolverGaveUp } from './scenario-solver.server.ts';
import { storeOutcomes } from './scenario-store.server.ts';

type JobServices = Pick<AppServices, 'log' | 'scenarios'>;

/** A scenario whose solver died so often is not tried again. */
const MOST_TRIES = 3;

/**
 * Solves the scenarios that wait, oldest first, until none is left. Safe to repeat and to run twice at once: each is held
 * for a time, and one whose holder died is taken up again after it.
 */
export async function solveScenarios(ctx: Context, services: JobServices): Promise<void> {
  for (let id = await nextScenario(ctx); id !== null; id = await nextScenario(ctx)) {
    await solveHeld(ctx, services, await storedScenario(ctx, id));
  }
}

async function nextScenario(ctx: Context): Promise<Id | null> {
  const { rows } = await sql<{ id: Id }>`
    update matching_scenario set busy_until = now() + interval '120 seconds', progress_percent = 3, state = 'solving',
      tries = tries + 1
    where id = (
      select id from matching_scenario
      where state = 'waiting' or (state = 'solving' and coalesce(busy_until, '-infinity') < now())
      order by created_at, id limit 1 for update skip locked)
    returning id
  `.execute(ctx.db);
  return rows[0]?.id ?? null;
}

async function solveHeld(ctx: Context, services: JobServices, scenario: StoredScenario): Promise<void> {
  try {
    if (scenario.tries > MOST_TRIES) return await fail(ctx, scenario, 'too-heavy');
    const at = { ...ctx, today: dayOf(ctx.now, scenario.timeZone), timeZone: scenario.timeZone };
    const task = await findScenarioTask(at, questionOf(scenario), await pinsToCount(ctx, scenario.id));
    const failure = failureOf(task);
    if (failure) return await fail(ctx, scenario, failure);
    const answer = await solveInWorker(services, task, (share) => showProgress(ctx, scenario, 5 + 85 * share));
    await store(ctx, scenario, task, answer);
  } catch (error) {
    if (isDatabaseAway(error)) return letGo(ctx, scenario, error);
    if (error instanceof SolverGaveUp) return fail(ctx, scenario, 'too-heavy');
    services.log.error({ scenarioId: scenario.id, ...faultOf(error) }, 'scenario not solved');
    await fail(ctx, scenario, 'fault');
  }
}

/** What a scenario asks, without how far it is. */
export function questionOf(scenario: StoredScenario) {
  const { name, pool, aim, threshold, isRemoteAllowed, formCode, kindCode, hoursPerWeek } = scenario;
  const { startedOn, endedOn, unitId, weights } = scenario;
  return {
    ...{ name, pool, aim, threshold, isRemoteAllowed, formCode, kindCode, hoursPerWeek },
    ...{ startedOn, endedOn, unitId, weights },
  };
}

function failureOf({ mentees, mentors }: ScenarioTask): FailureCode | null {
  if (mentees.length === 0) return 'nobody-waits';
  if (mentors.length === 0) return 'nobody-to-mentor';
  return Math.max(mentees.length, mentors.length) > MOST_PEOPLE ? 'too-many-people' : null;
}

/** The thread gives back what `solveScenario` made: its type is lost only on the way through the services. */
async function solveInWorker(
  services: JobServices,
  task: ScenarioTask,
  onProgress: (share: number) => Promise<void>,
): Promise<ScenarioAnswer> {
  const answer = await services.scenarios.solve(task, (share) => void onProgress(share).catch(() => undefined));
  return answer as ScenarioAnswer;
}

/** What an answer was computed from, but for the name the curator gave it. */
export function inputHashOf(task: ScenarioTask): string {
  const { name: _name, ...question } = task.question;
  return canonicalHash({ ...task, question });
}

async function store(ctx: Context, scenario: StoredScenario, task: ScenarioTask, answer: ScenarioAnswer) {
  await transact(ctx, async (tx) => {
    const written = await tx.db
      .updateTable('matchingScenario')
      .set((eb) => ({
        state: 'solved',
        progressPercent: 100,
        busyUntil: null,
        inputHash: inputHashOf(task),
        resultHash: canonicalHash(answer),
        figures: JSON.stringify(answer.figures),
        solvedAt: tx.now,
        version: eb('version', '+', 1),
      }))
      .where('id', '=', scenario.id)
      .where('version', '=', scenario.version)
      .where('state', '=', 'solving')
      .executeTakeFirst();
    // Put aside meanwhile.
    if (written.numUpdatedRows === 0n) return;
    await storeOutcomes(tx, scenario.id, answer);
    const { placed, mentees } = answer.figures;
    await journal(tx, { act: 'solveScenario', ...objectOf(scenario), after: { placed, mentees } });
  });
}

async function fail(ctx: Context, scenario: StoredScenario, failureCode: FailureCode): Promise<void> {
  await ctx.db
    .updateTable('matchingScenario')
    .set((eb) => ({ state: 'failed', failureCode, busyUntil: null, version: eb('version', '+', 1) }))
    .where('id', '=', scenario.id)
    .where('version', '=', scenario.version)
    .where('state', '=', 'solving')
    .execute();
}

/** Lets another try begin at once, and the queue know that this one failed. */
async function letGo(ctx: Context, scenario: StoredScenario, error: unknown): Promise<never> {
  const held = ctx.db.updateTable('matchingScenario').set({ busyUntil: null }).where('id', '=', scenario.id);
  await held.where('version', '=', scenario.version).execute();
  throw error;
}

/** Written outside the long work, so that the page sees it; also holds the scenario for a while longer. */
async function showProgress(ctx: Context, scenario: StoredScenario, percent: number): Promise<void> {
  await sql`
    update matching_scenario set progress_percent = ${Math.round(percent)},
      busy_until = now() + interval '120 seconds'
    where id = ${scenario.id} and version = ${scenario.version} and state = 'solving'
  `.execute(ctx.db);
}

/** What the log may know of a fault: never its message, which could quote a row. */
function faultOf(error: unknown) {
  const stack = error instanceof Error ? error.stack?.split('\n').slice(1, 8).join('\n') : undefined;
  return { name: error instanceof Error ? error.name : 'unknown', sqlState: sqlStateOf(error), stack };
}
