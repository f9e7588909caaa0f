import { Tag, type Tone } from '#app/ui/Tag.tsx';
import { bundleStates } from './bundle.text.ts';
import type { BundleState } from './bundle.ts';

const tones: Record<BundleState, Tone> = {
  waiting: 'info',
  working: 'info',
  ready: 'ok',
  failed: 'bad',
  cancelled: 'grey',
  expired: 'grey',
};

/** State of a bundle in a word. */
export function BundleStateTag({ state }: { state: BundleState }) {
  return <Tag tone={tones[state]}>{bundleStates[state]}</Tag>;
}
