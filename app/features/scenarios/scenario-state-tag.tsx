import { Tag, type Tone } from '#app/ui/Tag.tsx';
import { stateNames } from './scenario.text.ts';
import type { ScenarioState } from './scenario.ts';

const tones: Record<ScenarioState, Tone> = {
  waiting: 'info',
  solving: 'info',
  solved: 'warn',
  failed: 'bad',
  published: 'ok',
  discarded: 'grey',
};

/** How a scenario stands. */
export function ScenarioStateTag({ state }: { state: ScenarioState }) {
  return <Tag tone={tones[state]}>{stateNames[state]}</Tag>;
}
