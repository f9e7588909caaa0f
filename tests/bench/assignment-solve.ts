import { readFileSync } from 'node:fs';
import type { AssignmentProblem } from '#app/features/assignment/assignment.ts';
import { solveAssignment } from '#app/features/assignment/solve.ts';

/**
 * A process of its own that solves a pool out of a file several times and prints one line of JSON: `node … FILE MENTORS
 * TIMES`. CPU time and memory of this process alone, whatever else the machine does.
 */
export function problemOf(file: string, mentors: number): AssignmentProblem {
  const capacity = new Int32Array(Uint8Array.from(readFileSync(`${file}.places`)).buffer);
  const scores = readFileSync(`${file}.scores`);
  return {
    mentees: Array.from({ length: scores.length / mentors }, (_, at) => `e${String(at).padStart(5, '0')}`),
    mentors: Array.from(capacity, (places, at) => ({ key: `m${String(at).padStart(5, '0')}`, capacity: places })),
    scores,
    aim: { kind: 'coverage' },
  };
}

const [, script = '', file = '', mentors = '0', times = '1'] = process.argv;
if (script.includes('assignment-solve')) {
  const problem = problemOf(file, Number(mentors));
  const before = process.memoryUsage().rss;
  const seconds: number[] = [];
  let answer = null;
  for (let count = 0; count < Number(times); count += 1) {
    const began = process.cpuUsage();
    answer = solveAssignment(problem);
    const { user, system } = process.cpuUsage(began);
    seconds.push((user + system) / 1e6);
  }
  const grownMb = (process.resourceUsage().maxRSS * 1024 - before) / 2 ** 20;
  const plain = solveAssignment({ ...problem, line: null });
  const { pairs, total, farBelow, line, proof } = answer ?? plain;
  const isProven = proof.cost === proof.bound && plain.proof.cost === plain.proof.bound;
  console.log(
    JSON.stringify({
      seconds,
      grownMb,
      placed: pairs.length,
      total,
      farBelow,
      line,
      isProven,
      plainTotal: plain.total,
    }),
  );
}
