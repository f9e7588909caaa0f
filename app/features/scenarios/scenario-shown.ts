import type { ScorePart } from '#app/ui/Bars.tsx';
import type { PinState, ScenarioFigures, ScenarioQuestion, ScenarioState } from './scenario.ts';
import type { ScenarioChanges } from './scenario-changes.server.ts';

/** What a scenario's page shows of it. */
export interface ShownScenario {
  scenario: Pick<ScenarioQuestion, 'name' | 'pool' | 'aim' | 'threshold' | 'isRemoteAllowed'> & {
    id: string;
    state: ScenarioState;
    failureCode: string | null;
    about: string;
    terms: string;
    weightsNumber: number;
    /** 0–100. */
    progress: number;
    resultHash: string | null;
    inputHash: string | null;
    /** Pairs proposed at publishing; null before. */
    proposed: number | null;
  };
  figures: Omit<ScenarioFigures, 'brokenPins'> | null;
  brokenPins: string[];
  changes: ScenarioChanges | null;
  total: number;
  filter: { page: number; search: string; show: 'all' | 'placed' | 'unplaced' };
}

/** One mentee of a scenario on its page. */
export interface ShownLine {
  mentee: { id: string; name: string };
  mentor: { id: string; name: string } | null;
  total: number | null;
  isPinned: boolean;
  mentorshipId: string | null;
  refusal: string | null;
  parts: ScorePart[];
  reasons: string[];
  alternative: string | null;
  unplaced: string | null;
}

/** A pin or ban on a scenario's page. */
export interface ShownPin {
  id: string;
  isPin: boolean;
  reason: string;
  state: PinState;
  mentee: string;
  mentor: string;
}
