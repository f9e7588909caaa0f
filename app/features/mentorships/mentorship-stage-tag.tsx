import { Tag, type Tone } from '#app/ui/Tag.tsx';
import { stageNames } from './mentorship.text.ts';
import type { Stage } from './mentorship.ts';
import { noticePageText } from './mentorship-notice.text.ts';

const tones: Record<Stage, Tone> = {
  proposed: 'warn',
  consented: 'info',
  active: 'ok',
  paused: 'warn',
  closed: 'grey',
  unheld: 'grey',
  expired: 'grey',
};

/** The stage of a mentorship as a pill; one that runs to an early end says so. */
export function StageTag({ stage, isEnding = false }: { stage: Stage; isEnding?: boolean }) {
  if (isEnding && stage === 'active') return <Tag tone="warn">{noticePageText.ending}</Tag>;
  return <Tag tone={tones[stage]}>{stageNames[stage]}</Tag>;
}
