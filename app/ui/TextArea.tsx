import { describedBy, FieldFrame, type FieldWords } from './FieldFrame.tsx';
import { shownText, useField } from './form-context.ts';

/** Several lines of text. */
export function TextArea(
  props: FieldWords & { defaultValue?: string | null; rows?: number; maxLength?: number; spellCheck?: boolean },
) {
  const state = useField(props.name);
  return (
    <FieldFrame state={state} label={props.label} hint={props.hint} optional={props.optional}>
      <textarea
        id={state.id}
        name={props.name}
        rows={props.rows ?? 4}
        className={state.error ? 'govuk-textarea govuk-textarea--error' : 'govuk-textarea'}
        defaultValue={shownText(state, props.defaultValue)}
        aria-describedby={describedBy(state, props.hint)}
        aria-invalid={state.error ? true : undefined}
        maxLength={props.maxLength}
        spellCheck={props.spellCheck}
      />
    </FieldFrame>
  );
}
