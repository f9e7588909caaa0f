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
import { RadioField } from '#app/ui/RadioField.tsx';
import { TextArea } from '#app/ui/TextArea.tsx';
import { TextField } from '#app/ui/TextField.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { findAct } from '../local-acts/local-act.queries.server.ts';
import { actSentences } from '../local-acts/local-act.text.ts';
import { recordOpinion } from './act-review.operations.server.ts';
import { findOpinionRefusal } from './act-review.queries.server.ts';
import { unionSchema } from './act-review.schema.ts';
import { reviewSentences, reviewText as t, unionNames } from './act-review.text.ts';
import { UNION_OUTCOMES } from './act-review.ts';

const params = z.object({ id: id() });

/** What the union said of a text (Labour Code 372). */
export const loader = pageLoader({ need: 'act.edit', params }, async ({ ctx, params }) => {
  const act = await findAct(ctx, params.id);
  if (!act.canEdit) throw new NotFound('act');
  const rule = await findOpinionRefusal(ctx, act, 'union');
  return { id: act.id, heading: act.heading, hash: act.documentHash, refusal: rule && reviewSentences[rule] };
});

export const action = formAction(
  {
    need: 'act.edit',
    params,
    schema: unionSchema,
    labels: t.unionLabels,
    sentences: { ...actSentences, ...reviewSentences },
  },
  async ({ ctx, params, input }) => {
    await recordOpinion(ctx, params.id, 'union', input);
    return { to: paths.act(params.id), done: t.opinionSaved };
  },
);

export const meta: MetaFunction = () => [{ title: `${t.opinionTitles.union} — ${uiText.brand}` }];

export default function ActUnionPage() {
  const { id, heading, hash, refusal } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  return (
    <Page
      title={t.opinionTitles.union}
      lede={`${heading}. ${t.opinionLedes.union}`}
      back={{ href: paths.act(id), text: uiText.back }}
      narrow
    >
      <Card>
        <Form refusal={refusal} problem={problem} cancel={paths.act(id)}>
          <HiddenField name="hash" value={hash} />
          <RadioField
            name="outcome"
            label={t.unionLabels.outcome}
            options={UNION_OUTCOMES.map((value) => ({ value, text: unionNames[value] }))}
          />
          <TextField
            name="number"
            label={t.unionLabels.number}
            hint={t.absentHint}
            width="10"
            maxLength={50}
            optional
          />
          <DateField name="heldOn" label={t.unionLabels.heldOn} optional />
          <TextArea name="note" label={t.unionLabels.note} rows={3} maxLength={1000} optional />
        </Form>
      </Card>
    </Page>
  );
}
