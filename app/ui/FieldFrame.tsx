import type { ReactNode } from 'react';
import type { FieldState } from './form-context.ts';
import { uiText } from './ui.text.ts';

/** What every field says about itself. */
export type FieldWords = {
  name: string;
  label: string;
  hint?: ReactNode;
  /** Says in the label that the field may stay empty; fields are expected by default. */
  optional?: boolean;
};

/** Label, hint, error and the other person's text around one control. `children` gets the ids that describe the control. */
export function FieldFrame(props: {
  state: FieldState;
  label: string;
  hint?: ReactNode;
  optional?: boolean;
  children: ReactNode;
}) {
  const { state } = props;
  return (
    <div className={state.error ? 'govuk-form-group govuk-form-group--error' : 'govuk-form-group'}>
      <label className="govuk-label" htmlFor={state.id}>
        {props.label}
        {props.optional ? <span className="mute">{uiText.optional}</span> : null}
      </label>
      <FieldNotes state={state} hint={props.hint} />
      {props.children}
    </div>
  );
}

/** The hint, the other person's text and the error of a field, each with the id `describedBy` names. */
export function FieldNotes({ state, hint }: { state: FieldState; hint?: ReactNode }) {
  return (
    <>
      {hint ? (
        <div id={`${state.id}-hint`} className="govuk-hint">
          {hint}
        </div>
      ) : null}
      {state.theirs === undefined ? null : (
        <p id={`${state.id}-theirs`} className="theirs">
          <b>{uiText.staleNow}:</b> {state.theirs || uiText.staleEmpty}
        </p>
      )}
      {state.error ? (
        <p id={`${state.id}-error`} className="govuk-error-message">
          <span className="govuk-visually-hidden">{uiText.errorPrefix}</span>
          {state.error}
        </p>
      ) : null}
    </>
  );
}

/** The ids for `aria-describedby`, or undefined when nothing describes the control. */
export function describedBy(state: FieldState, hint: ReactNode): string | undefined {
  const ids: string[] = [];
  if (hint) ids.push(`${state.id}-hint`);
  if (state.theirs !== undefined) ids.push(`${state.id}-theirs`);
  if (state.error) ids.push(`${state.id}-error`);
  return ids.length > 0 ? ids.join(' ') : undefined;
}
