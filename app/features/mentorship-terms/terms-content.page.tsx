import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { formAction, pageLoader } from '#app/core/page.server.ts';
import { paths } from '#app/paths.ts';
import { Card } from '#app/ui/Card.tsx';
import { Form } from '#app/ui/Form.tsx';
import { Page } from '#app/ui/Page.tsx';
import { TextArea } from '#app/ui/TextArea.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { setContent } from './terms.operations.server.ts';
import { findTermsToSet } from './terms.queries.server.ts';
import { contentSchema, stepParams } from './terms.schema.ts';
import { termsText as t, termsSentences } from './terms.text.ts';
import { TermsSteps } from './terms-steps.tsx';

const need = 'mentorship.setTerms';

/** First step: what the mentor does, in words every paper will repeat. */
export const loader = pageLoader({ need, params: stepParams }, async ({ ctx, params }) =>
  findTermsToSet(ctx, params.id, params.personId),
);

export const action = formAction(
  { need, params: stepParams, schema: contentSchema, labels: t.labels, sentences: termsSentences },
  async ({ ctx, params, input }) => {
    await setContent(ctx, { mentorshipId: params.id, personId: params.personId }, input);
    return { to: paths.termsWork(params.id, params.personId), done: t.saved };
  },
);

export const meta: MetaFunction = () => [{ title: `${t.contentTitle} — ${uiText.brand}` }];

export default function TermsContentPage() {
  const terms = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  const back = { href: paths.terms(terms.mentorshipId), text: t.title };
  return (
    <Page title={t.contentTitle} lede={t.pair(terms.mentor, terms.mentees)} back={back} narrow>
      <TermsSteps {...terms} current={0} />
      <Card>
        <Form
          refusal={terms.refusal && termsSentences[terms.refusal]}
          problem={problem}
          version={terms.version}
          submit={t.onwards}
          cancel={paths.mentorship(terms.mentorshipId)}
          keep
        >
          <TextArea
            name="content"
            label={t.labels.content}
            hint={t.contentHint}
            maxLength={2000}
            defaultValue={terms.content || terms.focus}
          />
        </Form>
      </Card>
    </Page>
  );
}
