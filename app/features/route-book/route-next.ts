import type { PositionNumber, RouteContents } from '../educational-routes/route-position.ts';

/** What the owner does next at a position; `complete` when everything it asks for is there. Source: 002-36. */
export type NextAct =
  | 'image'
  | 'motivation'
  | 'strengths'
  | 'difficulties'
  | 'measured'
  | 'step'
  | 'close'
  | 'final'
  | 'complete';

/** The next act at the position the route stands at. */
export function nextAct(position: PositionNumber, route: RouteContents & { isMotivationTold: boolean }): NextAct {
  switch (position) {
    case 1:
      if (route.targetImage.trim() === '') return 'image';
      return route.isMotivationTold ? 'complete' : 'motivation';
    case 2:
      return route.strengths === 0 ? 'strengths' : 'complete';
    case 3:
      if (route.areasMarked < 9) return 'difficulties';
      return route.isMeasured ? 'complete' : 'measured';
    case 4:
      return route.steps === 0 ? 'step' : 'complete';
    case 5:
      return route.openSteps > 0 ? 'close' : 'complete';
    case 6:
      return 'complete';
    case 7:
      return route.hasFinalReflection ? 'complete' : 'final';
  }
}
