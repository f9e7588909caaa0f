import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { mayHold } from '#app/access/actor.ts';
import { PAGE_SIZE, pageNumber } from '#app/core/form.ts';
import { pageLoader } from '#app/core/page.server.ts';
import { paths } from '#app/paths.ts';
import { Card } from '#app/ui/Card.tsx';
import { Page } from '#app/ui/Page.tsx';
import { Paging } from '#app/ui/Paging.tsx';
import { type Column, Table } from '#app/ui/Table.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { countOffersByArea } from '../offers/offer.queries.server.ts';
import { areaNames } from '../people/competence-area.text.ts';
import { AREAS } from '../people/competence-area.ts';
import { listDeficits, listRequestedAreas } from './deficits.queries.server.ts';
import { shortAreaNames, deficitText as t } from './deficits.text.ts';
import { type DeficitRow, mapOf, shadeOf, type ToldNumber } from './deficits.ts';
import { deskText } from './desk.text.ts';

/** School by area: how many have an open deficit, and how many offers there are for it. */
export const loader = pageLoader(
  { need: 'deficits.count', query: z.object({ page: pageNumber() }) },
  async ({ ctx, query }) => {
    const [deficits, requested, offers] = await Promise.all([
      listDeficits(ctx),
      listRequestedAreas(ctx),
      countOffersByArea(ctx),
    ]);
    const from = (query.page - 1) * PAGE_SIZE;
    const shown = (counted: readonly DeficitRow[]) => {
      const map = mapOf(counted);
      return { ...map, rows: map.rows.slice(from, from + PAGE_SIZE), count: map.rows.length };
    };
    return {
      routes: shown(deficits),
      requests: shown(requested),
      page: query.page,
      offers: AREAS.map((area) => offers.get(area) ?? 0),
      hasDesk: mayHold(ctx.actor, 'route.accompany') || mayHold(ctx.actor, 'route.assignTutor'),
    };
  },
);

export const meta: MetaFunction = () => [{ title: `${t.title} — ${uiText.brand}` }];

type ShownMap = ReturnType<typeof useLoaderData<typeof loader>>['routes'];

export default function DeficitMapPage() {
  const { routes, requests, page, offers, hasDesk } = useLoaderData<typeof loader>();
  return (
    <Page title={t.title} lede={t.lede} back={hasDesk ? { href: paths.desk(), text: deskText.title } : undefined}>
      <HeatMap title={t.routes} map={routes} />
      {requests.count > 0 ? <HeatMap title={t.requests} lede={t.requestsLede} map={requests} /> : null}
      <Paging
        page={page}
        pageSize={PAGE_SIZE}
        total={Math.max(routes.count, requests.count)}
        href={(shown) => `${paths.deficitMap()}?page=${shown}`}
      />
      <Card title={t.offers}>
        <Table
          caption={t.offers}
          rows={AREAS.map((area, index) => ({ area, count: offers[index] ?? 0 }))}
          rowKey={(row) => row.area}
          empty={t.empty}
          columns={[
            { title: deskText.columns.area, heading: true, cell: (row) => areaNames[row.area] },
            {
              title: t.offers,
              align: 'num',
              cell: (row) => (row.count > 0 ? <a href={paths.offersFor(row.area)}>{row.count}</a> : t.noOffers),
            },
          ]}
        />
      </Card>
    </Page>
  );
}

function HeatMap({ title, lede, map }: { title: string; lede?: string; map: ShownMap }) {
  const areas: Column<ShownMap['rows'][number]>[] = AREAS.map((area) => ({
    title: <abbr title={areaNames[area]}>{shortAreaNames[area]}</abbr>,
    align: 'num',
    cell: (row) => (
      <a href={paths.deficitCell(row.id, area)} className={`heat heat-${shadeOf(row.numbers[area], map.most)}`}>
        {told(row.numbers[area])}
      </a>
    ),
  }));
  return (
    <Card title={title}>
      {lede ? <p className="mute">{lede}</p> : null}
      <Table
        caption={title}
        rows={map.rows}
        rowKey={(row) => row.id}
        empty={t.empty}
        columns={[{ title: t.school, heading: true, cell: (row) => row.name }, ...areas]}
        totals={[t.total, ...AREAS.map((area) => told(map.totals[area]))]}
      />
      <p className="legend">{[t.legend, map.isWithheld ? t.withheld : ''].filter(Boolean).join(' ')}</p>
    </Card>
  );
}

function told(number: ToldNumber): string | number {
  return number === null ? t.few : number;
}
