import { formatNumber, formatPercent } from '#app/ui/numbers.ts';
import { monitoringText } from './monitoring.text.ts';
import type { Counter, Indicator } from './monitoring-indicators.ts';
import type { Figure } from './monitoring-table.ts';

/** Where the records of a counter are, or null when the viewer may not open them. */
export type RecordsHref = (counter: Counter) => string | null;

/** A counted number, linked to its records where they are open. */
export function CountedNumber(props: { value: number | null; href: string | null; label: string }) {
  if (props.value === null) return <SmallGroup />;
  const text = formatNumber(props.value);
  return props.href ? (
    <a href={props.href} aria-label={`${text}: ${props.label}`}>
      {text}
    </a>
  ) : (
    text
  );
}

/** The value of an indicator as printed: «90,8 %», «1,25», «—». */
export function valueText(indicator: Indicator, value: number | null): string {
  return indicator.kind === 'share' ? formatPercent(value, indicator.digits) : formatNumber(value, indicator.digits);
}

/** The value of an indicator with the two numbers it is made of under it. */
export function FigureCell(props: {
  figure: Figure;
  indicator: Indicator;
  href: RecordsHref;
  labels: Record<Counter, string>;
}) {
  const { figure, indicator, href, labels } = props;
  if (figure.state === 'small') return <SmallGroup />;
  if (figure.state !== 'told') {
    return <>—{figure.state === 'yearOnly' ? <span className="mute"> {monitoringText.yearOnly}</span> : null}</>;
  }
  return (
    <>
      {valueText(indicator, figure.value)}
      <br />
      <small className="mute">
        <CountedNumber value={figure.part} href={href(indicator.part)} label={labels[indicator.part]} />{' '}
        {monitoringText.outOf}{' '}
        <CountedNumber value={figure.whole} href={href(indicator.whole)} label={labels[indicator.whole]} />
      </small>
    </>
  );
}

/** Stands for a number that is not told; the note under the table says why. */
function SmallGroup() {
  return <span className="mute">{monitoringText.hidden}</span>;
}
