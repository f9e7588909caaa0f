import { useId } from 'react';

/** An act that is not possible now: its button, switched off, and the sentence of the rule that says why. */
export function DisabledAct({ text, reason }: { text: string; reason: string }) {
  const id = useId();
  return (
    <span className="disabled-act">
      <button type="button" className="govuk-button govuk-button--secondary" disabled aria-describedby={id}>
        {text}
      </button>
      <span id={id} className="mute">
        {reason}
      </span>
    </span>
  );
}
