import { describedBy, FieldFrame, type FieldWords } from './FieldFrame.tsx';
import { useField } from './form-context.ts';

/** A file to send; the form around it must be `multipart`. A browser never fills it in again after a refusal. */
export function FileField(props: FieldWords & { accept?: string; multiple?: boolean }) {
  const state = useField(props.name);
  return (
    <FieldFrame state={state} label={props.label} hint={props.hint} optional={props.optional}>
      <input
        id={state.id}
        name={props.name}
        type="file"
        className={state.error ? 'govuk-file-upload govuk-file-upload--error' : 'govuk-file-upload'}
        accept={props.accept}
        multiple={props.multiple}
        aria-describedby={describedBy(state, props.hint)}
        aria-invalid={state.error ? true : undefined}
      />
    </FieldFrame>
  );
}
