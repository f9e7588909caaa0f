import type { Context } from '#app/core/context.server.ts';
import { usualEnd } from '#app/features/mentorships/mentorship.ts';
import { startScenario } from '#app/features/scenarios/scenario.operations.server.ts';
import type { ScenarioTerms } from '#app/features/scenarios/scenario.ts';
import type { ScenarioTask } from '#app/features/scenarios/scenario-problem.ts';
import { solveScenario } from '#app/features/scenarios/scenario-solve.ts';
import { solveScenarios } from '#app/features/scenarios/scenarios.jobs.server.ts';
import type { Id } from '#db/schema.ts';

/** Asks for a scenario at an organisation as the curator whose context is given; it is not solved yet. */
export function makeScenario(
  ctx: Context,
  place: { unitId: Id; basedOnId?: Id | null },
  overrides: Partial<ScenarioTerms> = {},
): Promise<{ id: Id }> {
  const terms: ScenarioTerms = {
    name: 'Осенний подбор',
    pool: 'young',
    aim: 'coverage',
    threshold: 0,
    isRemoteAllowed: false,
    formCode: 'teacher_teacher',
    kindCode: 'one_to_one',
    hoursPerWeek: 1,
    startedOn: ctx.today,
    endedOn: usualEnd(ctx.today),
    ...overrides,
  };
  return startScenario(ctx, { unitId: place.unitId, basedOnId: place.basedOnId ?? null, ...terms }, null);
}

/** Solves the scenarios that wait, in this very thread. */
export function solveWaiting(system: Context): Promise<void> {
  const log: unknown = { error: fail, warn: fail, info: () => undefined, debug: () => undefined };
  const scenarios = { solve: async (task: unknown) => solveScenario(task as ScenarioTask) };
  return solveScenarios(system, { scenarios, log: log as Parameters<typeof solveScenarios>[1]['log'] });
}

function fail(fault: unknown): never {
  throw new Error(`a scenario was not solved: ${JSON.stringify(fault)}`);
}
