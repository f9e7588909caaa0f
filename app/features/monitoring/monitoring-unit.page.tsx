import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { formatMoment } from '#app/core/dates.ts';
import { pageLoader } from '#app/core/page.server.ts';
import { paths } from '#app/paths.ts';
import { ButtonLink } from '#app/ui/ButtonLink.tsx';
import { Card } from '#app/ui/Card.tsx';
import { Empty } from '#app/ui/Empty.tsx';
import { Filter } from '#app/ui/Filter.tsx';
import { formatNumber } from '#app/ui/numbers.ts';
import { Page } from '#app/ui/Page.tsx';
import { SelectField } from '#app/ui/SelectField.tsx';
import { Tabs } from '#app/ui/Tabs.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { findMonitoredUnit, listPeriods } from './monitoring.queries.server.ts';
import { unitParams, unitQuery } from './monitoring.schema.ts';
import { monitoringText } from './monitoring.text.ts';
import { IndicatorList, TopFigures } from './monitoring-figures.tsx';
import { HowCounted } from './monitoring-how.tsx';
import { findFigures } from './monitoring-page.server.ts';
import { halfOf, partsOf } from './monitoring-period.ts';
import { sortedRows } from './monitoring-table.ts';
import { UnitTable } from './monitoring-unit-table.tsx';
import { openCounters } from './records-reach.server.ts';

/** The figures of a unit at any tier: its own, and a row for each that stands directly below. */
export const loader = pageLoader(
  { need: 'monitoring.read', params: unitParams, query: unitQuery },
  async ({ ctx, params, query }) => {
    const unit = await findMonitoredUnit(ctx, params.unitId);
    const period = query.period ?? halfOf(ctx.today);
    const [figures, periods, opened] = await Promise.all([
      findFigures(ctx, unit, period),
      listPeriods(ctx, unit.id),
      openCounters(ctx, unit.id),
    ]);
    const table = figures?.tables[query.stage];
    return {
      unit: { id: unit.id, name: unit.name, kind: unit.kind },
      above: unit.path.slice(0, -1),
      period,
      periods,
      stage: query.stage,
      sort: query.sort,
      isDown: query.order === 'down',
      isLimited: figures?.isLimited ?? false,
      asOf: figures ? formatMoment(figures.countedAt, unit.timeZone) : null,
      table: table ? { ...table, rows: sortedRows(table.rows, query.sort, query.order === 'down') } : null,
      open: figures ? opened : [],
    };
  },
);

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.unit.name ?? ''}: ${monitoringText.title} — ${uiText.brand}` },
];

export default function MonitoringUnitPage() {
  const { unit, above, period, periods, stage, sort, isDown, isLimited, asOf, table, open } =
    useLoaderData<typeof loader>();
  const { firstYear, part } = partsOf(period);
  const periodName = monitoringText.period(firstYear, part);
  const address = paths.monitoringUnit(unit.id, period);
  const nearest = above.at(-1);
  const recordsOf = (unitId: string) => (counter: (typeof open)[number]) =>
    open.includes(counter) ? paths.monitoringRecords(unitId, counter, period) : null;
  return (
    <Page
      title={monitoringText.pageTitle(unit.name, periodName)}
      back={nearest ? { href: paths.monitoringUnit(nearest.id, period), text: nearest.name } : undefined}
      lede={
        <>
          {monitoringText.stages[stage]}.{' '}
          {asOf && table
            ? `${monitoringText.asOf(asOf)} ${monitoringText.organisations(formatNumber(table.total.organisations))}`
            : null}
        </>
      }
      actions={
        table ? (
          <>
            <ButtonLink primary download href={paths.monitoringPdf(unit.id, period)} text={monitoringText.pdf} />
            <ButtonLink download href={paths.monitoringXlsx(unit.id, period)} text={monitoringText.xlsx} />
          </>
        ) : undefined
      }
    >
      {above.length > 1 ? (
        <nav aria-label={monitoringText.upwards} className="mute">
          {above.map((each, index) => (
            <span key={each.id}>
              {index > 0 ? ' › ' : null}
              <a href={paths.monitoringUnit(each.id, period)}>{each.name}</a>
            </span>
          ))}
        </nav>
      ) : null}
      <Filter
        action={paths.monitoringUnit(unit.id)}
        submit={monitoringText.showPeriod}
        label={monitoringText.periods}
        keep={{ stage }}
      >
        <SelectField
          name="period"
          label={monitoringText.periodField}
          empty={null}
          defaultValue={period}
          options={[...new Set([period, ...periods])]
            .sort()
            .reverse()
            .map((each) => {
              const of = partsOf(each);
              return { value: each, text: monitoringText.period(of.firstYear, of.part) };
            })}
        />
      </Filter>
      <Tabs
        label={monitoringText.stageTabs}
        items={([1, 2] as const).map((each) => ({
          href: `${address}&stage=${each}`,
          text: monitoringText.stages[each],
          current: each === stage,
        }))}
      />
      {table ? (
        <>
          <TopFigures table={table} records={recordsOf(unit.id)} />
          {table.rows.length > 0 || isTier(unit.kind) ? (
            <UnitTable
              kind={unit.kind}
              table={table}
              period={period}
              sort={sort}
              isDown={isDown}
              address={`${address}&stage=${stage}`}
              records={recordsOf}
            />
          ) : (
            <IndicatorList table={table} records={recordsOf(unit.id)} />
          )}
          <p className="mute">
            {open.length > 0 ? `${monitoringText.recordsNote} ` : null}
            {isLimited ? `${monitoringText.hiddenNote} ` : null}
            {monitoringText.nothingNote}
          </p>
          <HowCounted stage={stage} />
        </>
      ) : (
        <Card>
          <Empty>{monitoringText.notCounted}</Empty>
        </Card>
      )}
    </Page>
  );
}

function isTier(kind: string): kind is keyof typeof monitoringText.belowTitle {
  return kind in monitoringText.belowTitle;
}
