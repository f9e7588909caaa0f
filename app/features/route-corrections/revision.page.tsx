import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { formatDay } from '#app/core/dates.ts';
import { id } from '#app/core/form.ts';
import { pageLoader } from '#app/core/page.server.ts';
import { paths } from '#app/paths.ts';
import { Card } from '#app/ui/Card.tsx';
import { Page } from '#app/ui/Page.tsx';
import { Table } from '#app/ui/Table.tsx';
import { Tag } from '#app/ui/Tag.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { causeNames } from '../educational-routes/route.text.ts';
import { recordLook } from '../educational-routes/route-look.server.ts';
import { findRevision } from './revision.queries.server.ts';
import { planFieldNames, revisionText } from './revision.text.ts';
import { findSideBySide } from './side-by-side.queries.server.ts';

/** One correction: what changed field by field, and the whole plan before beside the plan after. */
export const loader = pageLoader(
  { need: ['route.read', 'route.shared'], params: z.object({ id: id() }) },
  async ({ ctx, params }) => {
    const { personId, seesWhole, ...revision } = await findRevision(ctx, params.id);
    const [sides] = await Promise.all([
      findSideBySide(ctx, { ...revision, seesWhole }),
      recordLook(ctx, { id: revision.routeId, personId }, 'revisions'),
    ]);
    return { revision, ...sides };
  },
);

export const meta: MetaFunction = () => [{ title: `${revisionText.title} — ${uiText.brand}` }];

export default function RevisionPage() {
  const { revision, changes, plan } = useLoaderData<typeof loader>();
  return (
    <Page
      title={revisionText.revision(revision.number)}
      lede={[revision.owner, formatDay(revision.madeOn), causeNames[revision.cause]].join(' · ')}
      back={{ href: paths.routeRevisions(revision.routeId), text: revisionText.back }}
    >
      {revision.reason ? <p>{revisionText.reason(revision.reason)}</p> : null}
      <Card title={revisionText.changes}>
        <Table
          caption={revisionText.changes}
          rows={changes}
          rowKey={(row) => `${row.stepId}:${row.field}`}
          empty={revisionText.same}
          columns={[
            { title: planFieldNames.title, heading: true, cell: (row) => row.title },
            { title: revisionText.field, cell: (row) => (row.field ? planFieldNames[row.field] : revisionText.added) },
            { title: revisionText.before, cell: (row) => row.before },
            { title: revisionText.after, cell: (row) => <b>{row.after}</b> },
          ]}
        />
      </Card>
      <Card title={revisionText.wholePlan}>
        <Table
          caption={revisionText.wholePlan}
          rows={plan}
          rowKey={(row) => row.stepId}
          empty={revisionText.same}
          columns={[
            { title: revisionText.wholeBefore, cell: (row) => row.before ?? <i>{revisionText.absent}</i> },
            {
              title: revisionText.wholeAfter,
              cell: (row) => (
                <>
                  {row.after}{' '}
                  {row.isChanged ? (
                    <Tag tone="warn">{row.before ? revisionText.changed : revisionText.added}</Tag>
                  ) : null}
                </>
              ),
            },
          ]}
        />
      </Card>
    </Page>
  );
}
