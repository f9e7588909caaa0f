import { openWorkerThread, WorkerGaveUp, type WorkerPlace } from '#app/core/worker-thread.server.ts';
import type { ScenarioAnswer } from './scenario.ts';
import type { ScenarioTask } from './scenario-problem.ts';

/** Solves scenarios in a thread of its own, within limits of memory and time. */
export interface ScenarioSolver {
  /** Throws SolverGaveUp when the thread ran out of memory or time. `onProgress` hears a share, 0 to 1. */
  solve(task: ScenarioTask, onProgress: (share: number) => void): Promise<ScenarioAnswer>;
  close(): Promise<void>;
}

/** The question was too heavy for the thread. */
export class SolverGaveUp extends Error {
  override name = 'SolverGaveUp';
}

const MEMORY_MB = 512;
const TIME_MS = 60_000;

/** Opens the solver: `build/scenario.worker.js`, with limits for tests. */
export function openScenarioSolver(options: WorkerPlace & { memoryMb?: number; timeMs?: number }): ScenarioSolver {
  const { memoryMb = MEMORY_MB, timeMs = TIME_MS, ...place } = options;
  const thread = openWorkerThread<{ task: ScenarioTask }, ScenarioAnswer>({
    ...place,
    name: 'solveScenarioTask',
    memoryMb,
  });
  return {
    solve: async (task, onProgress) => {
      try {
        return await thread.run({ task }, { timeMs, onProgress });
      } catch (error) {
        if (error instanceof WorkerGaveUp) throw new SolverGaveUp('scenario too heavy', { cause: error });
        throw error;
      }
    },
    close: () => thread.close(),
  };
}
