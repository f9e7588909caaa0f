import type { ReactNode } from 'react';
import { formatDayLong } from '#app/core/dates.ts';
import { Notice } from './Notice.tsx';
import { uiText } from './ui.text.ts';

/** One section of the product in the header. `count` says how much waits there. */
export type NavItem = { href: string; text: string; current?: boolean; count?: number };

/** What the frame around every page may be told. */
export type ShellProps = {
  homeHref?: string;
  nav?: readonly NavItem[];
  /** The signed-in person in short: surname, initials, role. */
  who?: string;
  whoHref?: string;
  /** Where signing out posts to. */
  signOutHref?: string;
  /** What has just happened, shown once above the page. */
  notice?: string | undefined;
  /** The two switches of appearance: where each leads and what is on now. */
  theme?: { highContrast: boolean; largeText: boolean; contrastHref: string; textHref: string };
  /** In demonstration mode: the day the moved clock shows, an ISO day. */
  demoDate?: string | undefined;
  demoHref?: string;
  children: ReactNode;
};

/** The frame around every page: skip link, header, what has just happened, the page, the footer with its switches. */
export function Shell(props: ShellProps) {
  return (
    <>
      <a href="#main" className="govuk-skip-link" data-module="govuk-skip-link">
        {uiText.skipToContent}
      </a>
      {props.demoDate === undefined ? null : (
        <div className="demo">
          {props.demoHref ? (
            <a href={props.demoHref}>{uiText.demoDay(formatDayLong(props.demoDate))}</a>
          ) : (
            uiText.demoDay(formatDayLong(props.demoDate))
          )}
        </div>
      )}
      <Header {...props} />
      <main id="main" className="wrap">
        {props.notice ? <Notice tone="ok">{props.notice}</Notice> : null}
        {props.children}
      </main>
      <Footer theme={props.theme} />
    </>
  );
}

function Header({ homeHref = '/', nav = [], who, whoHref, signOutHref }: ShellProps) {
  return (
    <header className="top">
      <div className="top-in">
        <a className="brand" href={homeHref}>
          <svg width="25" height="15" viewBox="0 0 25 15" aria-hidden="true">
            <circle cx="17.5" cy="7.5" r="7.5" className="brand-far" />
            <circle cx="7.5" cy="7.5" r="7.5" className="brand-near" />
          </svg>
          {uiText.brand}
        </a>
        {nav.length === 0 ? null : (
          <nav aria-label={uiText.sections}>
            {nav.map((item) => (
              <a key={item.href} href={item.href} aria-current={item.current ? 'page' : undefined}>
                {item.text}
                {item.count ? <span className="count">{item.count}</span> : null}
              </a>
            ))}
          </nav>
        )}
        {who === undefined ? null : (
          <div className="who">
            {whoHref ? <a href={whoHref}>{who}</a> : <span>{who}</span>}
            {signOutHref === undefined ? null : (
              <form method="post" action={signOutHref} data-sign-out="">
                <button type="submit" className="as-link">
                  {uiText.signOut}
                </button>
              </form>
            )}
          </div>
        )}
      </div>
    </header>
  );
}

function Footer({ theme }: { theme: ShellProps['theme'] }) {
  return (
    <footer className="bottom">
      <div className="bottom-in">
        <span>
          {uiText.brand} · {uiText.brandLine}
        </span>
        {theme ? (
          <nav aria-label={uiText.appearance}>
            <a href={theme.contrastHref}>{theme.highContrast ? uiText.normalContrast : uiText.highContrast}</a>
            <a href={theme.textHref}>{theme.largeText ? uiText.normalText : uiText.largeText}</a>
          </nav>
        ) : null}
      </div>
    </footer>
  );
}
