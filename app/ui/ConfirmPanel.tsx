import type { ReactNode } from 'react';

/** An act is done: what happened, and what comes next. */
export function ConfirmPanel(props: { title: string; children?: ReactNode; next?: ReactNode }) {
  return (
    <section className="confirm">
      <h2>{props.title}</h2>
      {props.children}
      {props.next ? <div className="buttons">{props.next}</div> : null}
    </section>
  );
}
