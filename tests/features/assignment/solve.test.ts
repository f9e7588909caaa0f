import { expect, test } from 'vitest';
import { type Assignment, FAR_BELOW } from '#app/features/assignment/assignment.ts';
import { assignmentOf, solve, solveAssignment } from '#app/features/assignment/solve.ts';
import { PATIENCE, randomFrom, seed, shuffled, smallProblem } from './cases.ts';
import { expectLawful } from './expect-lawful.ts';
import { bestWorth, type Worth } from './oracle.ts';

const CASES = 1200;

function worthOf({ pairs, farBelow, total }: Assignment): Worth {
  return { placed: pairs.length, farBelow, total };
}

test(
  `is worth what an independent solver finds, with and without a line (seed ${seed})`,
  () => {
    const random = randomFrom(seed);
    for (let count = 0; count < CASES; count += 1) {
      const problem = smallProblem(random);
      const line = [null, 30, 50, 70][random(4)] ?? null;
      const answer = assignmentOf(solve({ ...problem, line }, { listRoom: 1 + random(4) }));
      expectLawful(problem, answer);
      expect(worthOf(answer), `case ${count}`).toEqual(bestWorth(problem, line));
      expect(answer.proof.cost).toBe(answer.proof.bound);
    }
  },
  PATIENCE,
);

test(
  `finds its line from the median of the best total (seed ${seed})`,
  () => {
    const random = randomFrom(seed + 1);
    for (let count = 0; count < CASES; count += 1) {
      const problem = smallProblem(random);
      const plain = solveAssignment({ ...problem, line: null });
      const scores = plain.pairs.map(({ score }) => score).sort((one, other) => one - other);
      const median = scores[Math.floor((scores.length - 1) / 2)] ?? 0;
      const answer = solveAssignment(problem);
      expect(answer.line).toBe(median > FAR_BELOW ? median - FAR_BELOW : null);
      expectLawful(problem, answer);
      expect(worthOf(answer), `case ${count}`).toEqual(bestWorth(problem, answer.line));
    }
  },
  PATIENCE,
);

test(
  `gives the same bytes for the same people in another order (seed ${seed})`,
  () => {
    const random = randomFrom(seed + 2);
    for (let count = 0; count < 500; count += 1) {
      const problem = smallProblem(random, 12);
      const other = shuffled(problem, random);
      expect(JSON.stringify(solveAssignment(other))).toBe(JSON.stringify(solveAssignment(problem)));
    }
  },
  PATIENCE,
);
