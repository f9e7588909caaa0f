import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { NotFound } from '#app/access/refusals.ts';
import { id } from '#app/core/form.ts';
import { formAction, pageLoader } from '#app/core/page.server.ts';
import { paths } from '#app/paths.ts';
import { Card } from '#app/ui/Card.tsx';
import { DateField } from '#app/ui/DateField.tsx';
import { Form } from '#app/ui/Form.tsx';
import { HiddenField } from '#app/ui/HiddenField.tsx';
import { Page } from '#app/ui/Page.tsx';
import { TextField } from '#app/ui/TextField.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { findAct } from '../local-acts/local-act.queries.server.ts';
import { actSentences } from '../local-acts/local-act.text.ts';
import { recordOpinion } from './act-review.operations.server.ts';
import { findOpinionRefusal } from './act-review.queries.server.ts';
import { councilSchema } from './act-review.schema.ts';
import { reviewSentences, reviewText as t } from './act-review.text.ts';

const params = z.object({ id: id() });

/** The minutes by which the teachers' council adopted a text. */
export const loader = pageLoader({ need: 'act.edit', params }, async ({ ctx, params }) => {
  const act = await findAct(ctx, params.id);
  if (!act.canEdit) throw new NotFound('act');
  const rule = await findOpinionRefusal(ctx, act, 'council');
  return { id: act.id, heading: act.heading, hash: act.documentHash, refusal: rule && reviewSentences[rule] };
});

export const action = formAction(
  {
    need: 'act.edit',
    params,
    schema: councilSchema,
    labels: t.labels,
    sentences: { ...actSentences, ...reviewSentences },
  },
  async ({ ctx, params, input }) => {
    await recordOpinion(ctx, params.id, 'council', { ...input, outcome: 'adopted', note: '' });
    return { to: paths.act(params.id), done: t.opinionSaved };
  },
);

export const meta: MetaFunction = () => [{ title: `${t.opinionTitles.council} — ${uiText.brand}` }];

export default function ActCouncilPage() {
  const { id, heading, hash, refusal } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  return (
    <Page
      title={t.opinionTitles.council}
      lede={`${heading}. ${t.opinionLedes.council}`}
      back={{ href: paths.act(id), text: uiText.back }}
      narrow
    >
      <Card>
        <Form refusal={refusal} problem={problem} cancel={paths.act(id)}>
          <HiddenField name="hash" value={hash} />
          <TextField name="number" label={t.labels.number} width="10" maxLength={50} />
          <DateField name="heldOn" label={t.labels.heldOn} />
        </Form>
      </Card>
    </Page>
  );
}
