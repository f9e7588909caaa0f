import { ChoiceGroupFrame } from './ChoiceGroupFrame.tsx';
import type { FieldWords } from './FieldFrame.tsx';
import { shownChoices, useField } from './form-context.ts';
import type { Choice } from './SelectField.tsx';

/** Any number of answers under one question; the form carries `name` once per ticked answer. */
export function CheckboxList(props: FieldWords & { options: readonly Choice[]; defaultValue?: readonly string[] }) {
  const state = useField(props.name);
  const chosen = shownChoices(state, props.defaultValue ?? []);
  return (
    <ChoiceGroupFrame state={state} label={props.label} hint={props.hint} optional={props.optional}>
      <div className="govuk-checkboxes govuk-checkboxes--small">
        {props.options.map((option, index) => (
          <Checkbox
            key={option.value}
            id={index === 0 ? state.id : `${state.id}-${index + 1}`}
            name={props.name}
            option={option}
            checked={chosen.includes(option.value)}
          />
        ))}
      </div>
    </ChoiceGroupFrame>
  );
}

/** One tick with its label and note. */
export function Checkbox(props: { id: string; name: string; option: Choice; checked: boolean; describedBy?: string }) {
  const { id, option } = props;
  const note = option.hint ? `${id}-note` : undefined;
  const describedBy = [note, props.describedBy].filter(Boolean).join(' ');
  return (
    <div className="govuk-checkboxes__item">
      <input
        id={id}
        name={props.name}
        type="checkbox"
        value={option.value}
        defaultChecked={props.checked}
        disabled={option.disabled}
        className="govuk-checkboxes__input"
        aria-describedby={describedBy || undefined}
      />
      <label className="govuk-label govuk-checkboxes__label" htmlFor={id}>
        {option.text}
      </label>
      {option.hint ? (
        <div id={note} className="govuk-hint govuk-checkboxes__hint">
          {option.hint}
        </div>
      ) : null}
    </div>
  );
}
