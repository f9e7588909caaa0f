/**
 * How well an area is mastered, per cent of the most possible: told by the owner as 1 to 10, or measured by an
 * instrument with cuts of its own. Source: DOMAIN 3.3 (three levels; cuts of 60 and 80 per cent unless an instrument says otherwise).
 */
export const MASTERY_LEVELS = ['deficit', 'basic', 'strength'] as const;

/** Level of mastery. */
export type MasteryLevel = (typeof MASTERY_LEVELS)[number];

/** From which share on a result is no deficit any more, and from which a strength; per cent. */
export interface Cuts {
  lowCutPercent: number;
  highCutPercent: number;
}

/** Cuts of self-assessment and of instruments that name none. */
export const USUAL_CUTS: Cuts = { lowCutPercent: 60, highCutPercent: 80 };

/** The level of a result. */
export function levelOf(percent: number, cuts: Cuts = USUAL_CUTS): MasteryLevel {
  if (percent < cuts.lowCutPercent) return 'deficit';
  return percent < cuts.highCutPercent ? 'basic' : 'strength';
}

/** Points of a maximum as whole per cent. */
export function percentOf(points: number, maximum: number): number {
  return Math.round((points * 100) / maximum);
}
