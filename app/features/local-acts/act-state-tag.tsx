import { Tag, type Tone } from '#app/ui/Tag.tsx';
import { actStateNames } from './local-act.text.ts';
import type { ActState } from './local-act.ts';

const tones: Record<ActState, Tone> = {
  draft: 'grey',
  review: 'warn',
  returned: 'bad',
  approved: 'ok',
  cancelled: 'grey',
};

/** The state of an act in a word. */
export function ActStateTag({ state }: { state: ActState }) {
  return <Tag tone={tones[state]}>{actStateNames[state]}</Tag>;
}
