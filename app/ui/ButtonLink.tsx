/** A link that looks like a button. Outlined unless it is the page's one next step (`primary`). */
export function ButtonLink(props: {
  href: string;
  text: string;
  primary?: boolean;
  danger?: boolean;
  download?: boolean;
}) {
  return (
    <a
      className={`govuk-button${props.danger ? ' govuk-button--warning' : props.primary ? '' : ' govuk-button--secondary'}`}
      href={props.href}
      download={props.download}
    >
      {props.text}
    </a>
  );
}
