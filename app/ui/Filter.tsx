import type { ReactNode } from 'react';
import { uiText } from './ui.text.ts';

/** A row of fields that narrows a list through the address. `keep` are the other parts of the address to carry along. */
export function Filter(props: {
  action?: string;
  submit?: string;
  /** Where the list without any filter is. */
  reset?: string;
  keep?: Readonly<Record<string, string | number | undefined>>;
  label?: string;
  children: ReactNode;
}) {
  return (
    <form method="get" action={props.action} className="filter" aria-label={props.label ?? uiText.filter}>
      {Object.entries(props.keep ?? {}).map(([name, value]) =>
        value === undefined ? null : <input key={name} type="hidden" name={name} value={value} />,
      )}
      {props.children}
      <div className="buttons">
        <button type="submit" className="govuk-button govuk-button--secondary">
          {props.submit ?? uiText.find}
        </button>
        {props.reset === undefined ? null : <a href={props.reset}>{uiText.resetFilter}</a>}
      </div>
    </form>
  );
}
