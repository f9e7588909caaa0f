import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { newId } from '#app/core/ids.ts';
import { formAction, pageLoader } from '#app/core/page.server.ts';
import { paths } from '#app/paths.ts';
import { Card } from '#app/ui/Card.tsx';
import { Form } from '#app/ui/Form.tsx';
import { HiddenField } from '#app/ui/HiddenField.tsx';
import { Notice } from '#app/ui/Notice.tsx';
import { Page } from '#app/ui/Page.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { openRequest } from './mentoring-request.operations.server.ts';
import { findRequester } from './mentoring-request.queries.server.ts';
import { newRequestQuery, newRequestSchema } from './mentoring-request.schema.ts';
import { requestSentences, requestText as t } from './mentoring-request.text.ts';
import { RequestFields } from './request-fields.tsx';

/** A new request, one's own or, for a curator, of a person of the organisation. */
export const loader = pageLoader({ need: 'request.edit', query: newRequestQuery }, async ({ ctx, query }) => ({
  requester: await findRequester(ctx, query.person),
  onceKey: newId(),
}));

export const action = formAction(
  { need: 'request.edit', schema: newRequestSchema, labels: t.labels, sentences: requestSentences },
  async ({ ctx, input, onceKey }) => {
    const { id } = await openRequest(ctx, input, onceKey);
    return { to: paths.requestAreas(id), done: t.saved };
  },
);

export const meta: MetaFunction = () => [{ title: `${t.newTitle} — ${uiText.brand}` }];

export default function RequestNewPage() {
  const { requester, onceKey } = useLoaderData<typeof loader>();
  return (
    <Page
      title={t.newTitle}
      lede={requester.isOwn ? t.newLede : t.newFor(requester.name)}
      back={{ href: paths.requests(), text: t.back }}
      narrow
    >
      {requester.openId ? (
        <Notice tone="warn">
          {t.alreadyOpen} <a href={paths.request(requester.openId)}>{t.openIt}</a>
        </Notice>
      ) : null}
      <Card>
        <Form problem={useActionData<typeof action>()} once={onceKey} submit={t.send} cancel={paths.requests()} keep>
          <HiddenField name="personId" value={requester.id} />
          <RequestFields content={{ subject: requester.subject }} />
        </Form>
      </Card>
    </Page>
  );
}
