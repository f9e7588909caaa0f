import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { mayHold } from '#app/access/actor.ts';
import { formatMoment } from '#app/core/dates.ts';
import { PAGE_SIZE } from '#app/core/form.ts';
import { pageLoader } from '#app/core/page.server.ts';
import { paths } from '#app/paths.ts';
import { ButtonLink } from '#app/ui/ButtonLink.tsx';
import { Card } from '#app/ui/Card.tsx';
import { Page } from '#app/ui/Page.tsx';
import { Paging } from '#app/ui/Paging.tsx';
import { Table } from '#app/ui/Table.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { countBundles, listBundles } from './bundle.queries.server.ts';
import { bundlesFilter } from './bundle.schema.ts';
import { bundleFormats, bundleText } from './bundle.text.ts';
import { BundleStateTag } from './bundle-state-tag.tsx';

/** The actor's bundles. */
export const loader = pageLoader({ need: 'signedIn', query: bundlesFilter }, async ({ ctx, query }) => {
  const [bundles, total] = await Promise.all([listBundles(ctx, query.page), countBundles(ctx)]);
  return {
    page: query.page,
    total,
    mayAskYear: mayHold(ctx.actor, 'bundle.ofYear'),
    bundles: bundles.map(({ id, name, format, state, paperCount, createdAt, timeZone }) => ({
      ...{ id, name, format, state, paperCount },
      when: formatMoment(createdAt, timeZone),
    })),
  };
});

export const meta: MetaFunction = () => [{ title: `${bundleText.title} — ${uiText.brand}` }];

export default function BundlesPage() {
  const { bundles, total, page, mayAskYear } = useLoaderData<typeof loader>();
  const ask = mayAskYear ? <ButtonLink href={paths.bundleNew()} text={bundleText.ask} primary /> : undefined;
  return (
    <Page
      title={bundleText.title}
      lede={bundleText.lede}
      back={{ href: paths.acts(), text: bundleText.toActs }}
      actions={ask}
    >
      <Card>
        <Table
          caption={bundleText.caption}
          empty={bundleText.empty}
          rows={bundles}
          rowKey={(bundle) => bundle.id}
          columns={[
            {
              title: bundleText.name,
              heading: true,
              cell: (bundle) => <a href={paths.bundle(bundle.id)}>{bundle.name}</a>,
            },
            { title: bundleText.labels.format, cell: (bundle) => bundleFormats[bundle.format] },
            { title: bundleText.state, cell: (bundle) => <BundleStateTag state={bundle.state} /> },
            { title: bundleText.papers, align: 'num', cell: (bundle) => bundle.paperCount },
            { title: bundleText.when, cell: (bundle) => bundle.when },
          ]}
        />
        <Paging page={page} pageSize={PAGE_SIZE} total={total} href={(next) => `${paths.bundles()}?page=${next}`} />
      </Card>
    </Page>
  );
}
