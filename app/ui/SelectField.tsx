import { describedBy, FieldFrame, type FieldWords } from './FieldFrame.tsx';
import { shownText, useField } from './form-context.ts';
import { uiText } from './ui.text.ts';

/** One thing that can be chosen. */
export type Choice = { value: string; text: string; hint?: string; disabled?: boolean };

/** Options under a common heading. */
export type ChoiceGroup = { title: string; options: readonly Choice[] };

/**
 * One of many. `autocomplete` turns the list into a search field when the script runs. `empty` is the text of the
 * option that means nothing is chosen; `null` leaves it out.
 */
export function SelectField(
  props: FieldWords & {
    options: readonly (Choice | ChoiceGroup)[];
    defaultValue?: string | null;
    autocomplete?: boolean;
    empty?: string | null;
  },
) {
  const state = useField(props.name);
  const empty = props.empty === undefined ? uiText.notChosen : props.empty;
  return (
    <FieldFrame state={state} label={props.label} hint={props.hint} optional={props.optional}>
      <select
        id={state.id}
        name={props.name}
        className={state.error ? 'govuk-select govuk-select--error' : 'govuk-select'}
        defaultValue={shownText(state, props.defaultValue)}
        aria-describedby={describedBy(state, props.hint)}
        aria-invalid={state.error ? true : undefined}
        data-autocomplete={props.autocomplete ? '' : undefined}
      >
        {empty === null ? null : <option value="">{empty}</option>}
        {props.options.map((option) =>
          'options' in option ? (
            <optgroup key={option.title} label={option.title}>
              {option.options.map(optionOf)}
            </optgroup>
          ) : (
            optionOf(option)
          ),
        )}
      </select>
    </FieldFrame>
  );
}

function optionOf(choice: Choice) {
  return (
    <option key={choice.value} value={choice.value} disabled={choice.disabled}>
      {choice.text}
    </option>
  );
}
