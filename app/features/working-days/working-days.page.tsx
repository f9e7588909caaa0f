import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { formatDayAndMonth } from '#app/core/dates.ts';
import { pageLoader } from '#app/core/page.server.ts';
import { paths } from '#app/paths.ts';
import { ButtonLink } from '#app/ui/ButtonLink.tsx';
import { Card } from '#app/ui/Card.tsx';
import { Filter } from '#app/ui/Filter.tsx';
import { Notice } from '#app/ui/Notice.tsx';
import { Page } from '#app/ui/Page.tsx';
import { SelectField } from '#app/ui/SelectField.tsx';
import { Table } from '#app/ui/Table.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { listOwnRegions } from '../org-units/own-regions.queries.server.ts';
import {
  findOptionalKeptCalendar,
  listCalendarYears,
  listMarkedDays,
  listOwnCalendars,
  workingCalendar,
} from './working-days.queries.server.ts';
import { calendarFilter } from './working-days.schema.ts';
import { calendarText as t, weekdayName } from './working-days.text.ts';
import { type CalendarMonth, monthsOf } from './working-days.ts';

/** A year of the production calendar as it holds in the viewer's region. */
export const loader = pageLoader({ need: 'signedIn', query: calendarFilter }, async ({ ctx, query }) => {
  const regions = await listOwnRegions(ctx);
  const region = regions.find(({ id }) => id === query.region) ?? regions[0] ?? null;
  const regionId = region?.id ?? null;
  const years = await listCalendarYears(ctx);
  const year = query.year ?? Number(ctx.today.slice(0, 4));
  const known = years.find((one) => one.year === year) ?? null;
  const [own, kept] = await Promise.all([listOwnCalendars(ctx), findOptionalKeptCalendar(ctx)]);
  return {
    year,
    years: years.map((one) => one.year),
    known,
    region,
    regions,
    months: known ? monthsOf(year, await workingCalendar(ctx, regionId)) : [],
    marked: await listMarkedDays(ctx, year, regionId),
    mayAdd: own.length > 0,
    mayKeep: kept !== null,
    next: (years.at(-1)?.year ?? year - 1) + 1,
    mayRemove: own.some(({ id }) => id === regionId),
    today: ctx.today,
  };
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data ? t.title(data.year) : t.back} — ${uiText.brand}` },
];

export default function WorkingDaysPage() {
  const { year, years, known, region, regions, months, marked, mayAdd, mayKeep, next } = useLoaderData<typeof loader>();
  const working = months.reduce((sum, { workingDays }) => sum + workingDays, 0);
  const off = months.reduce((sum, { daysOff }) => sum + daysOff.length, 0);
  return (
    <Page
      title={t.title(year)}
      lede={known ? `${t.totals(working, off)} ${t.lede}` : t.lede}
      actions={
        <>
          {mayKeep ? <ButtonLink href={paths.workingYear(next)} text={t.enter(next)} primary={!mayAdd} /> : null}
          {mayKeep && known ? <ButtonLink href={paths.workingYear(year)} text={t.correct} /> : null}
          {mayAdd ? <ButtonLink href={paths.workingDayAdd()} text={t.add} primary /> : null}
          <ButtonLink href={paths.directories()} text={t.toDirectories} />
        </>
      }
    >
      <Filter>
        <SelectField
          name="year"
          label={t.year}
          empty={null}
          defaultValue={String(year)}
          options={years.map((one) => ({ value: String(one), text: String(one) }))}
        />
        {regions.length > 1 ? (
          <SelectField
            name="region"
            label={t.region}
            empty={null}
            defaultValue={region?.id}
            options={regions.map(({ id, name }) => ({ value: id, text: name }))}
          />
        ) : null}
      </Filter>
      {known ? null : <Notice tone="warn">{t.missing(year)}</Notice>}
      {known && !known.isDecreed ? <Notice tone="warn">{t.notDecreed}</Notice> : null}
      {known ? (
        <Card title={t.months}>
          <p className="mute">
            {t.act}: {known.act}. {t.offHint}
          </p>
          <Table
            caption={t.months}
            rows={months}
            rowKey={({ month }) => String(month)}
            empty={t.missing(year)}
            columns={[
              { title: t.month, heading: true, cell: ({ month }) => t.monthNames[month - 1] },
              { title: t.daysOff, cell: (month) => <DaysOff month={month} /> },
              { title: t.workingShort, align: 'num', cell: ({ workingDays }) => workingDays },
            ]}
          />
        </Card>
      ) : null}
      {region ? <OwnDays regionName={region.name} /> : null}
      <Card title={t.special}>
        <Table
          caption={t.special}
          rows={marked.filter(({ kind }) => kind !== 'regional')}
          rowKey={({ id }) => id}
          empty={t.specialEmpty}
          columns={[
            { title: t.day, heading: true, cell: ({ day }) => `${formatDayAndMonth(day)}, ${weekdayName(day)}` },
            { title: t.what, cell: ({ name }) => name },
            { title: t.isWorked, cell: ({ kind }) => (kind === 'working' ? t.worked : t.off) },
            { title: t.ground, cell: ({ act }) => act },
          ]}
        />
      </Card>
    </Page>
  );
}

/** Days off of a month by number; a feast or a moved day stands out. */
function DaysOff({ month }: { month: CalendarMonth }) {
  return month.daysOff.map(({ day, isFeast }, index) => {
    const number = Number(day.slice(8, 10));
    return (
      <span key={day}>
        {index > 0 ? ', ' : null}
        {isFeast ? <b>{number}</b> : number}
      </span>
    );
  });
}

function OwnDays({ regionName }: { regionName: string }) {
  const { marked, mayRemove, today } = useLoaderData<typeof loader>();
  const remove = {
    title: t.remove,
    cell: ({ id, day }: { id: string; day: string }) =>
      day > today ? <a href={paths.workingDayRemove(id)}>{t.remove}</a> : null,
  };
  return (
    <Card title={t.ownOf(regionName)}>
      <Table
        caption={t.ownOf(regionName)}
        rows={marked.filter(({ kind }) => kind === 'regional')}
        rowKey={({ id }) => id}
        empty={t.ownEmpty}
        columns={[
          { title: t.day, heading: true, cell: ({ day }) => `${formatDayAndMonth(day)}, ${weekdayName(day)}` },
          { title: t.what, cell: ({ name }) => name },
          { title: t.ground, cell: ({ act }) => act },
          ...(mayRemove ? [remove] : []),
        ]}
      />
    </Card>
  );
}
