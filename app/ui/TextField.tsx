import type { HTMLAttributes, ReactNode } from 'react';
import { describedBy, FieldFrame, type FieldWords } from './FieldFrame.tsx';
import { shownText, useField } from './form-context.ts';

/** Widths that tell how much is expected: characters, or the whole column. */
export type FieldWidth = '2' | '3' | '4' | '5' | '10' | '20' | '30' | 'full';

/** What a one-line field may be told. */
export type TextFieldProps = FieldWords & {
  defaultValue?: string | number | null;
  width?: FieldWidth;
  type?: 'text' | 'email' | 'tel' | 'search' | 'url';
  inputMode?: HTMLAttributes<HTMLInputElement>['inputMode'];
  autoComplete?: string;
  maxLength?: number;
  placeholder?: string;
  spellCheck?: boolean;
  suffix?: ReactNode;
};

/** One line of text. */
export function TextField(props: TextFieldProps) {
  const state = useField(props.name);
  const input = (
    <input
      id={state.id}
      name={props.name}
      type={props.type ?? 'text'}
      className={inputClass(props.width, state.error)}
      defaultValue={shownText(state, props.defaultValue)}
      aria-describedby={describedBy(state, props.hint)}
      aria-invalid={state.error ? true : undefined}
      inputMode={props.inputMode}
      autoComplete={props.autoComplete ?? 'off'}
      maxLength={props.maxLength}
      placeholder={props.placeholder}
      spellCheck={props.spellCheck}
    />
  );
  return (
    <FieldFrame state={state} label={props.label} hint={props.hint} optional={props.optional}>
      {props.suffix === undefined ? (
        input
      ) : (
        <div className="govuk-input__wrapper">
          {input}
          <div className="govuk-input__suffix" aria-hidden="true">
            {props.suffix}
          </div>
        </div>
      )}
    </FieldFrame>
  );
}

/** The classes of a one-line control of a given width and state. */
export function inputClass(width: FieldWidth | undefined, error: string | undefined): string {
  const sized = width === undefined || width === 'full' ? 'govuk-input' : `govuk-input govuk-input--width-${width}`;
  return error ? `${sized} govuk-input--error` : sized;
}
