import type { ReactNode } from 'react';
import type { FormProblem } from '#app/core/form.ts';
import { DisabledAct } from './DisabledAct.tsx';
import { FormContext, fieldId } from './form-context.ts';
import { uiText } from './ui.text.ts';

/** What a form may be told. */
export type FormProps = {
  /** What the server refused, with what was typed; undefined on the first showing. */
  problem?: FormProblem | undefined;
  /** Why the act is not possible now. The switched-off button says it instead; what was just typed stays in sight. */
  refusal?: string | null;
  action?: string;
  /** For forms with a file. */
  multipart?: boolean;
  /** Keeps typed text in this browser tab until it is sent. */
  keep?: boolean;
  /** The idempotency key: the same key sent twice acts once. */
  once?: string;
  /** The version of the record this edit is based on. */
  version?: number;
  /** The words of the one filled button. */
  submit?: string;
  /** An irrevocable act gets a red button. */
  danger?: boolean;
  cancel?: string;
  /** More buttons beside the main one. */
  actions?: ReactNode;
  children?: ReactNode;
};

/**
 * A form that posts to its own page: the error summary, both texts of a stale edit, hidden keys, fields and buttons.
 * Fields read what was typed and what is wrong from here.
 */
export function Form(props: FormProps) {
  const { problem, refusal } = props;
  if (refusal && !problem) return <DisabledAct text={props.submit ?? uiText.save} reason={refusal} />;
  const version = problem?.version ?? props.version;
  return (
    <FormContext.Provider value={problem}>
      {problem && problem.summary.length > 0 ? <ErrorSummary summary={problem.summary} /> : null}
      {problem?.stale && problem.stale.length > 0 ? <StaleNotice stale={problem.stale} /> : null}
      <form
        className="form"
        method="post"
        action={props.action}
        encType={props.multipart ? 'multipart/form-data' : undefined}
        noValidate
        data-keep={props.keep ? '' : undefined}
      >
        {props.once === undefined ? null : <input type="hidden" name="_once" value={props.once} />}
        {version === undefined ? null : <input type="hidden" name="version" value={version} />}
        {props.children}
        <div className="buttons">
          <button
            type="submit"
            className={props.danger ? 'govuk-button govuk-button--warning' : 'govuk-button'}
            data-module="govuk-button"
            data-prevent-double-click="true"
          >
            {props.submit ?? uiText.save}
          </button>
          {props.actions}
          {props.cancel === undefined ? null : <a href={props.cancel}>{uiText.cancel}</a>}
        </div>
      </form>
    </FormContext.Provider>
  );
}

/** Everything wrong with a form in one place, each line leading to its field. */
export function ErrorSummary({ summary }: { summary: FormProblem['summary'] }) {
  return (
    <div className="govuk-error-summary" data-module="govuk-error-summary">
      <div role="alert">
        <h2 className="govuk-error-summary__title">{uiText.formProblemTitle}</h2>
        <ul className="govuk-list govuk-error-summary__list">
          {summary.map((line) => (
            <li key={`${line.field}:${line.text}`}>
              {line.field === null ? line.text : <a href={`#${fieldId(line.field)}`}>{line.text}</a>}
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}

function StaleNotice({ stale }: { stale: NonNullable<FormProblem['stale']> }) {
  return (
    <section className="notice notice--warn" aria-label={uiText.staleTitle}>
      <h2>{uiText.staleTitle}</h2>
      <p>{uiText.staleText}</p>
      <ul className="govuk-list govuk-list--bullet">
        {stale.map((change) => (
          <li key={change.field}>
            <a href={`#${fieldId(change.field)}`}>{change.label}</a>: {change.theirs || uiText.staleEmpty}
          </li>
        ))}
      </ul>
    </section>
  );
}
