import type { ReactNode } from 'react';
import { uiText } from './ui.text.ts';

/** One fact of a card. `change` leads to the page where it is changed. */
export type SummaryRow = { key: ReactNode; value: ReactNode; change?: { href: string; text?: string } };

/** The facts of one record: what, and its value; «—» stands for what is not known. */
export function SummaryList({ rows }: { rows: readonly SummaryRow[] }) {
  const anyChange = rows.some((row) => row.change);
  return (
    <dl className="govuk-summary-list">
      {rows.map((row, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: facts are a fixed list, rendered once on the server
        <div key={index} className={rowClass(anyChange, row)}>
          <dt className="govuk-summary-list__key">{row.key}</dt>
          <dd className="govuk-summary-list__value">{isNothing(row.value) ? uiText.notCounted : row.value}</dd>
          {row.change ? (
            <dd className="govuk-summary-list__actions">
              <a href={row.change.href}>
                {row.change.text ?? uiText.change}
                <span className="govuk-visually-hidden">: {row.key}</span>
              </a>
            </dd>
          ) : null}
        </div>
      ))}
    </dl>
  );
}

function rowClass(anyChange: boolean, row: SummaryRow): string {
  return anyChange && !row.change
    ? 'govuk-summary-list__row govuk-summary-list__row--no-actions'
    : 'govuk-summary-list__row';
}

function isNothing(value: ReactNode): boolean {
  return value === null || value === undefined || value === '';
}
