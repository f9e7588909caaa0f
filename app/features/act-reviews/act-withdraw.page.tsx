import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { NotFound } from '#app/access/refusals.ts';
import { personOf } from '#app/core/context.server.ts';
import { id } from '#app/core/form.ts';
import { formAction, pageLoader } from '#app/core/page.server.ts';
import { paths } from '#app/paths.ts';
import { Card } from '#app/ui/Card.tsx';
import { Form } from '#app/ui/Form.tsx';
import { Page } from '#app/ui/Page.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { findAct } from '../local-acts/local-act.queries.server.ts';
import { actSentences, actText } from '../local-acts/local-act.text.ts';
import { withdrawAct } from './act-review.operations.server.ts';
import { withdrawSchema } from './act-review.schema.ts';
import { reviewText as t } from './act-review.text.ts';

const params = z.object({ id: id() });

/** The author takes a text back from review. */
export const loader = pageLoader({ need: 'act.edit', params }, async ({ ctx, params }) => {
  const act = await findAct(ctx, params.id);
  if (!act.canEdit) throw new NotFound('act');
  const rule = act.state === 'review' ? (act.authorId === personOf(ctx) ? null : 'not-author') : 'not-under-review';
  return { id: act.id, heading: act.heading, refusal: rule && actSentences[rule] };
});

export const action = formAction(
  { need: 'act.edit', params, schema: withdrawSchema, labels: actText.labels, sentences: actSentences },
  async ({ ctx, params }) => {
    await withdrawAct(ctx, params.id);
    return { to: paths.act(params.id), done: t.withdrawn };
  },
);

export const meta: MetaFunction = () => [{ title: `${t.withdrawTitle} — ${uiText.brand}` }];

export default function ActWithdrawPage() {
  const { id, heading, refusal } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  return (
    <Page
      title={t.withdrawTitle}
      lede={`${heading}. ${t.withdrawLede}`}
      back={{ href: paths.act(id), text: uiText.back }}
      narrow
    >
      <Card>
        <Form refusal={refusal} problem={problem} submit={t.withdrawAct} cancel={paths.act(id)} />
      </Card>
    </Page>
  );
}
