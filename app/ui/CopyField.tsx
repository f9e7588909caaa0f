import { useId } from 'react';
import { uiText } from './ui.text.ts';

/** A text to take away, such as an invitation link. The button appears when the script runs. */
export function CopyField({ label, value, hint }: { label: string; value: string; hint?: string }) {
  const id = useId();
  return (
    <div className="govuk-form-group">
      <label className="govuk-label" htmlFor={id}>
        {label}
      </label>
      {hint ? (
        <div id={`${id}-hint`} className="govuk-hint">
          {hint}
        </div>
      ) : null}
      <div className="govuk-input__wrapper">
        <input
          id={id}
          className="govuk-input"
          readOnly
          defaultValue={value}
          aria-describedby={hint ? `${id}-hint` : undefined}
        />
        <button type="button" className="govuk-button govuk-button--secondary" data-copy={id} hidden>
          {uiText.copy}
        </button>
      </div>
    </div>
  );
}
