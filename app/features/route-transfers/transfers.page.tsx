import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { formatDay } from '#app/core/dates.ts';
import { PAGE_SIZE } from '#app/core/form.ts';
import { pageLoader } from '#app/core/page.server.ts';
import { paths } from '#app/paths.ts';
import { Card } from '#app/ui/Card.tsx';
import { Page } from '#app/ui/Page.tsx';
import { Paging } from '#app/ui/Paging.tsx';
import { Table } from '#app/ui/Table.tsx';
import { Tag } from '#app/ui/Tag.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { movesQuery } from './move.schema.ts';
import { moveText as t, transferStateNames } from './move.text.ts';
import { listTransfers } from './transfer.queries.server.ts';

/** Routes that follow their owners into and out of the actor's region. */
export const loader = pageLoader({ need: 'routeTransfer.oversee', query: movesQuery }, async ({ ctx, query }) => ({
  page: query.page,
  ...(await listTransfers(ctx, query.page)),
}));

export const meta: MetaFunction = () => [{ title: `${t.transfersTitle} — ${uiText.brand}` }];

const tones = { pending: 'warn', done: 'ok', kept: 'grey' } as const;

export default function TransfersPage() {
  const { page, total, transfers } = useLoaderData<typeof loader>();
  const words = t.transferColumns;
  return (
    <Page title={t.transfersTitle} lede={t.transfersLede}>
      <Card>
        <Table
          caption={t.transfersTitle}
          rows={transfers}
          rowKey={(row) => row.id}
          empty={t.transfersEmpty}
          columns={[
            {
              title: words.person,
              heading: true,
              cell: (row) => {
                const name = row.name ?? t.nameHidden;
                return row.routeId ? <a href={paths.route(row.routeId)}>{name}</a> : name;
              },
            },
            { title: words.from, cell: (row) => `${row.fromUnit}, ${row.fromCentre}` },
            { title: words.to, cell: (row) => `${row.toUnit}, ${row.toCentre}` },
            { title: words.day, cell: (row) => formatDay(row.proposedOn) },
            {
              title: words.state,
              cell: (row) => <Tag tone={tones[row.state]}>{transferStateNames[row.state]}</Tag>,
            },
          ]}
        />
        <Paging
          page={page}
          pageSize={PAGE_SIZE}
          total={total}
          href={(shown) => `${paths.routeTransfers()}?page=${shown}`}
        />
      </Card>
    </Page>
  );
}
