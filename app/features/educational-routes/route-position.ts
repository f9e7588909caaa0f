import type { Day } from '#db/schema.ts';
import { AREAS } from '../people/competence-area.ts';

/**
 * The seven positions of a route, passed in order: self-determination, diagnosis of strengths, diagnosis of deficits,
 * roadmap, carrying out, correction, reflective analysis. Correction runs beside carrying out: both open when the
 * roadmap is ready, and correction ends last. Source: 002-36.
 */
export const POSITIONS = [1, 2, 3, 4, 5, 6, 7] as const;

/** Number of a position. */
export type PositionNumber = (typeof POSITIONS)[number];

/** What is recorded of a position. */
export interface Position {
  position: number;
  openedOn: Day | null;
  completedOn: Day | null;
}

/** Why a position cannot be completed. */
export type PositionRule =
  | 'position-already-completed'
  | 'position-not-open'
  | 'earlier-position-open'
  | 'no-target-image'
  | 'no-strengths-told'
  | 'diagnosis-incomplete'
  | 'no-outside-diagnosis'
  | 'roadmap-empty'
  | 'steps-still-open'
  | 'no-final-reflection';

/** What the route holds when a position is completed. */
export interface RouteContents {
  targetImage: string;
  /** Areas in which a strength or resource was told or measured. */
  strengths: number;
  /** Areas, of nine, whose mastery the owner has marked. */
  areasMarked: number;
  /** An instrument of outside diagnosis has measured what it measures. */
  isMeasured: boolean;
  hasFinalReflection: boolean;
  steps: number;
  openSteps: number;
}

const OPENED_BY: Record<PositionNumber, readonly PositionNumber[]> = {
  1: [2],
  2: [3],
  3: [4],
  4: [5, 6],
  5: [],
  6: [7],
  7: [],
};

/** The number as a position, or null. */
export function positionNumber(number: number): PositionNumber | null {
  return POSITIONS.find((position) => position === number) ?? null;
}

/** Positions that open when this one is completed. */
export function openedBy(position: PositionNumber): readonly PositionNumber[] {
  return OPENED_BY[position];
}

/** Why this position cannot be completed now; null when it can. Source: 002-36 to 002-39, 002-41. */
export function ruleAgainstCompleting(
  positions: readonly Position[],
  number: PositionNumber,
  route: RouteContents,
): PositionRule | null {
  const position = positions.find((one) => one.position === number);
  if (position?.completedOn) return 'position-already-completed';
  if (positions.some((one) => one.position < number && one.completedOn === null)) return 'earlier-position-open';
  if (!position?.openedOn) return 'position-not-open';
  return ruleOfContents(number, route);
}

function ruleOfContents(number: PositionNumber, route: RouteContents): PositionRule | null {
  switch (number) {
    case 1:
      return route.targetImage.trim() === '' ? 'no-target-image' : null;
    case 2:
      return route.strengths === 0 ? 'no-strengths-told' : null;
    case 3:
      if (route.areasMarked < AREAS.length) return 'diagnosis-incomplete';
      return route.isMeasured ? null : 'no-outside-diagnosis';
    case 4:
      return route.steps === 0 ? 'roadmap-empty' : null;
    case 5:
      return route.openSteps > 0 ? 'steps-still-open' : null;
    case 6:
      return null;
    case 7:
      return route.hasFinalReflection ? null : 'no-final-reflection';
  }
}

/** The position the route stands at: the first one open and not completed; null when all are completed. */
export function currentPosition(positions: readonly Position[]): number | null {
  return positions.find((one) => one.openedOn !== null && one.completedOn === null)?.position ?? null;
}
