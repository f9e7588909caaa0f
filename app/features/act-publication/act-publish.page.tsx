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
import { DocumentPreview } from '#reports/document-html.tsx';
import { findPublishedOn } from '../local-acts/act-life.queries.server.ts';
import { actTypeOf } from '../local-acts/act-type.ts';
import { findAct } from '../local-acts/local-act.queries.server.ts';
import { publishAct } from './publication.operations.server.ts';
import { publicDocument } from './publication.queries.server.ts';
import { publicationSchema } from './publication.schema.ts';
import { publicationSentences, publicationText as t } from './publication.text.ts';
import { ruleAgainstPublishing } from './publication.ts';

const params = z.object({ id: id() });

/** An approved act goes onto the public page; what everybody will read is shown first. */
export const loader = pageLoader({ need: 'act.publish', params }, async ({ ctx, params }) => {
  const act = await findAct(ctx, params.id);
  if (!act.canPublish) throw new NotFound('act');
  const [publishedOn, document] = await Promise.all([
    findPublishedOn(ctx, act.id),
    publicDocument(ctx, act.unitId, act.document),
  ]);
  const { isPublic } = actTypeOf(act.kind);
  const rule = ruleAgainstPublishing({ state: act.state, isPublic, isPublished: publishedOn !== null });
  return { id: act.id, heading: act.heading, document, refusal: rule && publicationSentences[rule] };
});

export const action = formAction(
  { need: 'act.publish', params, schema: publicationSchema, labels: {}, sentences: publicationSentences },
  async ({ ctx, params }) => {
    await publishAct(ctx, params.id);
    return { to: paths.act(params.id), done: t.published };
  },
);

export const meta: MetaFunction = () => [{ title: `${t.publishTitle} — ${uiText.brand}` }];

export default function ActPublishPage() {
  const { id, heading, refusal, document } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  return (
    <Page title={t.publishTitle} lede={t.publishLede(heading)} back={{ href: paths.act(id), text: uiText.back }}>
      <Card>
        <Form refusal={refusal} problem={problem} submit={t.publish} cancel={paths.act(id)} />
      </Card>
      <Card title={t.preview}>
        <DocumentPreview document={document} />
      </Card>
    </Page>
  );
}
