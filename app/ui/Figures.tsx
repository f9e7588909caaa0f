import type { ReactNode } from 'react';

/** One number that matters, with words that say what it counts. */
export type Figure = { value: ReactNode; label: ReactNode; href?: string };

/** At most four numbers in a row. `plain` leaves out the surfaces, for use inside a card. */
export function Figures({ items, plain }: { items: readonly Figure[]; plain?: boolean }) {
  return (
    <ul className={plain ? 'figures figures--plain' : 'figures'}>
      {items.map((item, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: figures are a fixed row, rendered once on the server
        <li key={index}>
          <span className="figure">{item.href ? <a href={item.href}>{item.value}</a> : item.value}</span>
          <span className="mute">{item.label}</span>
        </li>
      ))}
    </ul>
  );
}
