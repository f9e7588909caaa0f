import { Checkbox } from './CheckboxList.tsx';
import { describedBy, FieldNotes } from './FieldFrame.tsx';
import { shownChoices, useField } from './form-context.ts';

/** A single yes: ticked, the form carries `name=yes` (or `value`); not ticked, it carries nothing. */
export function CheckboxField(props: {
  name: string;
  label: string;
  hint?: string;
  value?: string;
  defaultChecked?: boolean;
}) {
  const state = useField(props.name);
  const value = props.value ?? 'yes';
  const chosen = shownChoices(state, props.defaultChecked ? [value] : []);
  return (
    <div className={state.error ? 'govuk-form-group govuk-form-group--error' : 'govuk-form-group'}>
      <FieldNotes state={state} />
      <div className="govuk-checkboxes govuk-checkboxes--small">
        <Checkbox
          id={state.id}
          name={props.name}
          option={{ value, text: props.label, hint: props.hint }}
          checked={chosen.includes(value)}
          describedBy={describedBy(state, undefined)}
        />
      </div>
    </div>
  );
}
