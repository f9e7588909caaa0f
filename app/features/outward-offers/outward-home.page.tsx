import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { formAction, pageLoader } from '#app/core/page.server.ts';
import { paths } from '#app/paths.ts';
import { Card } from '#app/ui/Card.tsx';
import { Form } from '#app/ui/Form.tsx';
import { Notice } from '#app/ui/Notice.tsx';
import { Page } from '#app/ui/Page.tsx';
import { RadioField } from '#app/ui/RadioField.tsx';
import { SummaryList } from '#app/ui/SummaryList.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { answerForHome } from './outward-answer.operations.server.ts';
import { findOfferToHome } from './outward-offer.queries.server.ts';
import { outwardAnswerSchema, outwardParams } from './outward-offer.schema.ts';
import { outwardSentences, outwardText as t } from './outward-offer.text.ts';
import { ruleAgainstOutwardAnswer } from './outward-offer.ts';
import { OutwardTermsList } from './outward-terms.tsx';

/** The mentor's home organisation says whether it agrees. */
export const loader = pageLoader({ need: 'lentMentor.agree', params: outwardParams }, async ({ ctx, params }) => {
  const { state, agreedOn, ...offer } = await findOfferToHome(ctx, params.id);
  return { ...offer, isAgreed: agreedOn !== null, refusal: ruleAgainstOutwardAnswer(state, agreedOn) };
});

export const action = formAction(
  {
    need: 'lentMentor.agree',
    params: outwardParams,
    schema: outwardAnswerSchema,
    labels: t.labels,
    sentences: outwardSentences,
  },
  async ({ ctx, params, input }) => {
    await answerForHome(ctx, params.id, input);
    return { to: paths.outwardHome(params.id), done: t.saidNo };
  },
);

export const meta: MetaFunction = () => [{ title: `${t.homeTitle} — ${uiText.brand}` }];

export default function OutwardHomePage() {
  const { mentor, subject, terms, unitName, isAgreed, refusal } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  return (
    <Page
      title={t.homeTitle}
      lede={t.homeLede(mentor, unitName)}
      back={{ href: paths.home(), text: uiText.back }}
      narrow
    >
      {refusal ? <Notice>{isAgreed ? t.agreed : t.over}</Notice> : null}
      <Card>
        <SummaryList
          rows={[
            { key: t.mentor, value: mentor },
            { key: t.subject, value: subject },
          ]}
        />
        <OutwardTermsList unitName={unitName} terms={terms} />
      </Card>
      {refusal ? null : (
        <Card title={t.homeAnswer}>
          <p>{t.homeNote}</p>
          <Form problem={problem} submit={t.send}>
            <RadioField
              name="answer"
              label={t.labels.answer}
              options={[
                { value: 'agreed', text: t.homeOptions.agreed },
                { value: 'declined', text: t.homeOptions.declined },
              ]}
            />
          </Form>
        </Card>
      )}
    </Page>
  );
}
