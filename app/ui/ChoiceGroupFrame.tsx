import type { ReactNode } from 'react';
import { describedBy, FieldNotes } from './FieldFrame.tsx';
import type { FieldState } from './form-context.ts';
import { uiText } from './ui.text.ts';

/** A question with several answers: a fieldset whose legend is the question. */
export function ChoiceGroupFrame(props: {
  state: FieldState;
  label: string;
  hint?: ReactNode;
  optional?: boolean;
  children: ReactNode;
}) {
  const { state } = props;
  return (
    <div className={state.error ? 'govuk-form-group govuk-form-group--error' : 'govuk-form-group'}>
      <fieldset className="govuk-fieldset" aria-describedby={describedBy(state, props.hint)}>
        <legend className="govuk-fieldset__legend">
          {props.label}
          {props.optional ? <span className="mute">{uiText.optional}</span> : null}
        </legend>
        <FieldNotes state={state} hint={props.hint} />
        {props.children}
      </fieldset>
    </div>
  );
}
