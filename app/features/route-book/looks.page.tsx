import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { NotFound } from '#app/access/refusals.ts';
import { formatDay, formatMoment } from '#app/core/dates.ts';
import { id, PAGE_SIZE, pageNumber } from '#app/core/form.ts';
import { pageLoader } from '#app/core/page.server.ts';
import { paths } from '#app/paths.ts';
import { Card } from '#app/ui/Card.tsx';
import { Page } from '#app/ui/Page.tsx';
import { Paging } from '#app/ui/Paging.tsx';
import { Table } from '#app/ui/Table.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { findRoute } from '../educational-routes/route.queries.server.ts';
import { listLooks } from './looks.queries.server.ts';
import { bookText, lookedPartNames } from './route-book.text.ts';

/** The owner sees who looked at the route, when, at what part (BR-86). */
export const loader = pageLoader(
  { need: 'route.edit', params: z.object({ id: id() }), query: z.object({ page: pageNumber() }) },
  async ({ ctx, params, query }) => {
    const route = await findRoute(ctx, params.id);
    if (!route.isOwner) throw new NotFound('route');
    const { total, looks } = await listLooks(ctx, params.id, query.page);
    return {
      id: route.id,
      page: query.page,
      total,
      looks: looks.map(({ lastAt, ...look }) => ({ ...look, last: formatMoment(lastAt, ctx.timeZone) })),
    };
  },
);

export const meta: MetaFunction = () => [{ title: `${bookText.looksTitle} — ${uiText.brand}` }];

export default function LooksPage() {
  const { id, page, total, looks } = useLoaderData<typeof loader>();
  const words = bookText.lookColumns;
  return (
    <Page
      title={bookText.looksTitle}
      lede={bookText.looksLede}
      back={{ href: paths.route(id), text: bookText.backToRoute }}
    >
      <Card>
        <Table
          caption={bookText.looksTitle}
          rows={looks}
          rowKey={(look) => `${look.lookedOn}:${look.personId}:${look.part}`}
          empty={bookText.looksEmpty}
          columns={[
            { title: words.day, heading: true, cell: (look) => formatDay(look.lookedOn) },
            { title: words.who, cell: (look) => look.who },
            { title: words.part, cell: (look) => lookedPartNames[look.part] },
            { title: words.last, cell: (look) => look.last },
            { title: words.times, align: 'num', cell: (look) => bookText.times(look.times) },
          ]}
        />
        <Paging
          page={page}
          pageSize={PAGE_SIZE}
          total={total}
          href={(next) => `${paths.routeLooks(id)}?page=${next}`}
        />
      </Card>
    </Page>
  );
}
