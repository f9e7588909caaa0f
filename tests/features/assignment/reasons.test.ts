import { expect, test } from 'vitest';
import { FORBIDDEN } from '#app/features/assignment/assignment.ts';
import { lossWithoutPair, nearestFree, whyUnplaced } from '#app/features/assignment/reasons.ts';
import { assignmentOf, solve } from '#app/features/assignment/solve.ts';
import { PATIENCE, randomFrom, seed, smallProblem } from './cases.ts';
import { allowedScore, bestWorth } from './oracle.ts';

test(
  `says what a pair is worth to the whole, as a solve without it does (seed ${seed})`,
  () => {
    const random = randomFrom(seed + 4);
    for (let count = 0; count < 400; count += 1) {
      const problem = smallProblem(random);
      const board = solve({ ...problem, line: [null, 40, 60][random(3)] }, { listRoom: 1 + random(4) });
      const answer = assignmentOf(board);
      const before = bestWorth(problem, board.line);
      for (const { mentee, mentor, isPinned } of answer.pairs) {
        const loss = lossWithoutPair(board, mentee);
        if (isPinned) {
          expect(loss).toBeNull();
          continue;
        }
        const after = bestWorth({ ...problem, bans: [...(problem.bans ?? []), { mentee, mentor }] }, board.line);
        expect(loss, `case ${count}`).toEqual({
          placed: before.placed - after.placed,
          farBelow: after.farBelow - before.farBelow,
          score: before.total - after.total,
        });
      }
      expect(assignmentOf(board)).toEqual(answer);
    }
  },
  PATIENCE,
);

test(
  `names the mentors who stand in the way of everybody unplaced (seed ${seed})`,
  () => {
    const random = randomFrom(seed + 5);
    for (let count = 0; count < 800; count += 1) {
      const problem = smallProblem(random);
      const board = solve(problem);
      const answer = assignmentOf(board);
      for (const { mentee } of answer.pairs) expect(whyUnplaced(board, mentee)).toBeNull();
      for (const mentee of answer.unplaced) {
        const row = problem.mentees.indexOf(mentee);
        const allowed = problem.mentors.filter((_, column) => allowedScore(problem, row, column) !== null);
        const why = whyUnplaced(board, mentee);
        if (allowed.length === 0) {
          expect(why).toEqual({ kind: 'nobody-allowed' });
          continue;
        }
        if (why?.kind !== 'all-full') throw new Error(`no reason in case ${count}`);
        expect(why.allowed).toBe(allowed.length);
        expect(why.mentees).toBeGreaterThan(why.places);
        for (const { key } of allowed) expect(why.mentors).toContain(key);
        for (const key of why.mentors) {
          const places = problem.mentors.find((mentor) => mentor.key === key)?.capacity;
          expect(answer.pairs.filter(({ mentor }) => mentor === key)).toHaveLength(places ?? -1);
        }
      }
    }
  },
  PATIENCE,
);

test(
  'offers the best mentor who has a place free, by key among equals',
  () => {
    const scores = Uint8Array.from([90, 80, 80, 70, FORBIDDEN, 90, 20, 20, 20, 20]);
    const mentors = ['m5', 'm4', 'm3', 'm2', 'm1'].map((key) => ({ key, capacity: 1 }));
    const board = solve({ mentees: ['e1', 'e2'], mentors, scores, aim: { kind: 'coverage' }, line: null });
    expect(assignmentOf(board).pairs.map(({ mentor }) => mentor)).toEqual(['m3', 'm5']);
    expect(nearestFree(board, 'e1')).toEqual({ mentor: 'm4', score: 80 });
    expect(nearestFree(board, 'e2')).toEqual({ mentor: 'm1', score: 20 });
  },
  PATIENCE,
);
