import type { ReactNode } from 'react';
import { ButtonLink } from './ButtonLink.tsx';

/** One thing that waits: what, why, until when, and its button. */
export type Task = {
  key?: string;
  title: ReactNode;
  href?: string;
  /** A pill right after the title: what kind of thing it is. */
  mark?: ReactNode;
  why?: ReactNode;
  /** Until when, or in what state; a score bar fits here too. */
  tag?: ReactNode;
  action?: { href: string; text: string; primary?: boolean } | ReactNode;
};

/** A list of what waits. `empty` is the whole sentence shown when nothing does. */
export function TaskList({ items, empty, wide }: { items: readonly Task[]; empty?: ReactNode; wide?: boolean }) {
  if (items.length === 0) return <p className="empty">{empty}</p>;
  return (
    <ul className={wide ? 'tasks tasks--wide' : 'tasks'}>
      {items.map((item, index) => (
        <li key={item.key ?? item.href ?? index}>
          <div>
            <b>{item.href ? <a href={item.href}>{item.title}</a> : item.title}</b> {item.mark}
            {item.why ? <div className="mute">{item.why}</div> : null}
          </div>
          <div className="task-tag">{item.tag}</div>
          <div className="task-act">{actionOf(item.action)}</div>
        </li>
      ))}
    </ul>
  );
}

function actionOf(action: Task['action']): ReactNode {
  if (typeof action === 'object' && action !== null && 'href' in action) {
    return <ButtonLink {...action} />;
  }
  return action;
}
