import type { ReactNode } from 'react';
import { Tag, type Tone } from './Tag.tsx';

/** A thing and the state it is in. */
export type StateItem = { state: string; tone?: Tone; text: ReactNode; href?: string };

/** Things with their states, the states in one column so that they compare at a glance. */
export function StateList({ items }: { items: readonly StateItem[] }) {
  return (
    <ul className="states">
      {items.map((item, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a fixed list, rendered once on the server
        <li key={index}>
          <Tag tone={item.tone}>{item.state}</Tag>
          <span>{item.href ? <a href={item.href}>{item.text}</a> : item.text}</span>
        </li>
      ))}
    </ul>
  );
}
