import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { formAction, pageLoader } from '#app/core/page.server.ts';
import { paths } from '#app/paths.ts';
import { Card } from '#app/ui/Card.tsx';
import { Form } from '#app/ui/Form.tsx';
import { Page } from '#app/ui/Page.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { editRequest } from './mentoring-request.operations.server.ts';
import { findRequestToEdit } from './mentoring-request.queries.server.ts';
import { editRequestSchema, requestParams } from './mentoring-request.schema.ts';
import { requestSentences, requestText as t } from './mentoring-request.text.ts';
import { ruleAgainstChanging } from './mentoring-request.ts';
import { RequestFields } from './request-fields.tsx';

/** Changing what stands in a request. */
export const loader = pageLoader({ need: 'request.edit', params: requestParams }, async ({ ctx, params }) => {
  const { id, name, version, state, ...request } = await findRequestToEdit(ctx, params.id);
  const { occasion, menteeCategory, subject, difficulties, expectation, formats, remoteReason, isShared } = request;
  const content = { occasion, menteeCategory, subject, difficulties, expectation, formats, remoteReason, isShared };
  return { id, name, version, content, refusal: ruleAgainstChanging(state) };
});

export const action = formAction(
  {
    need: 'request.edit',
    params: requestParams,
    schema: editRequestSchema,
    labels: t.labels,
    sentences: requestSentences,
  },
  async ({ ctx, params, input }) => {
    await editRequest(ctx, params.id, input);
    return { to: paths.request(params.id), done: t.changed };
  },
);

export const meta: MetaFunction = () => [{ title: `${t.editTitle} — ${uiText.brand}` }];

export default function RequestEditPage() {
  const { id, name, version, content, refusal } = useLoaderData<typeof loader>();
  const back = paths.request(id);
  return (
    <Page title={t.editTitle} lede={name} back={{ href: back, text: t.backToRequest }} narrow>
      <Card>
        <Form
          problem={useActionData<typeof action>()}
          refusal={refusal && requestSentences[refusal]}
          version={version}
          cancel={back}
          keep
        >
          <RequestFields content={content} />
        </Form>
      </Card>
    </Page>
  );
}
