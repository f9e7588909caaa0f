import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { NotFound } from '#app/access/refusals.ts';
import { id } from '#app/core/form.ts';
import { formAction, pageLoader } from '#app/core/page.server.ts';
import { paths } from '#app/paths.ts';
import { Card } from '#app/ui/Card.tsx';
import { Form } from '#app/ui/Form.tsx';
import { Page } from '#app/ui/Page.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { findPublishedOn } from '../local-acts/act-life.queries.server.ts';
import { findAct } from '../local-acts/local-act.queries.server.ts';
import { unpublishAct } from './publication.operations.server.ts';
import { publicationSchema } from './publication.schema.ts';
import { publicationSentences, publicationText as t } from './publication.text.ts';

const params = z.object({ id: id() });

/** An act is taken down from the public page. */
export const loader = pageLoader({ need: 'act.publish', params }, async ({ ctx, params }) => {
  const act = await findAct(ctx, params.id);
  if (!act.canPublish) throw new NotFound('act');
  const publishedOn = await findPublishedOn(ctx, act.id);
  return { id: act.id, heading: act.heading, refusal: publishedOn ? null : publicationSentences['not-published'] };
});

export const action = formAction(
  { need: 'act.publish', params, schema: publicationSchema, labels: {}, sentences: publicationSentences },
  async ({ ctx, params }) => {
    await unpublishAct(ctx, params.id);
    return { to: paths.act(params.id), done: t.unpublished };
  },
);

export const meta: MetaFunction = () => [{ title: `${t.unpublishTitle} — ${uiText.brand}` }];

export default function ActUnpublishPage() {
  const { id, heading, refusal } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  return (
    <Page
      title={t.unpublishTitle}
      lede={t.unpublishLede(heading)}
      back={{ href: paths.act(id), text: uiText.back }}
      narrow
    >
      <Card>
        <Form refusal={refusal} problem={problem} submit={t.unpublish} cancel={paths.act(id)} />
      </Card>
    </Page>
  );
}
