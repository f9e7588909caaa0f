import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { personOf } from '#app/core/context.server.ts';
import { formAction, pageLoader } from '#app/core/page.server.ts';
import { paths } from '#app/paths.ts';
import { Card } from '#app/ui/Card.tsx';
import { Form } from '#app/ui/Form.tsx';
import { Page } from '#app/ui/Page.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { profileSentences } from './mentor-profile.text.ts';
import { confirmResult } from './mentor-result.operations.server.ts';
import { findResult } from './mentor-result.queries.server.ts';
import { resultParams, resultVersionSchema } from './mentor-result.schema.ts';
import { ruleAgainstConfirming } from './mentor-result.ts';
import { resultText as t } from './portfolio.text.ts';
import { ResultFacts } from './result-facts.tsx';

/** Confirms a result: the evidence was seen. */
export const loader = pageLoader({ need: 'mentorResult.confirm', params: resultParams }, async ({ ctx, params }) => {
  const {
    id: _,
    name,
    personId,
    version,
    confirmedOn,
    withdrawnOn,
    ...result
  } = await findResult(ctx, params.id, 'mentorResult.confirm');
  const refusal = ruleAgainstConfirming({ personId, confirmedOn, withdrawnOn }, personOf(ctx));
  return { name, personId, version, result, refusal: refusal && profileSentences[refusal] };
});

export const action = formAction(
  {
    need: 'mentorResult.confirm',
    params: resultParams,
    schema: resultVersionSchema,
    labels: t.labels,
    sentences: profileSentences,
  },
  async ({ ctx, params, input }) => {
    const { personId } = await findResult(ctx, params.id, 'mentorResult.confirm');
    await confirmResult(ctx, params.id, input);
    return { to: paths.mentorProfile(personId), done: t.confirmed };
  },
);

export const meta: MetaFunction = () => [{ title: `${t.confirmTitle} — ${uiText.brand}` }];

export default function MentorResultConfirmPage() {
  const { name, personId, version, result, refusal } = useLoaderData<typeof loader>();
  const back = paths.mentorProfile(personId);
  return (
    <Page title={t.confirmTitle} lede={t.confirmLede(name)} back={{ href: back, text: uiText.back }} narrow>
      <Card>
        <ResultFacts result={result} />
        <Form
          problem={useActionData<typeof action>()}
          refusal={refusal}
          version={version}
          submit={t.confirmSubmit}
          cancel={back}
        />
      </Card>
    </Page>
  );
}
