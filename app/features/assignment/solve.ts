import { type Aim, type Assignment, type AssignmentProblem, FAR_BELOW, FORBIDDEN } from './assignment.ts';
import { placeRow } from './augment.ts';
import { listCandidates } from './candidates.ts';
import { costByScore, type Scale, scaleFor } from './cost.ts';
import { faultOf } from './faults.ts';
import { proveOptimal } from './prove.ts';
import { fillPlace } from './refill.ts';
import { ABSENT, emptyTableau, release, setScore, type Tableau, UNPLACED } from './tableau.ts';

/** A problem in canonical order with its working state: what `solveAssignment` reads and live edits go on with. */
export interface Solved {
  /** Keys of rows and columns; rows beyond are spare. */
  mentees: string[];
  mentors: string[];
  /** Column a row is pinned to, or -1. */
  pin: Int32Array;
  aim: Aim;
  scale: Scale;
  line: number | null;
  tableau: Tableau;
}

/** What a solver may be made with. */
export interface Making {
  /** Rows kept for mentees who come later. */
  spare: number;
  /** The most candidates listed for a mentee before the rest is priced in. */
  listRoom: number;
}

const LIST_ROOM = 48;

/** The proven optimum of a problem. Throws when `faultOf(problem)` is not null. */
export function solveAssignment(problem: AssignmentProblem): Assignment {
  return assignmentOf(solve(problem));
}

/** Solves in canonical order. Throws when `faultOf(problem)` is not null. */
export function solve(problem: AssignmentProblem, making: Partial<Making> = {}): Solved {
  const fault = faultOf(problem);
  if (fault) throw new Error(`the assignment cannot be put: ${fault}`);
  const solved = laidOut(problem, { spare: 0, listRoom: LIST_ROOM, ...making });
  const { tableau } = solved;
  const known = problem.line !== undefined;
  tableau.costs = costByScore(solved.scale, solved.aim, known ? (problem.line ?? null) : null);
  for (let row = 0; row < solved.mentees.length; row += 1) {
    if (solved.pin[row] !== -1) continue;
    tableau.at[row] = UNPLACED;
    listCandidates(tableau, row);
    placeRow(tableau, row);
  }
  if (known) solved.line = problem.line ?? null;
  else drawLine(solved);
  return solved;
}

/** The tableau of a problem, nobody placed but the pinned, who take their places out of it. */
function laidOut(problem: AssignmentProblem, { spare, listRoom }: Making): Solved {
  const rowOrder = orderOf(problem.mentees);
  const columnOrder = orderOf(problem.mentors.map(({ key }) => key));
  const rows = rowOrder.length + spare;
  const tableau = emptyTableau(rows, columnOrder.length, listRoom);
  const scale = scaleFor(rows);
  tableau.unplaced = scale.unplaced;
  for (const [row, mentee] of rowOrder.entries()) {
    for (const [column, mentor] of columnOrder.entries()) {
      setScore(tableau, row, column, problem.score(mentee, mentor));
    }
  }
  const mentees = rowOrder.map((position) => problem.mentees[position] ?? '');
  const mentors = columnOrder.map((position) => problem.mentors[position]?.key ?? '');
  const solved: Solved = {
    mentees,
    mentors,
    pin: new Int32Array(rows).fill(-1),
    aim: problem.aim,
    scale,
    line: null,
    tableau,
  };
  for (const [column, position] of columnOrder.entries()) {
    tableau.capacity[column] = problem.mentors[position]?.capacity ?? 0;
  }
  const rowOf = new Map(mentees.map((key, row) => [key, row]));
  const columnOf = new Map(mentors.map((key, column) => [key, column]));
  for (const { mentee, mentor } of problem.bans ?? []) {
    setScore(tableau, rowOf.get(mentee) ?? 0, columnOf.get(mentor) ?? 0, FORBIDDEN);
  }
  for (const { mentee, mentor } of problem.pins ?? []) {
    const column = columnOf.get(mentor) ?? 0;
    solved.pin[rowOf.get(mentee) ?? 0] = column;
    tableau.capacity[column] = (tableau.capacity[column] ?? 0) - 1;
  }
  return solved;
}

/** Positions in the order of their keys; by code units, so that no locale has a say. */
function orderOf(keys: readonly string[]): number[] {
  const key = (position: number) => keys[position] ?? '';
  return keys.map((_, position) => position).sort((one, other) => (key(one) < key(other) ? -1 : 1));
}

/** Second aim: the line from the median of what is best without it, then as few as possible under the line. */
function drawLine(solved: Solved): void {
  const scores = scoresOf(solved);
  const median = scores.toSorted((one, other) => one - other)[Math.floor((scores.length - 1) / 2)];
  if (median === undefined || median <= FAR_BELOW) return;
  solved.line = median - FAR_BELOW;
  const { tableau } = solved;
  tableau.costs = costByScore(solved.scale, solved.aim, solved.line);
  moveUp(solved, solved.line);
}

/** Everybody under the line looks for a place anew, dearer now; places nobody took after that are filled or priced 0. */
function moveUp({ tableau, mentees }: Solved, line: number): void {
  const { at, byRow, columns, capacity, held, price } = tableau;
  const moved: number[] = [];
  for (let row = 0; row < mentees.length; row += 1) {
    const column = at[row] ?? ABSENT;
    if (column >= 0 && (byRow[row * columns + column] ?? 0) < line) moved.push(row);
  }
  for (const row of moved) release(tableau, row);
  for (const row of moved) placeRow(tableau, row);
  for (let column = 0; column < columns; column += 1) {
    while ((held[column] ?? 0) < (capacity[column] ?? 0) && (price[column] ?? 0) < 0) fillPlace(tableau, column);
  }
}

function scoresOf({ mentees, pin, tableau }: Solved): number[] {
  const scores: number[] = [];
  for (let row = 0; row < mentees.length; row += 1) {
    const column = columnOf({ pin, tableau }, row);
    if (column >= 0) scores.push(tableau.byRow[row * tableau.columns + column] ?? 0);
  }
  return scores;
}

/** The column a row stands at or is pinned to; below 0 for none. */
export function columnOf({ pin, tableau }: Pick<Solved, 'pin' | 'tableau'>, row: number): number {
  const pinned = pin[row] ?? -1;
  return pinned >= 0 ? pinned : (tableau.at[row] ?? ABSENT);
}

/** The answer in words of the problem, with its proof. */
export function assignmentOf(solved: Solved): Assignment {
  const { mentees, mentors, pin, line, tableau } = solved;
  const proof = proveOptimal(tableau);
  const answer: Assignment = { pairs: [], unplaced: [], total: 0, farBelow: 0, line, proof };
  for (const row of orderOf(mentees)) {
    const mentee = mentees[row] ?? '';
    const column = columnOf(solved, row);
    if (column === UNPLACED) answer.unplaced.push(mentee);
    if (column < 0) continue;
    const score = tableau.byRow[row * tableau.columns + column] ?? 0;
    answer.pairs.push({ mentee, mentor: mentors[column] ?? '', score, isPinned: pin[row] !== -1 });
    answer.total += score;
    if (line !== null && score < line) answer.farBelow += 1;
  }
  return answer;
}
