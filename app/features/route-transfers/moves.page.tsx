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
import { listMoves } from './move.queries.server.ts';
import { movesQuery } from './move.schema.ts';
import { moveStateNames, moveText as t } from './move.text.ts';

/** Teachers who say they move to the actor's organisation. */
export const loader = pageLoader({ need: 'personMove.answer', query: movesQuery }, async ({ ctx, query }) => ({
  page: query.page,
  ...(await listMoves(ctx, query.page)),
}));

export const meta: MetaFunction = () => [{ title: `${t.listTitle} — ${uiText.brand}` }];

export default function MovesPage() {
  const { page, total, moves } = useLoaderData<typeof loader>();
  const words = t.columns;
  return (
    <Page title={t.listTitle} lede={t.listLede}>
      <Card>
        <Table
          caption={t.listTitle}
          rows={moves}
          rowKey={(move) => move.id}
          empty={t.listEmpty}
          columns={[
            { title: words.person, heading: true, cell: (move) => move.name },
            { title: words.from, cell: (move) => move.fromName },
            { title: words.post, cell: (move) => [move.post, move.subject].filter(Boolean).join(', ') },
            { title: words.day, cell: (move) => formatDay(move.startsOn) },
            {
              title: words.state,
              cell: (move) =>
                move.state === 'asked' ? (
                  <a href={paths.personMoveAnswer(move.id)}>{t.answer}</a>
                ) : (
                  <Tag>{moveStateNames[move.state]}</Tag>
                ),
            },
          ]}
        />
        <Paging
          page={page}
          pageSize={PAGE_SIZE}
          total={total}
          href={(shown) => `${paths.personMoves()}?page=${shown}`}
        />
      </Card>
    </Page>
  );
}
