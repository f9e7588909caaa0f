import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { id } from '#app/core/form.ts';
import { formAction, pageLoader } from '#app/core/page.server.ts';
import { paths } from '#app/paths.ts';
import { Card } from '#app/ui/Card.tsx';
import { Form } from '#app/ui/Form.tsx';
import { HiddenField } from '#app/ui/HiddenField.tsx';
import { Page } from '#app/ui/Page.tsx';
import { RadioField } from '#app/ui/RadioField.tsx';
import { TextArea } from '#app/ui/TextArea.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { DocumentPreview } from '#reports/document-html.tsx';
import { answerReview } from './act-review.operations.server.ts';
import { findAsked } from './act-review.queries.server.ts';
import { answerSchema } from './act-review.schema.ts';
import { reviewSentences, reviewText as t } from './act-review.text.ts';

const params = z.object({ id: id() });

/** Somebody asked about a text reads it and answers, once. */
export const loader = pageLoader({ need: 'review.answer', params }, ({ ctx, params }) => findAsked(ctx, params.id));

export const action = formAction(
  { need: 'review.answer', params, schema: answerSchema, labels: t.labels, sentences: reviewSentences },
  async ({ ctx, params, input }) => {
    await answerReview(ctx, params.id, input);
    return { to: paths.home(), done: t.answered };
  },
);

export const meta: MetaFunction = () => [{ title: `${t.answerTitle} — ${uiText.brand}` }];

export default function ActReviewPage() {
  const { heading, document, documentHash, reviewDueOn, refusal } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  return (
    <Page
      title={t.answerTitle}
      lede={t.answerLede(heading, reviewDueOn)}
      back={{ href: paths.home(), text: uiText.back }}
    >
      <Card title={t.text}>
        <DocumentPreview document={document} />
      </Card>
      <Card>
        <Form
          problem={problem}
          refusal={refusal && reviewSentences[refusal]}
          submit={t.answerAct}
          cancel={paths.home()}
          keep
        >
          <HiddenField name="hash" value={documentHash} />
          <RadioField
            name="answer"
            label={t.labels.answer}
            options={[
              { value: 'agreed', text: t.answerOptions.agreed },
              { value: 'commented', text: t.answerOptions.commented },
            ]}
          />
          <TextArea name="comment" label={t.labels.comment} hint={t.commentHint} rows={4} maxLength={2000} optional />
        </Form>
      </Card>
    </Page>
  );
}
