import { describedBy, FieldFrame, type FieldWords } from './FieldFrame.tsx';
import { useField } from './form-context.ts';
import { inputClass } from './TextField.tsx';
import { uiText } from './ui.text.ts';

/** A password: never filled in again after a refusal. With the script a button shows what is being typed. */
export function PasswordField(props: FieldWords & { autoComplete: 'current-password' | 'new-password' }) {
  const state = useField(props.name);
  return (
    <FieldFrame state={state} label={props.label} hint={props.hint} optional={props.optional}>
      <div className="govuk-input__wrapper" data-password="">
        <input
          id={state.id}
          name={props.name}
          type="password"
          className={inputClass('20', state.error)}
          aria-describedby={describedBy(state, props.hint)}
          aria-invalid={state.error ? true : undefined}
          autoComplete={props.autoComplete}
          autoCapitalize="none"
          spellCheck={false}
        />
        <button
          type="button"
          hidden
          className="govuk-button govuk-button--secondary"
          aria-controls={state.id}
          aria-pressed="false"
          aria-label={uiText.showPasswordFull}
        >
          {uiText.showPassword}
        </button>
      </div>
    </FieldFrame>
  );
}
