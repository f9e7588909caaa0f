import { expect } from 'vitest';
import type { Assignment, AssignmentProblem } from '#app/features/assignment/assignment.ts';
import { allowedScore } from './oracle.ts';

/** What anybody may check without solving: places, bans, pins, threshold, everyone answered for once. */
export function expectLawful(problem: AssignmentProblem, answer: Assignment): void {
  for (const { mentee, mentor, score } of answer.pairs) {
    const row = problem.mentees.indexOf(mentee);
    const column = problem.mentors.findIndex(({ key }) => key === mentor);
    expect(allowedScore(problem, row, column)).toBe(score);
  }
  for (const { key, capacity } of problem.mentors) {
    expect(answer.pairs.filter(({ mentor }) => mentor === key).length).toBeLessThanOrEqual(capacity);
  }
  const named = [...answer.pairs.map(({ mentee }) => mentee), ...answer.unplaced].sort();
  expect(named).toEqual([...problem.mentees].sort());
  for (const pin of problem.pins ?? [])
    expect(answer.pairs).toContainEqual(expect.objectContaining({ ...pin, isPinned: true }));
}
