import type { ReactNode } from 'react';
import { uiText } from './ui.text.ts';

/** A reason in words: for (`fits`) or against. */
export type Reason = { text: ReactNode; fits: boolean };

/** Short reasons with a tick or a dash; those who hear the page are told which is which. */
export function WhyList({ reasons }: { reasons: readonly Reason[] }) {
  return (
    <ul className="why">
      {reasons.map((reason, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: reasons are a fixed list, rendered once on the server
        <li key={index} className={reason.fits ? undefined : 'no'}>
          <span className="govuk-visually-hidden">{reason.fits ? uiText.fits : uiText.hinders}: </span>
          {reason.text}
        </li>
      ))}
    </ul>
  );
}
