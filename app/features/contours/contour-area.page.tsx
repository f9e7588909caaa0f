import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { PAGE_SIZE } from '#app/core/form.ts';
import { pageLoader } from '#app/core/page.server.ts';
import { paths } from '#app/paths.ts';
import { ButtonLink } from '#app/ui/ButtonLink.tsx';
import { Card } from '#app/ui/Card.tsx';
import { CheckboxField } from '#app/ui/CheckboxField.tsx';
import { DateField } from '#app/ui/DateField.tsx';
import { Filter } from '#app/ui/Filter.tsx';
import { Notice } from '#app/ui/Notice.tsx';
import { Page } from '#app/ui/Page.tsx';
import { Paging } from '#app/ui/Paging.tsx';
import { Table } from '#app/ui/Table.tsx';
import { TextField } from '#app/ui/TextField.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { contourAreaQuery, contourParams } from './contour.schema.ts';
import { contourText, contourAreaText as t } from './contour.text.ts';
import { addressOfArea } from './contour-address.ts';
import {
  countContours,
  findContourArea,
  listComponents,
  listComponentTotals,
  listContourRows,
} from './contour-area.queries.server.ts';
import { ShareBar, Strip, StripHead, StripLegend } from './contour-strip.tsx';

/** All organisations of a municipality or region and their components as one picture and one table. */
export const loader = pageLoader(
  { need: 'contour.read', params: contourParams, query: contourAreaQuery },
  async ({ ctx, params, query }) => {
    const area = await findContourArea(ctx, params.unitId);
    const day = query.day ?? ctx.today;
    const counts = await countContours(ctx, area.id, day, query);
    const totals = await listComponentTotals(ctx, area.id, day);
    const components = await listComponents(ctx);
    return {
      area,
      filter: { ...query, day },
      isToday: day === ctx.today,
      counts,
      components: components.map((component) => {
        const { inside = 0, outside = 0 } = totals.get(component.code) ?? {};
        return { ...component, inside, outside, gaps: counts.total - inside - outside };
      }),
      rows: await listContourRows(ctx, area.id, day, query),
    };
  },
);

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data ? t.title(data.area.shortName) : contourText.title} — ${uiText.brand}` },
];

type Shown = ReturnType<typeof useLoaderData<typeof loader>>;

export default function ContourAreaPage() {
  const { area, filter, isToday, counts } = useLoaderData<typeof loader>();
  const address = (page?: number) => addressOfArea(paths.contourArea(area.id), { ...filter, isToday }, page);
  return (
    <Page
      title={t.title(area.shortName)}
      lede={t.lede(counts.withGaps, counts.total)}
      actions={
        <>
          {area.mayOffer && isToday ? (
            <ButtonLink href={paths.contourOffer(area.id)} text={t.offerAll} primary />
          ) : null}
          <ButtonLink href={paths.contourOffers(area.id)} text={t.offers} />
          <ButtonLink
            href={addressOfArea(paths.contourAreaXlsx(area.id), { ...filter, isToday })}
            text={t.export}
            download
          />
        </>
      }
    >
      {isToday ? null : <Notice>{contourText.asOf(filter.day)}</Notice>}
      <Filter reset={filter.search === '' && !filter.gaps && isToday ? undefined : paths.contourArea(area.id)}>
        <TextField name="search" label={t.search} type="search" width="20" defaultValue={filter.search} />
        <DateField name="day" label={contourText.day} hint="" defaultValue={filter.day} />
        <CheckboxField name="gaps" label={t.onlyGaps} defaultChecked={filter.gaps === 'yes'} />
      </Filter>
      <Card title={t.byUnit}>
        <StripLegend />
        <Units />
        <Paging page={filter.page} pageSize={PAGE_SIZE} total={counts.found} href={address} />
      </Card>
      <Card title={t.byComponent}>
        <Components />
      </Card>
    </Page>
  );
}

function Units() {
  const { filter, rows, components } = useLoaderData<typeof loader>();
  const isWhole = filter.search === '' && !filter.gaps;
  return (
    <Table
      caption={t.byUnit}
      rows={rows}
      rowKey={(row) => row.id}
      empty={isWhole ? t.empty : t.emptyFound}
      columns={[
        { title: contourText.unit, heading: true, cell: (row) => <a href={paths.contour(row.id)}>{row.name}</a> },
        {
          title: (
            <>
              <span className="govuk-visually-hidden">{t.picture}</span>
              <StripHead count={components.length} />
            </>
          ),
          cell: (row) => <Strip row={row} components={components} />,
        },
        { title: t.inside, align: 'num', cell: (row) => row.inside },
        { title: t.outside, align: 'num', cell: (row) => row.outside },
        { title: t.gaps, align: 'num', cell: (row) => row.gaps },
        { title: t.gapList, cell: (row) => gapsOf(row, components) },
      ]}
    />
  );
}

function gapsOf(row: Shown['rows'][number], components: Shown['components']): string {
  return components
    .filter(({ code }) => !row.cells[code])
    .map(({ shortName }) => shortName)
    .join(', ');
}

function Components() {
  const { area, isToday, components } = useLoaderData<typeof loader>();
  const numbered = components.map((component, index) => ({ ...component, number: index + 1 }));
  return (
    <Table
      caption={t.byComponent}
      rows={numbered}
      rowKey={(component) => component.code}
      empty={null}
      columns={[
        { title: t.numberSign, align: 'num', cell: (component) => component.number },
        { title: t.component, heading: true, cell: (component) => component.name },
        { title: t.inside, align: 'num', cell: (component) => component.inside },
        { title: t.outside, align: 'num', cell: (component) => component.outside },
        { title: t.gaps, align: 'num', cell: (component) => component.gaps },
        { title: t.picture, cell: (component) => <ShareBar {...component} /> },
        ...(area.mayOffer && isToday
          ? [
              {
                title: <span className="govuk-visually-hidden">{t.offer}</span>,
                cell: ({ code, mayBeOutside, gaps }: (typeof numbered)[number]) =>
                  mayBeOutside && gaps > 0 ? <a href={paths.contourOffer(area.id, code)}>{t.offerAll}</a> : null,
              },
            ]
          : []),
      ]}
    />
  );
}
