import { expect, test } from 'vitest';
import { type AssignmentProblem, FORBIDDEN, type Pair } from '#app/features/assignment/assignment.ts';
import { faultOf, scoreOf } from '#app/features/assignment/faults.ts';
import type { Board } from '#app/features/assignment/lay-out.ts';
import {
  addMentee,
  ban,
  pin,
  removeMentee,
  removeMentor,
  setCapacity,
  unban,
  unpin,
} from '#app/features/assignment/live.ts';
import { assignmentOf, solve, solveAssignment } from '#app/features/assignment/solve.ts';
import { PATIENCE, randomFrom, seed, smallProblem } from './cases.ts';
import { expectLawful } from './expect-lawful.ts';
import { bestWorth } from './oracle.ts';

type Random = (below: number) => number;

/** The problem as a list of facts that a test edits by hand, apart from the board. */
interface Facts {
  mentees: string[];
  mentors: { key: string; capacity: number }[];
  scores: Map<string, number>;
  pins: Pair[];
  bans: Pair[];
}

function factsOf(problem: AssignmentProblem): Facts {
  const scores = new Map<string, number>();
  for (const [row, mentee] of problem.mentees.entries()) {
    for (const [column, { key }] of problem.mentors.entries())
      scores.set(`${mentee} ${key}`, scoreOf(problem, row, column));
  }
  const { mentees, mentors, pins = [], bans = [] } = problem;
  return {
    mentees: [...mentees],
    mentors: mentors.map((one) => ({ ...one })),
    scores,
    pins: [...pins],
    bans: [...bans],
  };
}

function problemOf(facts: Facts, { aim }: AssignmentProblem, line: number | null): AssignmentProblem {
  const { mentees, mentors, scores, pins, bans } = facts;
  const score = (mentee: number, mentor: number) =>
    scores.get(`${mentees[mentee]} ${mentors[mentor]?.key}`) ?? FORBIDDEN;
  return { mentees, mentors, scores: score, pins, bans, aim, line };
}

const isSame = (one: Pair) => (other: Pair) => one.mentee === other.mentee && one.mentor === other.mentor;

/** One random edit of the board and of the facts; whether the board took it. */
function editOnce(board: Board, facts: Facts, random: Random, count: number): boolean {
  const mentee = facts.mentees[random(facts.mentees.length)] ?? '';
  const mentor = facts.mentors[random(facts.mentors.length)] ?? { key: '', capacity: 0 };
  const pair = { mentee, mentor: mentor.key };
  switch (random(8)) {
    case 0: {
      const key = `n${random(10)}${count}`;
      for (const other of facts.mentors)
        facts.scores.set(`${key} ${other.key}`, random(5) === 0 ? FORBIDDEN : random(101));
      facts.mentees.push(key);
      return addMentee(board, key, (other) => facts.scores.get(`${key} ${other}`) ?? FORBIDDEN) === null;
    }
    case 1:
      if (facts.mentees.length < 2) return true;
      removeMentee(board, mentee);
      facts.mentees = facts.mentees.filter((key) => key !== mentee);
      facts.pins = facts.pins.filter((one) => one.mentee !== mentee);
      facts.bans = facts.bans.filter((one) => one.mentee !== mentee);
      return true;
    case 2:
      removeMentor(board, mentor.key);
      mentor.capacity = 0;
      facts.pins = facts.pins.filter((one) => one.mentor !== mentor.key);
      return true;
    case 3:
    case 4:
      mentor.capacity = random(4);
      return setCapacity(board, mentor.key, mentor.capacity) === null;
    case 5:
      facts.pins = [...facts.pins.filter((one) => one.mentee !== mentee), pair];
      return pin(board, pair) === null;
    case 6: {
      const pinned = facts.pins[random(facts.pins.length + 1)];
      if (pinned) unpin(board, pinned.mentee);
      facts.pins = facts.pins.filter((one) => one !== pinned);
      const lifted = facts.bans[random(facts.bans.length + 1)];
      if (lifted) unban(board, lifted);
      facts.bans = facts.bans.filter((one) => one !== lifted);
      return true;
    }
    default:
      if (!facts.bans.some(isSame(pair))) facts.bans.push(pair);
      return ban(board, pair) === null;
  }
}

test(
  `stands at the proven optimum after every edit, as a cold solve does (seed ${seed})`,
  () => {
    const random = randomFrom(seed + 3);
    for (let round = 0; round < 60; round += 1) {
      const problem = smallProblem(random);
      const board = solve(problem, { spare: random(3), listRoom: 1 + random(4) });
      const { line } = board;
      let facts = factsOf(problem);
      for (let count = 0; count < 25; count += 1) {
        const before = { ...factsOf(problemOf(facts, problem, line)) };
        const isTaken = editOnce(board, facts, random, count);
        expect(isTaken).toBe(faultOf(problemOf(facts, problem, line)) === null);
        if (!isTaken) facts = before;
        const asked = problemOf(facts, problem, line);
        const answer = assignmentOf(board);
        expectLawful(asked, answer);
        const worth = { placed: answer.pairs.length, farBelow: answer.farBelow, total: answer.total };
        expect(worth, `round ${round}, edit ${count}`).toEqual(bestWorth(asked, line));
        expect(answer).toEqual(solveAssignment(asked));
      }
    }
  },
  PATIENCE,
);
