/** The thread in which scenarios are solved; started by `scenario-solver.server.ts`. */
import type { MessagePort } from 'node:worker_threads';
import type { ScenarioAnswer } from './scenario.ts';
import type { ScenarioTask } from './scenario-problem.ts';
import { solveScenario } from './scenario-solve.ts';

/** Solves one scenario; the port hears how far it is. */
export async function solveScenarioTask(given: { task: ScenarioTask; progress: MessagePort }): Promise<ScenarioAnswer> {
  return solveScenario(given.task, (share) => given.progress.postMessage(share));
}
