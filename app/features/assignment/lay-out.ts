import { type Aim, type AssignmentProblem, FORBIDDEN } from './assignment.ts';
import { emptyTableau, setScore, type Tableau } from './tableau.ts';

/** A problem in canonical order with its working state: what the answer is read from and live edits go on with. */
export interface Board {
  /** Keys of rows and columns, and back; `rowOf` tells who is there, `spareRows` which rows nobody uses. */
  mentees: string[];
  mentors: string[];
  rowOf: Map<string, number>;
  columnOf: Map<string, number>;
  spareRows: number[];
  /** Column a row is pinned to, or -1. A pinned row is ABSENT from the tableau and its place is taken off there. */
  pin: Int32Array;
  /** Scores that bans hide, by place in the matrix. */
  banned: Map<number, number>;
  aim: Aim;
  line: number | null;
  /** Whether the board shows the first by keys of the optimal answers. */
  isSettled: boolean;
  tableau: Tableau;
}

/** What a board may be made with. */
export interface Making {
  /** Rows kept for mentees who come later. */
  spare: number;
  /** The most candidates listed for a mentee before the rest is priced in. */
  listRoom: number;
}

/** The board of a problem without faults: nobody placed but the pinned. */
export function layOut(problem: AssignmentProblem, { spare, listRoom }: Making): Board {
  const rowOrder = orderOf(problem.mentees);
  const columnOrder = orderOf(problem.mentors.map(({ key }) => key));
  const rows = rowOrder.length + spare;
  const tableau = emptyTableau(rows, columnOrder.length, listRoom);
  copyScores(problem, rowOrder, columnOrder, tableau.byRow);
  const mentees = rowOrder.map((position) => problem.mentees[position] ?? '');
  const mentors = columnOrder.map((position) => problem.mentors[position]?.key ?? '');
  for (const [column, position] of columnOrder.entries()) {
    tableau.capacity[column] = problem.mentors[position]?.capacity ?? 0;
  }
  const board: Board = {
    mentees,
    mentors,
    rowOf: new Map(mentees.map((key, row) => [key, row])),
    columnOf: new Map(mentors.map((key, column) => [key, column])),
    spareRows: Array.from({ length: spare }, (_, at) => rows - 1 - at),
    pin: new Int32Array(rows).fill(-1),
    banned: new Map(),
    aim: problem.aim,
    line: null,
    isSettled: false,
    tableau,
  };
  for (const { mentee, mentor } of problem.bans ?? []) hideScore(board, rowAt(board, mentee), columnAt(board, mentor));
  for (const { mentee, mentor } of problem.pins ?? []) {
    const column = columnAt(board, mentor);
    board.pin[rowAt(board, mentee)] = column;
    tableau.capacity[column] = (tableau.capacity[column] ?? 0) - 1;
  }
  return board;
}

/** Positions in the order of their keys; by code units, so that no locale has a say. */
export function orderOf(keys: readonly string[]): number[] {
  const key = (position: number) => keys[position] ?? '';
  return keys.map((_, position) => position).sort((one, other) => (key(one) < key(other) ? -1 : 1));
}

function copyScores(
  { scores, mentors }: AssignmentProblem,
  rowOrder: readonly number[],
  columnOrder: readonly number[],
  byRow: Uint8Array,
): void {
  const columns = Int32Array.from(columnOrder);
  const width = mentors.length;
  for (const [row, mentee] of rowOrder.entries()) {
    const start = row * width;
    if (typeof scores === 'function') {
      for (let column = 0; column < width; column += 1) byRow[start + column] = scores(mentee, columns[column] ?? 0);
    } else {
      const from = mentee * width;
      for (let column = 0; column < width; column += 1) {
        byRow[start + column] = scores[from + (columns[column] ?? 0)] ?? FORBIDDEN;
      }
    }
  }
}

/** Makes a pair forbidden and remembers its score. */
export function hideScore({ banned, tableau }: Board, row: number, column: number): void {
  const cell = row * tableau.columns + column;
  if (!banned.has(cell)) banned.set(cell, tableau.byRow[cell] ?? FORBIDDEN);
  setScore(tableau, row, column, FORBIDDEN);
}

/** The row of a mentee's key. Throws when there is none. */
export function rowAt({ rowOf }: Board, mentee: string): number {
  const row = rowOf.get(mentee);
  if (row === undefined) throw new Error('no such mentee on the board');
  return row;
}

/** The column of a mentor's key. Throws when there is none. */
export function columnAt({ columnOf }: Board, mentor: string): number {
  const column = columnOf.get(mentor);
  if (column === undefined) throw new Error('no such mentor on the board');
  return column;
}
