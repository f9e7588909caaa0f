import type { ReactNode } from 'react';

/** A white surface around one thing. With a title it is a section with a heading. */
export function Card(props: { title?: ReactNode; id?: string; aside?: ReactNode; children?: ReactNode }) {
  if (props.title === undefined) {
    return (
      <div className="card" id={props.id}>
        {props.children}
      </div>
    );
  }
  return (
    <section className="card" id={props.id}>
      <div className="card-head">
        <h2>{props.title}</h2>
        {props.aside}
      </div>
      {props.children}
    </section>
  );
}
