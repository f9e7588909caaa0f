/**
 * Who mentors whom, all at once: N mentees, M mentors with places, a score 0–100 or "forbidden" for every pair. The
 * answer is a proven optimum of a lexicographic aim:
 *
 * 1. as many mentees placed as possible (pinned pairs stand whatever happens);
 * 2. as few pairs as possible far below the median: score < line, where line = median score of the pairs that are best
 *    by 1, 3 and 4 alone, less FAR_BELOW (lower median; a caller comparing scenarios may give the line himself);
 * 3. the greatest sum of scores;
 * 4. among equals the first by keys: the mentee with the smallest key gets the mentor with the smallest key, and so on.
 *
 * The aim `quality` forbids pairs below a threshold first. Keys decide, not positions: the same people in another order
 * give the same answer, byte by byte.
 *
 * `solveAssignment` answers; `solve` keeps the board, `assignmentOf` reads it, `live.ts` edits it, `reasons.ts` explains it.
 *
 * Method: successive shortest augmenting paths with potentials (the Hungarian method: Kuhn 1955; Jonker and Volgenant
 * 1987; rectangular, without copied rows: Crouse 2016), on mentors with capacities instead of copied places, over the
 * best candidates of each mentee, the rest priced in when a bound asks for it. The bound proves every answer: the dual
 * solution costs exactly as much as the primal one.
 */

/** The mark of a pair that may not be. */
export const FORBIDDEN = 255;

/** How many points under the median a pair is "far below" it. */
export const FAR_BELOW = 25;

/** The most mentees one assignment takes; beyond it the sums that carry the proof could leave the exact integers. */
export const MOST_MENTEES = 20_000;

/** One who can take mentees. `capacity` counts places that are free for this assignment, pinned ones included. */
export interface Place {
  key: string;
  capacity: number;
}

/** A mentee and a mentor by their keys. */
export interface Pair {
  mentee: string;
  mentor: string;
}

/** What is sought: most placed first; or the same among pairs that reach the threshold (a score, 0–100). */
export type Aim = { kind: 'coverage' } | { kind: 'quality'; threshold: number };

/** The question. Keys are unique. */
export interface AssignmentProblem {
  mentees: readonly string[];
  mentors: readonly Place[];
  /**
   * An integer 0–100 or FORBIDDEN for every pair: a matrix, mentee by mentee, or a function of the positions in
   * `mentees` and `mentors`, asked once a pair.
   */
  scores: Uint8Array | ((mentee: number, mentor: number) => number);
  aim: Aim;
  /** Pairs that must be. A pin outweighs the threshold, never FORBIDDEN. */
  pins?: readonly Pair[];
  /** Pairs that must not be, besides the forbidden ones. */
  bans?: readonly Pair[];
  /** Scores under it are far below the median; `null`: nothing is; left out: found from the median. */
  line?: number | null;
}

/** One proposed pair. */
export interface AssignedPair extends Pair {
  score: number;
  isPinned: boolean;
}

/** The answer: pairs and unplaced mentees in the order of the mentees' keys. */
export interface Assignment {
  pairs: AssignedPair[];
  unplaced: string[];
  /** Sum of the pairs' scores. */
  total: number;
  /** Pairs under the line. */
  farBelow: number;
  /** The line used; `null` when nothing counts as far below. */
  line: number | null;
  proof: Proof;
}

/** Cost of the answer and the dual bound nobody can go under, in the solver's units; equal, or the solver threw. */
export interface Proof {
  cost: number;
  bound: number;
}

/** Why a problem cannot be put. */
export type Fault =
  | 'too-many-mentees'
  | 'key-twice'
  | 'scores-not-of-this-size'
  | 'capacity-not-whole'
  | 'pin-unknown'
  | 'pin-forbidden'
  | 'pin-banned'
  | 'pinned-twice'
  | 'pins-exceed-capacity'
  | 'ban-unknown';
