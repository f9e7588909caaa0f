import { FORBIDDEN } from './assignment.ts';
import { type Loss, lossOf } from './cost.ts';
import { detourCost } from './detour.ts';
import { type Board, rowAt } from './lay-out.ts';
import { standing } from './solve.ts';
import { ABSENT, type Tableau } from './tableau.ts';
import { settleTies } from './ties.ts';

// Every reason is given about the answer `assignmentOf` gives: the board is settled first.

/**
 * Why a mentee is unplaced. `nobody-allowed`: every pair of his is forbidden, banned or under the threshold.
 * `all-full`: `allowed` mentors are allowed to him and all are full, and moving people on does not help: `mentors` (by
 * key) are all whom he and his rivals can reach, `places` the places they have besides pinned ones, `mentees` the number
 * of people who have nobody else, himself among them; `mentees` > `places`.
 */
export type WhyUnplaced =
  | { kind: 'nobody-allowed' }
  | { kind: 'all-full'; allowed: number; mentors: string[]; places: number; mentees: number };

/** A mentor with a place free. */
export interface Alternative {
  mentor: string;
  score: number;
}

/** The reason of an unplaced mentee, null when he is placed. Throws for an unknown key. */
export function whyUnplaced(board: Board, mentee: string): WhyUnplaced | null {
  settleTies(board);
  const row = rowAt(board, mentee);
  if (standing(board, row) >= 0) return null;
  const { tableau, mentors } = board;
  const { isReached, rivals } = reachable(tableau, row);
  const reached = mentors.flatMap((key, column) => (isReached[column] === 1 ? [{ key, column }] : []));
  if (reached.length === 0) return { kind: 'nobody-allowed' };
  return {
    kind: 'all-full',
    allowed: reached.filter(({ column }) => isAllowed(tableau, row, column)).length,
    mentors: reached.map(({ key }) => key),
    places: reached.reduce((sum, { column }) => sum + (tableau.capacity[column] ?? 0), 0),
    mentees: rivals,
  };
}

/** The best mentor with a place free whom a mentee might have besides his own (ties: the smaller key), or null. */
export function nearestFree(board: Board, mentee: string): Alternative | null {
  settleTies(board);
  const row = rowAt(board, mentee);
  const { tableau, mentors } = board;
  const own = standing(board, row);
  let best: Alternative | null = null;
  for (const [column, mentor] of mentors.entries()) {
    const isFree = (tableau.held[column] ?? 0) < (tableau.capacity[column] ?? 0);
    if (!isFree || column === own || !isAllowed(tableau, row, column)) continue;
    const score = tableau.byRow[row * tableau.columns + column] ?? FORBIDDEN;
    if (!best || score > best.score) best = { mentor, score };
  }
  return best;
}

/** What the whole answer would lose if this mentee's pair were banned; null when he is pinned or unplaced. */
export function lossWithoutPair(board: Board, mentee: string): Loss | null {
  settleTies(board);
  const row = rowAt(board, mentee);
  const { tableau } = board;
  if ((tableau.at[row] ?? ABSENT) < 0) return null;
  return lossOf(detourCost(tableau, row));
}

function isAllowed({ byRow, columns, costs }: Tableau, row: number, column: number): boolean {
  return (costs[byRow[row * columns + column] ?? FORBIDDEN] ?? 0) < Number.POSITIVE_INFINITY;
}

/** Mentors reached from a row by allowed pairs and by whoever stands there, and how many rows that takes. */
function reachable(tableau: Tableau, row: number): { isReached: Uint8Array; rivals: number } {
  const { columns, first, next } = tableau;
  const isReached = new Uint8Array(columns);
  let unreached = Array.from({ length: columns }, (_, column) => column);
  const rows = [row];
  for (let seen = 0; seen < rows.length; seen += 1) {
    const from = rows[seen] ?? row;
    const found = unreached.filter((column) => isAllowed(tableau, from, column));
    if (found.length === 0) continue;
    unreached = unreached.filter((column) => !isAllowed(tableau, from, column));
    for (const column of found) {
      isReached[column] = 1;
      for (let held = first[column] ?? -1; held >= 0; held = next[held] ?? -1) rows.push(held);
    }
  }
  return { isReached, rivals: rows.length };
}
