import { Card } from '#app/ui/Card.tsx';
import { Figures, type Figure as ShownFigure } from '#app/ui/Figures.tsx';
import { formatNumber } from '#app/ui/numbers.ts';
import { Table } from '#app/ui/Table.tsx';
import { monitoringText } from './monitoring.text.ts';
import { counterNames, indicatorWords } from './monitoring-indicators.text.ts';
import { type Indicator, indicatorsOf } from './monitoring-indicators.ts';
import { CountedNumber, type RecordsHref, valueText } from './monitoring-number.tsx';
import type { Figure, MonitoringTable } from './monitoring-table.ts';

const TOP = { 1: ['I-16', 'I-01', 'I-24'], 2: ['I-10', 'I-34', 'I-41'] } as const;

/** The four figures over the table. */
export function TopFigures({ table, records }: { table: MonitoringTable; records: RecordsHref }) {
  const counter = table.stage === 1 ? 'mentorships' : 'mentees';
  const people = table.total[counter];
  const first: ShownFigure = {
    value: formatNumber(people),
    label:
      people === null
        ? `${monitoringText.figures[counter]}: ${monitoringText.hidden}`
        : monitoringText.figures[counter],
    href: people === null ? undefined : (records(counter) ?? undefined),
  };
  return <Figures items={[first, ...TOP[table.stage].map((id) => topFigure(table, id))]} />;
}

function topFigure(table: MonitoringTable, id: (typeof TOP)[1 | 2][number]): ShownFigure {
  const indicator = indicatorsOf(table.stage).find((each) => each.id === id);
  const figure = table.total.figures.find((each) => each.indicator === id);
  const label = monitoringText.figures[id];
  if (!indicator || !figure) return { value: formatNumber(null), label };
  const reason = { small: monitoringText.hidden, yearOnly: monitoringText.yearOnly, told: null, nothing: null }[
    figure.state
  ];
  return { value: valueText(indicator, figure.value), label: reason ? `${label}: ${reason}` : label };
}

type Line = { indicator: Indicator; figure: Figure };

/** The indicators of a unit without anything below it, a row each. */
export function IndicatorList({ table, records }: { table: MonitoringTable; records: RecordsHref }) {
  const lines = indicatorsOf(table.stage).flatMap((indicator): Line[] => {
    const figure = table.total.figures.find((each) => each.indicator === indicator.id);
    return figure ? [{ indicator, figure }] : [];
  });
  const number = (line: Line, which: 'part' | 'whole') =>
    line.figure.state === 'yearOnly' ? (
      '—'
    ) : (
      <CountedNumber
        value={line.figure[which]}
        href={records(line.indicator[which])}
        label={counterNames[line.indicator[which]]}
      />
    );
  return (
    <Card title={monitoringText.indicatorsTitle}>
      <Table
        caption={monitoringText.indicatorsTitle}
        rows={lines}
        rowKey={(line) => line.indicator.id}
        empty={monitoringText.notCounted}
        columns={[
          { title: monitoringText.indicator, heading: true, cell: (line) => indicatorWords[line.indicator.id].name },
          { title: monitoringText.value, align: 'num', cell: (line) => shownValue(line) },
          { title: monitoringText.part, align: 'num', cell: (line) => number(line, 'part') },
          { title: monitoringText.whole, align: 'num', cell: (line) => number(line, 'whole') },
          { title: monitoringText.formula, cell: (line) => <Legend indicator={line.indicator} /> },
        ]}
      />
    </Card>
  );
}

function shownValue({ indicator, figure }: Line) {
  const text = valueText(indicator, figure.value);
  return figure.state === 'yearOnly' ? `${text} ${monitoringText.yearOnly}` : text;
}

function Legend({ indicator }: { indicator: Indicator }) {
  const words = indicatorWords[indicator.id];
  return <small className="mute wordy">{monitoringText.legend(words.formula, words.part, words.whole)}</small>;
}
