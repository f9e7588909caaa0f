import type { ReactNode } from 'react';

/** A place to go back to. */
export type Link = { href: string; text: string };

/** What stands at the top of a page: where I am, how things stand, what can be done with the whole page. */
export type PageProps = {
  title: ReactNode;
  lede?: ReactNode;
  back?: Link;
  /** Buttons that concern the whole page; the one next step is the only filled one. */
  actions?: ReactNode;
  /** Forms and texts are read in a narrower column. */
  narrow?: boolean;
  children?: ReactNode;
};

/** The inside of `<main>`: one heading, one sentence, then the work. */
export function Page(props: PageProps) {
  return (
    <>
      {props.back ? (
        <a className="govuk-back-link" href={props.back.href}>
          {props.back.text}
        </a>
      ) : null}
      <h1>{props.title}</h1>
      {props.lede ? <p className="lede">{props.lede}</p> : null}
      {props.actions ? <div className="buttons">{props.actions}</div> : null}
      {props.narrow ? <div className="narrow">{props.children}</div> : props.children}
    </>
  );
}

/** Two columns: the work, and what stands beside it. One column on a phone, in the same order. */
export function Columns({ main, aside }: { main: ReactNode; aside: ReactNode }) {
  return (
    <div className="columns">
      <div>{main}</div>
      <div>{aside}</div>
    </div>
  );
}
