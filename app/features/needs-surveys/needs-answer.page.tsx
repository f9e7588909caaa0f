import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { formAction, pageLoader } from '#app/core/page.server.ts';
import { paths } from '#app/paths.ts';
import { ButtonLink } from '#app/ui/ButtonLink.tsx';
import { Card } from '#app/ui/Card.tsx';
import { Form } from '#app/ui/Form.tsx';
import { Notice } from '#app/ui/Notice.tsx';
import { Page } from '#app/ui/Page.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { sayNotNeeded } from './needs-survey.operations.server.ts';
import { findSurveyToAnswer } from './needs-survey.queries.server.ts';
import { onlySentSchema, surveyParams } from './needs-survey.schema.ts';
import { surveySentences, surveyText as t } from './needs-survey.text.ts';

/** The survey to a teacher: fill a request, or say that nobody is needed. */
export const loader = pageLoader({ need: 'needsSurvey.answer', params: surveyParams }, async ({ ctx, params }) => {
  const { endedOn, answeredOn, requestId } = await findSurveyToAnswer(ctx, params.id);
  return { endedOn, isAnswered: answeredOn !== null, requestId };
});

export const action = formAction(
  {
    need: 'needsSurvey.answer',
    params: surveyParams,
    schema: onlySentSchema,
    labels: t.labels,
    sentences: surveySentences,
  },
  async ({ ctx, params }) => {
    await sayNotNeeded(ctx, params.id);
    return { to: paths.home(), done: t.saidNot };
  },
);

export const meta: MetaFunction = () => [{ title: `${t.answerTitle} — ${uiText.brand}` }];

export default function NeedsAnswerPage() {
  const { endedOn, isAnswered, requestId } = useLoaderData<typeof loader>();
  return (
    <Page
      title={t.answerTitle}
      lede={t.answerLede(endedOn)}
      back={{ href: paths.home(), text: uiText.back }}
      actions={
        <ButtonLink
          href={requestId ? paths.requestEdit(requestId) : paths.requestNew()}
          text={requestId ? t.answerUpdate : t.answerNeed}
          primary
        />
      }
      narrow
    >
      {isAnswered ? <Notice>{t.answeredAlready}</Notice> : null}
      <Card>
        <p>{t.answerNote}</p>
        <Form problem={useActionData<typeof action>()} submit={t.answerNot} />
      </Card>
    </Page>
  );
}
