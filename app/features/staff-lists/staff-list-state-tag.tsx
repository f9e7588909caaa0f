import { Tag, type Tone } from '#app/ui/Tag.tsx';
import type { StaffListState } from './staff-list.ts';
import { stateNames } from './staff-list-import.text.ts';

const tones: Record<StaffListState, Tone> = {
  uploaded: 'info',
  checking: 'info',
  checked: 'warn',
  refused: 'bad',
  applying: 'info',
  applied: 'ok',
  discarded: 'grey',
};

/** Where a list stands, in words. */
export function StateTag({ state }: { state: StaffListState }) {
  return <Tag tone={tones[state]}>{stateNames[state]}</Tag>;
}
