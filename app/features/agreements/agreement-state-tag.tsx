import { Tag } from '#app/ui/Tag.tsx';
import { agreementStateNames, agreementStateTones } from './agreement.text.ts';
import type { AgreementState } from './agreement.ts';

/** Where an agreement stands, in a word. */
export function AgreementStateTag({ state }: { state: AgreementState }) {
  return <Tag tone={agreementStateTones[state]}>{agreementStateNames[state]}</Tag>;
}
