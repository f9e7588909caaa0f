import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { NotFound } from '#app/access/refusals.ts';
import { formAction, pageLoader } from '#app/core/page.server.ts';
import { paths } from '#app/paths.ts';
import { Card } from '#app/ui/Card.tsx';
import { Form } from '#app/ui/Form.tsx';
import { Page } from '#app/ui/Page.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { addVersion } from './directory.operations.server.ts';
import { findEntry, listKeepers } from './directory.queries.server.ts';
import { entryParams, versionSchema } from './directory.schema.ts';
import { directorySentences, directoryText as t } from './directory.text.ts';
import { EntryFields } from './entry-fields.tsx';
import { traitsFrom } from './entry-traits.ts';
import { viewedRegion } from './viewed-region.server.ts';

/** What an entry means from a day on. */
export const loader = pageLoader({ need: 'directory.manage', params: entryParams }, async ({ ctx, params }) => {
  const { region } = await viewedRegion(ctx, undefined);
  const entry = await findEntry(ctx, params, region?.id ?? null, ctx.today);
  const keepers = await listKeepers(ctx);
  if (!keepers.some(({ regionId }) => (regionId === null) !== entry.isRegional)) throw new NotFound('directory entry');
  return { entry, today: ctx.today };
});

export const action = formAction(
  {
    need: 'directory.manage',
    params: entryParams,
    schema: versionSchema,
    labels: t.labels,
    sentences: directorySentences,
  },
  async ({ ctx, params, input }) => {
    const { traits, ...version } = input;
    await addVersion(ctx, params, { ...version, ...traitsFrom(traits) });
    return { to: paths.directoryEntry(params.directory, params.code), done: t.versionAdded };
  },
);

export const meta: MetaFunction = () => [{ title: `${t.versionAdd} — ${uiText.brand}` }];

export default function VersionAddPage() {
  const { entry, today } = useLoaderData<typeof loader>();
  const back = paths.directoryEntry(entry.directory, entry.code);
  return (
    <Page title={t.versionTitle(entry.name)} lede={t.versionLede} back={{ href: back, text: entry.name }} narrow>
      <Card>
        <Form problem={useActionData<typeof action>()} submit={t.save} cancel={back}>
          <EntryFields directory={entry.directory} entry={entry} today={today} />
        </Form>
      </Card>
    </Page>
  );
}
