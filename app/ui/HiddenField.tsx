import { useField } from './form-context.ts';

/** A value the person does not type. A problem with it is still shown, since the summary may point here. */
export function HiddenField({ name, value }: { name: string; value: string | number }) {
  const state = useField(name);
  return (
    <>
      <input type="hidden" name={name} value={value} />
      {state.error ? (
        <p id={state.id} tabIndex={-1} className="govuk-error-message">
          {state.error}
        </p>
      ) : null}
    </>
  );
}
