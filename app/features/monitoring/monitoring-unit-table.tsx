import { paths } from '#app/paths.ts';
import { Card } from '#app/ui/Card.tsx';
import { formatNumber } from '#app/ui/numbers.ts';
import { type Column, Table } from '#app/ui/Table.tsx';
import { monitoringText } from './monitoring.text.ts';
import { counterNames, indicatorWords } from './monitoring-indicators.text.ts';
import { indicatorsOf } from './monitoring-indicators.ts';
import { CountedNumber, FigureCell, type RecordsHref } from './monitoring-number.tsx';
import type { MonitoringTable, SortKey, UnitRow } from './monitoring-table.ts';

/** The row of every child with its figures, sorted by any column, and the totals. */
export function UnitTable(props: {
  kind: string;
  table: MonitoringTable;
  period: string;
  sort: SortKey;
  isDown: boolean;
  /** Address of the page without the order. */
  address: string;
  records: (unitId: string) => RecordsHref;
}) {
  const { table, records } = props;
  const columns = columnsOf(props);
  const title = Object.entries(monitoringText.belowTitle).find(([kind]) => kind === props.kind)?.[1];
  return (
    <Card title={title ?? monitoringText.indicatorsTitle}>
      <Table
        caption={monitoringText.tableCaption}
        rows={table.rows}
        rowKey={(row) => row.unitId}
        empty={monitoringText.noChildren}
        columns={columns}
        totals={[monitoringText.total, ...columns.slice(1).map((column) => column.cell(table.total))]}
      />
      {table.rows.length > 1 ? <p className="mute">{monitoringText.sortHint}</p> : null}
    </Card>
  );

  function columnsOf({ period }: typeof props): Column<UnitRow>[] {
    const people = table.stage === 1 ? ('mentorships' as const) : ('mentees' as const);
    return [
      {
        title: monitoringText.unit,
        heading: true,
        sort: sortBy('name'),
        cell: (row) => <a href={paths.monitoringUnit(row.unitId, period)}>{row.name}</a>,
      },
      {
        title: monitoringText.organisationsColumn,
        align: 'num',
        sort: sortBy('organisations'),
        cell: (row) => formatNumber(row.organisations),
      },
      {
        title: people === 'mentorships' ? monitoringText.mentorshipsColumn : monitoringText.menteesColumn,
        align: 'num',
        sort: sortBy(people),
        cell: (row) => (
          <CountedNumber value={row[people]} href={records(row.unitId)(people)} label={counterNames[people]} />
        ),
      },
      ...indicatorsOf(table.stage).map(
        (indicator): Column<UnitRow> => ({
          title: indicatorWords[indicator.id].short,
          align: 'num',
          sort: sortBy(indicator.id),
          cell: (row) => {
            const figure = row.figures.find((each) => each.indicator === indicator.id);
            return figure ? (
              <FigureCell figure={figure} indicator={indicator} href={records(row.unitId)} labels={counterNames} />
            ) : null;
          },
        }),
      ),
    ];
  }

  function sortBy(key: SortKey): Column<UnitRow>['sort'] {
    const isCurrent = props.sort === key;
    const order = isCurrent && !props.isDown ? 'down' : 'up';
    return {
      href: `${props.address}&sort=${key}&order=${order}`,
      direction: isCurrent ? (props.isDown ? 'descending' : 'ascending') : undefined,
    };
  }
}
