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
import { TextArea } from '#app/ui/TextArea.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { findAct } from './local-act.queries.server.ts';
import { returnSchema } from './local-act.schema.ts';
import { actSentences, actText } from './local-act.text.ts';
import { returnAct } from './local-act-approval.operations.server.ts';

const params = z.object({ id: id() });

/** The head gives a text back with what to mend. */
export const loader = pageLoader({ need: 'act.approve', params }, async ({ ctx, params }) => {
  const act = await findAct(ctx, params.id);
  if (!act.canApprove) throw new NotFound('act');
  return {
    id: act.id,
    heading: act.heading,
    refusal: act.state === 'review' ? null : actSentences['not-under-review'],
  };
});

export const action = formAction(
  { need: 'act.approve', params, schema: returnSchema, labels: actText.labels, sentences: actSentences },
  async ({ ctx, params, input }) => {
    await returnAct(ctx, params.id, input);
    return { to: paths.acts(), done: actText.returned };
  },
);

export const meta: MetaFunction = () => [{ title: `${actText.returnTitle} — ${uiText.brand}` }];

export default function ActReturnPage() {
  const { id, heading, refusal } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  return (
    <Page title={actText.returnTitle} lede={heading} back={{ href: paths.act(id), text: uiText.back }} narrow>
      <Card>
        <Form refusal={refusal} problem={problem} submit={actText.returnAct} cancel={paths.act(id)}>
          <TextArea name="reason" label={actText.labels.reason} maxLength={1000} />
        </Form>
      </Card>
    </Page>
  );
}
