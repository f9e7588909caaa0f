import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { NotFound } from '#app/access/refusals.ts';
import { formatDay } from '#app/core/dates.ts';
import { PAGE_SIZE } from '#app/core/form.ts';
import { pageLoader } from '#app/core/page.server.ts';
import { paths } from '#app/paths.ts';
import { Card } from '#app/ui/Card.tsx';
import { Notice } from '#app/ui/Notice.tsx';
import { formatNumber } from '#app/ui/numbers.ts';
import { Page } from '#app/ui/Page.tsx';
import { Paging } from '#app/ui/Paging.tsx';
import { type Column, Table } from '#app/ui/Table.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { findCountedYear, findMonitoredUnit } from './monitoring.queries.server.ts';
import { recordsParams, recordsQuery } from './monitoring.schema.ts';
import { monitoringText, recordsText } from './monitoring.text.ts';
import { countedFacts } from './monitoring-count.server.ts';
import { counterNames } from './monitoring-indicators.text.ts';
import { countOf } from './monitoring-indicators.ts';
import { halfOf, partsOf } from './monitoring-period.ts';
import { listRecords, type RecordLine } from './records.queries.server.ts';
import { openCounters } from './records-reach.server.ts';

/** The records behind one number, exactly as many as the number says. */
export const loader = pageLoader(
  { need: 'monitoring.read', params: recordsParams, query: recordsQuery },
  async ({ ctx, params, query }) => {
    const unit = await findMonitoredUnit(ctx, params.unitId);
    if (!(await openCounters(ctx, unit.id)).includes(params.counter)) throw new NotFound('records');
    const period = query.period ?? halfOf(ctx.today);
    const { firstYear, part } = partsOf(period);
    const counted = await findCountedYear(ctx, unit.id, period);
    return {
      unit: { id: unit.id, name: unit.name },
      counter: params.counter,
      set: countedFacts[params.counter].set,
      period,
      periodName: monitoringText.period(firstYear, part),
      printed: counted ? countOf(counted.counters[part] ?? {}, params.counter) : null,
      page: query.page,
      ...(await listRecords(ctx, unit.id, params.counter, period, query.page)),
    };
  },
);

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data ? counterNames[data.counter] : ''} — ${uiText.brand}` },
];

export default function MonitoringRecordsPage() {
  const { unit, counter, set, period, periodName, printed, page, total, lines } = useLoaderData<typeof loader>();
  return (
    <Page
      title={counterNames[counter]}
      back={{ href: paths.monitoringUnit(unit.id, period), text: recordsText.back }}
      lede={recordsText.lede(unit.name, periodName, formatNumber(total))}
    >
      {printed !== null && printed !== total ? (
        <Notice>
          <p>{recordsText.changed(formatNumber(printed))}</p>
        </Notice>
      ) : null}
      <Card>
        <Table
          caption={recordsText.caption}
          rows={lines}
          rowKey={(line) => `${line.recordId} ${line.personId ?? ''}`}
          empty={recordsText.empty}
          columns={columnsOf(set)}
        />
        <Paging
          page={page}
          pageSize={PAGE_SIZE}
          total={total}
          href={(to) => `${paths.monitoringRecords(unit.id, counter, period)}&page=${to}`}
        />
      </Card>
    </Page>
  );
}

function columnsOf(set: string): Column<RecordLine>[] {
  const name = (value: string | null) => value ?? <span className="mute">{recordsText.withheld}</span>;
  const day = (value: string | null) => (value ? formatDay(value) : '—');
  const isPair = set === 'mentorships' || set === 'planItems';
  const columns: Column<RecordLine>[] = [
    {
      title: isPair
        ? recordsText.who.mentorships
        : set === 'mentorSeats'
          ? recordsText.who.mentorSeats
          : recordsText.who.other,
      heading: true,
      cell: (line) =>
        set === 'mentorships' && line.who ? <a href={paths.mentorship(line.recordId)}>{line.who}</a> : name(line.who),
    },
  ];
  if (isPair || set === 'mentorSeats') columns.push({ title: recordsText.mentors, cell: (line) => name(line.mentors) });
  columns.push({ title: recordsText.organisation, cell: (line) => line.unitName });
  if (set === 'mentorships') columns.push({ title: recordsText.started, cell: (line) => day(line.startedOn) });
  if (set === 'planItems' || set === 'routeSteps') {
    columns.push({ title: recordsText.term, cell: (line) => day(line.dueOn) });
    columns.push({
      title: recordsText.done,
      cell: (line) => (line.doneOn ? formatDay(line.doneOn) : recordsText.notDone),
    });
  }
  return columns;
}
