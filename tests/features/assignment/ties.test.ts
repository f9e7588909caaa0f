import { expect, test } from 'vitest';
import type { AssignmentProblem, Pair } from '#app/features/assignment/assignment.ts';
import { assignmentOf, solve } from '#app/features/assignment/solve.ts';
import { PATIENCE, randomFrom, seed, smallProblem } from './cases.ts';
import { allowedScore, bestWorth } from './oracle.ts';

/** The first by keys among the best answers: pair after pair is pinned when the best stays as good. */
function firstOfBest(problem: AssignmentProblem, line: number | null): Pair[] {
  const best = bestWorth(problem, line);
  const kept: Pair[] = [];
  for (const mentee of problem.mentees.toSorted()) {
    const row = problem.mentees.indexOf(mentee);
    for (const mentor of problem.mentors.map(({ key }) => key).toSorted()) {
      const column = problem.mentors.findIndex(({ key }) => key === mentor);
      if (allowedScore(problem, row, column) === null) continue;
      const others = (problem.pins ?? []).filter((pin) => pin.mentee !== mentee);
      const worth = bestWorth(
        { ...problem, pins: [...others.filter((pin) => !isIn(kept, pin)), ...kept, { mentee, mentor }] },
        line,
      );
      if (JSON.stringify(worth) !== JSON.stringify(best)) continue;
      kept.push({ mentee, mentor });
      break;
    }
  }
  return kept;
}

function isIn(kept: readonly Pair[], pin: Pair): boolean {
  return kept.some(({ mentee }) => mentee === pin.mentee);
}

test(
  `among equals gives the first by keys (seed ${seed})`,
  () => {
    const random = randomFrom(seed + 6);
    for (let count = 0; count < 250; count += 1) {
      const problem = smallProblem(random, 6);
      const line = [null, 40, 60][random(3)] ?? null;
      const answer = assignmentOf(solve({ ...problem, line }, { listRoom: 1 + random(4) }));
      const pairs = answer.pairs.map(({ mentee, mentor }) => ({ mentee, mentor }));
      expect(pairs, `case ${count}`).toEqual(firstOfBest(problem, line));
    }
  },
  PATIENCE,
);
