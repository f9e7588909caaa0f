import { ChoiceGroupFrame } from './ChoiceGroupFrame.tsx';
import type { FieldWords } from './FieldFrame.tsx';
import { shownText, useField } from './form-context.ts';
import type { Choice } from './SelectField.tsx';

/** One of a few, all visible. The first answer carries the field's id, so that the summary leads to it. */
export function RadioField(
  props: FieldWords & { options: readonly Choice[]; defaultValue?: string | null; inline?: boolean },
) {
  const state = useField(props.name);
  const chosen = shownText(state, props.defaultValue);
  return (
    <ChoiceGroupFrame state={state} label={props.label} hint={props.hint} optional={props.optional}>
      <div
        className={
          props.inline ? 'govuk-radios govuk-radios--small govuk-radios--inline' : 'govuk-radios govuk-radios--small'
        }
      >
        {props.options.map((option, index) => {
          const id = index === 0 ? state.id : `${state.id}-${index + 1}`;
          return (
            <div key={option.value} className="govuk-radios__item">
              <input
                id={id}
                name={props.name}
                type="radio"
                value={option.value}
                defaultChecked={option.value === chosen}
                disabled={option.disabled}
                className="govuk-radios__input"
                aria-describedby={option.hint ? `${id}-note` : undefined}
              />
              <label className="govuk-label govuk-radios__label" htmlFor={id}>
                {option.text}
              </label>
              {option.hint ? (
                <div id={`${id}-note`} className="govuk-hint govuk-radios__hint">
                  {option.hint}
                </div>
              ) : null}
            </div>
          );
        })}
      </div>
    </ChoiceGroupFrame>
  );
}
