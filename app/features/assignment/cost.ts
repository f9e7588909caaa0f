import { type Aim, FORBIDDEN, MOST_MENTEES } from './assignment.ts';

/**
 * The lexicographic aim as one integer to be made small. With n mentees a point of score is worth 1; all scores
 * together never reach `farBelow` = 200 n + 1, so that one pair fewer under the line outweighs any sum of scores with
 * room to tell them apart; and `unplaced` outweighs both for everybody. Every sum stays under n · unplaced, which for
 * MOST_MENTEES is below 2^53: doubles carry it exactly.
 */
export interface Scale {
  farBelow: number;
  unplaced: number;
}

/** The weights for up to `mentees` mentees. Throws RangeError beyond MOST_MENTEES. */
export function scaleFor(mentees: number): Scale {
  if (mentees > MOST_MENTEES) throw new RangeError(`at most ${MOST_MENTEES} mentees, not ${mentees}`);
  const farBelow = 200 * mentees + 1;
  return { farBelow, unplaced: 2 * mentees * (farBelow + 100) + 1 };
}

/** The cost of a pair by its score: 256 entries, Infinity for what may not be. */
export function costByScore(scale: Scale, aim: Aim, line: number | null): Float64Array {
  const costs = new Float64Array(FORBIDDEN + 1).fill(Number.POSITIVE_INFINITY);
  const least = aim.kind === 'quality' ? Math.max(0, aim.threshold) : 0;
  for (let score = 0; score <= 100; score += 1) {
    if (score >= least) costs[score] = 100 - score + (line !== null && score < line ? scale.farBelow : 0);
  }
  return costs;
}

/** A difference of two costs, level by level. */
export interface Loss {
  /** Mentees placed less. */
  placed: number;
  /** Pairs under the line more. */
  farBelow: number;
  /** Points of the total less; negative when the total grows because fewer are placed. */
  score: number;
}

/** Reads a difference of costs level by level: exact, for no level reaches half of the next. */
export function lossOf(scale: Scale, difference: number): Loss {
  const placed = Math.round(difference / scale.unplaced);
  const rest = difference - placed * scale.unplaced;
  const farBelow = Math.round(rest / scale.farBelow);
  // A pair that is not made costs nothing, a pair made costs 100 − score.
  const points = rest - farBelow * scale.farBelow;
  return { placed, farBelow, score: points + 100 * placed };
}
