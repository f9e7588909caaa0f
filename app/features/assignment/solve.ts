import { type Assignment, type AssignmentProblem, FAR_BELOW } from './assignment.ts';
import { placeRow } from './augment.ts';
import { listCandidates } from './candidates.ts';
import { costByScore } from './cost.ts';
import { faultOf } from './faults.ts';
import { type Board, layOut, type Making, orderOf } from './lay-out.ts';
import { proveOptimal } from './prove.ts';
import { fillPlaces } from './refill.ts';
import { ABSENT, release, UNPLACED } from './tableau.ts';
import { settleTies } from './ties.ts';

const LIST_ROOM = 48;

/** The proven optimum of a problem. Throws when `faultOf(problem)` is not null. */
export function solveAssignment(problem: AssignmentProblem): Assignment {
  return assignmentOf(solve(problem));
}

/** Solves in canonical order. Throws when `faultOf(problem)` is not null. */
export function solve(problem: AssignmentProblem, making: Partial<Making> = {}): Board {
  const fault = faultOf(problem);
  if (fault) throw new Error(`the assignment cannot be put: ${fault}`);
  const board = layOut(problem, { spare: 0, listRoom: LIST_ROOM, ...making });
  const { tableau } = board;
  if (problem.line !== undefined) board.line = problem.line;
  tableau.costs = costByScore(board.aim, board.line);
  for (let row = 0; row < board.mentees.length; row += 1) {
    if (board.pin[row] !== -1) continue;
    tableau.at[row] = UNPLACED;
    listCandidates(tableau, row);
    placeRow(tableau, row);
  }
  if (problem.line === undefined) drawLine(board);
  return board;
}

/** Second aim: the line from the median of what is best without it, then as few as possible under the line. */
function drawLine(board: Board): void {
  settleTies(board);
  const scores = scoresOf(board).sort();
  const median = scores[Math.floor((scores.length - 1) / 2)];
  if (median === undefined || median <= FAR_BELOW) return;
  board.line = median - FAR_BELOW;
  board.tableau.costs = costByScore(board.aim, board.line);
  moveUp(board, board.line);
}

/** Everybody under the line looks for a place anew, dearer now; places nobody took after that are filled or priced 0. */
function moveUp(board: Board, line: number): void {
  const { tableau } = board;
  const { at, byRow, rows, columns } = tableau;
  const moved: number[] = [];
  for (let row = 0; row < rows; row += 1) {
    const column = at[row] ?? ABSENT;
    if (column >= 0 && (byRow[row * columns + column] ?? 0) < line) moved.push(row);
  }
  // The first of all answers stays the first of those without anybody under the line.
  if (moved.length === 0) return;
  board.isSettled = false;
  for (const row of moved) release(tableau, row);
  for (const row of moved) placeRow(tableau, row);
  for (let column = 0; column < columns; column += 1) fillPlaces(tableau, column);
}

function scoresOf(board: Board): Uint8Array {
  const { byRow, columns } = board.tableau;
  const rows = [...board.rowOf.values()].filter((row) => standing(board, row) >= 0);
  return Uint8Array.from(rows, (row) => byRow[row * columns + standing(board, row)] ?? 0);
}

/** The column a row stands at or is pinned to; below 0 for none. */
export function standing({ pin, tableau }: Board, row: number): number {
  const pinned = pin[row] ?? -1;
  return pinned >= 0 ? pinned : (tableau.at[row] ?? ABSENT);
}

/** The answer in words of the problem, the first by keys among equals, with its proof. */
export function assignmentOf(board: Board): Assignment {
  settleTies(board);
  const { mentees, mentors, rowOf, pin, line, tableau } = board;
  const answer: Assignment = { pairs: [], unplaced: [], total: 0, farBelow: 0, line, proof: proveOptimal(tableau) };
  for (const row of orderOf(mentees)) {
    const mentee = mentees[row] ?? '';
    if (rowOf.get(mentee) !== row) continue;
    const column = standing(board, row);
    if (column < 0) {
      answer.unplaced.push(mentee);
      continue;
    }
    const score = tableau.byRow[row * tableau.columns + column] ?? 0;
    answer.pairs.push({ mentee, mentor: mentors[column] ?? '', score, isPinned: pin[row] !== -1 });
    answer.total += score;
    if (line !== null && score < line) answer.farBelow += 1;
  }
  return answer;
}
