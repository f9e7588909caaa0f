import type { ReactNode } from 'react';

/** Something that opens: the browser's own `<details>`. `card` puts it on a surface of its own. */
export function Details(props: { summary: ReactNode; open?: boolean; card?: boolean; children: ReactNode }) {
  return (
    <details className={props.card ? 'govuk-details card' : 'govuk-details'} open={props.open}>
      <summary className="govuk-details__summary">
        <span className="govuk-details__summary-text">{props.summary}</span>
      </summary>
      <div className="govuk-details__text">{props.children}</div>
    </details>
  );
}
