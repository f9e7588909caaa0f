import { expect, test } from 'vitest';
import { FORBIDDEN } from '#app/features/assignment/assignment.ts';
import { makeProblem } from '#app/features/scenarios/scenario-problem.ts';
import { openScenarioSolver } from '#app/features/scenarios/scenario-solver.server.ts';
import { largeTask } from '#tests/features/scenarios/pools.ts';

const workerFile = new URL('../../build/scenario.worker.js', import.meta.url).href;

test('M-08: 2,000 mentees and 1,000 mentors in the built thread: as many placed as the maximum flow, in bounded memory', {
  timeout: 180_000,
}, async () => {
  const whole = largeTask({ mentees: 2000, mentors: 1000 });
  // Half of the mentors have no place left, so that not everybody can be placed.
  const mentors = whole.mentors.map((one, index) => ({ ...one, capacity: index % 2 === 0 ? 0 : one.capacity }));
  const task = { ...whole, mentors };
  const most = maximumFlow(
    makeProblem(task),
    mentors.map(({ capacity }) => capacity),
  );
  expect(most).toBeLessThan(2000);
  const solver = openScenarioSolver({ workerFile, memoryMb: 256 });
  const answer = await solver.solve(task, () => undefined);
  await solver.close();
  expect(answer.figures.placed).toBe(most);
});

/**
 * How many mentees can be placed at all: augmenting paths (Kuhn), knowing nothing of scores or of the solver. What a
 * search without success has seen never helps anybody later, so it stays seen.
 */
function maximumFlow(
  { mentees, mentors, scores }: { mentees: string[]; mentors: string[]; scores: Uint8Array },
  capacity: number[],
): number {
  const held: number[][] = mentors.map(() => []);
  const seen = new Set<number>();
  const place = (mentee: number): boolean => {
    for (let mentor = 0; mentor < mentors.length; mentor += 1) {
      if (scores[mentee * mentors.length + mentor] === FORBIDDEN || seen.has(mentor)) continue;
      seen.add(mentor);
      const here = held[mentor] ?? [];
      if (here.length < (capacity[mentor] ?? 0)) return here.push(mentee) > 0;
      for (const [position, other] of here.entries()) {
        if (!place(other)) continue;
        here[position] = mentee;
        return true;
      }
    }
    return false;
  };
  const dead = new Set<number>();
  return mentees.reduce((placed, _, mentee) => {
    seen.clear();
    for (const mentor of dead) seen.add(mentor);
    if (place(mentee)) return placed + 1;
    for (const mentor of seen) dead.add(mentor);
    return placed;
  }, 0);
}
