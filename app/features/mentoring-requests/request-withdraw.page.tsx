import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { formAction, pageLoader } from '#app/core/page.server.ts';
import { paths } from '#app/paths.ts';
import { Card } from '#app/ui/Card.tsx';
import { Form } from '#app/ui/Form.tsx';
import { Page } from '#app/ui/Page.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { withdrawRequest } from './mentoring-request.operations.server.ts';
import { findRequestToEdit } from './mentoring-request.queries.server.ts';
import { requestParams, requestVersionSchema } from './mentoring-request.schema.ts';
import { requestSentences, requestText as t } from './mentoring-request.text.ts';
import { ruleAgainstChanging } from './mentoring-request.ts';

/** Taking a request back. */
export const loader = pageLoader({ need: 'request.edit', params: requestParams }, async ({ ctx, params }) => {
  const { id, name, version, state } = await findRequestToEdit(ctx, params.id);
  return { id, name, version, refusal: ruleAgainstChanging(state) };
});

export const action = formAction(
  {
    need: 'request.edit',
    params: requestParams,
    schema: requestVersionSchema,
    labels: t.labels,
    sentences: requestSentences,
  },
  async ({ ctx, params, input }) => {
    await withdrawRequest(ctx, params.id, input);
    return { to: paths.request(params.id), done: t.withdrawn };
  },
);

export const meta: MetaFunction = () => [{ title: `${t.withdrawTitle} — ${uiText.brand}` }];

export default function RequestWithdrawPage() {
  const { id, name, version, refusal } = useLoaderData<typeof loader>();
  const back = paths.request(id);
  return (
    <Page title={t.withdrawTitle} lede={name} back={{ href: back, text: t.backToRequest }} narrow>
      <Card>
        <p>{t.withdrawLede}</p>
        <Form
          problem={useActionData<typeof action>()}
          refusal={refusal && requestSentences[refusal]}
          version={version}
          submit={t.withdraw}
          cancel={back}
          danger
        />
      </Card>
    </Page>
  );
}
