import { Tag, type Tone } from '#app/ui/Tag.tsx';
import { stimulusStateNames } from './stimulus.text.ts';
import type { StimulusState } from './stimulus.ts';

const tones: Record<StimulusState, Tone> = { proposed: 'warn', approved: 'info', paid: 'ok' };

/** The state of a record in a word; for what is not money, approval is the end. */
export function StimulusStateTag({ state, isMoney }: { state: StimulusState; isMoney: boolean }) {
  return <Tag tone={state === 'approved' && !isMoney ? 'ok' : tones[state]}>{stimulusStateNames[state]}</Tag>;
}
