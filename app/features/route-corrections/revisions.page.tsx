import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { NotFound } from '#app/access/refusals.ts';
import { formatDay } from '#app/core/dates.ts';
import { id } from '#app/core/form.ts';
import { pageLoader } from '#app/core/page.server.ts';
import { paths } from '#app/paths.ts';
import { ButtonLink } from '#app/ui/ButtonLink.tsx';
import { Card } from '#app/ui/Card.tsx';
import { Page } from '#app/ui/Page.tsx';
import { Table } from '#app/ui/Table.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { findRoute } from '../educational-routes/route.queries.server.ts';
import { causeNames } from '../educational-routes/route.text.ts';
import { recordLook } from '../educational-routes/route-look.server.ts';
import { listRevisions } from './revision.queries.server.ts';
import { revisionText } from './revision.text.ts';

/** How an agreed roadmap has been corrected. */
export const loader = pageLoader(
  { need: ['route.read', 'route.shared'], params: z.object({ id: id() }) },
  async ({ ctx, params }) => {
    const route = await findRoute(ctx, params.id);
    if (route.view === 'state') throw new NotFound('revisions');
    const [revisions] = await Promise.all([listRevisions(ctx, params.id), recordLook(ctx, route, 'revisions')]);
    const { id, owner, isOwner, mayNote, mayAssign } = route;
    return { route: { id, owner, isOwner, mayShift: mayNote || mayAssign }, revisions };
  },
);

export const meta: MetaFunction = () => [{ title: `${revisionText.title} — ${uiText.brand}` }];

export default function RevisionsPage() {
  const { route, revisions } = useLoaderData<typeof loader>();
  const words = revisionText.columns;
  const shift = <ButtonLink href={paths.routeShift(route.id)} text={revisionText.shift} />;
  return (
    <Page
      title={route.isOwner ? revisionText.ownHeading : revisionText.heading(route.owner)}
      lede={revisionText.lede}
      back={{ href: paths.route(route.id), text: revisionText.backToRoute }}
      actions={route.mayShift ? shift : undefined}
    >
      <Card>
        <Table
          caption={revisionText.title}
          rows={revisions}
          rowKey={(row) => row.id}
          empty={revisionText.empty}
          columns={[
            {
              title: words.number,
              heading: true,
              cell: (row) => <a href={paths.routeRevision(row.id)}>{revisionText.revision(row.number)}</a>,
            },
            { title: words.day, cell: (row) => formatDay(row.madeOn) },
            { title: words.cause, cell: (row) => causeNames[row.cause] },
            { title: words.reason, cell: (row) => row.reason ?? uiText.notCounted },
            {
              title: words.author,
              cell: (row) => row.author ?? (row.isByOwner ? revisionText.byOwner : revisionText.byTutor),
            },
            { title: words.steps, align: 'num', cell: (row) => revisionText.count(row.steps) },
          ]}
        />
      </Card>
    </Page>
  );
}
