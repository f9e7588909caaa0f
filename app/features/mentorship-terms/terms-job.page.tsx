import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { formAction, pageLoader } from '#app/core/page.server.ts';
import { paths } from '#app/paths.ts';
import { Card } from '#app/ui/Card.tsx';
import { Form } from '#app/ui/Form.tsx';
import { Page } from '#app/ui/Page.tsx';
import { TextField } from '#app/ui/TextField.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { setJobDescription } from './terms.operations.server.ts';
import { findTermsToSet } from './terms.queries.server.ts';
import { jobSchema, stepParams } from './terms.schema.ts';
import { termsText as t, termsSentences } from './terms.text.ts';
import { TermsSteps } from './terms-steps.tsx';

const need = 'mentorship.setTerms';

/** The only step of a mentor whose job it is already: where the job description says so (L-3). */
export const loader = pageLoader({ need, params: stepParams }, async ({ ctx, params }) =>
  findTermsToSet(ctx, params.id, params.personId),
);

export const action = formAction(
  { need, params: stepParams, schema: jobSchema, labels: t.labels, sentences: termsSentences },
  async ({ ctx, params, input }) => {
    await setJobDescription(ctx, { mentorshipId: params.id, personId: params.personId }, input);
    return { to: paths.termsProgramme(params.id, params.personId), done: t.saved };
  },
);

export const meta: MetaFunction = () => [{ title: `${t.jobTitle} — ${uiText.brand}` }];

export default function TermsJobPage() {
  const terms = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  return (
    <Page
      title={t.jobTitle}
      lede={`${t.pair(terms.mentor, terms.mentees)}. ${t.jobLede}`}
      back={{ href: paths.terms(terms.mentorshipId), text: t.title }}
      narrow
    >
      <TermsSteps {...terms} current={0} />
      <Card>
        <Form
          refusal={terms.refusal && termsSentences[terms.refusal]}
          problem={problem}
          version={terms.version}
          submit={t.onwards}
          cancel={paths.mentorship(terms.mentorshipId)}
        >
          <TextField
            name="jobDescription"
            label={t.labels.jobDescription}
            hint={t.jobHint}
            maxLength={500}
            defaultValue={terms.jobDescription}
          />
        </Form>
      </Card>
    </Page>
  );
}
