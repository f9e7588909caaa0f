import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { pageLoader } from '#app/core/page.server.ts';
import { countVisit } from '#app/core/visit-limit.server.ts';
import { paths } from '#app/paths.ts';
import { Card } from '#app/ui/Card.tsx';
import { Page } from '#app/ui/Page.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { DocumentPreview } from '#reports/document-html.tsx';
import { publicVisits } from './publication.limits.ts';
import { findPublicText } from './publication.queries.server.ts';
import { textParams } from './publication.schema.ts';
import { publicationText as t } from './publication.text.ts';

/** A published document as everybody may read it. */
export const loader = pageLoader({ need: 'public', params: textParams }, async ({ ctx, params, request }) => {
  await countVisit(ctx.db, request, publicVisits);
  return { unitId: params.unitId, ...(await findPublicText(ctx, params.unitId, params.id)) };
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.heading ?? t.document} — ${uiText.brand}` },
];

export default function PublishedActPage() {
  const { unitId, heading, document } = useLoaderData<typeof loader>();
  return (
    <Page title={heading} lede={t.textLede} back={{ href: paths.published(unitId), text: t.back }}>
      <Card>
        <DocumentPreview document={document} />
      </Card>
    </Page>
  );
}
