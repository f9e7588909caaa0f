import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { formatDay } from '#app/core/dates.ts';
import { pageLoader } from '#app/core/page.server.ts';
import { countVisit } from '#app/core/visit-limit.server.ts';
import { paths } from '#app/paths.ts';
import { Card } from '#app/ui/Card.tsx';
import { Page } from '#app/ui/Page.tsx';
import { Table } from '#app/ui/Table.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { actText } from '../local-acts/local-act.text.ts';
import { publicVisits } from './publication.limits.ts';
import { findPublicPage } from './publication.queries.server.ts';
import { pageParams } from './publication.schema.ts';
import { publicationText as t } from './publication.text.ts';

/** The public page of an organisation: its documents on mentoring in force. For everybody, without signing in. */
export const loader = pageLoader({ need: 'public', params: pageParams }, async ({ ctx, params, request }) => {
  await countVisit(ctx.db, request, publicVisits);
  return findPublicPage(ctx, params.unitId);
});

export const meta: MetaFunction = () => [{ title: `${t.pageTitle} — ${uiText.brand}` }];

export default function PublishedPage() {
  const { unit, acts } = useLoaderData<typeof loader>();
  return (
    <Page title={t.pageTitle} lede={t.pageLede(unit.name)}>
      <Card>
        <Table
          caption={t.pageTitle}
          empty={t.empty}
          rows={acts}
          rowKey={({ id }) => id}
          columns={[
            {
              title: t.document,
              heading: true,
              cell: ({ id, heading }) => <a href={paths.publishedAct(unit.id, id)}>{heading}</a>,
            },
            {
              title: t.number,
              cell: ({ number, registeredOn }) =>
                number && registeredOn ? actText.numbered(number, formatDay(registeredOn)) : null,
            },
            { title: t.since, cell: ({ inForceOn }) => (inForceOn ? t.from(inForceOn) : null) },
          ]}
        />
      </Card>
    </Page>
  );
}
