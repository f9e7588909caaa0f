import { type Aim, FORBIDDEN, MOST_MENTEES } from './assignment.ts';

/**
 * The lexicographic aim as one whole number to be made small. A point of score is worth 1. The scores of everybody
 * together stay under half of LOW_PAIR, so one pair fewer under the line outweighs any sum of scores; LOW_PAIR and the
 * scores of everybody together stay under half of NO_PAIR, so one mentee more outweighs both. No cost or bound exceeds
 * MOST_MENTEES · NO_PAIR < 2^53: doubles carry all of it exactly.
 */
export const LOW_PAIR = 200 * MOST_MENTEES + 1;

/** The cost of leaving a mentee unplaced. */
export const NO_PAIR = 2 * MOST_MENTEES * (LOW_PAIR + 100) + 1;

/** The cost of a pair by its score: 256 entries, Infinity for what may not be. */
export function costByScore(aim: Aim, line: number | null): Float64Array {
  const costs = new Float64Array(FORBIDDEN + 1).fill(Number.POSITIVE_INFINITY);
  const least = aim.kind === 'quality' ? Math.max(0, aim.threshold) : 0;
  for (let score = 0; score <= 100; score += 1) {
    if (score >= least) costs[score] = 100 - score + (line !== null && score < line ? LOW_PAIR : 0);
  }
  return costs;
}

/** What an answer is worse by than another, level by level. */
export interface Loss {
  /** Mentees placed less. */
  placed: number;
  /** Pairs under the line more; negative when fewer. */
  farBelow: number;
  /** Points of the total less; negative when it grows. */
  score: number;
}

/** Reads a difference of costs level by level: exact, for no level reaches half of the next. */
export function lossOf(difference: number): Loss {
  const placed = Math.round(difference / NO_PAIR) + 0;
  const rest = difference - placed * NO_PAIR;
  // Rounding a small negative number gives -0; the sum with 0 does not.
  const farBelow = Math.round(rest / LOW_PAIR) + 0;
  // A pair that is not made costs nothing, a pair made costs 100 − score.
  return { placed, farBelow, score: rest - farBelow * LOW_PAIR + 100 * placed };
}
