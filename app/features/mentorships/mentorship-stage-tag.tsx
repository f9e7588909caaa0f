import { Tag, type Tone } from '#app/ui/Tag.tsx';
import { stageNames } from './mentorship.text.ts';
import type { Stage } from './mentorship.ts';

const tones: Record<Stage, Tone> = {
  proposed: 'warn',
  consented: 'info',
  active: 'ok',
  closed: 'grey',
  unheld: 'grey',
  expired: 'grey',
};

/** The stage of a mentorship as a pill. */
export function StageTag({ stage }: { stage: Stage }) {
  return <Tag tone={tones[stage]}>{stageNames[stage]}</Tag>;
}
