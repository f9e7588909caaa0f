import type { ReactNode } from 'react';

/** What a state means: in force, going on, waits, late or returned, later. */
export type Tone = 'ok' | 'info' | 'warn' | 'bad' | 'grey';

/** A state in words on a soft ground; the colour only repeats the word. */
export function Tag({ tone = 'grey', children }: { tone?: Tone; children: ReactNode }) {
  return <span className={tone === 'grey' ? 'tag' : `tag tag--${tone}`}>{children}</span>;
}
