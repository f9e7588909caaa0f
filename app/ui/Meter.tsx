import type { ReactNode } from 'react';

/**
 * How far something has come: `share` 0…1. `before` marks where it started; `text` says the same in words beside the
 * label, so the bar itself is silent.
 */
export function Meter(props: {
  label: ReactNode;
  text: ReactNode;
  share: number;
  before?: number;
  tone?: 'ok' | 'warn' | 'bad';
}) {
  return (
    <div className="meter">
      <div>
        <span>{props.label}</span>
        <span className="mute">{props.text}</span>
      </div>
      <svg className={props.tone ? `bar bar--${props.tone}` : 'bar'} width="100%" height="8" aria-hidden="true">
        <rect className="fill" width={percent(props.share)} height="8" />
        {props.before === undefined ? null : <rect className="mark" x={percent(props.before)} width="2" height="8" />}
      </svg>
    </div>
  );
}

function percent(share: number): string {
  return `${Math.round(Math.min(1, Math.max(0, share)) * 1000) / 10}%`;
}
