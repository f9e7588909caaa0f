/**
 * Ceilings of the six parts of the score; together they are 100. They belong to the mentoring programme of an
 * organisation, every change is a new version, and each bulk run keeps the version it used. Defaults follow the finding
 * that the same field first and common time second go with fewer leavers (Smith, Ingersoll 2004). Source: MATCHING 3.2.
 */
export const PART_CODES = ['strengths', 'subject', 'freeTime', 'distance', 'loadLeft', 'wishes'] as const;

/** Part of the score. */
export type PartCode = (typeof PART_CODES)[number];

/** Points a part gives at most. */
export type Weights = Record<PartCode, number>;

/** Weights where an organisation has set none. */
export const USUAL_WEIGHTS: Weights = {
  strengths: 35,
  subject: 20,
  freeTime: 15,
  distance: 10,
  loadLeft: 10,
  wishes: 10,
};

/** Points of a pair that fits in everything. */
export const FULL_SCORE = 100;

/** Weights with the number of their version at the organisation; 0 = the usual ones. */
export interface WeightsVersion {
  number: number;
  weights: Weights;
}

/** Why weights are refused. */
export type WeightsRule = 'weights-not-hundred' | 'weights-not-negative' | 'weights-changed-meanwhile';

/** Sum of the ceilings. */
export function sumOf(weights: Weights): number {
  return PART_CODES.reduce((sum, code) => sum + weights[code], 0);
}

/** What stands against the weights. */
export function ruleAgainstWeights(weights: Weights): WeightsRule | null {
  if (PART_CODES.some((code) => weights[code] < 0)) return 'weights-not-negative';
  return sumOf(weights) === FULL_SCORE ? null : 'weights-not-hundred';
}
