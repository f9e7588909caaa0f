import type { ReactNode } from 'react';
import type { Tone } from './Tag.tsx';

/** A sentence that must be seen before the rest. `role` status: it is read out when it appears. */
export function Notice(props: { tone?: Exclude<Tone, 'grey'>; title?: string; children?: ReactNode }) {
  return (
    <div className={`notice notice--${props.tone ?? 'info'}`} role="status">
      {props.title ? <h2>{props.title}</h2> : null}
      {props.children}
    </div>
  );
}
