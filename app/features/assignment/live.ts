import { type AssignmentProblem, type Fault, FORBIDDEN, MOST_MENTEES, type Pair } from './assignment.ts';
import { placeRow, shedOne } from './augment.ts';
import { listCandidates } from './candidates.ts';
import { type Board, columnAt, hideScore, rowAt } from './lay-out.ts';
import { fillPlaces } from './refill.ts';
import { solve } from './solve.ts';
import { ABSENT, reducedCost, release, rowDual, setScore, UNPLACED, withRows } from './tableau.ts';

/**
 * Edits of a solved board, one at a time. Each keeps matching and prices, disturbs as little as it can and leaves the
 * board at the proven optimum of the changed problem (`assignmentOf` proves it again). The line stays where the
 * opening found it, so that answers before and after an edit are measured alike. An edit that cannot be made answers
 * with its fault and changes nothing; an unknown key throws.
 */
export function openBoard(problem: AssignmentProblem): Board {
  return solve(problem, { spare: SPARE });
}

const SPARE = 64;

/** A new mentee, with his score for every mentor by key (0–100 or FORBIDDEN). */
export function addMentee(board: Board, mentee: string, score: (mentor: string) => number): Fault | null {
  if (board.rowOf.has(mentee)) return 'key-twice';
  if (board.rowOf.size === MOST_MENTEES) return 'too-many-mentees';
  const row = spareRow(board);
  const { tableau, mentors } = board;
  for (const [column, mentor] of mentors.entries()) setScore(tableau, row, column, score(mentor));
  board.mentees[row] = mentee;
  board.rowOf.set(mentee, row);
  enter(board, row);
  return null;
}

/** A mentee leaves; the place given up goes to whoever gains most. */
export function removeMentee(board: Board, mentee: string): void {
  const row = rowAt(board, mentee);
  leave(board, row);
  for (let column = 0; column < board.tableau.columns; column += 1) {
    board.banned.delete(row * board.tableau.columns + column);
  }
  board.rowOf.delete(mentee);
  board.spareRows.push(row);
}

/** Another number of places at a mentor, pinned ones included. */
export function setCapacity(board: Board, mentor: string, capacity: number): Fault | null {
  if (!Number.isInteger(capacity) || capacity < 0) return 'capacity-not-whole';
  const column = columnAt(board, mentor);
  const open = capacity - pinsOf(board, column);
  if (open < 0) return 'pins-exceed-capacity';
  setOpenPlaces(board, column, open);
  return null;
}

/** A mentor leaves: pins to him fall, his mentees look for others. He stays on the board without places. */
export function removeMentor(board: Board, mentor: string): void {
  const column = columnAt(board, mentor);
  const pinned = [...board.rowOf.values()].filter((row) => board.pin[row] === column);
  setOpenPlaces(board, column, 0);
  for (const row of pinned) {
    board.pin[row] = -1;
    enter(board, row);
  }
}

/** This pair must be. A mentee pinned elsewhere is moved. */
export function pin(board: Board, { mentee, mentor }: Pair): Fault | null {
  const row = rowAt(board, mentee);
  const column = columnAt(board, mentor);
  const { tableau } = board;
  if (board.pin[row] === column) return null;
  if (board.banned.has(row * tableau.columns + column)) return 'pin-banned';
  if (tableau.byRow[row * tableau.columns + column] === FORBIDDEN) return 'pin-forbidden';
  if ((tableau.capacity[column] ?? 0) === 0) return 'pins-exceed-capacity';
  if (tableau.at[row] === column) {
    release(tableau, row);
    tableau.at[row] = ABSENT;
  } else leave(board, row);
  board.pin[row] = column;
  setOpenPlaces(board, column, (tableau.capacity[column] ?? 0) - 1);
  return null;
}

/** The mentee goes where it is best again. */
export function unpin(board: Board, mentee: string): void {
  const row = rowAt(board, mentee);
  const column = board.pin[row] ?? -1;
  if (column < 0) return;
  leave(board, row);
  enter(board, row);
}

/** This pair must not be. */
export function ban(board: Board, { mentee, mentor }: Pair): Fault | null {
  const row = rowAt(board, mentee);
  const column = columnAt(board, mentor);
  if (board.pin[row] === column) return 'pin-banned';
  const { tableau } = board;
  board.isSettled = false;
  const stood = tableau.at[row] ?? ABSENT;
  if (stood === column) release(tableau, row);
  hideScore(board, row, column);
  if (stood === column) {
    placeRow(tableau, row);
    fillPlaces(tableau, column);
  }
  return null;
}

/** A banned pair may be again, with the score it had. */
export function unban(board: Board, { mentee, mentor }: Pair): void {
  const row = rowAt(board, mentee);
  const column = columnAt(board, mentor);
  const { banned, tableau } = board;
  const cell = row * tableau.columns + column;
  const score = banned.get(cell);
  if (score === undefined) return;
  banned.delete(cell);
  board.isSettled = false;
  setScore(tableau, row, column, score);
  const reduced = reducedCost(tableau, row, column);
  tableau.bound[row] = Math.min(tableau.bound[row] ?? 0, reduced);
  const stood = tableau.at[row] ?? ABSENT;
  if (stood === ABSENT || reduced >= rowDual(tableau, row)) return;
  release(tableau, row);
  placeRow(tableau, row);
  if (stood >= 0) fillPlaces(tableau, stood);
}

/** A row that stands nowhere comes in. */
function enter(board: Board, row: number): void {
  const { tableau } = board;
  board.isSettled = false;
  tableau.at[row] = UNPLACED;
  listCandidates(tableau, row);
  placeRow(tableau, row);
}

/** A row goes out, pinned or not; others move up. */
function leave(board: Board, row: number): void {
  const { tableau, pin: pins } = board;
  board.isSettled = false;
  const pinned = pins[row] ?? -1;
  if (pinned >= 0) {
    pins[row] = -1;
    setOpenPlaces(board, pinned, (tableau.capacity[pinned] ?? 0) + 1);
    return;
  }
  const stood = tableau.at[row] ?? ABSENT;
  release(tableau, row);
  tableau.at[row] = ABSENT;
  if (stood >= 0) fillPlaces(tableau, stood);
}

/** Places a column has besides the pinned ones: fills new ones, moves on who stands at places that are gone. */
function setOpenPlaces(board: Board, column: number, open: number): void {
  const { tableau } = board;
  board.isSettled = false;
  tableau.capacity[column] = open;
  while ((tableau.held[column] ?? 0) > open) shedOne(tableau, column);
  fillPlaces(tableau, column);
}

function pinsOf({ pin: pins }: Board, column: number): number {
  let count = 0;
  for (const pinned of pins) if (pinned === column) count += 1;
  return count;
}

/** A row nobody uses; the board grows when there is none. */
function spareRow(board: Board): number {
  const { spareRows, tableau } = board;
  if (spareRows.length === 0) {
    const rows = tableau.rows + Math.max(SPARE, tableau.rows >> 2);
    for (let row = rows - 1; row >= tableau.rows; row -= 1) spareRows.push(row);
    board.tableau = withRows(tableau, rows);
    const pins = new Int32Array(rows).fill(-1);
    pins.set(board.pin);
    board.pin = pins;
  }
  return spareRows.pop() ?? 0;
}
