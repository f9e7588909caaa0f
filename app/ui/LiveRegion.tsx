import type { ReactNode } from 'react';
import { uiText } from './ui.text.ts';

/**
 * A part of the page that follows long work. While `seconds` is given the script asks for the same page that often and
 * replaces what is inside; without the script the link to `href`, this very page, does it. `id` must be unique on the page.
 */
export function LiveRegion(props: { id: string; href: string; seconds: number | undefined; children: ReactNode }) {
  return (
    <div id={props.id} data-refresh={props.seconds} aria-live="polite">
      {props.children}
      {props.seconds === undefined ? null : (
        <p className="mute">
          {uiText.working}. <a href={props.href}>{uiText.refresh}</a>
        </p>
      )}
    </div>
  );
}
