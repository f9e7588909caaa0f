import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { formAction, pageLoader } from '#app/core/page.server.ts';
import { paths } from '#app/paths.ts';
import { Card } from '#app/ui/Card.tsx';
import { Form } from '#app/ui/Form.tsx';
import { Page } from '#app/ui/Page.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { profileSentences } from './mentor-profile.text.ts';
import { withdrawResult } from './mentor-result.operations.server.ts';
import { findResult } from './mentor-result.queries.server.ts';
import { resultParams, resultVersionSchema } from './mentor-result.schema.ts';
import { resultText as t } from './portfolio.text.ts';
import { ResultFacts } from './result-facts.tsx';

/** Takes a result back; it stays as history. */
export const loader = pageLoader({ need: 'mentorResult.withdraw', params: resultParams }, async ({ ctx, params }) => {
  const {
    id: _,
    name,
    personId,
    version,
    confirmedOn: _confirmed,
    withdrawnOn,
    ...result
  } = await findResult(ctx, params.id, 'mentorResult.withdraw');
  const refusal = withdrawnOn === null ? null : 'result-withdrawn';
  return { name, personId, version, result, refusal: refusal && profileSentences[refusal] };
});

export const action = formAction(
  {
    need: 'mentorResult.withdraw',
    params: resultParams,
    schema: resultVersionSchema,
    labels: t.labels,
    sentences: profileSentences,
  },
  async ({ ctx, params, input }) => {
    const { personId } = await findResult(ctx, params.id, 'mentorResult.withdraw');
    await withdrawResult(ctx, params.id, input);
    return { to: paths.mentorProfile(personId), done: t.withdrawn };
  },
);

export const meta: MetaFunction = () => [{ title: `${t.withdrawTitle} — ${uiText.brand}` }];

export default function MentorResultWithdrawPage() {
  const { name, personId, version, result, refusal } = useLoaderData<typeof loader>();
  const back = paths.mentorProfile(personId);
  return (
    <Page title={t.withdrawTitle} lede={t.withdrawLede(name)} back={{ href: back, text: uiText.back }} narrow>
      <Card>
        <ResultFacts result={result} />
        <Form
          problem={useActionData<typeof action>()}
          refusal={refusal}
          version={version}
          submit={t.withdrawSubmit}
          cancel={back}
        />
      </Card>
    </Page>
  );
}
